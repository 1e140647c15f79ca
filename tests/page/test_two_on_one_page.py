"""Two Gatewalks in a stranger's page walk independently, and leave the page as it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from tests.page.host_page import open_host

FIRST = {"search": "?model=reader-32&text=Anna+grew+up&t=1&phase=5&unit=3"}
SECOND = {"search": "?model=reader-32&text=the+dogs+bark+at+night&t=1&phase=5&unit=3&clamp=layer0.f=1"}
CELL = {"parts": ["failure", "overview", "stage", "transport"]}


@pytest.fixture
def walks(page: Page, slides: tuple[str, Path], server: str) -> Callable[..., tuple[Locator, Locator]]:
    """Opens two of them; their roots."""

    def opened(first: dict[str, object], second: dict[str, object]) -> tuple[Locator, Locator]:
        address = open_host(page, slides, server, first, second)
        assert page.url == address
        one, other = page.locator("#walk0"), page.locator("#walk1")
        expect(one.locator(".where")).to_have_text("word 2 of 3 · phase 6 of 6: predict")
        expect(other.locator(".where")).to_have_text("word 2 of 5 · phase 6 of 6: predict")
        return one, other

    return opened


def state(root: Locator) -> list[str]:
    """All that a walk shows of its moment, in text and numbers."""
    return root.evaluate(
        """root => [root.querySelector('.where').textContent,
          ...[...root.querySelectorAll('[data-value]')].map(({ dataset }) => dataset.value),
          ...[...root.querySelectorAll('.chosen')].map((mark) => mark.outerHTML)]"""
    )


def test_keys_reach_the_one_that_has_the_focus(page: Page, walks) -> None:
    one, other = walks(FIRST | CELL, SECOND | CELL)
    before = state(one), state(other)
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="A button of the page's own").press("ArrowRight")
    assert (state(one), state(other)) == before, "neither has the focus"
    one.locator("[data-part=narration]").click()
    page.keyboard.press("ArrowUp")
    expect(one.locator(".where")).to_have_text("word 2 of 3 · phase 5 of 6: reveal")
    assert state(other) == before[1]
    page.keyboard.press("]")
    moved = state(one)
    assert moved != before[0]
    other.get_by_role("button", name="word forward").focus()
    page.keyboard.press("ArrowRight")
    expect(other.locator(".where")).to_have_text("word 3 of 5 · phase 6 of 6: predict")
    assert state(one) == moved


def test_each_has_its_own_moment_its_own_valves_and_its_own_play(page: Page, walks) -> None:
    one, other = walks(FIRST | CELL, SECOND | CELL)
    gates = [
        root.locator("[data-strip=f][data-source=now] [data-unit][data-value]").evaluate_all(
            "all => all.map(({ dataset }) => Number(dataset.value))"
        )
        for root in (one, other)
    ]
    assert set(gates[1]) == {1}, "the valve that its request holds"
    assert max(gates[0]) < 1
    still = state(other)
    one.get_by_role("button", name="first word").click()
    one.get_by_role("button", name="play (space)").click()
    expect(one.locator(".where")).to_contain_text("phase 3 of 6")
    expect(other.get_by_role("button", name="play (space)")).to_have_text("▶ Play")
    assert state(other) == still
    assert page.evaluate("stores.map(({ state }) => state.text)") == ["Anna grew up", "the dogs bark at night"]
    assert page.evaluate("stores.map(({ state }) => state.clamps)") == [[], ["layer0.f=1"]]


def test_whole_pages_share_nothing_either(page: Page, walks) -> None:
    one, other = walks(FIRST, SECOND)
    for root in (one, other):
        root.locator("[data-arith-ready='1:3']").wait_for()
    before = state(other)
    box = one.get_by_role("textbox", name="Sentence")
    box.fill("she speaks")
    box.press("Enter")
    expect(one.locator(".where")).to_contain_text("word 1 of 2")
    one.get_by_role("button", name="light or dark").click()
    assert page.evaluate("[0, 1].map(k => getComputedStyle(document.getElementById(`walk${k}`)).colorScheme)") == [
        "dark",
        "light dark",
    ]
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="help")).to_have_count(1)
    page.keyboard.press("Escape")
    assert state(other) == before
    assert page.evaluate("written.filter(([k]) => k === 1).map(([, text]) => text)") == ["the dogs bark at night"]
    other.get_by_role("button", name="every term of forget gate").click()
    expect(page.locator("[data-part=terms][open] h2")).to_contain_text("unit 3 at “dogs”")


def test_the_page_around_them_stays_as_it_is(page: Page, walks) -> None:
    one, _ = walks(FIRST | CELL, SECOND | CELL)
    one.get_by_role("button", name="word forward").click()
    expect(one.locator(".where")).to_contain_text("word 3 of 3")
    assert page.url.endswith("/notes.html?own=1#here")
    assert page.title() == "A stranger's page"
    assert page.evaluate("history.length") == 2  # the blank page and this one
    assert page.evaluate("document.documentElement.dataset.theme ?? null") is None
    own = "body > *:not(script, style, link), main > *"
    assert page.locator(own).evaluate_all("all => all.map(({ localName }) => localName)") == [
        "main",
        "h1",
        "div",
        "div",
        "p",
    ]
    ids = page.locator("[id]").evaluate_all("all => all.map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    plain = page.get_by_role("button", name="A button of the page's own")
    assert plain.evaluate("one => getComputedStyle(one).borderRadius") != "8px", (
        "the page's looks stay inside the roots"
    )
    assert [(one["id"], one["nodes"][0]["html"][:80]) for one in Axe().run(page).response["violations"]] == []


def test_the_cell_alone_walks_by_keys(page: Page, slides: tuple[str, Path], server: str) -> None:
    open_host(page, slides, server, FIRST | {"parts": ["stage"]})
    root = page.locator("#walk0")
    assert root.locator("[data-part]").evaluate_all("all => all.map(({ dataset }) => dataset.part)") == [
        "heading",
        "stage",
        "phases",
        "narration",
        "legend",
        "belt",
        "letters",
        "explained",
    ]
    phase = root.locator(".phase[aria-current]")
    expect(phase).to_contain_text("Predict")
    root.locator("[data-part=narration]").click()
    page.keyboard.press("ArrowUp")
    expect(phase).to_contain_text("Reveal")
