"""The dock's table of units, read off the page and computed again: sorted, filtered, chosen by keyboard."""

from __future__ import annotations

import re
from math import inf
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

import lstm_core
from tests.page.shown import PATIENCE

TEXT = "Anna grew up in France and she speaks"
READ = """() => Object.fromEntries([...document.querySelectorAll('.units-table tbody tr')].map(row => [row.dataset.key,
  Object.fromEntries([...row.querySelectorAll('td')].map(cell => [cell.dataset.measure,
    'value' in cell.dataset ? Number(cell.dataset.value) : null]))]))"""
ORDER = "() => [...document.querySelectorAll('.units-table tbody tr')].map(row => row.dataset.key)"
COURSES = """() => [...document.querySelectorAll('.units-evidence li')].map(line =>
  [...line.querySelectorAll('.at')].map(word => [word.textContent, Number(word.dataset.value)]))"""
ALONE = """async () => {
  const entry = document.querySelector('script[type=module]').src;
  const { makeUnits } = await import(new URL('dock/units.js', entry));
  const place = document.createElement('div');
  const view = makeUnits({ source: { units: null }, walk: { scene: null }, loading: {} }, place);
  view.update({ moment: { layer: 'layer0', unit: 0 } });
  view.hidden();
  return place.textContent;
}"""


def open_units(page: Page, server: str, model: str, t: int) -> None:
    page.goto(f"{server}/?{urlencode({'model': model, 'text': TEXT, 't': t, 'phase': 9, 'unit': 1, 'dock': 'units'})}")
    page.wait_for_selector(f".units[data-of='{t}'] tbody tr", timeout=PATIENCE)


def measure(unit: dict[str, Any], key: str) -> float | None:
    """What the library says that a cell of the table shows."""
    if key == "half_life":
        return None if unit["kept"] is None else inf if unit["half_life"] is None else unit["half_life"]
    if key == "without":
        return unit["erased"]["probability"]
    if key == "bits":
        return unit["erased"]["bits"]
    gate, _, end = key.partition(".")
    return unit["gates"][gate][end] if end else unit[key]


def check_evidence(page: Page, model: lstm_core.Model, carries: str, unit: int) -> None:
    page.wait_for_selector(f".units-evidence[data-of='layer0.{unit}.{carries}']", timeout=PATIENCE)
    told = model.evidence(carries, unit)["sentences"]
    read = page.evaluate(COURSES)
    assert [[word for word, _ in line] for line in read] == [one["words"] for one in told]
    for line, one in zip(read, told, strict=True):
        assert [value for _, value in line] == pytest.approx(one["values"], abs=1e-6)
    (found,) = (one for one in model.units()["properties"] if one["name"] == carries)
    claim = page.locator(".units-evidence .claim")
    assert float(claim.get_attribute("data-scored") or "") == found["layers"]["layer0"]["scored"][unit]
    assert float(claim.get_attribute("data-untrained") or "") == found["untrained"]["scored"]


def test_it_is_the_librarys_and_leads_to_a_unit(page: Page, server: str) -> None:
    model = lstm_core.load("reader-32")
    told, t = model.trace(TEXT).units(), 7
    open_units(page, server, "reader-32", t)
    read = page.evaluate(READ)
    assert set(read) == {f"layer0.{unit}" for unit in range(32)}
    for unit in told["units"]:
        shown = read[f"layer0.{unit['unit']}"]
        best = max(model.units()["properties"], key=lambda one: one["layers"]["layer0"]["chosen"][unit["unit"]])
        followed = best["layers"]["layer0"]
        for key in ("chosen", "scored"):
            assert shown.pop(key) == followed[key][unit["unit"]]
        assert shown.pop("carries") == followed["chosen"][unit["unit"]]
        assert len(shown) == 11
        for key, value in shown.items():
            assert value == pytest.approx(measure(unit, key), rel=1e-9), key
    by_bits = sorted(told["units"], key=lambda unit: -unit["erased"]["bits"])
    assert page.evaluate(ORDER) == [f"layer0.{unit['unit']}" for unit in by_bits]

    page.get_by_role("button", name="half-life").click()  # another measure, and the row below by keyboard
    order = page.evaluate(ORDER)
    values = [read[key]["half_life"] for key in order]
    assert values == sorted(values, reverse=True)
    assert page.locator("th[aria-sort=descending]").inner_text().strip().startswith("half-life")
    page.locator(".units-table tbody button").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"[?&]unit={order[1].split('.')[1]}&"))
    assert page.locator(".units-table tr.chosen").get_attribute("data-key") == order[1]

    page.get_by_label("what it carries").select_option("in quotes")
    (found,) = (one for one in model.units()["properties"] if one["name"] == "in quotes")
    by_chosen = sorted(range(32), key=lambda unit: -found["layers"]["layer0"]["chosen"][unit])
    assert page.evaluate(ORDER) == [f"layer0.{unit}" for unit in by_chosen]
    page.get_by_role("button", name="best: unit").click()
    assert found["best"]["unit"] == by_chosen[0]
    page.wait_for_url(re.compile(rf"[?&]unit={by_chosen[0]}&"))
    check_evidence(page, model, "in quotes", by_chosen[0])
    violations = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {[node['html'][:120] for node in one['nodes']][:3]}" for one in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_plain_rnn_says_why_it_has_no_span(page: Page, server: str) -> None:
    open_units(page, server, "compare-rnn", 3)
    assert "makes its state anew" in page.locator(".units-note").inner_text()
    measures = next(iter(page.evaluate(READ).values()))
    assert set(measures) == {"carries", "chosen", "scored", "term", "bits", "without", "state"}
    page.locator(".units-table thead button", has_text="worth").focus()
    assert "erased" in page.locator(".units-note").inner_text()


def test_a_model_that_was_not_measured_says_so_and_so_does_a_source_that_cannot_run(page: Page, server: str) -> None:
    open_units(page, server, "sentiment-bilstm", 4)
    assert "was not measured" in page.locator(".units-note").inner_text()
    assert len(page.evaluate(READ)) == 128
    assert "one walk as it was" in page.evaluate(ALONE)
