"""The dock's gradients: every number of it is read off the page and computed anew with the library."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from lstm_core import load

TEXT = "Anna grew up in France and after all these years she still speaks"
LAST = 12
READ = """() => [...document.querySelectorAll('.gradient tbody tr')].map((row) => [
  row.querySelector('th').textContent,
  ...[...row.querySelectorAll('td')].map((cell) => [cell.textContent, Number(cell.dataset.value)]),
])"""


def search(**more: object) -> str:
    return f"?{urlencode({'model': 'compare-lstm', 'text': TEXT, 't': LAST, 'phase': 99, 'dock': 'gradient'} | more)}"


def agree(shown: tuple[str, float], expected: float) -> None:
    """The number is the library's, and is written in three digits of it."""
    text, value = shown
    assert value == pytest.approx(expected, rel=1e-12)
    digits, _, power = text.partition("·10")
    written = float(digits) * 10.0 ** int((power or "⁰").translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")))
    assert written == pytest.approx(expected, rel=0.05 if power else 0.006, abs=5e-5)


def check(page: Page, symbol: str) -> None:
    """All rows, of the model on show and of the one beside it."""
    own = load("compare-lstm").trace(TEXT).gradient(symbol, LAST)
    other = load("compare-rnn").trace(TEXT).gradient(symbol, LAST)
    rows = page.evaluate(READ)
    assert [row[0] for row in rows] == TEXT.split()
    for t, (_, *cells) in enumerate(rows):
        for shown, norms in zip(cells, (own.words, own.norms("c"), own.norms("direct"), other.norms("h")), strict=True):
            agree(shown, norms[t])
    assert own.strongest == 4
    told = f"Of all before it, “France”, 8 words back, moves “{symbol}” most:"
    expect(page.locator(".gradient-told")).to_contain_text(told)
    expect(page.locator(".gradient .arc.strongest")).to_have_count(1)


def test_one_prediction_and_all(page: Page, server: str) -> None:
    page.goto(f"{server}/{search()}")
    expect(page.locator(".gradient h2")).to_have_text("What moves “French” after “speaks”")
    check(page, "French")
    trace = load("compare-lstm").trace(TEXT)
    second = trace.predictions[LAST][1][0]
    page.locator(".gradient .choice button").nth(1).click()
    expect(page.locator(".gradient h2")).to_have_text(f"What moves “{second}” after “speaks”")
    rows = page.evaluate(READ)
    by_word = trace.gradient(second, LAST).words
    for t, (_, shown, *_) in enumerate(rows):
        agree(shown, by_word[t])
    page.locator(".gradient .said").nth(6).click()
    expect(page.locator(".gradient h2")).to_contain_text("after “after”")
    page.locator(".gradient button", has_text="All predictions").click()
    picture = page.locator(".gradient-map svg")
    expect(picture).to_be_visible()
    picture.focus()
    picture.press("ArrowDown")
    pointed = page.locator(".gradient-map output")
    told = re.fullmatch(r"“(.+)” after “grew”, by “Anna”: ([\d.]+)", pointed.inner_text())
    assert told is not None
    assert told[1] == trace.predictions[1][0][0]
    assert float(told[2]) == pytest.approx(trace.gradient_map().values[1, 0], rel=0.006)
    picture.press("Enter")
    expect(page.locator(".gradient-map .row.chosen")).to_have_text(trace.predictions[1][0][0])
