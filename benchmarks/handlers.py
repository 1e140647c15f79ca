"""What the application itself takes for a 304 and for a trace that it has, 390 steps, every model, no network."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import AsyncIterator
from urllib.parse import urlencode

from app.main import create_app
from benchmarks.client import verdict
from lstm_core import load, zoo

STEPS = 390
REPEATS = 200
GOAL = 1.0  # ms


def text_of(name: str) -> str:
    """The model's own examples again and again, so many words, letters or numbers of them."""
    model, examples = load(name), zoo.manifest()[name].examples
    if model.spec.reads == "letters":
        return ("".join(examples).replace("\n", " ") * STEPS)[:STEPS].strip()
    pieces = (" ".join(examples).split() * STEPS)[:STEPS]
    while (over := sum(not token.output for token in model.trace(" ".join(pieces)).tokens) - STEPS) > 0:
        del pieces[-over:]  # a word and its comma are one piece and two steps
    return " ".join(pieces)


class Asked:
    """One GET, asked of the application again and again."""

    def __init__(self, app, query: str, headers: dict[str, str]) -> None:
        self.app = app
        self.scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": "/api/v1/trace",
            "raw_path": b"/api/v1/trace",
            "root_path": "",
            "query_string": query.encode(),
            "headers": [(b"host", b"127.0.0.1"), *((k.encode(), v.encode()) for k, v in headers.items())],
            "client": ("127.0.0.1", 1),
            "server": ("127.0.0.1", 80),
        }
        self.sent: list[dict] = []

    async def once(self) -> tuple[float, float]:
        """Seconds from the call until the answer begins, and until all of it is handed over."""
        self.sent = []
        asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive() -> dict:
            for message in asked:
                return message
            return await asyncio.get_running_loop().create_future()  # the reader stays

        async def send(message: dict) -> None:
            nonlocal begins
            begins = begins or time.perf_counter()
            self.sent.append(message)

        begins = 0.0
        called = time.perf_counter()
        await self.app(dict(self.scope), receive, send)
        return begins - called, time.perf_counter() - called

    @property
    def status(self) -> int:
        """The answer's status."""
        return self.sent[0]["status"]

    def header(self, name: bytes) -> str:
        """One of its headers."""
        return dict(self.sent[0]["headers"])[name].decode()


async def repeated(asked: Asked) -> AsyncIterator[tuple[float, float]]:
    """Seconds of one call after another, as many as are wanted or a second holds."""
    until = time.perf_counter() + 1
    for _ in range(REPEATS):
        yield await asked.once()
        if time.perf_counter() > until:
            break


async def measure(app, name: str) -> dict[str, tuple[float, float]]:
    """Median seconds of each kind of answer, to its beginning and to its end."""
    query = urlencode({"model": name, "text": text_of(name)})
    kinds = {"cached": {"accept-encoding": "gzip"}, "cached, unpacked": {}}
    fresh = Asked(app, query, {})
    await fresh.once()
    assert fresh.status == 200, fresh.sent
    kinds["304"] = {"if-none-match": fresh.header(b"etag")}
    found = {}
    for kind, headers in kinds.items():
        asked = Asked(app, query, headers)
        await asked.once()
        assert asked.status == (304 if kind == "304" else 200)
        taken = [one async for one in repeated(asked)]
        found[kind] = (statistics.median(first for first, _ in taken), statistics.median(last for _, last in taken))
    return found


async def _all() -> None:
    app = create_app()
    async with app.router.lifespan_context(app):
        print(f"in the application, {STEPS} steps, ms until an answer begins … until it is handed over (medians)")
        for name in zoo.manifest():
            found = await measure(app, name)
            told = ", ".join(f"{kind} {first * 1e3:.2f} … {last * 1e3:.2f}" for kind, (first, last) in found.items())
            slowest = max(found["304"][0], found["cached"][0]) * 1e3  # what a browser asks for
            print(f"  {name:<17} {told} ({verdict(slowest, GOAL, 'ms')})")


def main() -> None:
    """Prints a line for each model."""
    asyncio.run(_all())


if __name__ == "__main__":
    main()
