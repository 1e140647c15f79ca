"""The overview of models with more than one layer: its values are the trace's, and the walk goes the way it shows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from lstm_core import Trace
from lstm_core.models import LettersSpec, Model, build, shapes_of, uniform
from lstm_core.weights import native

TEXT = "the film was not bad , but Frnace is good"
WORDS = tuple(sorted({*TEXT.split(), "very", "le", "chat"} - {"Frnace"}))
LETTERS = LettersSpec("^$?abcdefghijklmnopqrstuvwxyz", 8, 5, 20)
OUTPUTS = ("⏹", "un", "le", "chat", "noir")
STACK = uniform("stack", "next-word", "stacked", "lstm", 12, 8, WORDS, letters=LETTERS, layers=2)
BOTH = uniform("both", "class", "bidirectional", "lstm", 12, 8, WORDS, letters=LETTERS, outputs=("good", "bad"))
TRANSLATOR = uniform("translator", "transduce", "encoder_decoder", "lstm", 12, 8, WORDS, outputs=OUTPUTS)
SPELLER = uniform("speller", "next-word", "cnn_lstm", "lstm", 12, 8, WORDS, letters=LETTERS)
LAST = 5  # the phase at the end of a step


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Model], list[Path]]:
    """One model of each architecture, with weights large enough for its values to differ, and their files."""
    folder = tmp_path_factory.mktemp("models")
    made, files = {}, []
    for spec in (STACK, BOTH, TRANSLATOR, SPELLER):
        random = np.random.default_rng(11)
        params = {name: random.normal(0, 0.6, shape).astype(np.float32) for name, shape in shapes_of(spec).items()}
        made[spec.name] = build(spec, params)
        files.append(folder / f"{spec.name}.safetensors")
        native.save(files[-1], params, spec)
    return made, files


@pytest.fixture(scope="module")
def address(serve: Callable[..., str], models: tuple[dict[str, Model], list[Path]]) -> str:
    """A server of these models alone."""
    return serve(GATEWALK_ZOO="0", GATEWALK_MODELS=":".join(map(str, models[1])))


@pytest.fixture
def traces(models: tuple[dict[str, Model], list[Path]]) -> dict[str, Trace]:
    """What each model computes on the sentence."""
    return {name: model.trace(TEXT) for name, model in models[0].items()}


def show(page: Page, address: str, model: str, **moment: object) -> None:
    """Opens a moment, and waits until the map shows it."""
    page.goto(f"{address}/?{urlencode({'model': model, 'text': TEXT} | moment)}")
    page.locator(".map-picture .chosen[x]").wait_for()


def cells(page: Page) -> dict[tuple[str, int], float]:
    """What each cell that shows anything says."""
    shown = page.locator(".map-cell[data-value]").evaluate_all(
        "cells => cells.map(({ dataset }) => [dataset.mapLayer, Number(dataset.mapT), Number(dataset.value)])"
    )
    return {(layer, t): value for layer, t, value in shown}


def where(page: Page) -> str:
    return f"{page.locator('.leg').inner_text()} · {page.locator('.where').inner_text()}"


def test_a_stack_shows_each_layer_and_a_unit_on_its_way_up(page: Page, address: str, traces: dict[str, Trace]) -> None:
    trace = traces["stack"]
    show(page, address, "stack", t=3, phase=LAST, unit=7)
    shown = cells(page)
    assert set(shown) == {(layer, t) for layer in ("layer0", "layer1") for t in range(4)}
    assert all(value == trace[f"{layer}.h"][t, 7] for (layer, t), value in shown.items())
    risen = page.locator(".map-line.rise[data-value]").evaluate_all(
        "lines => lines.map(({ dataset }) => [Number(dataset.t), Number(dataset.value)])"
    )
    assert dict(risen) == {t: trace["layer1.x"][t, 7] for t in range(4)}
    assert where(page).startswith("layer 1 of 2 · word 4 of 10 · phase 6")
    page.keyboard.press("l")
    expect(page.locator("[data-unfold='layer1']")).to_have_attribute("aria-pressed", "true")
    assert where(page).startswith("layer 2 of 2 · word 4 of 10 · phase 6")
    h = page.locator("[data-strip='h'][data-source='now'] rect[data-unit='7'][data-value]")
    assert float(h.get_attribute("data-value") or "nan") == trace["layer1.h"][3, 7]
    page.keyboard.press("L")
    page.get_by_role("button", name="h, unit 7").click()
    page.wait_for_function("() => location.search.includes('map=mean')")
    mean = cells(page)
    assert all(abs(mean[layer, t] - np.abs(trace[f"{layer}.h"][t]).mean()) < 1e-6 for layer, t in mean)


def test_the_second_belt_is_read_from_the_other_end(page: Page, address: str, traces: dict[str, Trace]) -> None:
    trace, last = traces["both"], len(TEXT.split()) - 1
    show(page, address, "both", t=last, phase=LAST, unit=2)
    assert where(page).startswith("reads → · word 10 of 10")
    assert {layer for layer, _ in cells(page)} == {"forward"}, "the other end has not begun"
    page.keyboard.press("ArrowDown")
    assert where(page).startswith("reads ← · word 10 of 10 · phase 1")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert where(page).startswith("reads ← · word 9 of 10 · phase 6")
    before = page.locator("[data-strip='c'][data-source='previous'] rect[data-unit='2']").get_attribute("data-value")
    assert float(before or "nan") == trace["backward.c"][last, 2]
    page.locator(".map-cell[data-map-layer='backward'][data-map-t='0']").click()
    page.keyboard.press("End")
    assert where(page).startswith("reads ← · word 1 of 10 · phase 6")
    assert cells(page) == {
        (way, t): trace[f"{way}.h"][t, 2] for way in ("forward", "backward") for t in range(last + 1)
    }
    assert trace.answer is not None
    (name, p), *_ = trace.answer["top"]
    verdict = page.locator(".map-verdict")
    expect(verdict).to_contain_text(name)
    assert abs(float(verdict.get_attribute("data-value") or "nan") - p) < 1e-6
    page.keyboard.press("Home")
    assert where(page).startswith("reads → · word 1 of 10 · phase 1")


def test_a_decoder_begins_with_what_the_encoder_hands_over(page: Page, address: str, traces: dict[str, Trace]) -> None:
    trace, read = traces["translator"], len(TEXT.split())
    said = [token.text for token in trace.tokens][read:]
    show(page, address, "translator", t=read - 1, phase=LAST - 1, unit=0)
    assert where(page).startswith("encoder · word 10 of 10")
    for state in "hc":
        strip = page.locator(f"rect[data-hand='{state}'][data-value]")
        values = strip.evaluate_all("cells => cells.map(({ dataset }) => Number(dataset.value))")
        assert values == [float(value) for value in trace[f"encoder.{state}"][read - 1]], state
    words = page.locator(".timeline .word .text")
    assert words.all_inner_texts()[read:] == ["·"] * len(said), "nothing is said yet"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert where(page).startswith(f"decoder · step 1 of {len(said)} · phase 6")
    assert words.all_inner_texts()[read] == said[0].replace("⏹", "■")
    before = page.locator("[data-strip='c'][data-source='previous'] rect[data-unit='0']").get_attribute("data-value")
    assert float(before or "nan") == trace["encoder.c"][read - 1, 0]
    page.keyboard.press("End")
    assert "·" not in words.all_inner_texts()
    stop = page.locator(".map-picture .stop")
    assert trace.answer is not None
    why = {"end": "it said", "limit": f"the limit of {len(said)} steps"}
    expect(stop).to_contain_text(why[trace.answer["stopped"]])


def test_the_letters_that_fired_each_filter(page: Page, address: str, traces: dict[str, Trace]) -> None:
    trace, t = traces["speller"], TEXT.split().index("Frnace")
    show(page, address, "speller", t=t, phase=1, layer="letters", unit=0)
    page.locator(".filter").first.wait_for()
    fired, at = trace["letters.fired"][t], trace["letters.at"][t].astype(int)
    framed = [*"▸frnace◂"]
    assert page.locator(".letter text").all_text_contents() == framed
    rows = page.locator(".filter").evaluate_all(
        "rows => rows.map((row) => [...['filter', 'value', 'from', 'to'].map((key) => Number(row.dataset[key])),"
        " [...row.querySelectorAll('.seen')].map((letter) => letter.textContent).join('')])"
    )
    assert {row[0] for row in rows[:9]} == set(np.argsort(-fired, kind="stable")[:9].tolist()), "the strongest first"
    for filter_, value, start, stop, seen in rows:
        assert value == fired[filter_]
        assert (start, stop) == (max(0, at[filter_] - 2), min(len(framed), at[filter_] + 3))
        assert seen == "".join(framed[start:stop])
    page.locator("[data-unfold='layer0']").click()
    expect(page.locator("[data-part=letters]")).to_be_hidden()
    page.locator("[data-strip='x'] [data-value]").first.wait_for()


@pytest.mark.parametrize(("name", "after"), [("both", "reads ←"), ("translator", "decoder")])
def test_play_goes_on_from_one_layer_to_the_next(page: Page, address: str, name: str, after: str) -> None:
    show(page, address, name, t=len(TEXT.split()) - 1, phase=LAST, speed=4)
    expect(page.locator(".leg")).not_to_have_text(after)
    page.locator(".where").click()
    page.keyboard.press("Space")
    expect(page.locator(".leg")).to_have_text(after)
    expect(page.locator(".where")).to_contain_text("phase 3")
    page.keyboard.press("Space")


@pytest.mark.parametrize(("name", "word"), [("both", "word"), ("translator", "step")])
def test_what_is_streamed_is_the_trace(
    page: Page, address: str, models: tuple[dict[str, Model], list[Path]], name: str, word: str
) -> None:
    text = "but Frnace is very good" if name == "both" else "the film is very good"
    trace = models[0][name].trace(text)
    show(page, address, name, phase=LAST, unit=5)
    box = page.get_by_role("textbox").first
    box.fill(text)
    box.press("Enter")
    # What is said of it is shown at once, at the end of the way, with a unit that does much for it.
    expect(page.locator(".where")).to_contain_text(f"{word} {1 if name == 'both' else len(trace.tokens) - 5} of")
    page.wait_for_function("text => new URLSearchParams(location.search).get('text') === text", arg=text)
    page.locator(".where").click()
    unit = int(parse_qs(urlsplit(page.url).query)["unit"][0])
    spans = {layer.name: layer.span or (0, len(trace.tokens)) for layer in trace.layers}
    assert cells(page) == {
        (layer, t): trace[f"{layer}.h"][t - first, unit]
        for layer, (first, last) in spans.items()
        for t in range(first, last)
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("model", "layer", "size"),
    [("both", "backward", (1440, 900)), ("translator", "decoder", (390, 844)), ("speller", "letters", (1024, 768))],
)
def test_the_map_has_no_violation(open_context, address: str, model: str, layer: str, size, scheme: str) -> None:
    width, height = size
    page = open_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
    show(page, address, model, layer=layer, t=12 if layer == "decoder" else 2, phase=LAST)
    found = Axe().run(page).response["violations"]
    assert [f"{one['id']}: {[node['html'][:120] for node in one['nodes']][:3]}" for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"


def test_a_long_text_scrolls_with_its_word_in_sight(open_context, address: str) -> None:
    page = open_context(viewport={"width": 390, "height": 844}).new_page()
    text = " ".join([TEXT] * 13)
    page.goto(f"{address}/?{urlencode({'model': 'both', 'text': text})}")
    expect(page.locator(".timeline .word")).to_have_count(130)
    page.get_by_role("button", name="play (space)").focus()
    for key, word in (("End", 0), ("Home", 0), ("ArrowRight", 0)):
        page.keyboard.press(key)
        current = page.locator(".word[aria-current]").bounding_box()
        gutter = page.locator(".map-gutter").bounding_box()
        assert current is not None
        assert gutter is not None
        assert gutter["x"] >= 0, "the names of the layers stay"
        assert gutter["x"] + gutter["width"] <= current["x"] + 1, f"word {word} is not below the names"
        assert current["x"] + current["width"] <= 390
    page.locator(".map-cell[data-map-layer='backward'][data-map-t='129']").dispatch_event("click")
    current = page.locator(".word[aria-current]").bounding_box()
    assert current is not None
    assert current["x"] + current["width"] <= 390, "the last word is in sight"
