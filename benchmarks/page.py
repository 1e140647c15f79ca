"""From Enter to the first step on the belt, in a headless Chromium. `python -m benchmarks.page`."""

from __future__ import annotations

import argparse
import statistics

from playwright.sync_api import sync_playwright

from benchmarks.serving import server
from tests import browser

SENTENCES = ("Maria moved to Madrid", "The dogs bark at the old sailor", "Tom called his sister because she was ill")
GOAL = 150.0
# From the press of the key to the frame after the new sentence's first strip has its values.
MEASURE = """(text) => new Promise((done) => {
  const box = document.querySelector('[data-part=sentence] [name=text]');
  const belt = document.querySelector('[data-part=belt]');
  box.value = text;
  box.form.addEventListener('submit', () => {
    const pressed = performance.now();
    const watch = new MutationObserver(() => {
      if (new URLSearchParams(location.search).get('text') !== text && !document.title.startsWith(text)) return;
      watch.disconnect();
      requestAnimationFrame(() => done(performance.now() - pressed));
    });
    watch.observe(belt, { subtree: true, childList: true, attributes: true });
    watch.observe(document.querySelector('title'), { childList: true });
  }, { once: true, capture: true });
  box.form.requestSubmit();
})"""


def main() -> None:
    """Type sentences in turn and print how long each first step took."""
    parser = argparse.ArgumentParser(prog="benchmarks.page", description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    args = parser.parse_args()
    executable = browser.find()
    if executable is None:
        raise SystemExit(browser.HELP)
    with server() as served, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(browser.ARGUMENTS))
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{served.address}/?text=hello")
        page.wait_for_selector("[data-part=belt] [data-strip=x] rect[data-value]")
        taken = sorted(page.evaluate(MEASURE, SENTENCES[k % len(SENTENCES)]) for k in range(args.rounds))
        median = statistics.median(taken)
        verdict = "met" if median <= GOAL else "missed"
        print(
            f"Enter to first step: median {median:.0f} ms, {taken[0]:.0f} … {taken[-1]:.0f} (goal {GOAL:g}: {verdict})"
        )
        chromium.close()


if __name__ == "__main__":
    main()
