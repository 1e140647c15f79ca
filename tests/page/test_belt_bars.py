"""The bars as they are drawn: from zero, on a scale that shows small and large, and standing out from their ground."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.page.belt_stage import open_stage

#: WCAG 2.2, 1.4.11: graphics against what lies beside them.
LEAST = 3.0
TENTH = 0.1

BARS = (Path(__file__).parent / "bars.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("units", [32, 256])
def test_a_bar_of_a_tenth_stands_out_from_its_ground(
    open_context: Callable[..., BrowserContext], scheme: str, units: int
) -> None:
    page = open_context(color_scheme=scheme).new_page()
    stage = open_stage(page, units=units)
    stage.render(4, 5)
    bars = page.evaluate(BARS)
    assert {bar["strip"] for bar in bars} >= {"c/previous", "fc/now", "c/now", "f/now", "h/now"}
    for bar in bars:
        assert bar["contrast"] >= LEAST, bar
        assert bar["opacity"] == 1, bar


def test_bars_stand_on_zero_and_tell_small_from_large(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 5)
    bars = page.evaluate(BARS)
    bound = page.evaluate("() => Math.max(trace.max('layer0', 'c'), trace.max('layer0', 'fc'))")
    seen = {"up": 0, "down": 0, "gate": 0}
    for bar in bars:
        if bar["zero"] is None:
            seen["gate"] += 1
            assert bar["foot"] == pytest.approx(bar["floor"], abs=0.02)
            assert bar["height"] == pytest.approx(max(1.5, bar["value"] * bar["full"]), abs=0.02)
            continue
        seen["up" if bar["value"] > 0 else "down"] += 1
        assert bar["foot" if bar["value"] >= 0 else "top"] == pytest.approx(bar["zero"], abs=0.02)
        if not bar["belt"]:
            continue
        part = min(1, abs(bar["value"]) / bound)
        long = math.log1p(50 * part) / math.log1p(50) * bar["full"]  # symmetric logarithm
        assert bar["height"] == pytest.approx(max(1.5, long), abs=0.02)
        if part >= TENTH:
            assert bar["height"] >= 0.45 * bar["full"]
    assert min(seen.values()) > 0
    up, down = ({bar["fill"] for bar in bars if bar["zero"] and sign * bar["value"] > 0} for sign in (1, -1))
    assert len(up) == len(down) == 1
    assert up != down


def test_nothing_lies_behind_the_bars(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 5)
    strips = page.locator(".live .bars")
    for k in range(strips.count()):
        bars = strips.nth(k)
        assert bars.locator("rect").count() == bars.locator("rect[data-unit]").count(), "each shape is a unit's bar"


def test_the_belt_has_a_scale_of_its_own(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 5)
    bound = page.evaluate("() => Math.max(trace.max('layer0', 'c'), trace.max('layer0', 'fc'))")
    own = page.locator(".legend.belt")
    ticks = [text.replace("−", "-") for text in own.locator("text:not(.title)").all_text_contents()]
    assert [float(text) for text in ticks] == pytest.approx([-bound, -TENTH * bound, 0, TENTH * bound, bound])
    assert "log scale" in str(own.locator(".title").text_content())
    others = [text.replace("−", "-") for text in page.locator(".legend.signed text:not(.title)").all_text_contents()]
    assert [float(text) for text in others] == pytest.approx([-1, -TENTH, 0, TENTH, 1])
