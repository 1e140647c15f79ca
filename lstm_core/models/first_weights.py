"""The weights that a training begins with."""

from __future__ import annotations

import numpy as np

from lstm_core import cells
from lstm_core.functional import Array
from lstm_core.models.architecture import compose
from lstm_core.models.composition import Composition
from lstm_core.models.spec import ModelSpec


def keeping_biases(composition: Composition) -> set[str]:
    """The names of the biases of the gates that keep: those which the belt of a layer's cell is multiplied by."""
    return {
        f"{layer.name}.b_{belt.keeps}"
        for layer in composition.layers
        if (belt := cells.belt_of(layer.cell)) and belt.keeps in cells.get(layer.cell).gates
    }


def first_weights(
    spec: ModelSpec, seed: int, orthogonal: bool = False, keep: float = 1.0, table: float = 0.1
) -> dict[str, Array]:
    """Gaussian weights of variance 1 / inputs, zero biases, ``keep`` at the gates that keep (Jozefowicz et al. 2015).

    ``orthogonal``: the recurrent weights are rotations (Saxe et al. 2014), which neither stretch nor shrink a state.
    ``table``: the standard deviation of what the words of the table that is read begin with.
    """
    random = np.random.default_rng(seed)
    composition = compose(spec)
    keeping = keeping_biases(composition)
    params: dict[str, Array] = {}
    for name, shape in composition.shapes().items():
        if len(shape) == 1:
            params[name] = np.full(shape, keep if name in keeping else 0.0)
        elif name.endswith(".E") or name == "letters.C":
            params[name] = random.standard_normal(shape) * (table if name == "embedding.E" else 0.3)
        elif orthogonal and ".U_" in name:
            params[name] = np.linalg.qr(random.standard_normal(shape))[0]
        else:
            params[name] = random.standard_normal(shape) / np.sqrt(np.prod(shape[1:]))
    return {name: array.astype(spec.dtype) for name, array in params.items()}
