"""Every part of the picture says what it is, to a pointer, to keys, to a finger; beside itself, inside the window."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.page.test_accessibility import violations

LAST = "?text=Anna+grew+up+in+France&t=2&phase=5&unit=3"

#: Keys of the belt's parts, in the order in which the arrows go.
PARTS = "(svg) => [...svg.querySelectorAll('[data-explain]')].map((part) => part.dataset.explain)"

#: Whether the card lies inside the window, and how much of the focused part's own ground it covers.
STANDS = """() => {
  const card = document.querySelector('[data-part=explained]').getBoundingClientRect();
  const part = document.activeElement;
  const of = part.querySelector('.well, .plate, .face, .bed') ?? part;
  const area = of.getBoundingClientRect();
  const wide = Math.min(card.right, area.right) - Math.max(card.left, area.left);
  const high = Math.min(card.bottom, area.bottom) - Math.max(card.top, area.top);
  const line = part.classList.contains('wire');
  return {
    key: part.dataset.explain,
    inside: card.left >= 0 && card.top >= 0 && card.right <= innerWidth && card.bottom <= innerHeight,
    covers: !line && wide > 0.5 && high > 0.5,
  };
}"""


def card_on(page: Page) -> Locator:
    return page.locator("[data-part=explained]")


def opened(page: Page, server: str, moment: str = LAST) -> Page:
    page.goto(f"{server}/{moment}")
    page.locator("[data-strip='h'][data-source='now'] [data-value]").first.wait_for()
    page.wait_for_selector("[data-arith-ready]", state="attached")
    return page


def rest_on(page: Page, selector: str) -> None:
    """A pointer comes to the middle of it, and rests there."""
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 6, y)
    page.mouse.move(x, y, steps=3)


def test_a_gate_says_what_it_is_to_a_pointer_that_rests_on_it(page: Page, server: str) -> None:
    opened(page, server)
    rest_on(page, "[data-explain='strip:f'] .well")
    card = card_on(page)
    expect(card).to_be_visible()
    expect(card.locator(".name")).to_have_text("f forget gate")
    expect(card).to_contain_text("Says what to keep of the memory.")
    expect(card).to_contain_text("32 values; reads xt (64) and ht−1 (32)")
    assert card.locator("math .symbol").count() >= 5, "its formula is written out"
    trace = page.request.get(f"{server}/api/v1/trace", params={"text": "Anna grew up in France"}).json()
    value = float(card.locator("[data-value]").last.get_attribute("data-value") or "")
    assert np.float32(value) == np.float32(trace["layers"][0]["signals"]["f"][2][3])
    page.mouse.move(5, 5, steps=3)
    expect(card).to_be_hidden()


def test_a_word_says_how_it_was_taken_and_its_bars_what_they_are(page: Page, server: str) -> None:
    opened(page, server)
    told = {"bars:1": "How open the gates are", "surprise:1": "1 bit is a coin’s toss", "word:1": "grew"}
    for key, says in told.items():
        rest_on(page, f"[data-explain='{key}']" if not key.startswith("word") else "[data-explain='word:1'] .text")
        expect(card_on(page)).to_have_attribute("data-explains", key)
        expect(card_on(page)).to_contain_text(says, ignore_case=True)
    rest_on(page, "[data-explain='bars:4']")
    expect(card_on(page)).not_to_contain_text("0.", timeout=5000)  # nothing of what is still to come


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_keys_go_from_part_to_part_and_each_card_stands_beside_it(
    open_context, server: str, width: int, height: int
) -> None:
    page = opened(open_context(viewport={"width": width, "height": height}).new_page(), server)
    picture = page.locator(".belt-picture")
    keys = picture.evaluate(PARTS)
    assert len(keys) > 45
    stops = picture.locator("[tabindex='0']")
    expect(stops).to_have_count(1)
    stops.focus()
    seen = []
    for _ in keys:
        found = page.evaluate(STANDS)
        expect(card_on(page)).to_be_visible()
        assert card_on(page).get_attribute("data-explains") == found["key"]
        assert found["inside"], found
        assert not found["covers"], found
        seen.append(found["key"])
        page.keyboard.press("ArrowRight")
    assert sorted(seen) == sorted(keys), "the arrows come by every part"
    expect(stops).to_have_count(1)
    described = page.evaluate("document.activeElement.getAttribute('aria-describedby')")
    assert described == card_on(page).get_attribute("id"), "a screen reader hears it"
    before = page.locator(".where").inner_text()
    page.keyboard.press("Escape")
    expect(card_on(page)).to_be_hidden()
    page.keyboard.press("ArrowUp")
    assert page.locator(".where").inner_text() != before, "the arrows are the walk's again"


def test_a_click_leaves_the_arrows_to_the_walk(page: Page, server: str) -> None:
    opened(page, server)
    page.locator("[data-explain='belt'] .bed").click(position={"x": 4, "y": 12})
    page.locator("[data-strip='f'] .catch").click()
    page.keyboard.press("ArrowUp")
    expect(page.locator(".where")).to_contain_text("phase 5 of 6")


def test_a_finger_chooses_a_unit_and_hears_what_it_is(open_context, server: str) -> None:
    page = opened(open_context(viewport={"width": 390, "height": 844}, has_touch=True).new_page(), server)
    page.locator("[data-strip='f'] .catch").tap()
    expect(card_on(page).locator(".name")).to_have_text("f forget gate")
    expect(card_on(page)).to_contain_text("unit 16")
    expect(page.locator("[data-part=arithmetic] h2")).to_contain_text("Unit 16 at")
    page.locator(".narration").tap()
    expect(card_on(page)).to_be_hidden()


def test_nothing_is_explained_while_it_plays(page: Page, server: str) -> None:
    opened(page, server)
    page.locator(".belt-picture [tabindex='0']").focus()
    expect(card_on(page)).to_be_visible()
    page.get_by_role("button", name="Play").click()
    expect(card_on(page)).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_card_and_legend_have_no_violation_and_take_no_room(open_context, server: str, scheme: str) -> None:
    page = opened(open_context(viewport={"width": 1024, "height": 768}, color_scheme=scheme).new_page(), server)
    height = page.locator("[data-part=belt]").evaluate("(belt) => belt.clientHeight")
    page.locator(".belt-picture [tabindex='0']").focus()
    expect(card_on(page)).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="legend").click()
    legend = page.get_by_role("dialog", name="What the signs are")
    expect(legend).to_contain_text("join: two vectors are put end to end (concatenated)")
    assert violations(page) == []
    assert page.locator("[data-part=belt]").evaluate("(belt) => belt.clientHeight") == height
    page.keyboard.press("Escape")
    expect(legend).to_be_hidden()
