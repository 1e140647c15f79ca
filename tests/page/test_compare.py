"""Two runs side by side on the page: every number read off and computed anew, and every way back to both."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

import lstm_core
from lstm_core import Comparison, compare
from tests.page.test_accessibility import violations

TEXT = "Anna grew up in France and after all these years she still speaks fluent"
OTHER = "Anna grew up in the south of Germany and she speaks fluent"
CLAMP = "layer0.f@5=0"

SEEN = """() => {
  const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
  const number = (text) => text === undefined ? null : Number(text);
  return {
    reads: all('.aligned [data-reads]', ({ dataset, textContent }) =>
      [Number(dataset.pair), dataset.reads, textContent]),
    says: all('.aligned [data-says]', ({ dataset, className }) =>
      [Number(dataset.pair), dataset.says, dataset.word, Number(dataset.value), className.includes('differs')]),
    differences: all('.aligned .number', ({ dataset, textContent }) =>
      [Number(dataset.pair), number(dataset.difference), textContent]),
    told: all('.compare .told', ({ textContent }) => textContent),
    strips: all('[data-part=belt] [data-strip]', strip => [strip.dataset.strip, strip.dataset.source,
      [...strip.querySelectorAll('rect[data-unit]')].map(({ dataset }) => number(dataset.other))]),
    outlines: all('.belt-picture .other[d]:not([d=""])', () => 1).length,
    gates: all('.bar[data-other]', ({ dataset }) => [Number(dataset.t), dataset.bar, Number(dataset.other)]),
    parted: all('.word', (word, t) => word.classList.contains('parted') ? t : -1).filter(t => t >= 0),
    next: all('[data-next]', ({ dataset }) => [dataset.word, number(dataset.other)]),
  };
}"""


def address(server: str, text: str, against: dict[str, Any], **more: Any) -> str:
    asked = {"model": "reader-32", "text": text, "unit": 3, "phase": 9, "signal": "c", **more}
    return f"{server}/?" + urlencode(asked | {"against": urlencode(against, doseq=True)}, doseq=True)


def seen(page: Page) -> dict[str, Any]:
    page.wait_for_selector(".aligned td.present")
    page.wait_for_selector(".aligned .heats:not([hidden]) canvas")
    told: dict[str, Any] = page.evaluate(SEEN)
    return told


def check(told: dict[str, Any], found: Comparison, unit: int, signal: str) -> None:
    """What the dock's view shows is the library's."""
    texts = {"a": found.a.tokens, "b": found.b.tokens}
    places = [(k, side, getattr(pair, side)) for side in "ab" for k, pair in enumerate(found.pairs)]
    assert told["reads"] == [[k, side, "–" if t is None else texts[side][t].text] for k, side, t in places]
    expected = [
        [k, side, said.a if side == "a" else said.b, {w: (p, q) for w, p, q in said.words}, said.differs]
        for side in "ab"
        for k, said in enumerate(found.said)
        if said is not None
    ]
    for (k, side, word, value, differs), (at, whose, says, words, other) in zip(told["says"], expected, strict=True):
        assert (k, side, word, differs) == (at, whose, says, other)
        assert value == pytest.approx(words[says][side == "b"], abs=1e-12)
    if not found.same_weights:
        assert told["differences"] == []
        return
    rows = found.difference("layer0", signal)[:, unit]
    for (k, value, text), row in zip(told["differences"], rows, strict=True):
        pair = found.pairs[k]
        assert value == (None if pair.a is None or pair.b is None else row)
        assert value is None or float(text.replace("−", "-")) == pytest.approx(value, abs=0.0051)


def test_a_held_valve_beside_the_models_own_run(page: Page, server: str) -> None:
    t, unit = 12, 3
    page.goto(address(server, TEXT, {"model": "reader-32", "text": TEXT}, clamp=CLAMP, t=t, dock="compare"))
    told = seen(page)
    model = lstm_core.load("reader-32")
    a, b = model.trace(TEXT, (CLAMP,)), model.trace(TEXT)
    found = compare(a, b)
    check(told, found, unit, "c")
    strips = {(name, source): values for name, source, values in told["strips"]}
    for (name, source), values in strips.items():
        layer = b.layers[0]
        rows = layer.signals[name.split("@")[0]] if name in layer.signals else None
        if rows is None or source == "previous":
            continue
        assert values == rows[t].tolist(), name
    assert strips["c_prev", "previous"] == b["c"][t - 1].tolist() if ("c_prev", "previous") in strips else True
    assert told["outlines"] > 0
    gates = {(at, gate): value for at, gate, value in told["gates"]}
    assert gates[5, "f"] == pytest.approx(float(b["f"][5].mean()), abs=1e-6)
    differing = [k for k, said in enumerate(found.said) if said and said.differs and k <= t]
    assert told["parted"] == differing
    said = found.said[t]
    assert said is not None
    probabilities = {word: q for word, _, q in said.words}
    for word, q in told["next"]:
        assert q == pytest.approx(probabilities[word], abs=1e-6)
    assert f"“{said.a}”" in told["told"][0]
    assert f"“{said.b}”" in told["told"][0]
    expect(page.locator(".next [data-other-says]")).to_have_attribute("data-other-says", said.b)


def test_two_texts_and_one_transport(page: Page, server: str) -> None:
    page.goto(address(server, TEXT, {"model": "reader-32", "text": OTHER}, t=3, dock="compare", signal="f"))
    told = seen(page)
    model = lstm_core.load("reader-32")
    found = compare(model.trace(TEXT), model.trace(OTHER))
    check(told, found, 3, "f")
    page.keyboard.press("ArrowRight")
    france = next(k for k, pair in enumerate(found.pairs) if pair.a == 4)
    expect(page.locator(f".aligned td.present[data-reads=b][data-pair='{france}']")).to_have_text("Germany")
    page.locator(".aligned button", has_text="fluent").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".where")).to_contain_text("word 14 of 14")
    page.get_by_label("signal to compare").select_option("h")
    page.wait_for_function("() => new URLSearchParams(location.search).get('signal') === 'h'")
    page.wait_for_function(
        "value => document.querySelector('.aligned .number:last-child')?.dataset.difference === String(value)",
        arg=float(found.difference("layer0", "h")[-1, 3]),
    )
    assert violations(page) == []


def test_two_models_link_reload_and_back(open_context: Any, server: str) -> None:
    context = open_context()
    page = context.new_page()
    page.goto(f"{server}/?" + urlencode({"model": "compare-lstm", "text": TEXT, "t": 13, "phase": 9}))
    tab = page.get_by_role("tab", name="Compare")
    tab.focus()
    page.keyboard.press("Enter")
    choice = page.get_by_label("compare with", exact=True)
    choice.focus()
    choice.select_option(label="Plain RNN")
    told = seen(page)
    lstm, rnn = (lstm_core.load(name) for name in ("compare-lstm", "compare-rnn"))
    found = compare(lstm.trace(TEXT), rnn.trace(TEXT))
    check(told, found, 0, "c")
    assert told["outlines"] == 0, "a unit of the one is no unit of the other"
    query = parse_qs(urlsplit(page.url).query)
    assert (query["against"], query["dock"]) == ([urlencode({"model": "compare-rnn", "text": TEXT})], ["compare"])

    page.reload()
    assert seen(page) == told
    link = context.new_page()
    link.goto(page.url)
    assert seen(link) == told
    link.close()

    page.get_by_role("button", name="compare with nothing").click()
    expect(page.locator(".aligned")).to_be_hidden()
    assert page.locator(".beside-run").is_hidden()
    page.go_back()
    assert seen(page) == told

    page.locator("[data-part=sentence] textarea").fill(OTHER)
    page.keyboard.press("Enter")
    page.wait_for_function(
        "text => new URLSearchParams(new URLSearchParams(location.search).get('against')).get('text') === text",
        arg=OTHER,
    )


def test_what_cannot_be_compared_is_told_and_nothing_stands_beside_by_itself(page: Page, server: str) -> None:
    page.goto(address(server, "the cat", {"model": "dates", "text": "5 May 1998"}, dock="compare"))
    expect(page.locator(".compare .note")).to_contain_text("dates reads letters: there is nothing to align.")
    expect(page.locator(".beside-run.failed")).to_contain_text("there is nothing to align")
    page.goto(
        address(server, "the cat", {"model": "reader-32", "text": "the dog", "clamp": "layer0.f=7"}, dock="compare")
    )
    expect(page.locator(".compare .note")).to_contain_text("7 is no value of it.")
    page.goto(f"{server}/?" + urlencode({"model": "reader-32", "text": TEXT, "t": 3, "phase": 9}))
    page.wait_for_selector("[data-arith-ready]")
    assert page.locator("[data-other], .beside-run:not([hidden]), .parted, .belt-picture .other[d]").count() == 0
