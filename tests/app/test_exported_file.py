"""The exported file: whole, closed to markup and to the network; and the command that writes it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

import pytest

import lstm_core
from app import inlined
from app.export import html, write_html
from lstm_core.errors import InputError

TEXT = "Anna grew up in France"


@pytest.fixture(scope="module")
def model():
    return lstm_core.load("reader-32")


@pytest.fixture(scope="module")
def page(model) -> str:
    return html(model, model.trace(TEXT))


def element(page: str, opening: str) -> str:
    (text,) = re.findall(rf"<script {opening}>(.*?)</script>", page, re.DOTALL)
    return str(text)


def test_its_modules_find_each_other_by_name(page: str, root: Path) -> None:
    addresses = json.loads(element(page, 'type="importmap"'))["imports"]
    sources = {name: unquote(address.partition(",")[2]) for name, address in addresses.items()}
    assert len(sources) > 40
    for name, source in sources.items():
        file = root / "static" / "js" / name.removeprefix("gatewalk/")
        own = file.read_text(encoding="utf-8")
        assert re.sub(r" from '[^']+';", "", source) == re.sub(r" from '[^']+';", "", own)
        for needed, written in zip(
            re.findall(r" from '([^']+)';", source), re.findall(r" from '([^']+)';", own), strict=True
        ):
            assert needed in sources
            assert (file.parent / written).resolve() == root / "static" / "js" / needed.removeprefix("gatewalk/")
    assert element(page, 'type="module"') == "import 'gatewalk/standalone.js';"


def test_its_document_is_the_trace_and_its_model_alone(page: str, model) -> None:
    told = json.loads(element(page, 'type="application/json" id="document"'))
    assert set(told) == {"models", "trace", "weights", "head"}
    assert told["trace"] == json.loads(model.trace(TEXT).to_json())
    assert [entry["name"] for entry in told["models"]["models"]] == ["reader-32"] == [told["models"]["default"]]
    packed = told["weights"]["layer0"]["W_f"]
    values = base64.b64decode(packed["data"])
    assert values == model.params["layer0.W_f"].astype("<f4").tobytes()
    assert packed["shape"] == [32, 64]


def test_its_policy_lets_nothing_in_and_runs_nothing_else(page: str) -> None:
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    inline = [element(page, opening) for opening in ('type="importmap"', 'type="module"')]
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in inline]
    assert policy == (
        f"default-src 'none'; script-src data: 'sha256-{hashes[0]}' 'sha256-{hashes[1]}'; style-src 'unsafe-inline'; "
        "img-src data: blob:; base-uri 'none'; form-action 'none'"
    )
    assert re.findall(r"""(?:src|href)=["'](?!data:)""", page.partition("<style>")[0]) == []
    assert page.count("<script") == 3


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "a & b <b> </title>"])
def test_typed_markup_cannot_leave_its_element(model, text: str) -> None:
    page = html(model, model.trace(text))
    assert page.count("<script") == 3
    assert page.count("</title>") == 1
    assert json.loads(element(page, 'type="application/json" id="document"'))["trace"]["text"] == text


def test_every_import_of_the_page_is_of_the_form_that_is_rewritten(root: Path) -> None:
    for file in (root / "static" / "js").rglob("*.js"):
        code = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert len(re.findall(r"^(?:import|export [*{].* from) ", code, re.MULTILINE)) == len(
            inlined.IMPORT.findall(code)
        )
        assert not re.search(r"\bimport\(", code), f"{file.name} imports while it runs"


def test_a_place_that_cannot_be_written_is_told(model, tmp_path: Path) -> None:
    for path in (tmp_path / "none" / "walk.html", tmp_path, tmp_path / "a\0b"):
        with pytest.raises(InputError, match="cannot be written"):
            write_html(model, model.trace("the"), path)


def test_the_command_writes_the_file_and_tells_its_size(tmp_path: Path, root: Path) -> None:
    file = tmp_path / "walk.html"
    command = [sys.executable, "-m", "app", "export", TEXT, "--model", "reader-32", "--clamp", "layer0.f=1.0"]
    done = subprocess.run([*command, "-o", file], cwd=root, capture_output=True, text=True, check=True)
    size = file.stat().st_size
    assert done.stdout == f"{file}: {size / 1000:,.0f} kB\n"
    assert 300_000 < size < 1_250_000
    model = lstm_core.load("reader-32")
    assert file.read_text(encoding="utf-8") == html(model, model.trace(TEXT, clamps=["layer0.f=1"]))
    refused = subprocess.run([*command, "-o", tmp_path], cwd=root, capture_output=True, text=True)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"gatewalk: {tmp_path} cannot be written: Is a directory.")
