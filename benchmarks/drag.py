"""From the pull of a valve to the changed prediction, in a headless Chromium. `python -m benchmarks.drag`."""

from __future__ import annotations

import argparse
import statistics
from urllib.parse import urlencode

from playwright.sync_api import sync_playwright

from benchmarks.client import verdict
from benchmarks.page import SENTENCES
from benchmarks.serving import server
from tests import browser

GOAL = 100.0  # ms, the median
WORD = 6  # where the valve is; the prediction is that of the same word
# From the pointer's move to the frame after the one in which the first prediction's number is another.
MEASURE = """([x, y]) => new Promise((done) => {
  const card = document.querySelector('[data-part=next]');
  const read = () => card.querySelector('[data-next="0"]')?.dataset.value;
  const [was, moved] = [read(), performance.now()];
  const watch = new MutationObserver(() => {
    if (read() === was) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - moved)));
  });
  watch.observe(card, { subtree: true, childList: true, characterData: true, attributes: true });
  const host = document.querySelector('[data-part=belt]');
  const at = { pointerId: 1, clientX: x, clientY: y, buttons: 1, bubbles: true };
  host.dispatchEvent(new PointerEvent('pointermove', at));
})"""


def main() -> None:
    """Pull the chosen unit's output gate up and down and print how long each pull's prediction took."""
    parser = argparse.ArgumentParser(prog="benchmarks.drag", description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    args = parser.parse_args()
    executable = browser.find()
    if executable is None:
        raise SystemExit(browser.HELP)
    words = " ".join(SENTENCES[-1].split()[:50])
    with server() as served, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(browser.ARGUMENTS))
        page = chromium.new_page(viewport={"width": 1440, "height": 900})
        asked = {"model": "reader-32", "text": words, "t": WORD, "phase": 5, "unit": 11}
        page.goto(f"{served.address}/?{urlencode(asked)}")
        bar = page.locator("[data-strip=o][data-source=now] rect[data-unit='11'][data-value]")
        bar.wait_for()
        page.wait_for_load_state("networkidle")
        box = bar.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        page.mouse.move(x, y)
        page.mouse.down()
        page.mouse.move(x, y - 8)
        page.wait_for_function("() => location.search.includes('clamp')")
        taken = sorted(page.evaluate(MEASURE, [x, y + (-100 if k % 2 else 100)]) for k in range(args.rounds))
        page.mouse.up()
        print(
            f"valve to prediction, {len(words.split())} words: median {statistics.median(taken):.0f} ms,"
            f" {taken[0]:.0f} … {taken[-1]:.0f} ({verdict(statistics.median(taken), GOAL, 'ms')})"
        )
        chromium.close()


if __name__ == "__main__":
    main()
