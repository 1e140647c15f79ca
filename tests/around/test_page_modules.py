"""What the page's modules may touch: only entries know the document and its address, only sources know a server."""

from __future__ import annotations

import re
from pathlib import Path

JS = Path(__file__).resolve().parents[2] / "static" / "js"
#: The files that a document begins with, and what they alone use.
ENTRIES = {"main.js", "embed.js", "standalone.js", "boot.js", "address-bar.js", "train.js"}
DOCUMENT = re.compile(
    r"\bdocument\.(?:getElementById|querySelector\w*|title|body|documentElement|cookie|addEventListener)"
    r"|\bwindow\.(?:parent|top|location|addEventListener)|(?<![\w.'])location\.|(?<![\w.'])history[.)\[]|\bpostMessage\("
)
NETWORK = re.compile(r"\bfetch\(|\bEventSource\b|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|/api/v1")


def code(file: Path) -> str:
    """A module without its comments."""
    return re.sub(r"/\*.*?\*/|^\s*//.*$", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)


def using(what: re.Pattern[str]) -> set[str]:
    """The modules in which something of the kind stands."""
    return {file.relative_to(JS).as_posix() for file in JS.rglob("*.js") if what.search(code(file))}


def imported_by(name: str) -> set[str]:
    return {
        file.relative_to(JS).as_posix()
        for file in JS.rglob("*.js")
        for address in re.findall(r"from '(\.[^']+)';", code(file))
        if (file.parent / address).resolve() == JS / name
    }


def test_only_entries_know_the_document_and_its_address() -> None:
    assert using(DOCUMENT) <= ENTRIES


def test_only_sources_know_a_server() -> None:
    assert using(NETWORK) == {"api.js", "stream.js", "sources/server.js", "sources/training.js"}
    assert imported_by("stream.js") == {"sources/server.js", "sources/training.js"}
    assert imported_by("sources/server.js") == {"main.js", "embed.js"}
    assert imported_by("sources/training.js") == {"train.js"}
    assert imported_by("sources/document.js") == {"standalone.js"}


def test_nothing_imports_an_entry() -> None:
    for entry in ("main.js", "embed.js", "standalone.js", "train.js"):
        assert imported_by(entry) == set()
