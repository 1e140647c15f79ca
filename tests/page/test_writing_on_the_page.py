"""Writing on: the model goes on from the sentence; what it wrote is walked, shared, stopped, and told as its own."""

from __future__ import annotations

import math
import random
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

import lstm_core
from lstm_core import zoo
from tests.page import shown
from tests.page.random_models import MODELS, SERIES
from tests.page.recompute import recompute
from tests.page.test_outputs import chart, same
from tests.page.test_truth import check, close

READER = "reader-32"
TEXT = "Anna grew up in France"
SEEN = "all => all.map(one => one.textContent)"


def open_at(page: Page, server: str, **asked: object) -> None:
    page.goto(f"{server}/?{urlencode({'theme': 'light', **asked})}")
    page.wait_for_selector("[data-part=next][data-task]")


def words(page: Page) -> list[str]:
    return page.locator(".timeline .word .text").evaluate_all(SEEN)


def written(page: Page) -> list[str]:
    return page.locator(".timeline .written .text").evaluate_all(SEEN)


def button(page: Page) -> Locator:
    return page.locator("button.write")


def finished(page: Page, steps: int) -> None:
    """It has written all, at whatever pace: every word is drawn before the next one comes."""
    expect(page.locator(".timeline .word")).to_have_count(steps, timeout=4 * shown.PATIENCE)
    expect(button(page)).to_have_text("✎ Write on")


def query(page: Page) -> dict[str, str]:
    return {name: value[0] for name, value in parse_qs(urlsplit(page.url).query).items()}


def test_it_writes_thirty_words_and_one_walks_back_through_them(page: Page, server: str) -> None:
    open_at(page, server, model=READER, text=TEXT, speed=4)
    button(page).click()
    finished(page, 35)
    asked = query(page)
    assert (asked["write"], asked["temperature"], asked["seed"]) == ("30", "0.7", "1")
    trace = lstm_core.load(READER).write(TEXT, words=30, temperature=0.7, seed=1)
    assert words(page) == [token.text for token in trace.tokens]
    assert written(page) == words(page)[5:]
    where = page.locator(".where")
    expect(where).to_have_text("word 35 of 35 · phase 6 of 6: predict")
    for t in range(34, 4, -1):
        expect(where).to_contain_text(f"word {t + 1} of 35")
        page.wait_for_selector(f"[data-arith-ready='{t}:0']", state="attached")
        seen = page.evaluate(shown.READ)
        strip = next(one for one in seen["strips"] if (one["signal"], one["source"]) == ("c", "now"))
        assert strip["values"] == {str(k): value for k, value in enumerate(trace["c"][t].tolist())}
        assert [(word, value) for _, word, value, _ in seen["next"]] == trace.predictions[t][:8]
        assert all(same(bits, trace.surprise[k]) for k, bits in seen["surprise"])
        page.keyboard.press("ArrowLeft")
    expect(where).to_contain_text("word 5 of 35")
    expect(page.locator("[data-part=narration]")).to_contain_text(f"It goes on with “{trace.tokens[5].text}”.")
    page.keyboard.press("ArrowDown")
    expect(page.locator("[data-part=narration]")).to_contain_text("The model wrote this word itself and now reads it")


def test_the_same_link_gives_the_same_words_at_the_same_moment(page: Page, server: str) -> None:
    asked = {"model": READER, "text": TEXT, "write": 20, "temperature": 1.1, "top_k": 50, "seed": 7}
    open_at(page, server, **asked, t=17, phase=5, unit=3)
    first = words(page)
    trace = lstm_core.load(READER).write(TEXT, words=20, temperature=1.1, top_k=50, seed=7)
    assert first == [token.text for token in trace.tokens]
    expect(page.locator(".where")).to_contain_text("word 18 of 25")
    expect(button(page)).to_have_text("✎ Write on")
    page.reload()
    expect(page.locator(".where")).to_contain_text("word 18 of 25")
    assert words(page) == first
    page.get_by_role("button", name="how it writes").click()
    boxes = page.locator("[data-part=writing] input")
    values = boxes.evaluate_all("all => Object.fromEntries(all.map(({ name, value }) => [name, value]))")
    assert (values["temperature"], values["top_k"], values["seed"]) == ("1.1", "50", "7")
    expect(page.locator("[data-part=writing] output")).to_have_text("1.1: often an unlikely one")
    page.get_by_role("button", name="another").click()
    page.wait_for_function("() => location.search.includes('seed=8')")
    page.go_back()
    expect(page.locator(".timeline .word")).to_have_count(25)
    expect(page.locator(".where")).to_contain_text("word 18 of 25")
    assert words(page) == first, "Back brings the words of before"


def test_what_is_stopped_leaves_a_link_of_what_is_seen(page: Page, server: str) -> None:
    open_at(page, server, model=READER, text=TEXT)
    button(page).click()
    expect(button(page)).to_have_text("■ Stop")
    page.locator(".timeline li.written >> nth=4").wait_for()
    button(page).click()
    expect(button(page)).to_have_text("✎ Write on")
    seen = words(page)
    count = len(seen) - 5
    assert 5 <= count < 30
    page.wait_for_function(f"() => location.search.includes('write={count}&')")
    expect(page.locator(".own")).to_have_text(f"{count} words written by the model itself")
    page.reload()
    page.locator(".timeline:not([aria-busy]) .written").first.wait_for()
    assert words(page) == seen
    page.get_by_role("button", name="how it writes").click()
    page.locator("input[name=write]").fill("3")
    page.locator("input[name=write]").press("Enter")
    finished(page, len(seen) + 3)
    assert words(page)[: len(seen)] == seen, "it goes on with what is there"
    assert query(page)["write"] == str(count + 3)


def test_greedy_is_the_top_of_each_step_and_says_so(page: Page, server: str) -> None:
    open_at(page, server, model=READER, text=TEXT, speed=4)
    page.get_by_role("button", name="how it writes").click()
    page.locator("input[name=write]").fill("6")
    page.locator("input[name=temperature]").fill("0")
    expect(page.locator("[data-part=writing] output")).to_have_text("0: always the likeliest")
    expect(page.locator("input[name=seed]")).to_be_disabled()
    for key in ("ArrowRight", "ArrowRight", "ArrowLeft", "ArrowLeft"):
        page.locator("input[name=temperature]").press(key)
    expect(page.locator(".where")).to_contain_text("word 1 of 5 · phase 1")  # its keys are its own
    button(page).click()
    finished(page, 11)
    assert "temperature" not in query(page)
    trace = lstm_core.load(READER).trace(f"{TEXT} {' '.join(words(page)[5:])}")
    assert written(page) == [trace.predictions[t][0][0] for t in range(4, 10)]


def test_a_predicted_word_is_picked_by_click_and_by_key(page: Page, server: str) -> None:
    open_at(page, server, model=READER, text=TEXT, t=3, phase=5)
    pick = page.locator("[data-part=next] .pick")
    second = pick.nth(1).inner_text()
    pick.nth(1).click()
    expect(page.locator(".where")).to_have_text("word 5 of 5 · phase 6 of 6: predict")
    box = page.get_by_role("textbox", name="sentence")
    text = f"Anna grew up in{'' if second in ',.!?' else ' '}{second}"
    expect(box).to_have_value(text)
    assert written(page) == [], "a person chose it"
    first = pick.first.inner_text()
    pick.first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".where")).to_have_text("word 6 of 6 · phase 6 of 6: predict")
    assert words(page)[-1] == first
    assert page.evaluate("document.activeElement.matches('.pick')"), "the next one can be picked at once"
    page.go_back()
    expect(page.locator(".where")).to_have_text("word 5 of 5 · phase 6 of 6: predict")
    expect(box).to_have_value(text)


def test_a_picked_word_follows_what_the_model_wrote(page: Page, server: str) -> None:
    open_at(page, server, model=READER, text=TEXT, write=6, temperature=1, seed=2, t=8, phase=5)
    before = words(page)
    pick = page.locator("[data-part=next] .pick").first
    word = pick.inner_text()
    pick.click()
    expect(page.locator(".where")).to_have_text("word 10 of 10 · phase 6 of 6: predict")
    assert words(page) == [*before[:9], word]
    assert "write" not in query(page)


@pytest.mark.parametrize("name", ["reader-32", "stacked-2", "charcnn-lstm", "shakespeare"])
def test_every_number_of_a_written_step_is_the_models(page: Page, server: str, name: str) -> None:
    draw = random.SystemRandom()
    letters = name == "shakespeare"
    text, many = ("The king", 24) if letters else (TEXT, 12)
    writing = {"write": many, "temperature": 0.8, "seed": draw.randrange(1, 1000)}
    open_at(page, server, model=name, text=text, **writing)
    steps = (len(text) if letters else 5) + many
    expect(page.locator(".timeline .word")).to_have_count(steps)
    said = [word.replace("␣", " ").replace("↵", "\n") for word in words(page)]
    model = recompute(zoo.path(name), ("" if letters else " ").join(said))
    assert len(model.read.tokens) == steps
    layer = list(model.told.layers)[-1]
    for t in (draw.randrange(steps - many, steps), steps - 1):
        unit = draw.randrange(model.spec["units"])
        seen = shown.at(page, server, name, text, layer, t, unit, writing=writing)
        check(seen, model, layer, t, unit, written=many)


def test_forecasts_are_fed_back_and_told_as_forecasts_of_forecasts(page: Page, kinds: str) -> None:
    open_at(page, kinds, model="own-series", text=SERIES, speed=4)
    page.get_by_role("button", name="how it writes").click()
    assert page.get_by_label("Temperature").count() == 0 or page.get_by_label("Temperature").is_hidden()
    page.get_by_label("How many numbers").fill("5")
    button(page).click()
    finished(page, 11)
    trace = MODELS["own-series"].write(SERIES, words=5)
    assert written(page) == [f"{float(token.text):.2f}".replace("-", "−") for token in trace.tokens[6:]]
    made = [top[0][1] for top in trace.predictions]
    shown_twice = chart(page, "forecast of forecasts")
    assert sorted(shown_twice) == [7, 8, 9, 10, 11]
    assert all(same(value, made[t - 1]) for t, value in shown_twice.items())
    assert sorted(chart(page, "forecast")) == [1, 2, 3, 4, 5, 6]
    assert sorted(chart(page, "came")) == [0, 1, 2, 3, 4, 5], "nothing came after the series"
    expect(page.locator(".own")).to_have_text("5 forecasts of forecasts")
    expect(page.locator("[data-part=narration]")).to_contain_text(
        "a forecast of forecasts; what comes is not known yet"
    )
    assert page.locator("[data-surprise-t]").count() == 0


def test_letters_are_written_on_too(page: Page, server: str) -> None:
    open_at(page, server, model="shakespeare", text="The king", speed=4)
    page.get_by_role("button", name="how it writes").click()
    page.get_by_label("How many letters").fill("20")
    button(page).click()
    finished(page, 28)
    trace = lstm_core.load("shakespeare").write("The king", words=20, temperature=0.7, seed=1)
    signs = {" ": "␣"}
    assert written(page) == [signs.get(token.text, token.text) for token in trace.tokens[8:]]


def test_a_word_tells_what_had_been_expected_of_it(page: Page, server: str) -> None:
    open_at(page, server, model=READER, text="Anna grew up in Qzyrland", t=0, phase=0)
    told = page.locator("[data-part=surprise] .told")
    assert page.locator("[data-surprise-t][data-bits]").count() == 0, "nothing was expected of the first word"
    trace = lstm_core.load(READER).trace("Anna grew up in Qzyrland")
    page.keyboard.press("End")
    expect(told).to_contain_text("“Qzyrland” is not in its table, so it could not expect it.")
    page.keyboard.press("ArrowLeft")
    tell = {True: "As expected: “{0}” had {1:.0f} %, {2:.1f} bits.", False: "It had expected “{0}” ({1:.0f} %);"}
    expected = [(*trace.predictions[t - 1][0], trace.tokens[t].text, trace.surprise[t]) for t in range(1, 4)]
    assert {came == word for word, _, came, _ in expected} == {True, False}
    for word, chance, came, bits in reversed(expected):
        expect(told).to_contain_text(tell[came == word].format(word, 100 * chance, bits))
        expect(told).to_contain_text(f"{bits:.1f} bits")
        page.keyboard.press("ArrowLeft")
    page.keyboard.press("End")
    shown_value = float(page.locator("[data-perplexity]").get_attribute("data-perplexity") or "nan")
    assert close(shown_value, trace.perplexity or math.nan)


def test_models_that_cannot_write_on_have_no_control(page: Page, server: str) -> None:
    for name in ("sentiment-bilstm", "dates"):
        open_at(page, server, model=name)
        expect(button(page)).to_be_hidden()
    open_at(page, server, model=READER, text=TEXT)
    expect(button(page)).to_be_visible()


def test_what_cannot_be_written_is_told_below_the_box(page: Page, server: str) -> None:
    page.goto(f"{server}/?{urlencode({'model': READER, 'text': TEXT, 'write': 'many'})}")
    expect(page.get_by_role("alert")).to_be_visible()
    open_at(page, server, model=READER, text=TEXT)
    page.get_by_role("textbox", name="sentence").fill("")
    button(page).click()
    finished(page, 35)


def test_with_reduced_motion_all_is_there_at_once(open_context, server: str) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    open_at(page, server, model=READER, text=TEXT)
    button(page).click()
    finished(page, 35)
    expect(page.locator(".where")).to_have_text("word 35 of 35 · phase 6 of 6: predict")


def test_the_embed_shows_what_was_written(page: Page, server: str) -> None:
    asked = {"model": READER, "text": TEXT, "write": 4, "temperature": 1, "seed": 3, "t": 8, "phase": 5}
    page.goto(f"{server}/embed?{urlencode(asked)}")
    page.wait_for_selector("[data-strip='h'] [data-value]")
    trace = lstm_core.load(READER).write(TEXT, words=4, temperature=1, seed=3)
    assert written(page) == [token.text for token in trace.tokens[5:]]
    expect(page.locator(".own")).to_have_text("4 words written by the model itself")
    assert same(float(page.locator("[data-surprise-t='8']").get_attribute("data-bits") or "nan"), trace.surprise[8])
    assert Axe().run(page).response["violations"] == []
    page.get_by_role("button", name="how it writes").click()
    page.get_by_label("How many words").fill("3")
    button(page).click()
    finished(page, 12)
    longer = lstm_core.load(READER).write(TEXT, words=7, temperature=1, seed=3)
    assert words(page) == [token.text for token in longer.tokens]
    page.locator(".belt .predict .row .word").first.click()
    expect(page.locator(".timeline .word")).to_have_count(13)
    assert words(page)[-1] == longer.predictions[11][0][0]
    assert written(page) == [], "a person chose how it goes on"


SIZES = {"wide": (1440, 900), "projector": (1024, 768), "phone": (390, 844)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_what_was_written_is_accessible_and_fits(open_context, server: str, scheme: str, size: str) -> None:
    width, height = SIZES[size]
    page = open_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
    open_at(page, server, model=READER, text=TEXT, write=40, temperature=1, t=44, phase=5, theme=scheme)
    page.wait_for_selector("[data-arith-ready='44:0']", state="attached")
    page.get_by_role("button", name="how it writes").click()
    assert [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"
    cut = (
        "all => all.filter(one => one.offsetParent && one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML)"
    )
    assert page.locator(".sentence button, .settings *, .surprised *, .timeline .bits").evaluate_all(cut) == []
    here = page.locator(".word[aria-current]").bounding_box()
    assert here is not None
    assert 0 <= here["x"] <= width - here["width"], "the word that is walked is in sight"
    name = page.locator(".timeline .written .word").first.get_attribute("aria-label") or ""
    assert name.endswith("written by the model itself")
