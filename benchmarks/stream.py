"""The live stream: how soon its first step arrives, and what 200 readers at once get. `python -m benchmarks.stream`.

A server of its own, one worker, started as `gatewalk` starts it; readers are plain sockets in this process, which
shares the machine with it.
"""

from __future__ import annotations

import argparse
import asyncio
import time
from urllib.parse import quote

from benchmarks.client import Streamed, milliseconds, stream
from benchmarks.serving import server

SENTENCE = "Anna grew up in France and went to school there , so she still speaks"
WORDS = 50
READERS = 200
REPEATS = 50


def target(text: str) -> str:
    """Where the stream of a text is."""
    return f"/api/v1/trace/stream?text={quote(text)}"


def sentences(count: int, words: int = WORDS) -> list[str]:
    """So many sentences of so many words, each another one."""
    known = SENTENCE.split()
    return [" ".join(known[(n + k) % len(known)] for k in range(words - 1)) + f" {n}" for n in range(count)]


async def first_steps(url: str) -> list[float]:
    """Seconds to the first step of one reader after another on an idle server; each sentence is new to it."""
    found = []
    for n in range(REPEATS):
        found.append((await stream(url, target(f"{SENTENCE} {n}"))).first)
        await asyncio.sleep(0.02)
    return found


async def crowd(url: str, readers: int = READERS) -> list[Streamed]:
    """All readers at once, each with a sentence of its own."""
    return await asyncio.gather(*(stream(url, target(text)) for text in sentences(readers)))


def main() -> None:
    """Prints both measurements."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with server() as served:
        asyncio.run(stream(served.address, target(SENTENCE)))  # the very first request pays for imports
        idle = asyncio.run(first_steps(served.address))
        print(f"first step on an idle server, {REPEATS} times: {milliseconds(idle)}")
        began = time.perf_counter()
        streams = asyncio.run(crowd(served.address))
        took = time.perf_counter() - began
    print(f"{READERS} readers at once, {WORDS} words each: all whole, {took:.2f} s in all")
    print(f"  first step: {milliseconds([one.first for one in streams])}")
    print(f"  last step:  {milliseconds([one.whole for one in streams])}")


if __name__ == "__main__":
    main()
