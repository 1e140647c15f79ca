"""What is told of a model in the document of `/api/v1/models`: its spec, its layers' signals, its card."""

import math
from typing import Any

from lstm_core import formula
from lstm_core.cells import belt_of
from lstm_core.models import Layer, ModelSpec, compose
from lstm_core.zoo import ModelCard
from lstm_core.zoo.sayings import sayings

# What only a card tells, for a model without one.
OWN = {
    "title": "",
    "description": "A model of your own.",
    "group": "Your own",
    "scores": {},
    "data": [],
    "examples": [],
    "wording": {},
    "notices": [],
}


def _signals(layer: Layer) -> list[dict[str, Any]]:
    return [
        {
            "name": signal.name,
            "role": signal.role,
            "range": list(signal.range),
            "label": signal.label,
            "description": signal.description,
            "formula": signal.formula,
            "tree": formula.parse(signal.formula) if signal.formula else None,
        }
        for signal in layer.signals
    ]


def _belt(layer: Layer) -> dict[str, Any] | None:
    belt = belt_of(layer.cell)
    if belt is None:
        return None
    return {"state": belt.state, "keeps": formula.parse(belt.keeps), "writes": formula.parse(belt.writes)}


def _layer(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.name,
        "kind": layer.kind,
        "cell": layer.cell,
        "title": layer.title,
        "short": layer.short,
        "direction": layer.direction,
        "units": layer.units,
        "inputs": layer.inputs,
        "signals": _signals(layer),
        "states": list(layer.states),
        "valves": list(layer.valves),
        "belt": _belt(layer),
    }


def describe(spec: ModelSpec, sha256: str, card: ModelCard | None) -> dict[str, Any]:
    """One entry of the document. A model that the zoo does not ship has no card: it says only what its file says."""
    parts = compose(spec)
    whole = {} if card is None else card.to_dict()
    told = OWN | {"title": spec.name} | {key: whole[key] for key in (*OWN, "scope") if key in whole}
    return {
        "name": spec.name,
        "task": spec.task,
        "reads": spec.reads,
        "symbols": list(spec.vocabulary) if spec.reads == "letters" else [],
        "outputs": list(spec.outputs),
        "letters": None if spec.letters is None else {"width": spec.letters.width, "filters": spec.letters.filters},
        "architecture": spec.architecture,
        "cell": spec.cell,
        "sha256": sha256,
        "units": spec.units,
        "embedding": spec.embedding,
        "vocabulary": len(spec.vocabulary),
        "parameters": sum(math.prod(shape) for shape in parts.shapes().values()),
        "layers": [_layer(layer) for layer in parts.layers],
        "measured": [] if card is None else list(sayings(card.scores)),
        **told,
    }
