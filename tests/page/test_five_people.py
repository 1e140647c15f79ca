"""Five people, each with one thing to do, on a fresh visit and by what is on the screen alone."""

from __future__ import annotations

import math
import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

PATIENCE = 10.0  # seconds from Enter to what is said: `benchmarks.page` measures them, this is for a busy machine


@pytest.fixture
def visit(page: Page, server: str) -> Page:
    """A fresh visit, its story skipped."""
    page.goto(server)
    page.get_by_role("button", name="Skip").click()
    expect(page.locator("[data-next='0']")).to_have_attribute("data-word", "French")
    return page


def number(text: str) -> float:
    return float(text.replace("−", "-").replace("+", "").strip())


def product(row: Locator) -> float:
    return number(row.locator("[data-product]").inner_text())


def test_a_newcomer_finds_out_what_the_forget_gate_is(visit: Page) -> None:
    gate = visit.locator("[data-strip='f'][data-source=now]")
    box = gate.bounding_box()
    assert box is not None
    visit.mouse.move(box["x"] + 3, box["y"] + 40)
    visit.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=4)
    card = visit.locator("[data-part=explained]")
    expect(card).to_be_visible()
    expect(card).to_contain_text("forget gate")
    expect(card).to_contain_text("what to keep of the memory")
    expect(card.locator("math").first).to_be_visible()
    shown = visit.locator(f"[data-strip='f'][data-source=now] rect[data-unit='{unit_of(visit)}']")
    assert float(card.locator("[data-value]").get_attribute("data-value") or "nan") == pytest.approx(
        float(shown.get_attribute("data-value") or "nan")
    )
    expect(visit.locator("[data-part=help]")).to_be_hidden()


def unit_of(page: Page) -> int:
    return int(page.evaluate("new URLSearchParams(location.search).get('unit')"))


def test_a_visitor_types_a_sentence_and_reads_the_prediction(visit: Page) -> None:
    box = visit.get_by_role("textbox", name="Sentence")
    box.fill("Maria grew up in Spain and still speaks fluent")
    began = time.monotonic()
    box.press("Enter")
    heading = visit.locator("[data-part=next] h2")
    expect(heading).to_have_text("Next word after “fluent”")
    first = visit.locator("[data-next='0'][data-value]")
    expect(first).to_have_attribute("data-word", "Spanish")
    visit.evaluate("() => new Promise(requestAnimationFrame)")
    taken = time.monotonic() - began
    expect(first).to_be_in_viewport()
    expect(visit.locator("[data-part=story]")).to_be_hidden()
    assert taken < PATIENCE, "it waits for no walk"
    assert visit.locator("[data-strip] .empty, .strip.empty").count() == 0, "nothing is grey"


def test_a_student_finds_the_unit_that_carries_the_country_and_sees_its_course(visit: Page) -> None:
    visit.get_by_role("button", name="every term of “French”").click()
    terms = visit.locator("[data-part=terms]")
    first = terms.locator("tbody tr").first
    first.get_by_role("button").click()
    visit.keyboard.press("Escape")
    unit = unit_of(visit)
    heading = visit.locator("[data-part=charts] h2")
    visit.get_by_role("button", name="one unit").click()
    expect(heading).to_have_text(f"Unit {unit} over the sentence")
    course = {
        row.get_by_role("rowheader").inner_text(): number(row.get_by_role("cell").first.inner_text())
        for row in visit.locator("[data-part=charts] table tbody tr").all()
    }
    words = list(course)
    before, since = words[: words.index("France")], words[words.index("France") :]
    assert len(course) == 14
    assert max(abs(course[word]) for word in before) < 0.5 < min(abs(course[word]) for word in since)


def test_an_engineer_checks_a_number_by_hand_down_to_its_terms(visit: Page) -> None:
    visit.get_by_role("button", name="every term of forget gate").click()
    terms = visit.locator("[data-part=terms]")
    rows = terms.locator("tbody tr:has([data-product])")
    rows.first.wait_for()
    products = [product(row) for row in rows.all()]
    assert len(products) == 64 + 32 + 1
    gate = number(terms.locator(".result [data-term=value], .result .value").last.text_content() or "")
    assert 1 / (1 + math.exp(-math.fsum(products))) == pytest.approx(gate, abs=0.006)
    visit.keyboard.press("Escape")
    shown = visit.locator("[data-arith='f'] [data-term='value']").text_content() or ""
    assert number(shown) == pytest.approx(gate, abs=0.006)


def test_a_lecturer_puts_the_moment_into_a_slide(visit: Page, slides: tuple[str, Path]) -> None:
    visit.locator(".timeline .word").nth(4).click()
    visit.get_by_role("button", name="phase 2: Forget").click()
    where = visit.locator(".where")
    expect(where).to_have_text("word 5 of 14 · phase 2 of 6: forget")
    strip = f"[data-strip='f'][data-source=now] rect[data-unit='{unit_of(visit)}']"
    value = visit.locator(strip).get_attribute("data-value")
    visit.get_by_role("button", name="Share").click()
    snippet = visit.get_by_role("textbox", name="Embed it").input_value()
    address, folder = slides
    (folder / "lecture.html").write_text(f"<!doctype html><title>A slide</title>{snippet}", encoding="utf-8")
    visit.goto(f"{address}/lecture.html")
    frame = visit.frame_locator("iframe")
    expect(frame.locator(".where")).to_have_text("word 5 of 14 · phase 2 of 6: forget")
    expect(frame.locator(strip)).to_have_attribute("data-value", value or "")
