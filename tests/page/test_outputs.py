"""What the page asks for and what it says, for every kind of model: read off the page and compared to the trace."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from lstm_core.models import Model
from tests.page.random_models import DATE, KINDS, MODELS, TEXTS, moment


def rows(card: Locator) -> dict[str, float]:
    """The bars of a card: what they stand for, and the value."""
    pairs = card.locator("[data-next]").evaluate_all("rows => rows.map(row => [row.dataset.word, row.dataset.value])")
    return {word: float(value) for word, value in pairs}


def same(shown: float, true: float) -> bool:
    """Equal but for the float32 of a probability."""
    return abs(shown - true) <= 1e-6 * max(1.0, abs(true))


def check_rows(page: Page, top: list[tuple[str, float]]) -> None:
    shown = rows(page.locator("[data-part=next]"))
    assert len(shown) >= min(2, len(top))
    true = dict(top)
    assert all(same(value, true[word]) for word, value in shown.items()), (shown, true)


def chart(page: Page, line: str) -> dict[int, float]:
    """The points of one line: step → value."""
    points = page.locator(f"[data-part=next] circle[data-line='{line}']")
    pairs = points.evaluate_all("all => all.map(one => [one.dataset.t, one.dataset.value])")
    return {int(t): float(value) for t, value in pairs}


def test_letters_are_shown_so_that_spaces_and_line_breaks_are_seen(page: Page, kinds: str) -> None:
    trace = moment(page, kinds, "own-letters", 5)
    assert page.locator(".timeline .word .text").all_inner_texts() == [*"to␣be↵or␣é"]
    expect(page.locator("[data-part=next] h2")).to_have_text("Next letter after a line break")
    check_rows(page, trace.predictions[5])
    labels = dict(
        page.locator("[data-part=next] [data-next]").evaluate_all(
            "all => all.map(a => [a.dataset.word, a.children[0].textContent])"
        )
    )
    assert all(shown == {" ": "␣"}.get(letter, letter) for letter, shown in labels.items())
    assert page.locator(".belt-picture .predict .title").text_content() == "next letter"
    told = page.locator("[data-part=narration]").inner_text()
    first = {" ": "a space", "↵": "a line break"}.get(trace.predictions[5][0][0], f"“{trace.predictions[5][0][0]}”")
    assert f"Next letter: {first} with" in told
    expect(page.locator(".charts h2")).to_have_text("Units × letters")
    expect(page.locator("[data-part=sentence-below] .hint")).to_have_text(
        "Letters it knows: a–z 0–9 ␣ - · a line break is ↵, or Shift and Enter"
    )
    assert page.locator(".word.unknown .text").all_inner_texts() == ["é"]


def test_a_line_break_is_typed_with_shift_and_enter_walks(page: Page, kinds: str) -> None:
    moment(page, kinds, "own-letters", 0)
    box = page.get_by_role("textbox", name="Letters")
    box.fill("ab")
    box.press("Shift+Enter")
    box.press_sequentially("c↵d")
    box.press("Enter")
    expect(page.locator(".timeline .word .text")).to_have_text(["a", "b", "↵", "c", "↵", "d"])
    expect(page.locator(".where")).to_contain_text("letter 1 of 6")


def test_a_class_is_believed_from_both_ends_and_the_verdict_comes_last(page: Page, kinds: str) -> None:
    trace = moment(page, kinds, "own-class", 3, "forward")
    expect(page.locator("[data-part=next] .says")).to_contain_text("when both ends have read all")
    assert rows(page.locator("[data-part=next]")) == {}
    assert chart(page, "positive") == {}
    assert page.locator(".belt-picture .predict [data-word]").count() == 0, "half of it is no belief yet"
    for t in (4, 0):
        moment(page, kinds, "own-class", t, "backward")
        page.locator(f"[data-part=next] circle[data-t='{t}']").wait_for()
        check_rows(page, trace.predictions[t])
        points = chart(page, "positive")
        assert sorted(points) == list(range(t, len(trace)))
        assert all(same(value, dict(trace.predictions[at])["positive"]) for at, value in points.items())
    assert trace.answer is not None
    verdict = page.locator("[data-verdict]")
    assert verdict.get_attribute("data-verdict") == trace.answer["text"]
    assert same(float(verdict.get_attribute("data-value") or "nan"), trace.answer["top"][0][1])


def test_an_answer_grows_step_by_step_and_says_why_it_stopped(page: Page, kinds: str) -> None:
    trace = moment(page, kinds, "own-words-out", 4, "encoder")
    expect(page.locator("[data-part=next] .said")).to_contain_text("speaks once it has read the whole sentence")
    assert rows(page.locator("[data-part=next]")) == {}
    moment(page, kinds, "own-words-out", 6, "decoder")
    assert page.locator("[data-said]").evaluate_all("all => all.map(one => one.dataset.text)") == ["le", "le"]
    check_rows(page, trace.predictions[6])
    expect(page.locator("[data-part=next] .chosen .text")).to_have_text("le")
    assert page.locator("[data-part=next] .end[data-stopped]").count() == 0
    expect(page.locator("[data-part=narration]")).to_contain_text("It says “le” with")
    moment(page, kinds, "own-words-out", len(trace) - 1, "decoder")
    end = page.locator("[data-part=next] .end")
    expect(end).to_have_attribute("data-stopped", "end")
    expect(end).to_have_attribute("data-answer", "le le le film")
    expect(end).to_contain_text("It stopped by itself: at step 5")
    page.locator("[data-said='7']").click()
    expect(page.locator(".where")).to_contain_text("step 3 of 5")


def test_an_answer_that_never_ends_is_stopped_by_the_limit(page: Page, kinds: str) -> None:
    trace = MODELS["own-letters-out"].trace(DATE)
    moment(page, kinds, "own-letters-out", len(trace) - 1, "decoder")
    end = page.locator("[data-part=next] .end")
    expect(end).to_have_attribute("data-stopped", "limit")
    expect(end).to_contain_text("It was stopped: 32 steps are the limit")
    assert trace.answer is not None
    assert end.get_attribute("data-answer") == trace.answer["text"]
    said = page.locator("[data-said]").evaluate_all("all => all.map(one => one.dataset.text)")
    assert said == [token.text for token in trace.tokens[len(DATE) :]]


def test_a_forecast_stands_against_what_came_and_the_last_value(page: Page, kinds: str) -> None:
    trace = moment(page, kinds, "own-series", 2)
    values = [20.0, 21.6, 21.75, 22.0, 23.2, -3.5]
    table = page.locator("[data-part=next] .against tbody tr")
    shown = table.evaluate_all("rows => rows.map(row => [...row.querySelectorAll('td')].map(td => td.dataset))")
    forecast = trace.predictions[2][0][1]
    assert same(float(shown[0][0]["value"]), forecast)
    assert same(float(shown[0][1]["error"]), forecast - 22.0)
    assert (float(shown[1][0]["value"]), float(shown[2][0]["value"])) == (21.75, 22.0)
    assert same(float(shown[1][1]["error"]), 21.75 - 22.0)
    made, came = chart(page, "forecast"), chart(page, "came")
    assert sorted(made) == [1, 2, 3], "a forecast stands where it is due, none from the future"
    assert all(same(value, trace.predictions[t - 1][0][1]) for t, value in made.items())
    assert came == dict(enumerate(values[:4]))
    errors = [trace.predictions[t][0][1] - values[t + 1] for t in range(3)]
    model = (sum(error**2 for error in errors) / 3) ** 0.5
    assert (
        f"Typical error (RMS) of 3 forecasts so far: model {model:.2f}" in page.locator("[data-part=next]").inner_text()
    )
    expect(page.locator("[data-part=next] h2")).to_have_text("Next number after 21.75")
    drawn = page.locator(".belt-picture .predict [data-word='next'] ~ .percent").first
    assert drawn.text_content() == f"{forecast:.2f}"


def test_a_pasted_column_is_a_series_and_a_word_in_it_is_refused_in_place(page: Page, kinds: str) -> None:
    moment(page, kinds, "own-series", 0)
    box = page.get_by_role("textbox", name="Series")
    box.fill("1\n2\n4\n")
    box.press("Enter")
    expect(page.locator(".timeline .word .text")).to_have_text(["1", "2", "4"])
    box.fill("1 two 3")
    box.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("“two” is no number.")
    expect(page.locator(".timeline .word .text")).to_have_text(["1", "2", "4"])
    assert box.input_value() == "1 two 3"


def test_decimal_commas_are_asked_about(page: Page, kinds: str) -> None:
    moment(page, kinds, "own-series", 0)
    box = page.get_by_role("textbox", name="Series")
    box.fill("3,5\n3,75")
    page.get_by_role("button", name="Read them as decimal commas").click()
    expect(page.locator(".timeline .word .text")).to_have_text(["3.5", "3.75"])
    expect(page.get_by_role("button", name="Read them as decimal commas")).to_be_hidden()


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("size", "scheme"), [((1440, 900), "dark"), ((390, 844), "light")])
def test_every_kind_is_accessible_and_fits(open_context, kinds: str, name: str, size, scheme: str) -> None:
    page = open_context(viewport={"width": size[0], "height": size[1]}, color_scheme=scheme).new_page()
    model: Model = MODELS[name]
    trace = moment(page, kinds, name, len(model.trace(TEXTS[name])) - 1, model.layers[-1].name)
    page.wait_for_selector("[data-arith-ready]")
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {[node['html'][:120] for node in one['nodes']][:3]}" for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"
    assert len(trace) == page.locator(".timeline .word").count()
