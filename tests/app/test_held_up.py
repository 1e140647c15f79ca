"""A server that cannot be held up: what one reader may send, keep open or leave behind, over real connections."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import resource
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
import tracemalloc
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from starlette.requests import Request
from starlette.testclient import TestClient

from app.compression import PIECE, Document
from app.errors import BusyError
from app.main import create_app
from app.protocol import Protocol
from app.run_request import RunRequest
from app.runs import is_quick
from app.serve import listen
from app.service import Service
from app.settings import Settings
from app.work import Workroom
from tests.app.conftest import SENTENCE, Live, running
from tests.app.events import parse

STREAM = "/api/v1/trace/stream"


@pytest.fixture(scope="module")
def strict(weights: Path) -> Iterator[Live]:
    """A server that gives a request one second to arrive."""
    with running(Settings(zoo=False, models=(weights,), request_seconds=1)) as server:
        yield server


def connect(live: Live) -> socket.socket:
    return socket.create_connection(("127.0.0.1", live.port), timeout=10)


def everything(reader: socket.socket) -> bytes:
    found = b""
    while part := reader.recv(1 << 16):
        found += part
    return found


def refused(answer: bytes, status: int, code: str) -> None:
    """One answer of the one error shape, after which the connection ends."""
    head, _, content = answer.partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert b"connection: close" in head.lower()
    error = json.loads(content)["error"]
    assert set(error) == {"code", "message", "expected", "action", "field"}
    assert error["code"] == code


def test_small_answers_go_at_once() -> None:
    """Without TCP_NODELAY every answer on a kept connection waits 40 ms for the reader's acknowledgement."""

    async def taken() -> int:
        option: asyncio.Future[int] = asyncio.get_running_loop().create_future()

        async def look(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            option.set_result(writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            writer.close()

        with listen("127.0.0.1", 0) as listening:
            async with await asyncio.start_server(look, sock=listening):
                _, writer = await asyncio.open_connection(*listening.getsockname())
                found = await option
                writer.close()
        return found

    assert asyncio.run(taken()) != 0


@pytest.mark.parametrize("sent", [b"GET /heal", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-A"])
def test_half_a_request_is_not_waited_for(strict: Live, sent: bytes) -> None:
    with connect(strict) as reader:
        reader.sendall(sent)
        refused(everything(reader), 408, "request_timeout")


def test_a_request_in_drops_is_not_waited_for_on_a_kept_connection(strict: Live) -> None:
    with connect(strict) as reader:
        reader.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
        answer = b""
        while b'"status":"ok"' not in answer:
            answer += reader.recv(1 << 16)
        began, told = time.monotonic(), b""
        reader.settimeout(0.2)
        for drop in b"GET /healthz HTTP/1.1 and so on and on for ever":
            reader.sendall(bytes([drop]))
            try:
                told += reader.recv(1 << 16)
            except TimeoutError:
                continue
            break
        assert time.monotonic() - began < 5
        reader.settimeout(5)
        refused(told + everything(reader), 408, "request_timeout")


def test_a_silent_connection_is_closed(strict: Live) -> None:
    with connect(strict) as reader:
        assert everything(reader) == b""


def test_a_reader_that_takes_nothing_is_left(weights: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Protocol, "stall", 0.5)
    with (
        running(Settings(zoo=False, models=(weights,), steps=9_000, characters=20_000)) as server,
        connect(server) as reader,
    ):
        reader.sendall(f"GET {STREAM}?text={'a+' * 9_000} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert reader.recv(12) == b"HTTP/1.1 200"
        deadline = time.monotonic() + 10
        while server.tasks() > 3 and time.monotonic() < deadline:
            time.sleep(0.02)
        assert server.tasks() == 3
        with suppress(ConnectionResetError):
            assert b"event: end" not in everything(reader)


def test_a_body_in_drops_is_not_waited_for_after_its_answer(strict: Live) -> None:
    with connect(strict) as reader:
        reader.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n")
        began = time.monotonic()
        with suppress(ConnectionError):
            for _ in range(40):
                reader.sendall(b"a")
                time.sleep(0.1)
        assert 0.5 < time.monotonic() - began < 3.5


def test_a_body_that_never_ends_is_not_waited_for(strict: Live) -> None:
    with connect(strict) as reader:
        reader.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc")
        assert b'"status":"ok"' in everything(reader)


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"GET /" + b"a" * 400_000, 414, "address_too_long"),
        (b"GET /" + b"a" * 250_000 + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", 414, "address_too_long"),
        (b"GET / HTTP/1.1\r\n" + b"X-A: b\r\n" * 40_000, 431, "headers_too_long"),
        (b"NONSENSE\r\n\r\n", 400, "malformed_request"),
        (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03 \r\n\r\n", 400, "malformed_request"),
    ],
)
def test_what_is_too_long_or_no_request_is_told_in_the_one_shape(
    strict: Live, caplog: pytest.LogCaptureFixture, sent: bytes, status: int, code: str
) -> None:
    with connect(strict) as reader, caplog.at_level(logging.INFO):
        reader.sendall(sent)
        refused(everything(reader), status, code)
    assert caplog.records == []


def test_a_text_of_rare_characters_has_room_in_the_address(strict: Live) -> None:
    query = urllib.parse.urlencode({"text": "🙂" * 4_000})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{strict.url}/api/v1/trace?{query}", timeout=30)
    with caught.value as answer:
        assert (answer.status, json.load(answer)["error"]["code"]) == (413, "too_many_steps")


def test_readers_that_leave_and_malformed_chunks_leave_nothing_in_the_log(
    live: Live, caplog: pytest.LogCaptureFixture
) -> None:
    address = f"GET {STREAM}?text={'a+' * 9_000} HTTP/1.1\r\nHost: x\r\n"
    with caplog.at_level(logging.INFO):
        for abruptly in (True, False) * 3:
            with connect(live) as reader:
                reader.sendall(f"{address}\r\n".encode())
                assert reader.recv(12) == b"HTTP/1.1 200"
                if abruptly:
                    reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        for late in (True, False):
            with connect(live) as reader:
                reader.sendall(f"{address}Transfer-Encoding: chunked\r\n\r\n".encode())
                if late:
                    assert reader.recv(12) == b"HTTP/1.1 200"
                reader.sendall(b"this is no chunk\r\n\r\n")
                everything(reader)
        with urllib.request.urlopen(f"{live.url}/healthz", timeout=10) as answer:
            assert answer.status == 200
        deadline = time.monotonic() + 10
        while live.tasks() > 3 and time.monotonic() < deadline:
            time.sleep(0.02)
    assert [record.getMessage() for record in caplog.records] == []


def test_out_of_descriptors_neither_fills_the_log_nor_ends_the_service(weights: Path, tmp_path: Path) -> None:
    limit = (64 + 32, 64 + 32)
    environment = {**os.environ, "GATEWALK_ZOO": "0", "GATEWALK_MODELS": str(weights), "PYTHONUNBUFFERED": "1"}
    with (tmp_path / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "--no-browser", "--port", "0"],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_NOFILE, limit),
        )
        assert process.stdout is not None
        url = process.stdout.readline().split()[3]
        port = int(url.rsplit(":", 1)[1])
        crowd = [socket.create_connection(("127.0.0.1", port)) for _ in range(200)]
        began = cpu_seconds(process.pid)
        time.sleep(2.5)  # what would spin spins
        assert cpu_seconds(process.pid) - began < 1
        for reader in crowd:
            reader.close()
        with process, urllib.request.urlopen(f"{url}/healthz", timeout=20) as answer:
            assert answer.status == 200
            process.send_signal(signal.SIGINT)
            process.wait(timeout=15)
    told = (tmp_path / "log.txt").read_text()
    assert len(told.splitlines()) <= 2, told
    assert "Traceback" not in told


def cpu_seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def test_what_runs_at_once_is_bounded_and_the_rest_is_refused_in_time() -> None:
    room = Workroom("test", threads=1, line=1, patience=0.1)
    gate, begun = threading.Event(), []

    def work(name: str) -> str:
        begun.append(name)
        assert gate.wait(timeout=10)
        return name

    async def main() -> list[object]:
        first = asyncio.create_task(room.do(lambda: work("first")))
        await asyncio.sleep(0)
        second = asyncio.create_task(room.do(lambda: work("second")))
        await asyncio.sleep(0)
        third = asyncio.create_task(room.do(lambda: work("third")))
        told = await asyncio.gather(second, third, return_exceptions=True)
        gate.set()
        return [await first, *told, await room.do(lambda: work("fourth"))]

    first, second, third, fourth = asyncio.run(main())
    assert (first, fourth) == ("first", "fourth")
    assert isinstance(second, BusyError)  # waited in vain
    assert isinstance(third, BusyError)  # found the line full
    assert begun == ["first", "fourth"]


@pytest.fixture
def busy(settings: Settings) -> Iterator[TestClient]:
    """A service whose threads are all at work."""
    service = Service.start(Settings(zoo=False, models=settings.models, patience=0))
    gate, done = threading.Event(), []
    for room in (service.dear, service.small):
        for _ in range(2):
            done.append(room._pool.submit(gate.wait, 30))
    with TestClient(create_app(settings, service)) as opened:
        yield opened
    gate.set()


def test_a_busy_server_says_when_to_ask_again(busy: TestClient) -> None:
    answer = busy.get("/api/v1/trace", params={"text": SENTENCE})
    assert (answer.status_code, answer.json()["error"]["code"]) == (503, "busy")
    assert answer.headers["retry-after"] == "1"
    assert answer.headers["cache-control"] == "no-store"
    long = {"text": "the cat " * 195}
    (event,) = parse(busy.get(STREAM, params=long, headers={"Accept": "text/event-stream"}).text)
    assert (event.kind, event.data["error"]["code"]) == ("error", "busy")
    # A short stream, health, and the page without its trace are there all the same.
    assert parse(busy.get(STREAM, params={"text": SENTENCE}).text)[-1].kind == "end"
    assert busy.get("/healthz").status_code == 200
    page = busy.get("/", params={"text": SENTENCE})
    assert page.status_code == 200
    assert '"trace":null,"error":null' in page.text
    assert page.headers["cache-control"] == "no-store"
    assert "etag" not in page.headers


def test_long_texts_and_models_that_nobody_asked_for_leave_the_event_loop(service: Service) -> None:
    assert is_quick(service.catalog, RunRequest("small", SENTENCE))
    assert not is_quick(service.catalog, RunRequest("small", "the cat " * 200))
    fresh = Service.start(Settings())
    assert not any(fresh.catalog.offer(name).loaded for name in fresh.catalog.names)
    assert not is_quick(fresh.catalog, RunRequest("counter", "aabb"))
    fresh.traces.document(RunRequest("counter", "aabb"))
    assert is_quick(fresh.catalog, RunRequest("counter", "aabb"))
    assert [name for name in fresh.catalog.names if fresh.catalog.offer(name).loaded] == ["counter"]


def test_signals_named_again_and_again_count_once(client: TestClient) -> None:
    asked = {"text": SENTENCE, "t": 1, "unit": 2}
    once = client.get("/api/v1/arithmetic", params=asked | {"signal": ["f", "c"], "terms": "f"})
    again = client.get("/api/v1/arithmetic", params=asked | {"signal": ["f", "c"] * 2_500, "terms": ["f"] * 2_500})
    assert again.status_code == 200
    assert again.content == once.content


def test_clamps_of_the_widest_ranges_cost_what_they_cover(client: TestClient) -> None:
    began = time.process_time()
    clamps = [f"layer0.f[{unit % 8}]@0-{99_999 - unit}={unit % 2}" for unit in range(32)]
    answer = client.get("/api/v1/trace", params={"text": "the cat " * 180, "clamp": clamps})
    assert answer.status_code == 200
    assert answer.json()["clamps"] == clamps
    assert time.process_time() - began < 5  # 9 seconds and 4 GB where ranges are written out


def numbers() -> Iterator[str]:
    random = np.random.default_rng(1)
    for _ in range(600):
        yield json.dumps(random.standard_normal(1_500).tolist())


def test_a_large_document_is_never_whole_in_memory() -> None:
    tracemalloc.start()
    document = Document.of(numbers())
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert document.size > 17_000_000
    assert peak < 2 * len(document.content) + 2_000_000
    assert document.text() == "".join(numbers())


@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_a_large_document_is_sent_in_pieces(accepted: str) -> None:
    document = Document.of(numbers())
    request = Request({"type": "http", "headers": [(b"accept-encoding", accepted.encode())]})
    answer = document.answer(request, "application/json", {})
    sent: list[dict[str, object]] = []

    async def receive() -> dict[str, object]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, object]) -> None:
        sent.append(message)

    asyncio.run(answer({"type": "http", "path": "/"}, receive, send))  # type: ignore[arg-type]
    bodies = [bytes(message["body"]) for message in sent[1:]]  # type: ignore[arg-type, call-overload]
    assert max(map(len, bodies)) == PIECE
    assert [message["more_body"] for message in sent[1:]] == [True] * (len(bodies) - 1) + [False]
    whole = b"".join(bodies)
    assert answer.headers["content-length"] == str(len(whole))
    assert whole == (document.content if accepted == "gzip" else document.text().encode())
