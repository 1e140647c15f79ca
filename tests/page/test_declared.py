"""A cell that the page does not know is drawn from its declaration: no text on another, every signal, every number."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import Page

from lstm_core import cells
from tests.core.test_new_cell import Valve
from tests.page.belt_stage import open_stage
from tests.page.test_belt_looks import CLASHES

WIDTHS = (340, 390, 680, 900, 1024, 1200, 1440, 1920)
VALVE = [["x"], ["a", "n"], ["change"], ["h"], []]


@pytest.fixture(autouse=True)
def valve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cells, "_registry", dict(cells._registry))
    cells.register(Valve())


@pytest.mark.parametrize("cell", ["valve", "lstm", "gru-before"])
def test_no_text_is_small_cut_or_covered(page: Page, cell: str) -> None:
    stage = open_stage(page, cell=cell, unknown=True)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function("(width) => document.querySelector('[data-part=belt]').clientWidth === width", arg=width)
        stage.render(4, 99, unit=31)
        page.wait_for_selector(f"[data-part=belt] svg[width='{width}']")
        assert page.evaluate(CLASHES) == [], width


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_each_phase_shows_what_it_computes_and_no_more(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    stage = open_stage(page, cell="valve")
    for phase in range(len(VALVE)):
        stage.render(3, phase, unit=2)
        shown = {name: values for name, values in stage.strips().items() if values}
        signals = [signal for new in VALVE[: phase + 1] for signal in new]
        assert set(shown) == {"h/previous", *(f"{signal}/now" for signal in signals)}
        for signal in signals:
            assert np.array_equal([*shown[f"{signal}/now"].values()], stage.trace[signal][3].astype(float))
        assert np.array_equal([*shown["h/previous"].values()], stage.trace["h"][2].astype(float))


def test_its_phases_move(page: Page) -> None:
    stage = open_stage(page, cell="valve")
    for phase in range(1, len(VALVE)):
        stage.animate((3, phase - 1), (3, phase))
        assert page.evaluate("() => still().length") > 0
        page.evaluate("() => playing.finish()")
    stage.animate((3, 4), (4, 0))
    assert page.evaluate("() => still().length") > 0
