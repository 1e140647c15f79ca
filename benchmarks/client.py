"""A small HTTP client for the benchmarks: a kept connection, and a reader of many streams at once.

Both share the machine with the server, so they do as little as they can: no library, no parsing of what is read before
the clock has stopped.
"""

from __future__ import annotations

import asyncio
import statistics
import time
from typing import NamedTuple
from urllib.parse import urlsplit

STEP = b"event: step\n"


class Answer(NamedTuple):
    """What came back: the status, the body, and the seconds it took."""

    status: int
    body: bytes
    seconds: float


class Kept:
    """One connection, used again and again."""

    def __init__(self, address: str) -> None:
        self._parts = urlsplit(address)
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def get(self, target: str, *headers: str) -> Answer:
        """The answer to a GET of the target."""
        began = time.perf_counter()
        if self._reader is None or self._writer is None:
            where = (self._parts.hostname, self._parts.port)
            self._reader, self._writer = await asyncio.open_connection(*where, limit=2**26)
        lines = (f"GET {target} HTTP/1.1", f"Host: {self._parts.netloc}", *headers, "", "")
        self._writer.write("\r\n".join(lines).encode())
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
        body = await self._body(self._reader, head)
        answer = Answer(int(head.split(" ", 2)[1]), body, time.perf_counter() - began)
        if "connection: close" in head:
            await self.close()
        return answer

    async def _body(self, reader: asyncio.StreamReader, head: str) -> bytes:
        fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        if "content-length" in fields:
            return await reader.readexactly(int(fields["content-length"]))
        if fields.get("transfer-encoding") != "chunked":
            return b""
        parts = []
        while size := int(await reader.readuntil(b"\r\n"), 16):
            parts.append((await reader.readexactly(size + 2))[:-2])
        await reader.readexactly(2)
        return b"".join(parts)

    async def close(self) -> None:
        """Leave."""
        if self._writer is not None:
            self._writer.close()
            await self._writer.wait_closed()
        self._reader = self._writer = None


class Streamed(NamedTuple):
    """One stream: seconds from before connecting to its first step and to its end; how many steps it had."""

    first: float
    whole: float
    steps: int


class _Stream(asyncio.Protocol):
    def __init__(self, request: bytes, began: float) -> None:
        self._request = request
        self._began = began
        self._first = 0.0
        self._parts: list[bytes] = []
        self.done: asyncio.Future[tuple[float, float, bytes]] = asyncio.get_running_loop().create_future()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        self._parts.append(data)
        if not self._first and STEP in data:
            self._first = time.perf_counter() - self._began

    def connection_lost(self, _exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result((self._first, time.perf_counter() - self._began, b"".join(self._parts)))


async def stream(address: str, target: str) -> Streamed:
    """Reads a stream to its end, on a connection of its own; SystemExit where it is not whole."""
    parts = urlsplit(address)
    request = f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode()
    began = time.perf_counter()
    _, reading = await asyncio.get_running_loop().create_connection(
        lambda: _Stream(request, began), parts.hostname, parts.port
    )
    first, whole, raw = await reading.done
    body = _unchunked(raw)
    steps = body.count(STEP)
    if not steps or b'event: end\ndata: {"steps":%d}' % steps not in body:
        raise SystemExit(f"A stream was not whole: {body[:300]!r} … {body[-200:]!r}")
    return Streamed(first, whole, steps)


def _unchunked(raw: bytes) -> bytes:
    head, _, rest = raw.partition(b"\r\n\r\n")
    if b"transfer-encoding: chunked" not in head.lower():
        return rest
    parts, place = [], 0
    while end := rest.find(b"\r\n", place) + 1:
        size = int(rest[place:end], 16)
        parts.append(rest[end + 1 : end + 1 + size])
        place = end + 1 + size + 2
        if not size:
            break
    return b"".join(parts)


def percentile(seconds: list[float], share: float) -> float:
    """The value that ``share`` of all are within, in milliseconds."""
    ordered = sorted(seconds)
    return ordered[min(len(ordered) - 1, round(share * len(ordered)))] * 1e3


def milliseconds(seconds: list[float]) -> str:
    """Median, 99th percentile and longest."""
    median, longest = statistics.median(seconds) * 1e3, max(seconds) * 1e3
    return f"median {median:.1f} ms, p99 {percentile(seconds, 0.99):.1f} ms, longest {longest:.1f} ms"


def verdict(found: float, goal: float, unit: str) -> str:
    """Whether a figure is within its goal."""
    return f"goal {goal:g} {unit}: {'met' if found <= goal else 'missed'}"
