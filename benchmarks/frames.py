"""The page in a headless Chromium on two cores: what a fresh visit holds up, and milliseconds a frame while it plays.

    python -m benchmarks.frames [--frames 600] [--visits 3]

A fresh visit has nothing in any cache. Its longest task is what keeps the page from answering a key: the browser's own
`longtask` entries, from the first on, during the first ten seconds; tasks under 50 ms have none.
"""

from __future__ import annotations

import argparse
import os
import statistics
from urllib.parse import urlencode

from playwright.sync_api import Browser, sync_playwright

from benchmarks.client import verdict
from benchmarks.serving import server
from lstm_core import zoo
from tests import browser

SENTENCE = "Anna grew up in France and after all these years she still speaks fluent"
CORES = 2
VISIT = 10_000  # ms
FRAME_GOAL = 17.0  # ms
TASK_GOAL = 100.0  # ms
SHOWN = "[data-part=belt] [data-strip=x] rect[data-value]"
WATCH = """window.tasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) tasks.push([startTime, duration]);
}).observe({ type: 'longtask', buffered: true });"""
COUNT = """(count) => new Promise((done) => {
  const taken = [];
  let last = performance.now();
  const frame = (now) => {
    taken.push(now - last);
    last = now;
    if (taken.length < count) requestAnimationFrame(frame); else done(taken);
  };
  requestAnimationFrame(frame);
})"""


def two_cores() -> list[int]:
    """Holds this process, the server and the browser to two cores; those that it took."""
    if not hasattr(os, "sched_setaffinity"):
        return []
    chosen = sorted(os.sched_getaffinity(0))[:CORES]
    os.sched_setaffinity(0, chosen)
    return chosen


def visit(chromium: Browser, address: str) -> list[tuple[float, float]]:
    """The long tasks of a fresh visit: when each began and how long it took, in ms."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("(until) => performance.now() > until", arg=VISIT, polling=250)
    tasks = [(start, taken) for start, taken in page.evaluate("tasks") if start < VISIT]
    context.close()
    return tasks


def play(chromium: Browser, address: str, model: str, frames: int) -> list[float]:
    """Milliseconds of each frame while a sentence plays."""
    page = chromium.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}/?{urlencode({'model': model, 'text': SENTENCE, 't': 0, 'phase': 0})}")
    page.wait_for_selector(SHOWN)
    page.keyboard.press("Space")
    taken = sorted(page.evaluate(COUNT, frames))
    page.close()
    return taken


def main() -> None:
    """Visit, then play the sentence with each shipped model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--frames", type=int, default=600)
    parser.add_argument("--visits", type=int, default=3)
    parser.add_argument("--model", nargs="*", default=list(zoo.manifest()), help="all of them when none is named")
    args = parser.parse_args()
    executable = browser.find()
    if executable is None:
        raise SystemExit(browser.HELP)
    print(f"on the cores {two_cores()}, load of the machine before: {os.getloadavg()[0]:.1f}")
    with server() as served, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(browser.ARGUMENTS))
        for _ in range(args.visits):
            tasks = visit(chromium, served.address)
            longest = max((taken for _, taken in tasks), default=0.0)
            told = ", ".join(f"{taken:.0f} at {start / 1e3:.1f} s" for start, taken in sorted(tasks)) or "none of 50"
            print(f"fresh visit: longest task {longest:.0f} ms ({verdict(longest, TASK_GOAL, 'ms')}); all: {told}")
        for name in args.model:
            taken = play(chromium, served.address, name, args.frames)
            median, late = statistics.median(taken), taken[int(0.95 * len(taken))]
            told = f"median {median:5.1f} ms, 95 of 100 within {late:5.1f}"
            print(f"{name:<17} {told} ({verdict(median, FRAME_GOAL, 'ms')})")
        chromium.close()


if __name__ == "__main__":
    main()
