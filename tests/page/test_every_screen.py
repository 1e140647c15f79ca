"""Every model on every screen, at the start, in the middle and at the end: no text is cut, covered or on other text,
and no control lies below the transport. What is to be read from afar is large."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from lstm_core import zoo

HERE = Path(__file__).parent
PROBE = (HERE / "probe.js").read_text(encoding="utf-8")
#: Sizes of a window, and whether the page may scroll there: on a phone it is longer than the screen.
PAGES = {(1440, 900): False, (1280, 720): False, (1024, 768): False, (844, 390): True, (390, 844): True}
EMBEDS = [(960, 540), (800, 450), (640, 360)]
HALL = [(1024, 768), (1920, 1080)]
SMALLEST = 16  # px, in a presentation
FINGER = 44  # px
SETTLED = """() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));
})"""
FITS = """() => { const host = document.querySelector('.belt'); const picture = host.querySelector('svg');
  return host.hidden || (picture !== null && picture.width.baseVal.value === host.clientWidth); }"""
NOTICES = """() => {
  const notices = document.querySelector('.notices');
  notices.hidden = false;
  notices.replaceChildren(...['one', 'two'].map((text) => {
    const notice = document.createElement('p');
    notice.className = 'notice';
    notice.textContent = `${text}: this is outside of what the model learned.`;
    return notice;
  }));
}"""
MIDDLE = "() => { const words = [...document.querySelectorAll('.timeline .word')]; words[words.length >> 1].click(); }"
SIZES = (HERE / "sizes.js").read_text(encoding="utf-8")
TARGETS = (HERE / "targets.js").read_text(encoding="utf-8")


def settle(page: Page) -> None:
    """Waits until the picture fits its place and all that follows it is drawn."""
    page.wait_for_function(FITS)
    page.evaluate(SETTLED)


def show(page: Page, address: str, size: tuple[int, int]) -> None:
    """Opens a moment in a window of that size, all of whose numbers are there."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.locator(".timeline .word[aria-current]").wait_for()


def moments(page: Page) -> Iterator[str]:
    """Goes to the start, the middle and the end."""
    for name in ("start", "middle", "end"):
        if name == "middle":
            page.evaluate(MIDDLE)
        else:
            page.keyboard.press("Home" if name == "start" else "End")
        settle(page)
        yield name


def look(page: Page, sizes: dict[tuple[int, int], bool]) -> dict[str, list[str]]:
    """What is wrong, by size and moment."""
    found = {}
    for (width, height), scrolls in sizes.items():
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        for moment in moments(page):
            faults = page.evaluate(PROBE, scrolls)
            if faults:
                found[f"{width} × {height}, {moment}"] = faults
    return found


@pytest.mark.parametrize("model", zoo.manifest())
def test_a_page_hides_nothing(page: Page, server: str, model: str) -> None:
    show(page, f"{server}/?model={model}&t=0&phase=0", next(iter(PAGES)))
    assert look(page, PAGES) == {}


@pytest.mark.parametrize("model", zoo.manifest())
def test_an_embed_fits_its_frame_with_all_its_words(page: Page, server: str, model: str) -> None:
    show(page, f"{server}/embed?model={model}&t=0&phase=0", EMBEDS[0])
    assert look(page, dict.fromkeys(EMBEDS, False)) == {}
    assert page.locator(".timeline .word").first.is_visible()
    page.evaluate("() => document.querySelector('.gatewalk').classList.add('bare')")  # as controls=0 has it
    assert look(page, dict.fromkeys(EMBEDS, False)) == {}
    assert page.locator(".timeline .word").first.is_visible()


@pytest.mark.parametrize("model", zoo.manifest())
def test_a_presentation_is_read_from_afar(page: Page, server: str, model: str) -> None:
    show(page, f"{server}/?model={model}&t=0&phase=0&present=1", HALL[0])
    assert look(page, dict.fromkeys(HALL, False)) == {}
    for size in HALL:
        page.set_viewport_size({"width": size[0], "height": size[1]})
        for moment in moments(page):
            small = [(text, px) for text, px in page.evaluate(SIZES) if px < SMALLEST - 0.01]
            assert small == [], (size, moment)
        titles = page.locator(".phases .title")
        assert all(titles.nth(k).is_visible() for k in range(titles.count())), "phase names are never digits alone"


def test_a_presentation_comes_and_goes_by_key_button_and_address(page: Page, server: str) -> None:
    show(page, f"{server}/?text=Anna+grew+up&t=1&phase=2", (1024, 768))
    root = page.locator(".gatewalk")
    for enter, leave in [("p", "p"), ("p", "Escape")]:
        page.keyboard.press(enter)
        page.wait_for_function("() => location.search.includes('present=1')")
        assert "presenting" in str(root.get_attribute("class"))
        assert not page.locator(".top").is_visible()
        page.keyboard.press("PageDown")  # a clicker's key
        page.keyboard.press("PageUp")
        page.keyboard.press(leave)
        page.wait_for_function("() => !location.search.includes('present=')")
        assert page.locator(".top").is_visible()
    page.locator(".top .present").click()
    page.locator(".transport .present").click()
    assert page.locator(".top").is_visible()


def test_p_in_a_sentence_is_a_letter(page: Page, server: str) -> None:
    show(page, f"{server}/?text=Anna&t=0&phase=2", (1024, 768))
    page.locator("textarea").first.press("p")
    assert page.locator(".top").is_visible()


@pytest.mark.parametrize("size", [(390, 844), (844, 390)])
@pytest.mark.parametrize("model", ["reader-32", "stacked-2", "counter", "sentiment-bilstm"])
def test_a_finger_hits_what_it_is_to_hit(page: Page, server: str, model: str, size: tuple[int, int]) -> None:
    show(page, f"{server}/?model={model}&t=2&phase=5", size)
    settle(page)
    assert page.evaluate(TARGETS, FINGER) == []


@pytest.mark.parametrize("model", ["reader-32", "reader-256", "compare-gru", "shakespeare", "forecaster"])
def test_a_phone_shows_the_hidden_state_and_what_is_said(page: Page, server: str, model: str) -> None:
    show(page, f"{server}/?model={model}&t=3&phase=5", (390, 844))
    settle(page)
    floor = page.locator(".transport").bounding_box()
    hidden = page.locator("[data-strip=h][data-source=now] .well").bounding_box()
    said = page.locator(".transport .pinned")
    assert floor and hidden
    assert hidden["y"] + hidden["height"] <= floor["y"]
    assert said.get_attribute("data-t") == "3"
    shown = page.locator(".transport [data-pinned]").first
    assert shown.is_visible()
    first = page.locator("[data-next='0']")
    if first.count():
        assert shown.get_attribute("data-pinned") == first.get_attribute("data-word")
        assert shown.get_attribute("data-value") == first.get_attribute("data-value")
    assert page.locator("[data-strip=f], [data-strip=z]").first.locator(".label").text_content() in (
        "forget gate",
        "update gate",
    )


def test_twice_as_large_keeps_the_belt_in_sight(page: Page, server: str) -> None:
    show(page, f"{server}/?text=Anna+grew+up&t=1&phase=5", (720, 450))
    settle(page)
    belt, floor = page.locator(".track .bed").bounding_box(), page.locator(".transport").bounding_box()
    assert belt and floor
    assert belt["y"] + belt["height"] <= floor["y"]


@pytest.mark.parametrize("size", [(1280, 720), (1024, 768)])
def test_two_notices_push_nothing_out(page: Page, server: str, size: tuple[int, int]) -> None:
    show(page, f"{server}/?model=reader-32&text=Die+Katze+sprach+Frnch+zu+Xyzw+und+ging&t=2&phase=5", size)
    settle(page)
    page.evaluate(NOTICES)
    settle(page)
    assert page.evaluate(PROBE, False) == []
