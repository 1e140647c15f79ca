"""The `gatewalk` command as a person runs it: in a process of its own."""

from __future__ import annotations

import asyncio
import errno
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
import uvicorn

import app.serve
import lstm_core
from app.serve import Server, address, has_screen, listen
from lstm_core import build
from lstm_core.errors import InputError
from lstm_core.weights import native
from tests.app.conftest import SENTENCE

GATEWALK = (sys.executable, "-m", "app")
Start = Callable[..., tuple[subprocess.Popen[str], str]]


@pytest.fixture
def environment(weights: Path) -> dict[str, str]:
    return {
        **os.environ,
        "OPENBLAS_NUM_THREADS": "1",
        "PYTHONUNBUFFERED": "1",
        "GATEWALK_ZOO": "0",
        "GATEWALK_MODELS": str(weights),
    }


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*GATEWALK, *arguments], env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def refused(result: subprocess.CompletedProcess[str], message: str) -> None:
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("gatewalk: ")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_trace_prints_the_contract(environment: dict[str, str], weights: Path) -> None:
    result = run(environment, "trace", SENTENCE)
    assert (result.returncode, result.stderr) == (0, "")
    params, spec, sha256 = native.read(weights)
    expected = build(spec, params, sha256).trace(SENTENCE)
    assert result.stdout == expected.to_json() + "\n"


def test_trace_with_model_and_clamp(environment: dict[str, str]) -> None:
    result = run(environment, "trace", "the cat", "--model", "small", "--clamp", "layer0.f=0", "--clamp", "layer0.i=1")
    told = json.loads(result.stdout)
    assert told["clamps"] == ["layer0.f=0", "layer0.i=1"]
    assert told["layers"][0]["signals"]["f"][1] == [0.0] * 8
    assert told["layers"][0]["signals"]["i"][0] == [1.0] * 8


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("trace", ""), "The text has no word."),
        (("trace", "a " * 500), "At most 400 words and marks."),
        (("trace", "the", "--model", "nobody"), "There is no model called “nobody”."),
        (("trace", "the", "--clamp", "x"), "The clamp “x” cannot be used"),
        (("--no-browser", "--port", "70000"), "There is no port 70000."),
        (("--no-browser", "--port", "-1"), "There is no port -1."),
        (("--host", "no.such.host.invalid", "--no-browser"), "The server cannot listen on no.such.host.invalid"),
    ],
)
def test_what_cannot_be_used_is_told_in_one_line(
    environment: dict[str, str], arguments: tuple[str, ...], message: str
) -> None:
    refused(run(environment, *arguments), message)


@pytest.mark.parametrize("arguments", [("--no-browser", "--port", "0"), ("trace", "the")])
def test_tampered_weights_end_the_start(
    environment: dict[str, str], weights: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    (tmp_path / "tampered.safetensors").write_bytes(data)
    (tmp_path / "cut.safetensors").write_bytes(data[:200])
    for name in ("tampered.safetensors", "cut.safetensors", "none.safetensors"):
        refused(run({**environment, "GATEWALK_MODELS": str(tmp_path / name)}, *arguments), name)


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_trace_can_be_printed_in_any_encoding(environment: dict[str, str], encoding: str) -> None:
    text = "the 🙂 café “cat”"
    command = [*GATEWALK, "trace", text]
    told = subprocess.run(command, env={**environment, "PYTHONIOENCODING": encoding}, capture_output=True, timeout=60)
    assert (told.returncode, told.stderr) == (0, b"")
    document = json.loads(told.stdout.decode(encoding))
    assert document["text"] == text
    assert document == json.loads(lstm_core.load(environment["GATEWALK_MODELS"]).trace(text).to_json())


@pytest.mark.parametrize("arguments", [("trace", "the"), ("--help",), ("--version",), ("export", "the", "-o")])
def test_output_that_cannot_be_written_is_told_in_one_line(
    environment: dict[str, str], tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """The output may not grow by a byte: its file is already as long as a file may be here."""
    if arguments[0] == "export":
        arguments = (*arguments, str(tmp_path / "walk.html"))
    buffered = {name: value for name, value in environment.items() if name != "PYTHONUNBUFFERED"}
    most = 1 << 26
    limited = (
        "import os, resource, sys; "
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({most}, {most})); os.execv(sys.argv[1], sys.argv[1:])"
    )
    with (tmp_path / "full").open("wb") as full:
        full.truncate(most)  # takes no room on the disk
        full.seek(most)
        told = subprocess.run(
            [sys.executable, "-c", limited, *GATEWALK, *arguments],
            env=buffered, stdout=full, stderr=subprocess.PIPE, text=True, timeout=60,
        )  # fmt: skip
    assert told.returncode == 1
    assert told.stderr.splitlines() == [
        f"gatewalk: The output cannot be written: {os.strerror(errno.EFBIG)}. "
        "A place with room for it. Send the output elsewhere."
    ]


def test_a_reader_that_has_seen_enough_ends_it_quietly(environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [*GATEWALK, "trace", "the " * 390], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    with process:
        assert process.stdout.read(10) == b'{"version"'
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_bad_setting(environment: dict[str, str]) -> None:
    refused(run({**environment, "GATEWALK_STEPS": "many"}), "The environment variable GATEWALK_STEPS is 'many'.")


def test_port_in_use(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run(environment, "--no-browser", "--port", str(port))
    refused(result, f"Port {port} on 127.0.0.1 is already in use.")
    assert "--port" in result.stderr


@pytest.fixture
def start(environment: dict[str, str]) -> Start:
    def started(**settings: str) -> tuple[subprocess.Popen[str], str]:
        process = subprocess.Popen(
            [*GATEWALK, "--no-browser", "--port", "0"],
            env=environment | settings,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line.startswith("Gatewalk is at http://127.0.0.1:"), line
        return process, line.split()[3]

    return started


def test_it_prints_its_address_once_it_answers(start: Start) -> None:
    process, url = start()
    with process, urllib.request.urlopen(f"{url}/healthz", timeout=10) as answer:
        assert json.load(answer)["models"] == ["small"]
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=15)
    assert "Traceback" not in told


@pytest.mark.parametrize("ends", [[signal.SIGTERM], [signal.SIGINT], [signal.SIGINT, signal.SIGINT]])
def test_an_end_with_open_streams_is_quick_and_quiet(start: Start, ends: list[signal.Signals]) -> None:
    process, url = start(GATEWALK_STEPS="9000", GATEWALK_CHARACTERS="18000")
    port = int(url.rsplit(":", 1)[1])
    request = b"GET /api/v1/trace/stream?text=" + b"a+" * 9_000 + b" HTTP/1.1\r\nHost: x\r\n\r\n"
    readers = []
    for _ in range(3):
        # A reader that does not read: 7 MB fill every buffer on the way, and the stream stays open.
        reader = socket.create_connection(("127.0.0.1", port))
        reader.sendall(request)
        assert reader.recv(12) == b"HTTP/1.1 200"
        readers.append(reader)
    with process:
        for end in ends:
            process.send_signal(end)
            time.sleep(0.3)  # a person's second Ctrl+C, which is in more of a hurry
        _, told = process.communicate(timeout=8)
    assert told == ""
    for reader in readers:
        assert b"event: end" not in everything(reader)
        reader.close()


def everything(reader: socket.socket) -> bytes:
    """What a reader still finds on a connection that its server has left."""
    found = b""
    with suppress(ConnectionResetError):
        while part := reader.recv(1 << 16):
            found += part
    return found


class Opened:
    """Stands for the person's browser."""

    def __init__(self) -> None:
        self.urls: list[str] = []
        self.done = threading.Event()

    def __call__(self, url: str) -> bool:
        self.urls.append(url)
        self.done.set()
        return True


@pytest.mark.parametrize("screen", [True, False])
def test_browser_opens_once_the_server_answers(monkeypatch: pytest.MonkeyPatch, screen: bool) -> None:
    opened = Opened()
    monkeypatch.setattr("webbrowser.open", opened)
    monkeypatch.setattr(app.serve, "has_screen", lambda: screen)

    async def empty(scope: object, receive: object, send: object) -> None: ...

    async def once(listening: socket.socket) -> None:
        config = uvicorn.Config(empty, lifespan="off", log_level="warning")
        server = Server(config, address(listening), open_browser=True)
        config.load()
        server.lifespan = config.lifespan_class(config)
        await server.startup(sockets=[listening])
        assert server.started
        await server.shutdown(sockets=[listening])

    with listen("127.0.0.1", 0) as listening:
        url = address(listening)
        asyncio.run(once(listening))
    if screen:
        assert opened.done.wait(timeout=10)
    assert opened.urls == ([url] if screen else [])


def test_addresses() -> None:
    with listen("0.0.0.0", 0) as everywhere:
        port = everywhere.getsockname()[1]
        assert address(everywhere) == f"http://127.0.0.1:{port}"
        with pytest.raises(InputError) as caught:
            listen("0.0.0.0", port)
        assert caught.value.code == "port_in_use"


def test_a_machine_without_a_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for variable in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    assert not has_screen()
    monkeypatch.setenv("DISPLAY", ":0")
    assert has_screen()
