"""Live training: how soon its first frame is there, how many follow a second, and what it costs others.

`python -m benchmarks.learning`. A server of its own, one worker; bounded in counts and time. Trainings are given by the
seed, so that none is kept from before.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import time
from typing import NamedTuple
from urllib.parse import urlsplit

from benchmarks.client import milliseconds, percentile, stream, verdict
from benchmarks.serving import Served, server
from benchmarks.stream import SENTENCE, target

FIRSTS = 12
STEPS = 300
PROBED = 40  # first steps of a trace stream, with and without trainings beside them
GOALS = {"first frame": 300.0, "first step beside two": 100.0}
LONGEST = 120.0  # seconds that it all may take
FRAME = b"event: frame\n"


class Watched(NamedTuple):
    """One training: seconds to its first frame and to its end, how many frames."""

    first: float
    whole: float
    frames: int


async def watch(address: str, seed: int, steps: int = STEPS) -> Watched:
    """Reads a training to its end."""
    parts, began, first, frames = urlsplit(address), time.perf_counter(), 0.0, 0
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=2**22)
    writer.write(
        f"GET /api/v1/train/stream?steps={steps}&seed={seed} HTTP/1.1\r\nHost: {parts.netloc}\r\n\r\n".encode()
    )
    while (line := await reader.readline()) != b"event: end\n":
        if line == FRAME:
            first = first or time.perf_counter() - began
            frames += 1
    writer.close()
    await writer.wait_closed()
    return Watched(first, time.perf_counter() - began, frames)


async def firsts(served: Served) -> list[float]:
    """Seconds to the first frame, one training after another on an idle server."""
    return [(await watch(served.address, 100 + n, 1)).first for n in range(FIRSTS)]


async def probed(served: Served, label: str) -> list[float]:
    """Seconds to the first step of a trace stream, again and again."""
    found = []
    for n in range(PROBED):
        found.append((await stream(served.address, target(f"{SENTENCE} {label} {n}"))).first)
        await asyncio.sleep(0.05)
    return found


async def beside(served: Served, at_once: int) -> tuple[list[float], list[Watched]]:
    """The same while so many trainings go on, each begun anew when it ends; and how these went."""
    seeds, done, ended = itertools.count(1_000 * at_once), asyncio.Event(), []

    async def again() -> None:
        while not done.is_set():
            ended.append(await watch(served.address, next(seeds)))

    async def probing() -> list[float]:
        await asyncio.sleep(0.3)
        found = await probed(served, f"beside {at_once}")
        done.set()
        return found

    found, *_ = await asyncio.gather(probing(), *(again() for _ in range(at_once)))
    return found, ended


async def measured(served: Served) -> None:
    """Prints all of it."""
    await watch(served.address, 0)
    await stream(served.address, target(SENTENCE))  # the very first requests pay for imports and for the model
    first = await firsts(served)
    worst = percentile(first, 0.99)
    print(f"first frame, {FIRSTS} trainings one after another: {milliseconds(first)}")
    print(f"  p99 {worst:.0f} ms ({verdict(worst, GOALS['first frame'], 'ms')})")
    idle = await probed(served, "idle")
    print(f"a trace stream's first step on an idle server: {milliseconds(idle)}")
    for at_once in (1, 2):
        found, ended = await beside(served, at_once)
        shown, updates = (min(count(one) / one.whole for one in ended) for count in (frames_of, lambda _: STEPS))
        print(f"{at_once} at once: {updates:.0f} updates and {shown:.0f} frames a second each, at least")
        print(f"  a trace stream's first step beside: {milliseconds(found)}")
    late = percentile(found, 0.99) - percentile(idle, 0.99)
    print(f"  p99 beside two: {late:+.0f} ms ({verdict(late, GOALS['first step beside two'], 'ms')})")


def frames_of(one: Watched) -> int:
    """How many frames it had."""
    return one.frames


def main() -> None:
    """Runs it, bounded in time."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    with server() as served:
        asyncio.run(asyncio.wait_for(measured(served), LONGEST))


if __name__ == "__main__":
    main()
