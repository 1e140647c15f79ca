"""What a unit holds over the shipped sentences: the evidence that it carries a property, and what it is measured on.

The value is that of the state which the unit's cell carries on: c of an LSTM, h of a GRU or a plain RNN.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from lstm_core.cells import belt_of
from lstm_core.errors import InputError, missing
from lstm_core.functional import Array
from lstm_core.models.prepared import PreparedModel
from lstm_core.models.run import Run
from lstm_core.zoo import carried
from lstm_core.zoo.carried import Property, Sentence

EACH = 3  # sentences in which a property holds that are shown, and as many in which it does not


def state_of(cell: str, states: tuple[str, ...]) -> str:
    """The state of a cell in which something is carried: its belt's, or its last one."""
    belt = belt_of(cell)
    return belt.state if belt else states[-1]


def values(run: Run, layer: str) -> Array:
    """(T, H) the state of a layer after every word."""
    run.advance(0, len(run))
    found = run.started[layer].trace()
    of = run.model.layer(layer)
    rows: Array = found.signals[state_of(of.cell, of.states)]
    return rows


def shown(asked: Property, sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """A few sentences of half b in which the property holds, spread over all, each before one in which it does not.

    Both have the same words where they are measured. Of a property that is the word's place there are no such pairs.
    """
    alike: dict[tuple[str, ...], list[Sentence]] = {}  # by the words at which they are measured
    for one in sentences:
        if (one.kind, one.half) == (asked.kind, "b"):
            alike.setdefault(tuple(one.text.split()[slice(*one.words)]), []).append(one)
    for k, group in enumerate(list(alike.values())[:EACH]):
        for holds in (True, False):
            side = [one for one in group if (one.holds == asked.holds) is holds]
            yield from side[k * len(side) // EACH :][:1]


def evidence(model: PreparedModel, run: Callable[[str], Run], carries: str, layer: str, unit: int) -> dict[str, Any]:
    """The sentences that are shown of a property: words, whether it holds, the unit's value at each word.

    ``from`` and ``to``: at which words it is measured. ``run`` makes the model's run of a text. InputError for a model
    that reads no words, NotFoundError for a property, a layer or a unit that there is not.
    """
    if model.spec.reads != "words":
        raise InputError(
            code="no_sentences",
            message=f"{model.name} reads {model.spec.reads}, and the shipped texts are sentences.",
            expected="A model that reads words.",
            action="Choose one of these.",
            field="model",
        )
    asked, of = carried.property_named(carries), model.layer(layer)
    if not of.states:
        raise missing("layer", layer, f"These hold states: {', '.join(la.name for la in model.layers if la.states)}.")
    if not 0 <= unit < of.units:
        raise missing("unit", unit, f"The units of {layer} go from 0 to {of.units - 1}.")
    told = []
    for sentence in shown(asked, carried.sentences()):
        begun = run(sentence.text)
        told.append(
            {
                "words": [token.text for token in begun.tokens],
                "from": sentence.words[0],
                "to": sentence.words[1],
                "holds": None if asked.holds is None else sentence.holds == asked.holds,
                "values": values(begun, layer)[:, unit].tolist(),
            }
        )
    state = state_of(of.cell, of.states)
    return {"model": model.name, "carries": carries, "layer": layer, "unit": unit, "state": state, "sentences": told}
