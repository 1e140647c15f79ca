"""At every width, in both themes: text is large enough, whole, and on nothing else; the colours follow the theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.page.belt_stage import PHASES, open_stage

WIDTHS = (340, 390, 679, 680, 760, 899, 900, 1024, 1200, 1440, 1920, 2560)
CLASHES = """() => {
  const picture = document.querySelector('[data-part=belt] svg').getBoundingClientRect();
  const seen = ({ visibility, display }) => visibility !== 'hidden' && display !== 'none';
  const texts = [...document.querySelectorAll('[data-part=belt] svg text')]
    .filter((text) => text.textContent.trim() && seen(getComputedStyle(text)));
  const faults = [];
  texts.forEach((text, k) => {
    const a = text.getBoundingClientRect();
    for (const part of [text, ...text.querySelectorAll('tspan:not(.sub)')]) {
      if (parseFloat(getComputedStyle(part).fontSize) < 11) faults.push(`small: ${text.textContent}`);
    }
    const within = a.top >= picture.top && a.bottom <= picture.bottom + 1;
    if (a.left < picture.left - 1 || a.right > picture.right + 1 || !within)
      faults.push(`cut: ${text.textContent}`);
    for (const other of texts.slice(0, k)) {
      const b = other.getBoundingClientRect();  // boxes of lines are taller than their letters: 4 px of it are air
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4)
        faults.push(`${text.textContent} on ${other.textContent}`);
    }
  });
  return faults;
}"""


@pytest.mark.parametrize("cell", PHASES)
def test_no_text_is_small_cut_or_covered(page: Page, cell: str) -> None:
    stage = open_stage(page, cell=cell)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("(width) => document.querySelector('[data-part=belt]').clientWidth === width", arg=width)
        for t in (0, 4):
            stage.render(t, len(PHASES[cell]) - 1, unit=31)
            page.wait_for_selector(f"svg[width='{width}']")
            assert page.evaluate(CLASHES) == [], (width, t)


@pytest.mark.parametrize(("cell", "width"), [("lstm", 390), ("gru", 390), ("gru", 680)])
def test_a_long_word_is_cut_to_its_place(page: Page, cell: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    stage = open_stage(page, cell=cell, text="Anna Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch grew")
    for t in (0, 1, 2):
        stage.render(t, 5, unit=1)
        assert page.evaluate(CLASHES) == []


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("cell", ["lstm", "peephole", "gru"])
def test_the_picture_fits_its_page(page: Page, cell: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900 if width > 1100 else 768})
    stage = open_stage(page, cell=cell)
    stage.render(4, 5)
    box = page.locator("[data-part=belt] svg").bounding_box()
    assert box
    assert box["width"] == width
    assert box["height"] <= {1440: 400, 1024: 356, 390: 640}[width]


def test_a_smaller_window_makes_a_lower_picture_again(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 1100})
    stage = open_stage(page)
    stage.render(4, 5)
    page.wait_for_selector("svg[height='600']")
    page.set_viewport_size({"width": 1440, "height": 900})
    page.wait_for_selector("svg[height='400']")


def test_the_theme_recolours_what_is_drawn(open_context: Callable[..., BrowserContext]) -> None:
    page = open_context(color_scheme="dark").new_page()
    stage = open_stage(page)
    stage.render(4, 5)
    fill = "() => getComputedStyle(document.querySelector(\"[data-strip='g'] rect[data-unit='3'][data-value]\")).fill"
    dark = page.evaluate(fill)
    page.evaluate("() => document.documentElement.setAttribute('data-theme', 'light')")
    light = page.evaluate(fill)
    page.emulate_media(color_scheme="light")
    assert page.evaluate(fill) == light != dark
    page.evaluate("() => document.documentElement.setAttribute('data-theme', 'dark')")
    assert page.evaluate(fill) == dark
