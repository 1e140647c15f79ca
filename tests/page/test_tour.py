"""The tour: three steps that point at what they tell of, cover none of it, and are left as they were begun."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

from lstm_core import zoo

#: Of the card and the rings: where they are in the window, and how much of a ring the card covers.
PLACES = """() => {
  const box = (one) => {
    const { left, top, right, bottom } = one.getBoundingClientRect();
    return [left, top, right, bottom];
  };
  const shared = (from, to, least, most) => Math.max(0, Math.min(to, most) - Math.max(from, least));
  const foot = document.querySelector('[data-part=transport]').getBoundingClientRect().top;
  const card = box(document.querySelector('[data-part=tour]'));
  const rings = [...document.querySelectorAll('.rings i')].map(box);
  const covers = rings.map(([left, top, right, bottom]) =>
    shared(left, right, card[0], card[2]) * shared(top, bottom, card[1], card[3]));
  return { card, rings, covered: Math.max(...covers), foot, width: innerWidth };
}"""


def begin(page: Page) -> None:
    page.locator(".word[aria-current]").wait_for()
    page.keyboard.press("?")
    page.get_by_role("button", name="Show me around").click()


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_each_step_stands_beside_what_it_points_at(
    open_context: Callable[..., BrowserContext], server: str, size: tuple[int, int], scheme: str
) -> None:
    page = open_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme).new_page()
    page.goto(f"{server}/?model=reader-32&t=3&phase=1")
    begin(page)
    card = page.get_by_role("dialog")
    for step, (title, rings) in enumerate([("The cell state", 1), ("The gates", 3), ("One unit, and what is said", 2)]):
        expect(card.get_by_role("heading")).to_have_text(title)
        expect(card).to_contain_text(f"{step + 1} of 3")
        places = page.evaluate(PLACES)
        assert len(places["rings"]) == rings
        assert places["covered"] == 0
        left, top, right, bottom = places["card"]
        assert left >= 0
        assert right <= places["width"]
        assert top >= 0
        assert bottom <= places["foot"]
        if step == 1:
            assert [one["id"] for one in Axe().run(page).response["violations"]] == []
        card.get_by_role("button", name="Done" if step == 2 else "Next").click()
    expect(card).to_be_hidden()
    expect(page.locator(".rings")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_it_works_by_keyboard_and_gives_the_focus_back(page: Page, server: str) -> None:
    page.goto(server)
    page.get_by_role("button", name="Skip").press("Enter")
    page.get_by_role("button", name="Tour in three steps").press("Enter")
    card = page.get_by_role("dialog")
    expect(card.get_by_role("button", name="Next")).to_be_focused()
    where = page.locator(".where").inner_text()
    for key, step in [("Enter", 2), ("ArrowRight", 3), ("ArrowRight", 3), ("ArrowLeft", 2), ("ArrowLeft", 1)]:
        page.keyboard.press(key)
        expect(card).to_contain_text(f"{step} of 3")
    assert page.locator(".where").inner_text() == where, "the keys are the tour's"
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(page.get_by_role("button", name="Tour in three steps")).to_be_focused()


@pytest.mark.parametrize("name", zoo.manifest())
def test_every_model_has_its_tour(page: Page, server: str, name: str) -> None:
    page.goto(f"{server}/?model={name}")
    begin(page)
    card = page.get_by_role("dialog")
    for step in (1, 2, 3):
        expect(card).to_contain_text(f"{step} of 3")
        assert page.locator(".rings i").count() > 0
        card.get_by_role("button", name="Done" if step == 3 else "Next").click()
    expect(card).to_be_hidden()
