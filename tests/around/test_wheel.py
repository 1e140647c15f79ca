"""The wheel, installed into an environment of its own, runs from an empty folder: it holds all that the page needs."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest

import lstm_core
from lstm_core import zoo

ROOT = Path(__file__).resolve().parents[2]


def run(*command: str | Path, cwd: Path = ROOT) -> str:
    done = subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-index", "--no-build-isolation")
    run(*pip, "--wheel-dir", folder, ROOT)
    return next(folder.glob("gatewalk-*.whl"))


def put(folder: Path, *what: str | Path) -> Path:
    """An environment's `bin`: `what` is installed there; its dependencies are seen, the repository is not."""
    run(sys.executable, "-m", "venv", "--without-pip", folder)
    binaries = folder / "bin"
    packages = run(binaries / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    ours = run(sys.executable, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    # A .pth file adds a folder without reading the .pth files inside it, so an editable install there has no effect.
    (Path(packages) / "dependencies.pth").write_text(ours + "\n", encoding="utf-8")
    pip = (
        sys.executable,
        "-m",
        "pip",
        "--python",
        binaries / "python",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
    )
    run(*pip, "--ignore-installed", *what)
    return binaries


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put(tmp_path_factory.mktemp("environment") / "venv", wheel)


def environment() -> dict[str, str]:
    """The environment without anything that would lead Python back to the repository."""
    return {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}


@pytest.fixture
def address(installed: Path, tmp_path: Path) -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [str(installed / "gatewalk"), "--no-browser", "--port", str(port)]
    with (tmp_path / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=log, stderr=log)
    origin = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(f"{origin}/healthz", timeout=5).close()
            break
        except urllib.error.URLError:
            time.sleep(0.05)
    else:
        pytest.fail((tmp_path / "log.txt").read_text())
    yield origin
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=15) in (0, -signal.SIGTERM)


def test_it_holds_the_page_the_models_and_the_licence(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    models = {f"lstm_core/zoo/{path.name}" for path in (ROOT / "lstm_core" / "zoo").glob("*.safetensors")}
    static = {f"gatewalk/static/{path.relative_to(ROOT / 'static')}" for path in (ROOT / "static").rglob("*.js")}
    assert len(models) >= 2
    assert len(static) > 10
    assert models | static | {"lstm_core/zoo/manifest.json", "gatewalk/templates/index.html"} <= names
    assert [name for name in names if name.endswith("/licenses/LICENSE")] != []
    assert [name for name in names if "editable" in name] == []
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"gatewalk", "lstm_core"}


WHERE = "import gatewalk, lstm_core; print(gatewalk.__file__, lstm_core.__file__)"


def test_it_leaves_the_name_app_to_others(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("print('an app of somebody else')\n", encoding="utf-8")
    for path in run(installed / "python", "-c", WHERE, cwd=tmp_path).split():
        assert Path(path).is_relative_to(installed.parent)
    version = run(installed / "gatewalk", "--version", cwd=tmp_path)
    assert version.startswith("gatewalk ")
    assert run(installed / "python", "-m", "gatewalk", "--version", cwd=tmp_path) == version
    assert run(installed / "python", "-m", "app", cwd=tmp_path) == "an app of somebody else\n"


def test_an_editable_install_is_the_checkout(tmp_path: Path) -> None:
    binaries = put(tmp_path / "venv", "--no-build-isolation", "--editable", ROOT)
    gatewalk, core = run(binaries / "python", "-c", WHERE, cwd=tmp_path).split()
    assert (Path(gatewalk), Path(core)) == (ROOT / "app/editable/gatewalk/__init__.py", ROOT / "lstm_core/__init__.py")
    printed = run(binaries / "gatewalk", "trace", "the cat", cwd=tmp_path)
    assert printed == run(sys.executable, "-m", "app", "trace", "the cat")
    assert run(binaries / "python", "-m", "gatewalk", "--version", cwd=tmp_path).startswith("gatewalk ")
    place = "from gatewalk.resources import place; print(place('static'))"
    assert Path(run(binaries / "python", "-c", place, cwd=tmp_path).strip()) == ROOT / "static"


def test_the_command_prints_a_trace_from_an_empty_folder(installed: Path, tmp_path: Path) -> None:
    where = run(installed / "python", "-c", "import lstm_core; print(lstm_core.__file__)", cwd=tmp_path).strip()
    assert Path(where).is_relative_to(installed.parent)
    for name, card in {card.task: (name, card) for name, card in zoo.manifest().items()}.values():  # one of each task
        text = card.examples[0]
        printed = run(installed / "gatewalk", "trace", text, "--model", name, cwd=tmp_path)
        trace, expected = lstm_core.Trace.from_json(printed), lstm_core.load(name).trace(text)
        assert (trace.model, trace.tokens, trace.answer) == (expected.model, expected.tokens, expected.answer)
        for layer, same in zip(trace.layers, expected.layers, strict=True):
            assert layer.name == same.name
            assert {s: rows.tolist() for s, rows in layer.signals.items()} == {
                s: rows.tolist() for s, rows in same.signals.items()
            }


def test_it_serves_the_page_and_all_that_the_page_names(address: str) -> None:
    def get(path: str) -> tuple[bytes, str]:
        with urllib.request.urlopen(f"{address}{path}", timeout=30) as answer:
            assert answer.status == 200
            return answer.read(), answer.headers["Content-Type"]

    page = get("/")[0].decode()
    named = re.findall(r'(?:href|src)="(/static/[^"]+)"', page)
    for path in named:  # grows by what each module imports
        content, kind = get(path)
        if path.endswith(".js"):
            imports = re.findall(r"^.* from '(\.[^']+)';$", content.decode(), re.MULTILINE)
            named.extend(one for one in {urljoin(path, relative) for relative in imports} if one not in named)
        source = ROOT / "static" / path.split("/", 3)[3]
        if source.is_file():
            assert content == source.read_bytes()
        assert kind.split(";")[0] in {"text/javascript", "application/javascript", "text/css", "image/svg+xml"}
    assert len(named) > 50
    assert {model["name"] for model in json.loads(get("/api/v1/models")[0])["models"]} == set(zoo.manifest())
