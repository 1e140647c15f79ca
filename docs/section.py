"""The parts of a document that a script writes: what lies between `<!-- name -->` and `<!-- /name -->`."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def read(document: Path, name: str) -> str:
    """The text between the two markers; ValueError if they are not there, once each and in this order."""
    return _split(document, name)[1].strip("\n")


def write(document: Path, name: str, content: str) -> None:
    """Put `content` between the two markers."""
    before, _, after = _split(document, name)
    document.write_text(f"{before}\n{content}\n{after}", encoding="utf-8")


def _split(document: Path, name: str) -> tuple[str, str, str]:
    start, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    text = document.read_text(encoding="utf-8")
    if text.count(start) != 1 or text.count(end) != 1 or text.index(start) > text.index(end):
        raise ValueError(f"{document.name} must hold {start} and {end} once each, in this order.")
    before, rest = text.split(start)
    inside, after = rest.split(end)
    return before + start, inside, end + after
