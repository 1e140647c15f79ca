"""The live stream: how soon its first step arrives, and what 200 readers at once get. `python -m benchmarks.stream`.

A server of its own, one worker, started as `gatewalk` starts it; readers are plain sockets in this process, which
shares the machine with it.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote, urlsplit

SENTENCE = "Anna grew up in France and went to school there , so she still speaks"
WORDS = 50
READERS = 200
REPEATS = 50


@contextmanager
def server() -> Iterator[str]:
    """A server in a process of its own; gives its address, ends it afterwards."""
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "--no-browser", "--port", "0"],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        if not line:
            raise SystemExit("The server did not start.")
        yield line.split()[3]
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=10)


async def read(url: str, text: str) -> tuple[float, float, int]:
    """One stream: seconds from the request, connecting included, to its first step and to its end; its steps."""
    parts = urlsplit(url)
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    target = f"/api/v1/trace/stream?text={quote(text)}"
    writer.write(f"GET {target} HTTP/1.1\r\nHost: {parts.netloc}\r\nConnection: close\r\n\r\n".encode())
    await reader.readuntil(b"event: step\n")
    await reader.readuntil(b"\n\n")
    first = time.perf_counter() - began
    rest = await reader.read()
    whole = time.perf_counter() - began
    writer.close()
    await writer.wait_closed()
    if f'event: end\ndata: {{"steps":{rest.count(b"event: step") + 1}}}'.encode() not in rest:
        raise SystemExit(f"A stream was not whole: {rest[-200:]!r}")
    return first, whole, rest.count(b"event: step") + 1


async def first_steps(url: str) -> list[float]:
    """Seconds to the first step of one reader after another on an idle server; each sentence is new to it."""
    found = []
    for n in range(REPEATS):
        found.append((await read(url, f"{SENTENCE} {n}"))[0])
        await asyncio.sleep(0.02)
    return found


async def crowd(url: str) -> list[tuple[float, float, int]]:
    """All readers at once, each with a sentence of its own."""
    words = SENTENCE.split()
    texts = [" ".join(words[(n + k) % len(words)] for k in range(WORDS - 1)) + f" {n}" for n in range(READERS)]
    return await asyncio.gather(*(read(url, text) for text in texts))


def milliseconds(seconds: list[float]) -> str:
    """Median, 99th percentile and longest."""
    ordered = sorted(seconds)
    high = ordered[min(len(ordered) - 1, round(0.99 * len(ordered)))]
    return (
        f"median {statistics.median(ordered) * 1e3:.1f} ms, p99 {high * 1e3:.1f} ms, longest {ordered[-1] * 1e3:.1f} ms"
    )


def main() -> None:
    """Prints both measurements."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with server() as url:
        asyncio.run(read(url, SENTENCE))  # the very first request pays for imports
        print(f"first step on an idle server, {REPEATS} times: {milliseconds(asyncio.run(first_steps(url)))}")
        began = time.perf_counter()
        streams = asyncio.run(crowd(url))
        took = time.perf_counter() - began
    print(f"{READERS} readers at once, {WORDS} words each: all whole, {took:.2f} s in all")
    print(f"  first step: {milliseconds([first for first, _, _ in streams])}")
    print(f"  last step:  {milliseconds([whole for _, whole, _ in streams])}")


if __name__ == "__main__":
    main()
