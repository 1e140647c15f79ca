"""Whatever is typed or put into the address: a clear message, and the page stays."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Page, expect

REFUSED = {
    "empty": ("", "The text has no word."),
    "blank": ("   ", "The text has no word."),
    "too long": ("a" * 10_000, "10,000 characters"),
    "too many words": ("a " * 1_500, "words and marks"),
    "control character": ("hello \x01 you", "control character"),
}
READ = {
    "one letter": "a",
    "emoji": "I love 👩‍👩‍👧 and 🇫🇷",
    "right to left": "שלום עולם مرحبا",
    "combining": "e\u0301te\u0301 n\u0303",
    "markup": "<img src=x onerror=alert(1)> <script>alert(2)</script>",
    "all unknown": "qwrtzp blorf zzyzx",
}


def ask(page: Page, server: str, text: str) -> None:
    page.goto(f"{server}/?text=Anna+grew+up")
    expect(page.locator(".where")).to_contain_text("word 1 of 3")
    box = page.get_by_role("textbox", name="sentence")
    box.evaluate("(box, text) => { box.value = text }", text)
    box.press("Enter")


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_sentence_says_why_and_the_former_one_stays(page: Page, server: str, name: str) -> None:
    text, told = REFUSED[name]
    ask(page, server, text)
    expect(page.get_by_role("alert")).to_contain_text(told)
    assert "Traceback" not in page.content()
    assert page.locator(".timeline .word").count() == 3
    box = page.get_by_role("textbox", name="sentence")
    box.fill("the dogs")
    box.press("Enter")
    expect(page.locator(".timeline .word")).to_have_count(2)
    expect(page.get_by_role("alert")).to_be_hidden()


@pytest.mark.parametrize("name", READ)
def test_an_odd_sentence_is_shown_as_it_was_typed(page: Page, server: str, name: str) -> None:
    page.on("dialog", lambda dialog: pytest.fail(f"the sentence ran: {dialog.message}"))
    ask(page, server, READ[name])
    page.wait_for_function("text => new URLSearchParams(location.search).get('text') === text", arg=READ[name])
    words = page.locator(".timeline .word .text").all_inner_texts()
    assert "".join(words) == READ[name].replace(" ", "")
    page.get_by_role("button", name="play (space)").focus()
    page.keyboard.press("End")
    page.wait_for_selector("[data-next='0'][data-value]")
    assert (
        page.locator(":is([data-part=timeline], [data-part=arithmetic], [data-part=next]) :is(img, script)").count()
        == 0
    )


def test_unknown_words_are_told(page: Page, server: str) -> None:
    page.goto(f"{server}/?text=Anna+grew+up+in+Frnace")
    unknown = page.locator(".word.unknown")
    expect(unknown).to_have_count(1)
    assert "read by its letters" in (unknown.get_attribute("aria-label") or "")


@pytest.mark.parametrize(
    ("search", "told"),
    [("?model=nobody&text=hello", "There is no model called"), ("?text=" + quote("\x02"), "control character")],
)
def test_a_bad_address_says_why(page: Page, server: str, search: str, told: str) -> None:
    page.goto(f"{server}/{search}")
    expect(page.get_by_role("alert")).to_contain_text(told)


def test_a_malformed_moment_is_brought_inside(page: Page, server: str) -> None:
    page.goto(f"{server}/?text=Anna+grew+up&t=99&phase=44&unit=5000&signal=nothing&speed=fast&layer=x&theme=pink")
    expect(page.locator(".where")).to_have_text("word 3 of 3 · phase 6 of 6: predict")
