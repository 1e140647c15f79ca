"""The charts are there at once, drawn plainly, with the model's own numbers; their library comes when there is time."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from lstm_core import load

TEXT = "Anna grew up in France"
SEARCH = urlencode({"model": "reader-32", "text": TEXT, "t": 3, "phase": 5, "unit": 4, "signal": "c"})
LIBRARY = "[...document.scripts].some(({ src }) => src.includes('plotly'))"
PLAIN = "[data-part=charts] .plain-chart"
DRAWN = ".js-plotly-plot .main-svg >> nth=0"


def open_page(page: Page, server: str, more: str = "") -> None:
    page.goto(f"{server}/?{SEARCH}{more}")
    page.wait_for_selector(f"{PLAIN} .word")
    page.wait_for_load_state("networkidle")


def cell(page: Page, t: int, unit: int) -> dict[str, float]:
    """The middle of a unit's cell at a step, inside the picture."""
    box: Any = page.locator(f"{PLAIN} canvas").bounding_box()
    own: Any = page.locator(f"{PLAIN} > svg").bounding_box()
    return {
        "x": box["x"] - own["x"] + (t + 0.5) * box["width"] / 5,
        "y": box["y"] - own["y"] + (unit + 0.5) * box["height"] / 32,
    }


def test_a_plain_heatmap_has_the_traces_numbers_and_colours(page: Page, server: str) -> None:
    open_page(page, server)
    trace = load("reader-32").trace(TEXT)
    picture, hint = page.locator(f"{PLAIN} > svg"), page.locator(f"{PLAIN} .pointed")
    for t, unit in ((0, 0), (2, 31), (3, 17)):
        picture.hover(position=cell(page, t, unit))
        value = f"{trace['c'][t, unit]:.4f}".replace("-", "−")
        expect(hint).to_have_text(f"unit {unit} at “{TEXT.split()[t]}”: {value}")
    picture.hover(position=cell(page, 4, 3))  # the walk has not come there
    expect(hint).to_be_hidden()
    # The strip on the belt and the cell are of one colour: blue below zero, orange above.
    signs = page.evaluate(
        """() => {
          const canvas = document.querySelector('.plain-chart canvas');
          const [brush, sharp] = [canvas.getContext('2d'), canvas.width / canvas.clientWidth];
          return Array.from({ length: 32 }, (_, k) => {
            const [x, y] = [3.5 * canvas.clientWidth / 5, (k + 0.5) * canvas.clientHeight / 32];
            const [red, , blue] = brush.getImageData(x * sharp, y * sharp, 1, 1).data;
            return red - blue;
          });
        }"""
    )
    for value, sign in zip(trace["c"][3], signs, strict=True):
        assert abs(value) < 0.3 or (value > 0) == (sign > 0)


def test_a_click_in_a_plain_chart_goes_to_its_step_and_unit(page: Page, server: str) -> None:
    open_page(page, server)
    page.locator(f"{PLAIN} > svg").click(position=cell(page, 1, 9))
    expect(page.locator(".where")).to_contain_text("word 2 of 5")
    expect(page.locator("[data-part=arithmetic] h2")).to_contain_text("Unit 9 at “grew”")


def test_plain_lines_are_of_the_chosen_unit(page: Page, server: str) -> None:
    open_page(page, server, "&view=line")
    trace = load("reader-32").trace(TEXT)
    assert page.locator(f"{PLAIN} .dot").count() == 4 * 6  # f i g o c h, at the four words that were walked
    box: Any = page.locator(f"{PLAIN} .well").bounding_box()
    own: Any = page.locator(f"{PLAIN} > svg").bounding_box()
    page.locator(f"{PLAIN} > svg").hover(position={"x": box["x"] - own["x"] + 10, "y": box["y"] - own["y"] + 10})
    told = page.locator(f"{PLAIN} .pointed").inner_text()
    symbol, value = told.split(" at “Anna”: ")
    assert float(value.replace("−", "-")) == pytest.approx(float(trace[symbol[0]][0, 4]), abs=6e-5)


def test_the_library_is_loaded_for_who_uses_a_chart(page: Page, server: str) -> None:
    open_page(page, server)
    assert not page.evaluate(LIBRARY)
    page.locator("[data-part=charts] select").focus()
    page.wait_for_selector(DRAWN, state="attached")
    expect(page.locator(PLAIN)).to_have_count(0)


def test_the_library_waits_for_rest(page: Page, server: str) -> None:
    page.clock.install()
    open_page(page, server)
    page.clock.run_for(5_000)
    assert not page.evaluate(LIBRARY)
    page.keyboard.press("Space")
    page.clock.run_for(3_000)
    assert not page.evaluate(LIBRARY), "not while it plays, or has just played"
    page.keyboard.press("Home")
    page.clock.run_for(20_000)
    page.wait_for_selector(DRAWN, state="attached")
