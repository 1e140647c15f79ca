"""What may be expected of a model, texts to try it with, and what is told of a text outside of what it learned."""

from __future__ import annotations

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

SCOPE = {
    "learned": "Children's stories and sentences that people read aloud.",
    "good_at": "Everyday words, and the language of a country named before.",
    "gets_wrong": "Whatever has to be known or worked out.",
    "tries": ["The clouds are in the", "Once upon a time there was", "Good morning, how are"],
}
NOTICES = [
    {"unless": r"\w+( \w+)*", "unknown": False, "says": "It learned plain words, without <b>stops</b>."},
    {"unless": None, "unknown": True, "says": "Its table lacks {words}."},
]
BOOT = re.compile(r'(<script type="application/json" id="boot"[^>]*>)(.*?)(</script>)', re.DOTALL)


def with_scope(route: Route) -> None:
    """The page as it comes, its models' cards filled in."""
    answer = route.fetch()

    def filled(found: re.Match[str]) -> str:
        boot = json.loads(found[2])
        for model in boot["models"]["models"]:
            model |= {"scope": SCOPE, "notices": NOTICES}
        return found[1] + json.dumps(boot).replace("<", "\\u003c") + found[3]

    route.fulfill(response=answer, body=BOOT.sub(filled, answer.text()))


@pytest.mark.parametrize(("size", "scheme"), [((1440, 900), "light"), ((1024, 768), "dark"), ((390, 844), "light")])
def test_a_models_card_tells_its_scope_and_its_sentences_can_be_tried(open_context, server: str, size, scheme) -> None:
    page = open_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme).new_page()
    page.route(f"{server}/?*", with_scope)
    page.goto(f"{server}/?model=reader-32&text=The+cat")
    page.wait_for_selector("[data-part=next][data-task]")
    page.locator(".picker").click()
    page.locator("[data-model=reader-128] ~ .about-entry").click()
    about = page.locator("[data-part=about]")
    lines = about.locator("dl.scope > *").all_inner_texts()
    assert lines[:6] == [
        "Learned from",
        SCOPE["learned"],
        "Good at",
        SCOPE["good_at"],
        "Gets wrong",
        SCOPE["gets_wrong"],
    ]
    assert about.locator("[data-try]").all_inner_texts() == SCOPE["tries"]
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"
    about.get_by_role("button", name="Once upon a time").click()
    expect(about).to_be_hidden()
    expect(page.locator(".timeline .word")).to_have_count(6)
    expect(page.get_by_role("textbox", name="sentence")).to_have_value("Once upon a time there was")
    page.wait_for_function("() => location.search.includes('model=reader-128')")


def test_a_text_outside_of_what_was_learned_is_told_beside_the_honest_output(page: Page, server: str) -> None:
    page.route(f"{server}/?*", with_scope)
    page.goto(f"{server}/?model=reader-32&text=The+cat&t=1&phase=5")
    page.wait_for_selector("[data-next]")
    notices = page.locator("[data-part=notices] .notice")
    expect(notices).to_have_count(0)
    box = page.get_by_role("textbox", name="sentence")
    box.fill("The qzyr and the vbnk sat.")
    box.press("Enter")
    expect(notices).to_have_text(["It learned plain words, without <b>stops</b>.", "Its table lacks “qzyr”, “vbnk”."])
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-next]")).to_have_count(8)


def test_a_model_without_a_scope_is_told_as_before(page: Page, kinds: str) -> None:
    page.goto(f"{kinds}/?model=own-rnn")
    page.wait_for_selector("[data-part=next][data-task]")
    page.locator(".about:visible").click()
    expect(page.locator("[data-part=about]")).to_be_visible()
    assert page.locator("dl.scope").count() == 0
