"""Film the real page for the README: `python -m docs.make_film`, with the packages of dev.txt.

A picture a moment, as a person sees it who walks a sentence: by words, and by phases where the country is read and
where the language is said.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from urllib.parse import urlencode

from PIL import Image
from playwright.sync_api import Page, ViewportSize, sync_playwright

from docs.make_picture import MOMENT, serving
from docs.section import FOLDER
from tests import browser

TARGET = FOLDER / "walk.webp"
SIZE = ViewportSize(width=1200, height=750)
WIDTH = 900  # of the film, in pixels
WORD, PHASE, END = 350, 1400, 4000  # ms that a picture is looked at


def moments(words: int, slow: tuple[int, ...], phases: int) -> Iterator[tuple[int, int, int]]:
    """(word, phase, ms) of every picture; the words in ``slow`` go phase by phase."""
    for t in range(words):
        for phase in range(phases) if t in slow else [phases - 1]:
            yield t, phase, END if (t, phase) == (words - 1, phases - 1) else PHASE if t in slow else WORD


def taken(page: Page, address: str) -> Iterator[tuple[bytes, int]]:
    """Each picture as PNG, with its time."""
    words = str(MOMENT["text"]).split()
    page.goto(f"{address}/?{urlencode(MOMENT | {'t': len(words) - 1, 'phase': 0})}")
    page.wait_for_selector(f"[data-arith-ready='{len(words) - 1}:{MOMENT['unit']}']", state="attached")
    page.wait_for_selector(".js-plotly-plot .heatmaplayer image", state="attached")
    phases = page.locator("[data-phase]").count()
    for t, phase, ms in moments(len(words), (words.index("France"), len(words) - 1), phases):
        page.goto(f"{address}/?{urlencode(MOMENT | {'t': t, 'phase': phase})}")
        page.wait_for_selector(f"[data-arith-ready='{t}:{MOMENT['unit']}']", state="attached")
        page.wait_for_selector(".js-plotly-plot .heatmaplayer image", state="attached")
        page.wait_for_load_state("networkidle")
        yield page.screenshot(), ms


def film(address: str) -> None:
    """Take the pictures and write the film."""
    executable = browser.ensure()
    if executable is None:
        sys.exit(browser.HELP)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(browser.ARGUMENTS))
        page = chromium.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        shots = list(taken(page, address))
        chromium.close()
    height = WIDTH * SIZE["height"] // SIZE["width"]
    first, *others = (Image.open(io.BytesIO(png)).convert("RGB").resize((WIDTH, height)) for png, _ in shots)
    first.save(
        TARGET, save_all=True, append_images=others, duration=[ms for _, ms in shots], loop=0, quality=80, method=6
    )


def main() -> None:
    """Make the film anew."""
    with serving() as address:
        film(address)


if __name__ == "__main__":
    main()
