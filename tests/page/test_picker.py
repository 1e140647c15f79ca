"""The picker, what is told of a model, and titles that say what is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from lstm_core import zoo
from lstm_core.zoo.sayings import sayings
from tests.page.random_models import FILM, TEXTS, moment


def test_the_picker_groups_by_what_models_teach_and_works_by_keyboard(page: Page, kinds: str) -> None:
    page.goto(f"{kinds}/?{urlencode({'model': 'own-stack', 'text': FILM, 't': 2})}")
    page.wait_for_selector("[data-part=next][data-task]")
    listed = page.request.get(f"{kinds}/api/v1/models").json()["models"]
    opener = page.get_by_role("button", name="model: own-stack")
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Choose a model")
    expect(dialog).to_be_visible()
    groups = list(dict.fromkeys(model["group"] for model in listed))
    assert dialog.locator("h3").all_inner_texts() == groups
    assert len(groups) > 1
    assert dialog.locator("[data-model] .title").all_inner_texts() == [
        model["title"] for group in groups for model in listed if model["group"] == group
    ]
    assert page.evaluate("document.activeElement.dataset.model") == "own-stack"
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.dataset.model") == "own-rnn"
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="model: own-rnn")).to_be_visible()
    assert page.get_by_role("textbox", name="Sentence").input_value() == FILM, "what both can read stays"
    page.get_by_role("button", name="model: own-rnn").click()
    dialog.locator("[data-model='own-series']").click()
    expect(page.get_by_role("textbox", name="Series")).to_have_value("1 2 4 7 11 16")
    page.go_back()
    expect(page.get_by_role("textbox", name="Sentence")).to_have_value(FILM)
    expect(page.get_by_role("button", name="model: own-rnn")).to_be_visible()


def figures(scores: Mapping[str, Any]) -> Iterator[float]:
    """Every figure of a card: the single ones first, then group by group."""
    for nested in (False, True):
        for value in scores.values():
            if isinstance(value, Mapping) is nested:
                yield from figures(value) if isinstance(value, Mapping) else (value,)


@pytest.mark.parametrize(
    ("size", "scheme", "name"),
    [((1440, 900), "dark", "forecaster"), ((390, 844), "light", "sentiment-bilstm")],
)
def test_what_was_measured_of_a_model_is_told(open_context, server: str, size, scheme: str, name: str) -> None:
    page = open_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme).new_page()
    page.goto(f"{server}/?model={name}")
    page.wait_for_selector("[data-part=next][data-task]")
    page.locator(".picker").click()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    card = zoo.manifest()[name]
    page.get_by_role("button", name=f"about {card.title}", exact=True).click()
    about = page.locator("[data-part=about]")
    expect(about.locator("h2")).to_have_text(card.title)
    assert about.locator(".measured li").all_inner_texts() == list(sayings(card.scores))
    about.get_by_text("All figures").click()
    expect(about.locator("[data-figure]").first).to_be_visible()
    shown = about.locator("[data-figure]").evaluate_all("all => all.map(one => one.dataset.figure)")
    assert [float(figure) for figure in shown] == list(figures(card.scores))
    assert all(source.licence in about.inner_text() for source in card.data)
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []


@pytest.mark.parametrize(
    ("name", "titled"), [("own-series", "A series inside an LSTM"), ("own-rnn", "A sentence inside an RNN")]
)
def test_titles_say_what_is_shown(page: Page, kinds: str, name: str, titled: str) -> None:
    moment(page, kinds, name, 0, phase=0)
    assert name in page.title()
    page.get_by_role("button", name="Share").click()
    assert f'title="{titled}"' in page.get_by_role("textbox", name="Embed it").input_value()
    page.goto(f"{kinds}/embed?{urlencode({'model': name, 'text': TEXTS[name]})}")
    expect(page.get_by_role("heading", level=1)).to_have_text(titled)
