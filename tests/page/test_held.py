"""Valves held by hand are marked on the belt, in every layout, and told."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.page.belt_stage import PHASES, open_stage

PINS = """() => [...document.querySelectorAll('[data-held]')].map(({ dataset }) =>
  [dataset.held, Number(dataset.from), Number(dataset.to), Number(dataset.at)])"""


def told(page: Page) -> str:
    return str(page.locator("[data-part=belt] svg").get_attribute("aria-label"))


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_what_is_held_has_its_outline_and_its_lock(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    stage = open_stage(page, clamps=("layer0.f=1", "layer0.i[3,5-7]@4=0", "layer0.i[6]=0.5"))
    stage.render(4, 5, unit=3)
    assert page.evaluate(PINS) == [["f", 0, 31, 1], ["i", 3, 3, 0], ["i", 5, 5, 0], ["i", 6, 6, 0.5], ["i", 7, 7, 0]]
    told_now = "forget gate, all units at 1; input gate, unit 3 at 0, unit 5 at 0, unit 6 at 0.5, unit 7 at 0."
    assert f"Held by hand: {told_now}" in told(page)
    outline: Any = page.locator("[data-held=f]").bounding_box()
    strip: Any = page.locator("[data-strip=f] .well").bounding_box()
    assert abs(outline["x"] - strip["x"]) < 4
    assert abs(outline["width"] - strip["width"]) < 6
    assert page.locator("[data-strip=f] .lock").count() == 1
    assert page.locator("[data-strip=f] > title").text_content() == "forget gate, held by hand: all units at 1"
    stage.render(3, 5, unit=3)
    assert page.evaluate(PINS) == [["f", 0, 31, 1], ["i", 6, 6, 0.5]]


@pytest.mark.parametrize("cell", PHASES)
def test_a_mark_comes_with_its_phase(page: Page, cell: str) -> None:
    gate = next(signal for phase in PHASES[cell][1:] for signal in phase)
    if cell == "rnn":
        gate = "h"  # its only gate is its state
    stage = open_stage(page, cell=cell, clamps=(f"layer0.{gate}[2]=0.25",))
    phase = next(k for k, signals in enumerate(PHASES[cell]) if gate in signals)
    stage.render(2, phase - 1)
    assert page.evaluate(PINS) == []
    assert "Held" not in told(page)
    stage.render(2, phase)
    assert page.evaluate(PINS) == [[gate, 2, 2, 0.25]]
    assert f"{gate}/now" in stage.strips()
