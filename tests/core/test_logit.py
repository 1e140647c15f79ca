"""What a model says, written out: term by term from the parameters, and held to what the trace itself says."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

import lstm_core
from lstm_core import GatewalkError, Model, Trace
from tests.core.cell_checks import KINDS, small_model
from tests.fixtures import make_digests


def logits(model: Model, h: np.ndarray) -> np.ndarray:
    """Every logit (V,) of what the output hears, in float64, as the equations stand."""
    w = {name: array.astype(np.float64) for name, array in model.params.items()}
    if model.spec.output.tied:
        return w["embedding.E"] @ (w["head.P"] @ h + w["head.p"]) + w["head.b"]
    return w["head.O"] @ h + w["head.b"]


def symbols(model: Model) -> tuple[str, ...]:
    return ("next",) if model.spec.task == "forecast" else model.spec.outputs or model.spec.vocabulary


def check(model: Model, told: dict[str, Any]) -> None:
    """The terms are what the parameters say, and add up to the logit; the softmax is around it."""
    h = np.array([term["h"] for term in told["terms"]])
    z, place = logits(model, h), symbols(model).index(told["symbol"])
    for unit in range(len(h)):  # a unit's term is what is missing without the unit
        without = h.copy()
        without[unit] = 0
        assert told["terms"][unit]["product"] == pytest.approx(z[place] - logits(model, without)[place], abs=2e-6)
        assert told["terms"][unit]["product"] == told["terms"][unit]["weight"] * h[unit]
    assert told["bias"] == pytest.approx(logits(model, 0 * h)[place], abs=2e-6)
    assert math.fsum([*(term["product"] for term in told["terms"]), told["bias"]]) == told["sum"]
    assert told["sum"] == pytest.approx(z[place], abs=1e-5)
    if model.spec.task != "forecast":
        assert told["log_sum_exp"] == pytest.approx(np.logaddexp.reduce(z), abs=1e-5)
        assert told["probability"] == math.exp(told["sum"] - told["log_sum_exp"])


@pytest.mark.parametrize("card", lstm_core.models(), ids=lambda card: card.name)
def test_of_shipped_models_it_is_what_the_trace_says(card: lstm_core.zoo.ModelCard) -> None:
    model = lstm_core.load(card.name)
    for text in make_digests.texts(card.name, model.spec.reads)[:3]:
        trace = model.trace(text)
        assert trace.leads is not None
        for t, (top, lead) in enumerate(zip(trace.predictions, trace.leads, strict=True)):
            for symbol, number in top:
                told = trace.logit(symbol, t)
                assert told["value" if card.task == "forecast" else "probability"] == pytest.approx(number, abs=1e-6)
            if lead is None:
                continue
            told = trace.logit(t=t)
            assert (told["t"], told["token"], told["symbol"]) == (t, trace.tokens[t].text, top[0][0])
            weigh = abs if card.task == "forecast" else float
            assert max(told["terms"], key=lambda term: weigh(term["product"])) | lead._asdict() == max(
                told["terms"], key=lambda term: weigh(term["product"])
            )
        check(model, trace.logit())


@pytest.mark.parametrize("kind", KINDS)
def test_of_every_architecture(kind: str) -> None:
    model = small_model("lstm", kind=kind)
    trace = model.trace(KINDS[kind].text)
    for symbol in symbols(model):
        check(model, trace.logit(symbol, -1))
    told = trace.logit()
    assert told["t"] == len(trace) - 1
    (heard,) = {tuple(dict.fromkeys(term["layer"] for term in told["terms"]))}
    assert heard == model.composition.heard
    assert [term["unit"] for term in told["terms"] if term["layer"] == heard[-1]] == list(range(7))


def test_of_the_whole_both_ends_have_read_it() -> None:
    model = lstm_core.load("sentiment-bilstm")
    trace = model.trace("This film is not bad at all, it is wonderful.")
    assert trace.answer is not None
    for name, share in trace.answer["top"]:
        told = trace.logit(name, None)
        assert told["probability"] == pytest.approx(share, abs=1e-6)
        assert (told["t"], told["token"]) == (None, None)
        check(model, told)
    ends = {"forward": trace["forward.h"][-1], "backward": trace["backward.h"][0]}
    assert all(term["h"] == ends[term["layer"]][term["unit"]] for term in trace.logit(None, None)["terms"])


def test_a_forecast_is_a_step_from_the_last_number() -> None:
    trace = lstm_core.load("forecaster").trace("3 4.5 -2 0 7 7 8")
    told = trace.logit("next", 3)
    differences = np.diff([3, 4.5, -2, 0])
    assert told["last"] == 0
    assert told["step"] == pytest.approx(math.sqrt((differences**2).mean()), rel=1e-12)
    assert told["value"] == told["last"] + told["step"] * told["sum"]
    assert "probability" not in told
    wrote = lstm_core.load("forecaster").write("3 4.5 -2 0 7 7 8", 3)
    for t in range(len(wrote)):
        assert wrote.logit(t=t)["value"] == pytest.approx(wrote.top(t, 1)[0][1], abs=1e-9)


def test_what_is_held_is_summed_as_it_is_held() -> None:
    model = lstm_core.load("reader-32")
    held = model.trace("I grew up in France and I speak", clamps=["layer0.o[5]=0"])
    told = held.logit()
    assert (told["terms"][5]["h"], told["terms"][5]["product"]) == (0, 0)
    assert told["probability"] == pytest.approx(held.top(-1, 1)[0][1], abs=1e-6)


def refused(trace: Trace, symbol: str | None, t: int | None) -> tuple[str, str | None]:
    with pytest.raises(GatewalkError) as error:
        trace.logit(symbol, t)
    return error.value.code, error.value.field


def test_what_cannot_be_said_is_refused() -> None:
    reader, dates = lstm_core.load("reader-32").trace("the cat"), lstm_core.load("dates").trace("5 May 1998")
    assert refused(reader, "zzxq", 0) == ("unknown_symbol", "symbol")
    assert refused(reader, None, 2) == ("unknown_step", "t")
    assert refused(reader, None, -3) == ("unknown_step", "t")
    assert refused(reader, None, None) == ("unknown_prediction", "t")
    assert refused(dates, None, 0) == ("unknown_prediction", "t")
    assert refused(dates, None, None) == ("unknown_prediction", "t")
    assert refused(lstm_core.load("forecaster").trace("1 2"), "last", 0) == ("unknown_symbol", "symbol")
    assert refused(Trace.from_json(reader.to_json()), None, 0) == ("no_weights", None)
