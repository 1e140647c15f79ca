"""The lead of each step: the unit of the largest term of what is said, from the parameters and the states alone."""

from __future__ import annotations

import json

import numpy as np
import pytest

import lstm_core
from lstm_core import Model, Trace, build
from lstm_core.functional import Array
from lstm_core.steps import Lead
from tests.core.cell_checks import KINDS, small_model
from tests.fixtures import make_digests

HEARD = {"bidirectional": ("forward", "backward"), "encoder_decoder": ("decoder",)}


def terms(model: Model, trace: Trace, t: int, said: str) -> dict[Lead, float]:
    """What every unit that the output reads adds to what is ``said`` at step t, in float64."""
    params = {name: array.astype(np.float64) for name, array in model.params.items()}
    heard = HEARD.get(model.spec.architecture, (model.spec.layers[-1].name,))
    layers = {layer.name: layer for layer in trace.layers}
    units = [Lead(name, unit) for name in heard for unit in range(layers[name].units)]
    rows = [layers[name].row(t) for name in heard]
    h = np.concatenate([layers[name].signals["h"][row] for name, row in zip(heard, rows, strict=True)])
    symbols = ("next",) if model.spec.task == "forecast" else model.spec.outputs or model.spec.vocabulary
    place = symbols.index(said)
    tied = model.spec.output.tied  # what is heard goes through P before it meets the word's own vector
    weights: Array = params["embedding.E"][place] @ params["head.P"] if tied else params["head.O"][place]
    return dict(zip(units, (weights * h).tolist(), strict=True))


def check(model: Model, trace: Trace) -> int:
    """How many steps have a lead; each is the unit whose term no other one surpasses."""
    assert trace.leads is not None
    assert len(trace.leads) == len(trace)
    for t, (top, lead) in enumerate(zip(trace.predictions, trace.leads, strict=True)):
        assert (lead is None) == (not top)
        if lead is None:
            continue
        found = terms(model, trace, t, top[0][0])
        if model.spec.task == "forecast":
            found = {unit: abs(term) for unit, term in found.items()}
        assert found[lead] >= max(found.values()) - 1e-6 * max(1.0, abs(found[lead]))
    return sum(lead is not None for lead in trace.leads)


@pytest.mark.parametrize("card", lstm_core.models(), ids=lambda card: card.name)
def test_of_shipped_models(card: lstm_core.zoo.ModelCard) -> None:
    model = lstm_core.load(card.name)
    for text in make_digests.texts(card.name, model.spec.reads)[:6]:
        trace = model.trace(text)
        told = check(model, trace)
        assert told == sum(1 for top in trace.predictions if top) > 0
        streamed = list(model.steps(text))
        assert [step.lead for step in streamed] == list(trace.leads or ())
        assert [step.lead for step in model.steps(text, start=len(trace) // 2)] == list(trace.leads or ())[
            len(trace) // 2 :
        ]


@pytest.mark.parametrize("kind", KINDS)
def test_of_every_architecture(kind: str) -> None:
    model = small_model("lstm", kind=kind)
    assert check(model, model.trace(KINDS[kind].text)) > 0
    assert check(model, model.trace(KINDS[kind].long)) > 0


@pytest.mark.parametrize("kind", ["vanilla", "vanilla-letters", "vanilla-numbers", "stacked-3", "cnn_lstm"])
def test_of_what_a_model_writes(kind: str) -> None:
    model = small_model("lstm", kind=kind)
    trace = model.write(KINDS[kind].text, 4)
    assert check(model, trace) == len(trace)
    assert [step.lead for step in model.run(KINDS[kind].text, writing=trace.writing).steps()] == list(trace.leads or ())


def test_a_held_unit_leads_no_more() -> None:
    model = lstm_core.load("reader-32")
    free = model.trace("I grew up in France and I speak")
    assert free.leads is not None
    (name, unit) = free.leads[-1] or Lead("", -1)
    held = model.trace("I grew up in France and I speak", clamps=[f"{name}.o[{unit}]=0"])
    assert held.leads is not None
    assert held["h"][-1, unit] == 0
    assert held.leads[-1] != Lead(name, unit)
    check(model, held)


def test_an_encoder_has_none_and_a_decoder_has() -> None:
    trace = lstm_core.load("dates").trace("5 May 1998")
    read = sum(not token.output for token in trace.tokens)
    assert trace.leads is not None
    assert trace.leads[:read] == (None,) * read
    assert {lead.layer for lead in trace.leads[read:] if lead} == {"decoder"}
    assert all(lead is not None for lead in trace.leads[read:])


def test_of_equal_terms_the_first_unit_leads() -> None:
    small = small_model("lstm", kind="vanilla-letters")
    params = dict(small.params) | {"head.O": np.zeros_like(small.params["head.O"])}
    assert build(small.spec, params).trace("she").leads == (Lead("layer0", 0),) * 3


def test_in_the_document_and_back() -> None:
    trace = lstm_core.load("sentiment-bilstm").trace("not bad at all")
    assert trace.leads is not None
    told = json.loads(trace.to_json())
    assert told["leads"] == trace.to_dict()["leads"] == [lead and lead._asdict() for lead in trace.leads]
    assert Trace.from_json(trace.to_json()).leads == trace.leads
    assert trace.step(1).to_dict(trace.layout)["lead"] == told["leads"][1]
    del told["leads"]  # a document from before they were told
    older = Trace.from_json(json.dumps(told))
    assert older.leads is None
    assert "leads" not in older.to_dict()
    assert older.step(1).lead is None
