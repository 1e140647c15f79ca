"""The one promise: every number on the page is the model's own.

In a real browser, at moments drawn anew at each run, what the page shows of each shipped model is read back and
compared with a second computation from the weights file (``recompute``), which shares no code with the library.
"""

from __future__ import annotations

import math
import random
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Page

from lstm_core import zoo
from tests.page.recompute import Recomputed, recompute
from tests.page.recompute.cells import STATES, VALVES, Valve
from tests.page.recompute.reading import word_of
from tests.page.shown import at

UNKNOWN = {"words": "Qzyrland", "letters": "§"}  # no table has them
SIGNS = {" ": "␣", "⏹": "■"}
UNSAID = "·"


def close(shown: float, true: float) -> bool:
    """Equal within float32's own error over a sentence; far below the last digit that a person sees."""
    return bool(abs(shown - true) <= 1e-5 * max(1.0, abs(true)))


@pytest.mark.parametrize("name", zoo.manifest())
def test_every_number_that_the_page_shows_is_the_models(page: Page, server: str, name: str) -> None:
    draw = random.SystemRandom()
    path = zoo.path(name)
    text = draw.choice(zoo.manifest()[name].examples)
    model = recompute(path, text)
    if model.spec["reads"] in UNKNOWN:
        text = with_unknown(text, model.spec["reads"], draw)
        model = recompute(path, text)
        assert not all(model.read.known)
    for layer, t in moments(model, draw):
        unit = draw.randrange(model.spec["units"])
        check(at(page, server, name, text, layer, t, unit), model, layer, t, unit)
    if model.read.spelled:
        t = draw.randrange(len(model.read.tokens))
        check_filters(at(page, server, name, text, "letters", t, 0)["filters"], model, t)


#: Two valves of a model each, as the page's address writes them and as they are computed with here.
HELD = {
    "reader-32": (
        ("layer0.f=1", Valve("layer0", "f", 1.0)),
        ("layer0.i[3-9]@1-4=0", Valve("layer0", "i", 0.0, tuple(range(3, 10)), (1, 2, 3, 4))),
    ),
    "stacked-2": (
        ("layer0.o[0-31]=0.25", Valve("layer0", "o", 0.25, tuple(range(32)))),
        ("layer1.g@2=-0.5", Valve("layer1", "g", -0.5, None, (2,))),
    ),
    "sentiment-bilstm": (
        ("backward.f@0-3=0", Valve("backward", "f", 0.0, None, (0, 1, 2, 3))),
        ("forward.i=1", Valve("forward", "i", 1.0)),
    ),
    "dates": (("encoder.f[5]=0", Valve("encoder", "f", 0.0, (5,))), ("decoder.o=1", Valve("decoder", "o", 1.0))),
    "compare-gru": (
        ("layer0.z@1=0.5", Valve("layer0", "z", 0.5, None, (1,))),
        ("layer0.r=0", Valve("layer0", "r", 0.0)),
    ),
}


@pytest.mark.parametrize("name", HELD)
def test_every_number_is_the_models_while_two_valves_are_held(page: Page, server: str, name: str) -> None:
    draw = random.SystemRandom()
    written, valves = zip(*HELD[name], strict=True)
    text = draw.choice(zoo.manifest()[name].examples)
    model = recompute(zoo.path(name), text, valves)
    for layer, t in moments(model, draw):
        held = [unit for valve in valves for unit in valve.units or ()]
        unit = draw.choice(held or range(model.spec["units"]))
        check(at(page, server, name, text, layer, t, unit, written), model, layer, t, unit)


#: States held and weights scaled: clamps, scales, and the same as they are computed with here.
BENT = {
    "reader-32": (
        {"layer0.c[3-9]@1-2=0": Valve("layer0", "c", 0.0, tuple(range(3, 10)), (1, 2))},
        {"layer0.U=1.5": {f"layer0.U_{gate}": 1.5 for gate in "fiog"}, "layer0.b_f=0.5": {"layer0.b_f": 0.5}},
    ),
    "compare-gru": (
        {"layer0.h[2]@1=-0.5": Valve("layer0", "h", -0.5, (2,), (1,))},
        {"layer0.W_z=2": {"layer0.W_z": 2.0}, "layer0.d=0": {"layer0.d_n": 0.0}},
    ),
}


@pytest.mark.parametrize("name", BENT)
def test_every_number_is_the_models_while_states_are_held_and_weights_scaled(
    page: Page, server: str, name: str
) -> None:
    draw = random.SystemRandom()
    clamps, scales = BENT[name]
    factors = {weight: factor for scale in scales.values() for weight, factor in scale.items()}
    text = draw.choice(zoo.manifest()[name].examples)
    model = recompute(zoo.path(name), text, list(clamps.values()), factors)
    held = [unit for valve in clamps.values() for unit in valve.units or ()]
    for layer, t in [("layer0", 1), *moments(model, draw)]:
        unit = draw.choice(held)
        shown = at(page, server, name, text, layer, t, unit, list(clamps), {"scale": list(scales)})
        check(shown, model, layer, t, unit)


def with_unknown(text: str, reads: str, draw: random.Random) -> str:
    """``text`` and a word, anywhere in it, or a first letter that the model does not know.

    A letter in its middle would throw a counter off its count, where it has learned nothing and float32's errors grow.
    """
    if reads == "letters":
        return UNKNOWN[reads] + text
    words = text.split()
    place = draw.randrange(len(words) + 1)
    return " ".join([*words[:place], UNKNOWN[reads], *words[place:]])


def moments(model: Recomputed, draw: random.Random) -> list[tuple[str, int]]:
    """Two at random, in two layers where there are more than one, and the one at which all is said."""
    layers = model.told.layers
    last = list(layers)[-1]
    end = min(layers[last]) if last == "backward" else max(layers[last])
    return [*((layer, draw.choice(list(layers[layer]))) for layer in [*layers, *layers][:2]), (last, end)]


def walked(model: Recomputed, layer: str, t: int) -> dict[str, set[int]]:
    """The words at which each layer has been when ``layer`` is through with ``t``: no other number may be shown."""
    layers = model.told.layers
    if not {"backward", "decoder"} & set(layers):
        return {name: set(range(t + 1)) for name in layers}
    first, second = layers
    if layer == first:
        return {first: set(range(t + 1)), second: set()}
    back = layer == "backward"
    return {first: set(layers[first]), second: {k for k in layers[second] if (k >= t if back else k <= t)}}


def check(page: dict[str, Any], model: Recomputed, layer: str, t: int, unit: int, written: int = 0) -> None:
    """Everything that the page shows of one moment; ``written``: how many of the words the model wrote itself."""
    been = walked(model, layer, t)
    check_words(page["words"], model, been)
    check_strips(page["strips"], model, layer, t)
    check_terms(page["terms"], model, layer, t, unit)
    check_bars(page["bars"], model, layer, been)
    check_map(page, model, been, unit)
    check_belt(page["belt"], model, layer, t)
    if model.spec["task"] in ("next-word", "next-letter"):
        check_surprise(page, model, t, written)
    {
        "next-word": check_next,
        "next-letter": check_next,
        "class": check_class,
        "transduce": check_answer,
        "forecast": check_forecast,
    }[model.spec["task"]](page, model, layer, t)


def check_words(words: list, model: Recomputed, been: dict[str, set[int]]) -> None:
    tokens = [*model.read.tokens, *model.told.spoken]
    shown = [SIGNS.get(token, token) for token in tokens]
    for t in range(len(model.read.tokens), len(tokens)):
        if t not in been["decoder"]:
            shown[t] = UNSAID
    known = [*model.read.known, *(True for _ in model.told.spoken)]
    assert words == [[word, not knows] for word, knows in zip(shown, known, strict=True)]


def check_strips(strips: list, model: Recomputed, layer: str, t: int) -> None:
    step = model.told.layers[layer][t]
    seen = {(strip["signal"], strip["source"]) for strip in strips}
    assert seen >= {(signal, "now") for signal in step.now if signal != "tanh_c"}
    assert seen >= {(state, "previous") for state in STATES[model.spec["cell"]]}
    for strip in strips:
        true = (step.now if strip["source"] == "now" else step.previous)[strip["signal"]]
        assert strip["layer"] == layer
        assert len(strip["values"]) == len(true), strip["signal"]
        for unit, shown in strip["values"].items():
            assert close(shown, true[int(unit)]), (layer, t, strip["signal"], strip["source"], unit)


def check_terms(terms: list, model: Recomputed, layer: str, t: int, unit: int) -> None:
    step = model.told.layers[layer][t]
    seen = {(signal, term) for signal, term, *_ in terms}
    assert seen >= {(gate, term) for gate, parts in step.parts.items() for term in (*parts, "value")}
    assert seen >= {(state, "value") for state in STATES[model.spec["cell"]]}
    for signal, term, shown, text in terms:
        parts = step.parts.get(signal, {})
        if term == "value":
            true = step.now[signal][unit]
        elif term == "own":
            true = step.own[signal][unit]
        elif term.endswith(("_prev", "_next")):  # read backward, the state before is that of the word after
            true = step.previous[term[: -len("_prev")]][unit]
        else:
            true = parts[term][unit] if term in parts else step.now[term][unit]
        assert close(shown, true), (layer, t, unit, signal, term)
        rounded = float(text.replace("−", "-").replace("+", "").replace(" ", ""))
        assert abs(rounded - true) <= 0.0051 * max(1.0, abs(true)), (signal, term, text)


def check_bars(bars: list, model: Recomputed, layer: str, been: dict[str, set[int]]) -> None:
    """A bar is of the unfolded layer, or of the one that is at work where that is not."""
    owner = {k: name for name in [*model.told.layers, layer] for k in model.told.layers[name]}
    places = [k for k, name in owner.items() if k in been[name]]
    assert {(signal, k) for signal, k, _ in bars} == {(gate, k) for gate in VALVES[model.spec["cell"]] for k in places}
    for signal, k, shown in bars:
        assert close(shown, float(np.mean(model.told.layers[owner[k]][k].now[signal]))), (signal, k)


def check_map(page: dict[str, Any], model: Recomputed, been: dict[str, set[int]], unit: int) -> None:
    """The overview of a model with several layers; one with a single layer has none."""
    layers, spelled = model.told.layers, model.read.spelled
    true = {(name, k): layers[name][k].now["h"][unit] for name in layers for k in been[name]}
    if spelled:
        true |= {("letters", k): spelled[k].fired.max() for k in max(been.values())}
    if len(layers) == 1 and not spelled:
        true = {}
    assert {(name, k) for name, k, _ in page["map"]} == set(true)
    for name, k, shown in page["map"]:
        assert close(shown, true[name, k]), (name, k)
    for name, k, shown in page["rises"]:
        assert close(shown, layers[name][k].now["h"][unit]), (name, k)
    first = next(iter(layers))
    handed = "decoder" in layers and len(been[first]) == len(layers[first])
    assert len(page["hand"]) == (model.spec["units"] * len(STATES[model.spec["cell"]]) if handed else 0)
    for state, k, shown in page["hand"]:
        assert close(shown, layers[first][max(layers[first])].now[state][k]), (state, k)


def check_belt(rows: list, model: Recomputed, layer: str, t: int) -> None:
    """What the belt runs to: the last layer says something."""
    says = model.told.said.get(t) or [("next", model.told.forecasts[t])] if layer == list(model.told.layers)[-1] else []
    assert bool(rows) == bool(says)
    for word, shown in rows:
        assert close(shown, dict(says)[word]), (t, word)


def check_next(page: dict[str, Any], model: Recomputed, layer: str, t: int) -> None:  # noqa: ARG001 - as the others
    true = model.told.said[t]
    assert len(page["next"]) >= min(5, len(true))
    check_rows(page["next"], dict(true))
    for rank, word, *_ in page["next"]:
        assert abs(true[rank][1] - dict(true)[word]) <= 1e-6, "the order is that of the probabilities"


def check_surprise(page: dict[str, Any], model: Recomputed, t: int, written: int) -> None:
    """How unlikely the model thought each word so far, and 2 to the mean of it over what it did not write itself."""
    told, tokens = model.told.said, model.read.tokens
    true = {}
    for k in range(1, t + 1):
        if model.read.known[k]:
            share = dict(told[k - 1])[symbol_of(model.spec, tokens[k])]
            true[k] = -math.log2(share)
    assert {k for k, _ in page["surprise"]} == set(true)
    for k, shown in page["surprise"]:
        assert close(shown, true[k]), (k, tokens[k])
    typed = [bits for k, bits in true.items() if k < len(tokens) - written]
    assert len(page["perplexity"]) == (1 if typed else 0)
    assert all(close(shown, 2 ** float(np.mean(typed))) for shown in page["perplexity"])


def symbol_of(spec: dict[str, Any], token: str) -> str:
    """The vocabulary's own writing of a token that it holds."""
    if spec["reads"] == "letters":
        return token if token in spec["vocabulary"] else token.lower()
    return {word.casefold(): word for word in spec["vocabulary"]}[word_of(token).casefold()]


def check_rows(rows: list, true: dict[str, float]) -> None:
    """Probabilities, in full and as percentages."""
    for _, word, shown, percent in rows:
        assert close(shown, true[word]), word
        assert percent == "< 1 %" if 0 < shown < 0.005 else abs(float(percent.split()[0]) - 100 * shown) <= 0.5


def check_class(page: dict[str, Any], model: Recomputed, layer: str, t: int) -> None:
    said, answer = model.told.said, model.told.verdict
    met = layer == "backward"
    assert [word for _, word, *_ in page["next"]] == (model.spec["outputs"] if met else [])
    check_rows(page["next"], dict(said[t]))
    line = model.spec["outputs"][-1]
    assert {k for _, k, _ in page["points"]} == ({k for k in said if k >= t} if met else set())
    assert all(name == line and close(shown, dict(said[k])[line]) for name, k, shown in page["points"])
    over = met and t == 0
    assert [name for name, _ in page["verdict"]] == ([model.told.answer] if over else [])
    assert len(page["map_verdict"]) == over
    assert all(close(shown, answer[0][1]) for shown in [*page["map_verdict"], *(p for _, p in page["verdict"])])


def check_answer(page: dict[str, Any], model: Recomputed, layer: str, t: int) -> None:
    told, begin = model.told, len(model.read.tokens)
    by_now = told.spoken[: t - begin + 1] if layer == "decoder" else []
    assert page["said"] == [[begin + k, symbol] for k, symbol in enumerate(by_now)]
    assert len(page["next"]) == (min(5, len(model.spec["outputs"])) if by_now else 0)
    check_rows(page["next"], dict(told.said.get(t, [])))
    over = t == begin + len(told.spoken) - 1
    assert page["end"] == ([[told.stopped, told.answer]] if over else [])


def check_forecast(page: dict[str, Any], model: Recomputed, layer: str, t: int) -> None:  # noqa: ARG001 - as the others
    values, made = model.read.values, model.told.forecasts
    came = values[t + 1 : t + 2]
    true = [
        ["forecast", made[t], *(made[t] - value for value in came)],
        ["last value", values[t], *(values[t] - value for value in came)],
        ["came", *came],
    ]
    for (name, *numbers), (row, *shown) in zip(true, page["against"], strict=True):
        assert row.startswith(name)
        assert all(close(number, other) for number, other in zip(shown, numbers, strict=True)), name
    points = {(line, k): value for line, k, value in page["points"]}
    drawn = {("forecast", k + 1): made[k] for k in range(t + 1)}
    drawn |= {("came", k): value for k, value in enumerate(values[: t + 2])}
    assert set(points) == set(drawn)
    assert all(close(points[place], value) for place, value in drawn.items())


def check_filters(rows: list, model: Recomputed, t: int) -> None:
    """The filters that answered most to a word, and a place where each did."""
    spelled, width = model.read.spelled[t], model.spec["letters"]["width"]
    half, count = width // 2, len(spelled.answers)
    assert len(rows) >= min(10, len(spelled.fired))
    for filter_, shown, begin, end in rows:
        assert close(shown, spelled.fired[filter_]), filter_
        answers = np.maximum(spelled.answers[:, filter_], 0)
        strongest = [place for place in range(count) if close(answers[place], spelled.fired[filter_])]
        assert [begin, end] in [[max(0, place - half), min(count, place + half + 1)] for place in strongest], filter_
