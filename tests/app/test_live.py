"""A real server under load, and readers that leave: every trace whole and right, nothing left behind."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
import urllib.error
import urllib.parse
import urllib.request

import httpx2
import pytest

from app.service import Service
from tests.app.conftest import WORDS, Live
from tests.app.events import check_steps, parse

CLIENTS = 200
IDLE = 3  # the test's own runner, the server's main loop, the application's lifespan


def sentences() -> list[str]:
    """As many sentences as clients, each of 50 words and unlike the others."""
    return [" ".join(WORDS[(k * (3 + n % 7) + n) % len(WORDS)] for k in range(49)) + f" {n}" for n in range(CLIENTS)]


async def read_all(url: str, texts: list[str]) -> list[httpx2.Response]:
    limits = httpx2.Limits(max_connections=len(texts))
    async with httpx2.AsyncClient(base_url=url, limits=limits, timeout=60) as reader:
        headers = {"Accept": "text/event-stream"}
        return await asyncio.gather(
            *(reader.get("/api/v1/trace/stream", params={"text": text}, headers=headers) for text in texts)
        )


def test_two_hundred_clients_at_once(live: Live, service: Service) -> None:
    texts = sentences()
    answers = asyncio.run(read_all(live.url, texts))
    model = service.catalog.get(None)
    for text, answer in zip(texts, answers, strict=True):
        assert answer.status_code == 200
        start, *steps, end = parse(answer.text)
        document = model.trace(text).to_dict()
        assert len(document["tokens"]) == 50
        assert start.data["text"] == text
        check_steps(steps, start.data["layout"], document)
        assert (end.kind, end.data) == ("end", {"steps": 50})


def open_stream(live: Live, text: str) -> socket.socket:
    """A reader that has seen the start of its stream and reads no further."""
    port = int(live.url.rsplit(":", 1)[1])
    reader = socket.create_connection(("127.0.0.1", port))
    query = urllib.parse.urlencode({"text": text})
    reader.sendall(f"GET /api/v1/trace/stream?{query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert reader.recv(12) == b"HTTP/1.1 200"
    return reader


def settle(live: Live, tasks: int) -> int:
    """The number of tasks once it is `tasks`, or what it is after ten seconds."""
    deadline = time.monotonic() + 10
    while (found := live.tasks()) != tasks and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


@pytest.mark.parametrize("abruptly", [True, False])
def test_a_reader_that_leaves_leaves_no_task_behind(live: Live, abruptly: bool) -> None:
    idle = settle(live, IDLE)
    assert idle == IDLE
    readers = [open_stream(live, "a " * 9_000) for _ in range(10)]
    assert live.tasks() >= idle + 10
    for reader in readers:
        if abruptly:  # as a killed process does: a reset instead of an orderly end
            reader.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        reader.close()
    assert settle(live, idle) == idle


def test_a_long_stream_keeps_no_other_reader_waiting(live: Live) -> None:
    slow = open_stream(live, "a " * 9_000)
    (answer,) = asyncio.run(read_all(live.url, ["the cat runs"]))
    assert [event.kind for event in parse(answer.text)] == ["start", "step", "step", "step", "end"]
    slow.close()


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [
        ("🙂" * 10_000, 413, "too_many_steps"),
        ("x" * 30_000, 413, "text_too_long"),
        ("a " * 9_001, 413, "too_many_steps"),
    ],
)
def test_a_text_far_too_long_is_told_so_over_the_wire(live: Live, text: str, status: int, code: str) -> None:
    query = urllib.parse.urlencode({"text": text})
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{live.url}/api/v1/trace?{query}", timeout=30)
    with caught.value as answer:
        assert answer.status == status
        assert f'"code":"{code}"'.encode() in answer.read()
        assert answer.headers["server"] is None
