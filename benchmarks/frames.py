"""The page while it plays: milliseconds a frame, in a headless Chromium. `python -m benchmarks.frames`."""

from __future__ import annotations

import argparse
import statistics
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from benchmarks.serving import server
from lstm_core import zoo
from tests import browser

SENTENCE = "Anna grew up in France and after all these years she still speaks fluent"
GOAL = 17.0
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


def main() -> None:
    """Play the sentence with each shipped model and print its frames."""
    parser = argparse.ArgumentParser(prog="benchmarks.frames", description=__doc__)
    parser.add_argument("--frames", type=int, default=600)
    args = parser.parse_args()
    executable = browser.find()
    if executable is None:
        raise SystemExit(browser.HELP)
    with server() as served, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(browser.ARGUMENTS))
        for name in zoo.manifest():
            page = chromium.new_page(viewport={"width": 1440, "height": 900})
            page.goto(f"{served.address}/?{urlencode({'model': name, 'text': SENTENCE, 't': 0, 'phase': 0})}")
            page.wait_for_selector("#belt [data-strip=x] rect[data-value]")
            page.keyboard.press("Space")
            taken = sorted(page.evaluate(COUNT, args.frames))
            median = statistics.median(taken)
            late = taken[int(0.95 * len(taken))]
            verdict = "met" if median <= GOAL else "missed"
            print(f"{name:<12} median {median:5.1f} ms, 95 of 100 within {late:5.1f} (goal {GOAL:g}: {verdict})")
            page.close()
        chromium.close()


if __name__ == "__main__":
    main()
