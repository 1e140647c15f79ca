"""What the server holds out: a crowd, and requests that cost much. `python -m benchmarks.load [crowd] [dear] [quick]`.

    crowd   1,000 readers at once, 50 words each
    dear    eight of the dearest requests at once, again and again for ten seconds, while others ask for little
    quick   what an idle server takes for a 304, a trace that it has, and answers on a kept connection

A server of its own, one worker, on this machine alone, ended afterwards; readers are sockets in this process. Counts
and times are bounded. A figure depends on the machine and on what else runs: it is printed, and tests nothing.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from urllib.parse import quote, urlencode

from benchmarks import handlers
from benchmarks.client import Kept, milliseconds, percentile, stream, verdict
from benchmarks.serving import Served, many_files, server
from benchmarks.stream import crowd, sentences, target

READERS = 1_000
CROWD_GOALS = {"first step p99": 2.0, "all done": 12.0}  # seconds
DEAR_AT_ONCE = 8
DEAR_SECONDS = 10.0
DEAR_GOALS = {"/healthz p99": 100.0, "first step p99": 250.0, "memory": 10.0}  # ms, ms, %
SPEECH = "to be or not to be that is the question whether tis nobler in the mind to suffer the slings and arrows "
LONGEST = 180.0  # seconds that any part may take


def dear_requests() -> list[Callable[[int], str]]:
    """What costs a server most for one GET, each with a number that makes it another one every time."""
    clamps = [("clamp", f"layer0.{gate}[0-31]@0-389={k / 10}") for k in range(8) for gate in "fiog"]
    words = " ".join(SPEECH.split() * 20).split()[:389]

    def letters(n: int) -> str:
        return "/api/v1/trace?" + urlencode({"model": "shakespeare", "text": (f"{n} " + SPEECH * 5)[:400]})

    def clamped(n: int) -> str:
        return "/api/v1/trace?" + urlencode([("text", " ".join([*words, str(n)])), *clamps])

    def clamped_units(n: int) -> str:
        units = ",".join(str(k) for k in range(60))
        return "/api/v1/trace?" + urlencode([("text", f"hello {n}"), *[("clamp", f"layer0.f[{units}]=1")] * 32])

    def ranges(n: int) -> str:
        asked = [("clamp", f"layer0.f@0-{10**6 + n}=1"), ("clamp", f"layer0.i[0-{10**6}]=1")]
        return "/api/v1/trace?" + urlencode([("text", "a b c"), *asked])

    def repeated(n: int) -> str:
        return f"/api/v1/arithmetic?text=hello+{n}&t=0&unit=0" + "&signal=f" * 1_000 + "&terms=f"

    def long(n: int) -> str:
        return "/api/v1/trace?" + urlencode({"model": "reader-128", "text": " ".join([*words, str(n)])})

    return [letters, clamped, long, clamped_units, repeated, ranges]


async def dear(served: Served) -> None:
    """Eight at once, while `/healthz` and the first step of a stream are measured."""
    told = {
        each.__name__: (each, await ask(served, each(10_000))) for each in dear_requests()
    }  # loads what is loaded once
    print("refused at once: " + (", ".join(name for name, (_, status) in told.items() if status != 200) or "none"))
    asked = itertools.islice(itertools.cycle(each for each, status in told.values() if status == 200), DEAR_AT_ONCE)
    await asyncio.sleep(1)
    idle, before = await probe(served, 1.0), served.memory()
    until = time.monotonic() + DEAR_SECONDS
    counts: Counter[int] = Counter()
    numbers = itertools.count()

    async def again(each: Callable[[int], str]) -> None:
        while time.monotonic() < until:
            status = await ask(served, each(next(numbers)))
            counts[status] += 1
            if status == 503:
                await asyncio.sleep(0.1)

    *_, busy = await asyncio.gather(*(again(each) for each in asked), probe(served, DEAR_SECONDS))
    peak = served.memory()
    await asyncio.sleep(2)
    after = served.memory()
    answers = ", ".join(f"{count} × {status}" for status, count in sorted(counts.items()))
    print(f"{DEAR_AT_ONCE} dear requests at once for {DEAR_SECONDS:g} s: {answers}")
    for name, (health, first) in {"idle": idle, "then": busy}.items():
        print(f"  {name}: /healthz {milliseconds(health)}; a stream's first step {milliseconds(first)}")
    health, first = percentile(busy[0], 0.99), percentile(busy[1], 0.99)
    grown = 100 * (after / before - 1)
    print(f"  memory: {before:.0f} MB before, {peak:.0f} at the end, {after:.0f} two seconds after ({grown:+.1f} %)")
    print(f"  /healthz p99 {health:.0f} ms ({verdict(health, DEAR_GOALS['/healthz p99'], 'ms')})")
    print(f"  first step p99 {first:.0f} ms ({verdict(first, DEAR_GOALS['first step p99'], 'ms')})")
    print(f"  memory {grown:+.1f} % ({verdict(abs(grown), DEAR_GOALS['memory'], '%')})")


async def ask(served: Served, what: str) -> int:
    """The status of one GET on a connection of its own."""
    connection = Kept(served.address)
    try:
        return (await connection.get(what)).status
    finally:
        await connection.close()


async def probe(served: Served, seconds: float) -> tuple[list[float], list[float]]:
    """What little questions take meanwhile, in seconds: `/healthz` on a kept connection, a new stream's first step."""
    until = time.monotonic() + seconds

    async def health() -> list[float]:
        connection, found = Kept(served.address), []
        while time.monotonic() < until:
            found.append((await connection.get("/healthz")).seconds)
            await asyncio.sleep(0.02)
        await connection.close()
        return found

    async def first() -> list[float]:
        found = []
        for n in itertools.count():
            if time.monotonic() >= until:
                break
            found.append((await stream(served.address, target(f"Anna grew up in France {seconds:g} {n}"))).first)
            await asyncio.sleep(0.05)
        return found

    return await asyncio.gather(health(), first())


async def many(served: Served) -> None:
    """All readers at once."""
    await stream(served.address, target("the very first request pays for imports"))
    began, computed = time.perf_counter(), served.computed()
    streams = await crowd(served.address, READERS)
    took, computed = time.perf_counter() - began, served.computed() - computed
    first = percentile([one.first for one in streams], 0.99) / 1e3
    print(
        f"{READERS:,} readers at once, {streams[0].steps} words each: all whole; the server computed {computed:.1f} s"
    )
    print(f"  first step: {milliseconds([one.first for one in streams])}")
    print(f"  last step:  {milliseconds([one.whole for one in streams])}")
    print(f"  first step p99 {first:.2f} s ({verdict(first, CROWD_GOALS['first step p99'], 's')})")
    print(f"  all done {took:.2f} s ({verdict(took, CROWD_GOALS['all done'], 's')})")


async def kept(served: Served) -> None:
    """One after another on one connection."""
    print("on a kept connection, 50 times each")
    connection = Kept(served.address)
    text = quote("Anna grew up in France")
    for name, asked in {
        "/healthz": ["/healthz"] * 50,
        "trace that it has": [f"/api/v1/trace?text={text}"] * 50,
        "new trace, 50 words": [f"/api/v1/trace?text={quote(one)}" for one in sentences(50)],
        "new stream, 50 words": [target(one + " .") for one in sentences(50, 49)],
    }.items():
        await connection.get(asked[0])
        print(f"  {name:<21} {milliseconds([(await connection.get(one)).seconds for one in asked])}")
    await connection.close()


def within(part: Awaitable[None]) -> None:
    """Runs a part, and no longer than it may take."""

    async def bounded() -> None:
        await asyncio.wait_for(part, LONGEST)

    asyncio.run(bounded())


PARTS = {"crowd": (many,), "dear": (dear,), "quick": (kept,)}


def main() -> None:
    """Runs the parts that are named, or all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="all of them when none is named")
    parser.add_argument("--cores", help="the cores of the server, as taskset takes them: 0, or 0,1")
    args = parser.parse_args()
    many_files(2 * READERS + 100)
    for name in args.parts or PARTS:
        with server(args.cores) as served:
            for part in PARTS[name]:
                within(part(served))
        if name == "quick":
            handlers.main()


if __name__ == "__main__":
    main()
