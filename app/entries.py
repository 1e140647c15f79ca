"""What is told of a model in the document of `/api/v1/models`: its spec, its layers' signals, its card."""

import math
from typing import Any

from lstm_core import cells, formula
from lstm_core.models import LayerInfo, ModelSpec
from lstm_core.zoo import ModelCard

# What only a card tells, for a model without one.
OWN = {
    "title": "",
    "description": "A model of your own.",
    "group": "Your own",
    "scores": {},
    "data": [],
    "examples": [],
}


def _signals(layer: LayerInfo) -> list[dict[str, Any]]:
    return [
        {
            "name": signal.name,
            "role": signal.role,
            "range": list(signal.range),
            "label": signal.label,
            "description": signal.description,
            "formula": signal.formula,
            "tree": formula.parse(signal.formula),
        }
        for signal in cells.get(layer.cell).signals
    ]


def _layer(layer: LayerInfo) -> dict[str, Any]:
    return {
        "name": layer.name,
        "cell": layer.cell,
        "direction": layer.direction,
        "units": layer.units,
        "inputs": layer.inputs,
        "signals": _signals(layer),
    }


def _layers(spec: ModelSpec) -> list[LayerInfo]:
    shapes = spec.shapes()
    gate = cells.get(spec.cell).gates[0]
    names = [name.removesuffix(f".W_{gate}") for name in shapes if name.endswith(f".W_{gate}")]
    return [
        LayerInfo(
            name,
            spec.cell,
            "backward" if name == "backward" else "forward",
            spec.units,
            shapes[f"{name}.W_{gate}"][1],
        )
        for name in names
    ]


def describe(spec: ModelSpec, sha256: str, card: ModelCard | None) -> dict[str, Any]:
    """One entry of the document. A model that the zoo does not ship has no card: it says only what its file says."""
    whole = {} if card is None else card.to_dict()
    told = OWN | {"title": spec.name} | {key: whole[key] for key in OWN if key in whole}
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
        "parameters": sum(math.prod(shape) for shape in spec.shapes().values()),
        "layers": [_layer(layer) for layer in _layers(spec)],
        **told,
    }
