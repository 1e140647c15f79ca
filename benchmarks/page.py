"""From Enter to the prediction after a typed sentence, in a headless Chromium. `python -m benchmarks.page`."""

from __future__ import annotations

import argparse
import statistics

from playwright.sync_api import sync_playwright

from benchmarks.client import verdict
from benchmarks.serving import server
from tests import browser

#: Short ones, and one of fifty words; each ends with a word of its own, by which its prediction is known.
SENTENCES = (
    "Maria moved to Madrid",
    "The dogs bark at the old sailor",
    "Tom called his sister because she was ill",
    " ".join(["My uncle comes from Norway and on Sundays we walk along the river and feed the ducks"] * 3),
)
GOAL = 2000.0  # ms
# From the press of the key to the frame after the predictions that follow the last word are on the page.
MEASURE = """(text) => new Promise((done) => {
  const box = document.querySelector('[data-part=sentence] [name=text]');
  const card = document.querySelector('[data-part=next]');
  const last = text.split(' ').at(-1);
  box.value = text;
  box.form.addEventListener('submit', () => {
    const pressed = performance.now();
    const watch = new MutationObserver(() => {
      const said = card.querySelector('h2')?.textContent.endsWith(`“${last}”`);
      if (!said || !card.querySelector('[data-next="0"]')) return;
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - pressed)));
    });
    watch.observe(card, { subtree: true, childList: true, characterData: true, attributes: true });
  }, { once: true, capture: true });
  box.form.requestSubmit();
})"""


def main() -> None:
    """Type sentences in turn and print how long each one's prediction took."""
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
        print(
            f"Enter to prediction: median {median:.0f} ms, {taken[0]:.0f} … {taken[-1]:.0f}"
            f" (the longest one: {verdict(taken[-1], GOAL, 'ms')})"
        )
        chromium.close()


if __name__ == "__main__":
    main()
