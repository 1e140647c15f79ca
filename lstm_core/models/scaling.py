"""A model with some of its weights scaled, for one run: what is not scaled is shared with the model as it is stored."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from typing import TypeVar

from lstm_core.models.parameters import part
from lstm_core.models.prepared import PreparedModel
from lstm_core.scales import Scale, check, factors, no_layer

M = TypeVar("M", bound=PreparedModel)


def scaled(model: M, scales: Sequence[Scale]) -> M:
    """``model``, whose weights are as stored, with every scaled parameter W' = factor · W.

    A layer of which something is scaled looks nothing up: its W·x + b is computed. InputError for a scale that the
    model has nothing for.
    """
    those = {layer.name: layer for layer in model.layers if layer.valves}
    for scale in scales:
        if scale.layer not in those:
            raise no_layer(scale, model.name, those)
        check(scale, those[scale.layer])
    made = copy(model)
    made.scales, made.params, made.weights = tuple(scales), dict(model.params), dict(model.weights)
    for layer in model.layers:
        found = factors(scales, layer)
        for name, factor in found.items():
            whole = f"{layer.name}.{name}"
            made.params[whole] = model.params[whole] * model.params[whole].dtype.type(factor)
        if found:
            made.weights[layer.name] = layer.prepare(part(made.params, layer.name))
        if found and layer is model.layers[0]:
            made.looked_up = None
    return made
