"""Film the real page for the README: `python -m docs.make_film`, with the packages of dev.txt.

A picture a moment, as a person sees it who walks a sentence: by words, and by phases where the country is read and
where the language is said.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from PIL import Image
from playwright.sync_api import Page, ViewportSize

from docs.make_picture import MOMENT, opened, serving
from docs.section import FOLDER

TARGET = FOLDER / "walk.webp"
SIZE = ViewportSize(width=1200, height=750)
WIDTH = 900  # of the film, in pixels
#: The charts follow a frame later than the rest.
DRAWN = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 150))))"
WORD, PHASE, END = 350, 1400, 4000  # ms that a picture is looked at


def taken(page: Page, words: Sequence[str], slow: Sequence[int]) -> Iterator[tuple[bytes, int]]:
    """Each picture as PNG, with its time; the words in ``slow`` go phase by phase. The page is at the first word."""
    last = len(words) - 1
    phases = page.locator("[data-phase]").count()
    for t in range(len(words)):
        if t:
            page.keyboard.press("ArrowDown" if t in slow else "ArrowRight")
        for phase in range(phases if t in slow else 1):
            if phase:
                page.keyboard.press("ArrowDown")
            page.wait_for_selector(f"[data-arith-ready='{t}:{MOMENT['unit']}']", state="attached")
            page.evaluate(DRAWN)
            ends = t == last and phase == phases - 1
            yield page.screenshot(), END if ends else PHASE if t in slow else WORD


def film(address: str) -> None:
    """Take the pictures and write the film."""
    words = str(MOMENT["text"]).split()
    with opened(address, SIZE, {**MOMENT, "t": 0, "phase": 5}) as page:
        shots = list(taken(page, words, (words.index("France"), len(words) - 1)))
    height = WIDTH * SIZE["height"] // SIZE["width"]
    first, *others = (Image.open(io.BytesIO(png)).convert("RGB").resize((WIDTH, height)) for png, _ in shots)
    first.save(TARGET, save_all=True, append_images=others, duration=[ms for _, ms in shots], loop=0, quality=80)


def main() -> None:
    """Make the film anew."""
    with serving() as address:
        film(address)


if __name__ == "__main__":
    main()
