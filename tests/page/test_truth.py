"""The one promise: every number on the page is the model's own.

In a real browser, at three moments drawn anew at each run, what the page shows is read back and compared with
a second computation from the weights file (``recompute``), which shares no code with the library.
"""

from __future__ import annotations

import random
from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Page

from lstm_core import zoo
from tests.page.recompute import walk

TEXT = "Anna grew up in Frnace, and after all these years she still speaks fluent"
LAST_PHASE = 5

READ_STRIPS = """() => [...document.querySelectorAll('[data-strip]')].map(strip => ({
  signal: strip.dataset.strip, source: strip.dataset.source,
  values: Object.fromEntries([...strip.querySelectorAll('[data-unit][data-value]')]
    .map(unit => [unit.dataset.unit, Number(unit.dataset.value)])) }))"""
READ_TERMS = """() => [...document.querySelectorAll('[data-arith]')].flatMap(line =>
  [...line.querySelectorAll('[data-term][data-value]')].map(term =>
    [line.dataset.arith, term.dataset.term, Number(term.dataset.value), term.textContent]))"""
READ_BARS = """() => [...document.querySelectorAll('[data-bar][data-t][data-value]')].map(bar =>
  [bar.dataset.bar, Number(bar.dataset.t), Number(bar.dataset.value)])"""
READ_NEXT = """() => [...document.querySelectorAll('[data-next][data-value]')].map(row =>
  [Number(row.dataset.next), row.dataset.word, Number(row.dataset.value)])"""


def close(shown: float, true: float) -> bool:
    """Equal within float32's own error over a sentence; far below the last digit that a person sees."""
    return bool(abs(shown - true) <= 1e-5 * max(1.0, abs(true)))


def open_moment(page: Page, server: str, model: str, t: int, unit: int) -> None:
    query = urlencode({"model": model, "text": TEXT, "t": t, "phase": LAST_PHASE, "unit": unit})
    page.goto(f"{server}/?{query}")
    page.wait_for_selector(f"[data-strip='h'][data-source='now'] [data-unit='{unit}'][data-value]")
    page.wait_for_selector(f"[data-arith-ready='{t}:{unit}']", state="attached")
    page.wait_for_selector("[data-next='0'][data-value]")


@pytest.mark.parametrize("model", ["reader-32", "reader-128"])
def test_every_number_that_the_page_shows_is_the_models(page: Page, server: str, model: str) -> None:
    steps = walk(zoo.path(model), TEXT)
    units = len(steps[0]["now"]["h"])
    draw = random.SystemRandom()
    for t in draw.sample(range(1, len(steps)), 3):
        unit = draw.randrange(units)
        open_moment(page, server, model, t, unit)
        check_strips(page, steps[t])
        check_arithmetic(page, steps[t], unit)
        check_bars(page, steps, t)
        check_next(page, steps[t])


def check_strips(page: Page, step: dict) -> None:
    strips = page.evaluate(READ_STRIPS)
    seen = {(strip["signal"], strip["source"]) for strip in strips}
    now = {(signal, "now") for signal in ("x", "f", "i", "g", "o", "fc", "ig", "c", "h")}
    assert seen >= now | {("c", "previous"), ("h", "previous")}
    for strip in strips:
        true = step[strip["source"]][strip["signal"]]
        assert len(strip["values"]) == len(true), strip["signal"]
        for unit, shown in strip["values"].items():
            assert close(shown, true[int(unit)]), (step["word"], strip["signal"], strip["source"], unit)


def check_arithmetic(page: Page, step: dict, unit: int) -> None:
    terms = page.evaluate(READ_TERMS)
    seen = {(signal, term) for signal, term, *_ in terms}
    assert seen >= {(gate, term) for gate in "fiog" for term in ("W·x", "U·h", "b", "value")}
    assert seen >= {("c", "value"), ("h", "value")}
    for signal, term, shown, text in terms:
        true = true_term(step, signal, term, unit)
        assert close(shown, true), (step["word"], unit, signal, term)
        rounded = float(text.replace("−", "-").replace("+", "").replace(" ", ""))
        assert abs(rounded - true) <= 0.0051 * max(1.0, abs(true)), (signal, term, text)


def true_term(step: dict, signal: str, term: str, unit: int) -> float:
    """What the part ``term`` of a signal's formula is: the signal itself, a part of its sum, or another vector."""
    if term == "value":
        return float(step["now"][signal][unit])
    if term.endswith("_prev"):
        return float(step["previous"][term.removesuffix("_prev")][unit])
    source = step["parts"][signal] if term in ("W·x", "U·h", "b") else step["now"]
    return float(source[term][unit])


def check_bars(page: Page, steps: list[dict], t: int) -> None:
    bars = page.evaluate(READ_BARS)
    assert {(signal, at) for signal, at, _ in bars} >= {(signal, at) for signal in "fio" for at in range(t + 1)}
    for signal, at, shown in bars:
        assert close(shown, float(np.mean(steps[at]["now"][signal]))), (signal, at)


def check_next(page: Page, step: dict) -> None:
    rows = page.evaluate(READ_NEXT)
    assert len(rows) >= 5
    true = dict(step["next"])
    for rank, word, shown in rows:
        assert close(shown, true[word]), (step["word"], word)
        assert abs(step["next"][rank][1] - true[word]) <= 1e-6, "the order is that of the probabilities"
