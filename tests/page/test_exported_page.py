"""A walk in one HTML file: from the disk, with the network cut, it shows what the page shows and does what it does."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

import lstm_core
from app.export import write_html
from lstm_core import zoo
from tests.page import shown
from tests.page.recompute import recompute
from tests.page.test_truth import check, check_filters, moments

READER = "reader-32"
TEXT = "Anna grew up in France"
#: One of each architecture, task and way of reading.
MODELS = ("reader-32", "compare-gru", "stacked-2", "charcnn-lstm", "sentiment-bilstm", "dates", "counter", "forecaster")


@pytest.fixture
def open_file(open_context, tmp_path: Path) -> Iterator[Callable[..., Page]]:
    """Exports a walk and opens it offline; nothing but the file and what is inside it may be asked for."""
    asked: list[str] = []

    def opened(model: str, text: str, *clamps: str, charts: bool = False, search: str = "", **context: object) -> Page:
        loaded = lstm_core.load(model)
        file = tmp_path / f"{model}.html"
        write_html(loaded, loaded.trace(text, clamps=list(clamps)), file, charts)
        made = open_context(**context)
        made.set_offline(True)
        made.on("request", lambda request: asked.append(request.url))
        page: Page = made.new_page()
        page.goto(f"{file.as_uri()}{search}")
        return page

    yield opened
    outside = [url[:100] for url in asked if not url.startswith((Path(tmp_path).as_uri(), "data:", "blob:"))]
    assert outside == []


@pytest.mark.parametrize("name", MODELS)
def test_every_number_in_the_file_is_the_models(open_file, name: str) -> None:
    draw = random.SystemRandom()
    text = draw.choice(zoo.manifest()[name].examples)
    model = recompute(zoo.path(name), text)
    page = open_file(name, text)
    file = page.url.partition("?")[0]
    for layer, t in moments(model, draw):
        unit = draw.randrange(model.spec["units"])
        page.goto(f"{file}?{urlencode(shown.moment(layer, t, unit))}")
        check(shown.read(page, layer, t, unit), model, layer, t, unit)
    if model.read.spelled:
        t = draw.randrange(len(model.read.tokens))
        page.goto(f"{file}?{urlencode(shown.moment('letters', t, 0))}")
        check_filters(shown.read(page, "letters", t, 0)["filters"], model, t)


@pytest.mark.parametrize("name", ["reader-32", "sentiment-bilstm", "dates", "forecaster"])
def test_what_it_says_is_written_out_without_a_server(open_file, name: str) -> None:
    text = zoo.manifest()[name].examples[0]
    trace = lstm_core.load(name).trace(text)
    page = open_file(name, text, search=f"?{urlencode(shown.moment(trace.layers[-1].name, len(trace) - 1, 0))}")
    page.locator("[data-part=next] :is(li, td) button.terms").first.click()
    window = page.locator("[data-part=terms][open]")
    window.locator("[data-chooses]").first.wait_for()
    said = (
        page.locator("[data-part=next] li[data-word]").first.get_attribute("data-word")
        if name != "forecaster"
        else "next"
    )
    told = trace.logit(said, -1)
    products = window.locator("[data-product]").evaluate_all("all => all.map((one) => +one.dataset.product)")
    expected = sorted([*(term["product"] for term in told["terms"]), told["bias"]], key=abs, reverse=True)
    assert products == pytest.approx(expected, abs=1e-9)
    result = window.locator(".result [data-value]").get_attribute("data-value")
    assert float(str(result)) == pytest.approx(told.get("probability", told.get("value")), abs=1e-9)


def test_all_controls_work_by_keyboard(open_file) -> None:
    page = open_file(READER, TEXT, search="?unit=3")
    where = page.locator(".where")

    def press(key: str, then: str) -> None:
        page.keyboard.press(key)
        expect(where).to_have_text(then)

    expect(where).to_have_text("word 1 of 5 · phase 1 of 6: read")
    press("ArrowDown", "word 1 of 5 · phase 2 of 6: forget")
    press("ArrowUp", "word 1 of 5 · phase 1 of 6: read")
    press("ArrowRight", "word 1 of 5 · phase 6 of 6: predict")
    press("ArrowRight", "word 2 of 5 · phase 6 of 6: predict")
    press("ArrowLeft", "word 1 of 5 · phase 6 of 6: predict")
    press("End", "word 5 of 5 · phase 6 of 6: predict")
    page.keyboard.press("]")
    expect(page.locator("[data-part=arithmetic]")).to_have_attribute("data-arith-ready", "4:4")
    page.wait_for_function("() => /t=4.*unit=4/.test(location.search)")
    page.reload()
    expect(where).to_have_text("word 5 of 5 · phase 6 of 6: predict")
    expect(page.locator("[data-part=arithmetic]")).to_have_attribute("data-arith-ready", "4:4")
    press("Home", "word 1 of 5 · phase 1 of 6: read")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="play (space)")).to_have_text("❚❚ Pause")
    expect(where).to_contain_text("phase 3 of 6")
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="play (space)")).to_have_text("▶ Play")
    page.keyboard.press("End")
    for signal in ("forget gate", "input gate", "candidate", "output gate"):
        page.get_by_role("button", name=f"every term of {signal}").press("Enter")
        terms = page.locator("[data-part=terms][open]")
        expect(terms.locator("h2")).to_contain_text(f"{signal}, unit 4 at “France”")
        assert terms.locator("[data-product]").count() == 64 + 32 + 1
        page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="help")).to_be_visible()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Word LSTM").press("Enter")
    expect(page.get_by_role("dialog", name="Word LSTM")).to_contain_text("Learned from")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="one unit").press("Enter")
    expect(page.locator("[data-part=charts] h2")).to_have_text("Unit 4 over the sentence")
    page.get_by_role("button", name="light or dark").press("Enter")
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_what_the_file_lacks_has_no_control(open_file) -> None:
    page = open_file(READER, TEXT)
    page.locator("[data-arith-ready]").wait_for()
    assert page.get_by_role("textbox").count() == 0
    assert page.get_by_role("button", name="Share").count() == 0
    assert page.locator("[data-part=models]").is_hidden()
    assert page.title() == f"{TEXT} · Word LSTM · Gatewalk"


def test_valves_are_held_in_the_file_too(open_file) -> None:
    page = open_file(READER, TEXT, "layer0.f=1", search="?t=2&phase=5&unit=7")
    page.locator("[data-arith-ready='2:7']").wait_for()
    strip = page.locator("[data-strip=f][data-source=now] rect[data-unit][data-value]")
    assert set(strip.evaluate_all("all => all.map(({ dataset }) => dataset.value)")) == {"1"}
    page.wait_for_function("() => location.search.includes('clamp=layer0.f%3D1')")


def test_what_a_model_wrote_is_in_the_file_and_nothing_there_writes_on(open_context, tmp_path: Path) -> None:
    model, file = lstm_core.load(READER), tmp_path / "written.html"
    trace = model.write(TEXT, words=6, temperature=1.0, seed=4)
    write_html(model, trace, file)
    page = open_context().new_page()
    page.goto(f"{file.as_uri()}?t=9&phase=5&unit=7")
    page.locator("[data-arith-ready='9:7']").wait_for()
    assert page.locator(".timeline .written .text").all_text_contents() == [token.text for token in trace.tokens[5:]]
    expect(page.locator(".own")).to_have_text("6 words written by the model itself")
    seen = page.evaluate(shown.READ)
    assert [k for k, _ in seen["surprise"]] == list(range(1, 10))
    assert all(abs(bits - trace.surprise[k]) < 1e-9 for k, bits in seen["surprise"])
    assert [(word, value) for _, word, value, _ in seen["next"]] == trace.predictions[9][:8]
    assert page.locator(".pick, .write, [data-part=writing]").count() == 0
    page.wait_for_function("() => location.search.includes('write=6&temperature=1&seed=4')")


def test_without_plotly_the_heatmap_is_a_plain_picture_of_the_numbers(open_file) -> None:
    page = open_file(READER, TEXT, search="?t=2&phase=5&unit=7")
    drawn = page.locator("[data-part=charts] .plot > *")
    drawn.first.wait_for()
    page.get_by_role("button", name="all units").click()
    assert page.evaluate("window.Plotly === undefined")
    assert page.locator(".js-plotly-plot").count() == 0


def test_with_charts_plotly_is_in_the_file(open_file) -> None:
    page = open_file(READER, TEXT, charts=True, search="?t=2&phase=5")
    page.locator("[data-part=charts] select").focus()  # who uses a chart gets it drawn by Plotly
    page.wait_for_selector(".js-plotly-plot .heatmaplayer", state="attached")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_axe_finds_nothing(open_file, scheme: str, width: int) -> None:
    page = open_file(READER, TEXT, search="?t=2&phase=5", viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.locator("[data-arith-ready]").wait_for()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    page.get_by_role("button", name="every term of forget gate").press("Enter")
    page.locator("[data-part=terms][open] td").first.wait_for()
    assert [one["id"] for one in Axe().run(page).response["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"
