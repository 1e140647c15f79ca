"""The first ten seconds: a fresh visit is told what this is and how a place is kept; whoever takes control ends it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page, expect

END = "word 14 of 14 · phase 6 of 6: predict"
#: Every moment that is shown, in turn.
RECORD = """() => {
  const where = document.querySelector('.where');
  window.moments = [where.textContent];
  new MutationObserver(() => moments.push(where.textContent)).observe(where, { childList: true });
}"""


def play(page: Page) -> str:
    return page.locator(".transport .primary").inner_text()


def test_a_fresh_visit_is_told_the_place_phase_by_phase_and_the_end(page: Page, server: str) -> None:
    page.goto(server)
    story = page.locator("[data-part=story]")
    page.locator(".where").wait_for()
    page.evaluate(RECORD)
    expect(story).to_contain_text("An LSTM reads a sentence word by word")
    box = story.bounding_box()
    assert box is not None
    assert box["y"] + box["height"] < 200, "it is above the fold"
    expect(story).to_contain_text("“France” changes unit")
    expect(page.locator("[data-part=sentence] textarea")).not_to_be_focused()
    expect(page.locator(".where")).to_have_text(END)
    expect(story).to_contain_text("type a sentence of your own")
    expect(page.locator("[data-next='0']")).to_have_attribute("data-word", "French")
    moments = page.evaluate("moments")
    france = ["read", "forget", "write", "update", "reveal", "predict"]
    told = [f"word 5 of 14 · phase {k + 1} of 6: {name}" for k, name in enumerate(france)]
    assert [moment for moment in moments if moment.startswith("word 5 of")] == told
    assert moments[-2:] == ["word 14 of 14 · phase 5 of 6: reveal", END]
    plain = [moment for moment in moments if not re.match(r"word (5|14) of", moment)]
    assert plain
    assert all(moment.endswith("phase 6 of 6: predict") for moment in plain), "the plain words go by whole"
    assert page.evaluate("document.activeElement.localName") == "body", "the focus is nobody's yet"


def test_the_unit_of_the_story_does_most_for_what_is_said(page: Page, server: str) -> None:
    page.goto(server)
    page.get_by_role("button", name="Skip").click()
    expect(page.locator(".where")).to_have_text(END)
    text = page.evaluate("new URLSearchParams(location.search).get('text')")
    trace = page.request.get(f"{server}/api/v1/trace", params={"model": "reader-32", "text": text}).json()
    assert f"unit={trace['leads'][-1]['unit']}&" in page.url


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_it_is_skipped_watched_again_and_closed(
    open_context: Callable[..., BrowserContext], server: str, size: tuple[int, int]
) -> None:
    page = open_context(viewport={"width": size[0], "height": size[1]}).new_page()
    page.goto(server)
    page.get_by_role("button", name="Skip").click()
    expect(page.locator(".where")).to_have_text(END)
    assert play(page) == "▶ Play"
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    page.get_by_role("button", name="Watch again").click()
    expect(page.locator(".transport .primary")).to_have_text("❚❚ Pause")
    page.get_by_role("button", name="Skip").click()
    expect(page.locator(".where")).to_have_text(END)
    page.get_by_role("button", name="close the introduction").click()
    expect(page.locator("[data-part=story]")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


TAKES: dict[str, Callable[[Page], object]] = {
    "a key": lambda page: page.keyboard.press("ArrowUp"),
    "Space": lambda page: page.keyboard.press("Space"),
    "the sentence": lambda page: page.locator("[data-part=sentence] textarea").click(),
    "a word": lambda page: page.locator(".timeline .word").nth(1).click(),
    "Pause": lambda page: page.get_by_role("button", name="play (space)").click(),
    "Share": lambda page: page.get_by_role("button", name="Share").click(),
}


@pytest.mark.parametrize("take", TAKES)
def test_whoever_takes_control_has_it(page: Page, server: str, take: str) -> None:
    page.clock.install()
    page.goto(server)
    expect(page.locator(".transport .primary")).to_have_text("❚❚ Pause")
    TAKES[take](page)
    expect(page.locator(".transport .primary")).to_have_text("▶ Play")
    where = page.locator(".where").inner_text()
    page.clock.run_for(5_000)
    assert (play(page), page.locator(".where").inner_text()) == ("▶ Play", where)


def test_reduced_motion_opens_on_the_end(open_context: Callable[..., BrowserContext], server: str) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(server)
    expect(page.locator(".where")).to_have_text(END)
    expect(page.locator("[data-part=story]")).to_contain_text("type a sentence of your own")
    expect(page.get_by_role("button", name="Skip")).to_be_hidden()


def test_a_typed_sentence_shows_what_is_said_then_how_it_came_about(page: Page, server: str) -> None:
    page.clock.install()
    page.goto(f"{server}/?text=hello")
    box = page.get_by_role("textbox", name="sentence")
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 60)  # no machine is too slow for what follows
    box.fill("Maria moved to Madrid")
    box.press("Enter")
    where = page.locator(".where")
    expect(where).to_have_text("word 4 of 4 · phase 6 of 6: predict")
    expect(page.locator("[data-next='0'][data-value]")).to_be_visible()
    page.evaluate(RECORD)
    page.clock.run_for(2_600)
    expect(page.locator(".transport .primary")).to_have_text("❚❚ Pause")
    page.clock.resume()
    expect(page.locator(".transport .primary")).to_have_text("▶ Play")
    assert [int(moment.split()[1]) for moment in page.evaluate("moments")] == [4, 1, 2, 3, 4]
    page.clock.pause_at(page.evaluate("Date.now() / 1000") + 60)
    box.fill("Maria moved to Rome")
    box.press("Enter")
    page.wait_for_function("() => location.search.includes('Rome')")
    page.evaluate("() => { window.wheeled = new Promise((done) => addEventListener('wheel', done, { once: true })); }")
    page.mouse.wheel(0, 40)
    page.evaluate("() => wheeled.then(() => null)")
    page.clock.run_for(10_000)
    expect(where).to_have_text("word 4 of 4 · phase 6 of 6: predict")
    assert play(page) == "▶ Play"


@pytest.mark.parametrize(("name", "unit", "view"), [("counter", 3, "line"), ("shakespeare", 107, "heatmap")])
def test_a_named_unit_is_opened_with_its_model(page: Page, server: str, name: str, unit: int, view: str) -> None:
    page.goto(f"{server}/?text=hello")
    page.locator(".picker").click()
    page.locator(f"[data-model={name}]").click()
    expect(page.locator(f"[data-named='{unit}']")).to_have_attribute("aria-pressed", "true")
    expect(page.locator(f"[data-part=charts] [data-view={view}]")).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-next='0'][data-value]")).to_be_visible()
