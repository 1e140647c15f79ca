"""What a reader sees written out, read off the page's own text and computed again from these digits.

Fewer moments than ``tests/around/test_written_numbers.py``, but in a browser: the card, the windows, the units that are
chosen there, at sizes at which lines are shortened.
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

import lstm_core
from tests import written
from tests.fixtures import make_digests
from tests.page import shown

READER = (Path(__file__).resolve().parents[1] / "js" / "written.js").read_text(encoding="utf-8").replace("export ", "")
READ = f"""() => {{ {READER}
  const dialog = document.querySelector('[data-part=terms][open]');
  const lines = document.querySelectorAll('[data-part=arithmetic] .line');
  return {{
    lines: readLines(lines),
    window: dialog && readWindow(dialog),
    long: [...document.querySelectorAll('.reel')].filter((one) => one.scrollWidth > one.clientWidth + 1).length,
  }};
}}"""
MODELS = ("reader-32", "compare-peephole", "compare-gru", "stacked-2", "sentiment-bilstm", "dates", "forecaster")
MOMENTS = 3


def moments(name: str) -> list[tuple[str, str, int, int]]:
    """(text, layer, t, unit), of a text that the model says something of at that step."""
    model, chance = lstm_core.load(name), random.Random(name)
    found = []
    for text in make_digests.texts(name, model.spec.reads)[:MOMENTS]:
        trace = model.trace(text)
        layer = trace.layers[-1]
        t = chance.choice([t for t, top in enumerate(trace.predictions) if top])
        found.append((text, layer.name, t, chance.randrange(layer.units)))
    return found


def looked_at(page: Page, claims: written.Claims) -> dict[str, Any]:
    told: dict[str, Any] = page.evaluate(READ)
    for line in told["lines"]:
        written.chain(line, claims)
    if told["window"]:
        written.window(told["window"], claims)
    return told


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["wide", "narrow"])
@pytest.mark.parametrize("name", MODELS)
def test_it_agrees_with_its_own_digits(page: Page, server: str, name: str, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    claims = written.Claims()
    for text, layer, t, unit in moments(name):
        shown.at(page, server, name, text, layer, t, unit)
        told = looked_at(page, claims)
        assert len(told["lines"]) >= 2
        assert told["long"] == 0, "no line is longer than its place"
        page.locator("[data-part=arithmetic] button.terms").last.click()
        assert len(looked_at(page, claims)["window"]["rows"]) > 10
        page.keyboard.press("Escape")
        page.locator("[data-part=next] button.terms").last.click()
        page.locator("[data-part=terms][open] [data-chooses]").first.wait_for()
        assert len(looked_at(page, claims)["window"]["rows"]) > 10
        page.keyboard.press("Escape")
    assert claims.wrong == []
    assert claims.near == []
    assert claims.equal > 50 * MOMENTS


def window_of(page: Page) -> Any:
    return page.locator("[data-part=terms][open]")


def test_the_sum_of_a_predicted_word_is_the_librarys_and_chooses_units(page: Page, server: str) -> None:
    text = "Anna grew up in France and she speaks"
    shown.at(page, server, "reader-32", text, "layer0", 7, 3)
    page.locator("[data-next='1'] button.terms").click()
    symbol = page.locator("[data-next='1']").get_attribute("data-word")
    told = lstm_core.load("reader-32").trace(text).logit(symbol, 7)
    window_of(page).locator("[data-chooses]").first.wait_for()
    expect(window_of(page).locator("h2")).to_have_text(f"“{symbol}” after “speaks”: every term")
    products = window_of(page).locator("[data-product]").evaluate_all("all => all.map((one) => +one.dataset.product)")
    expected = sorted([*(term["product"] for term in told["terms"]), told["bias"]], key=abs, reverse=True)
    assert products == pytest.approx(expected, abs=1e-9)
    shares = window_of(page).locator("[data-term='value']").get_attribute("data-value")
    assert float(str(shares)) == pytest.approx(told["probability"], abs=1e-9)
    first = max(told["terms"], key=lambda term: abs(term["product"]))["unit"]
    window_of(page).get_by_role("button", name=f"choose unit {first}", exact=True).click()
    expect(window_of(page)).to_have_count(0)
    page.wait_for_selector(f"[data-arith-ready='7:{first}']", state="attached")


def test_the_verdicts_sum_chooses_a_unit_of_the_layer_that_it_is_of(page: Page, server: str) -> None:
    text = "not bad at all"
    trace = lstm_core.load("sentiment-bilstm").trace(text)
    shown.at(page, server, "sentiment-bilstm", text, "backward", 0, 3)
    page.locator(".says button.terms").click()
    assert trace.answer is not None
    told = trace.logit(trace.answer["text"], None)
    lead = max((term for term in told["terms"] if term["layer"] == "forward"), key=lambda term: abs(term["product"]))
    window_of(page).get_by_role("button", name=f"choose forward unit {lead['unit']}", exact=True).click()
    page.wait_for_selector(f"[data-arith-ready='0:{lead['unit']}']", state="attached")
    assert page.locator("[data-strip='c'][data-layer='forward']").count() > 0


def test_keys_reach_it_and_it_can_be_left(page: Page, server: str) -> None:
    shown.at(page, server, "counter", "aaab", "layer0", 3, 1)
    page.locator("[data-next='0'] button.terms").focus()
    page.keyboard.press("Enter")
    window_of(page).locator("[data-chooses]").first.wait_for()
    page.keyboard.press("Escape")
    expect(window_of(page)).to_have_count(0)
    expect(page.locator("[data-next='0'] button.terms")).to_be_focused()
