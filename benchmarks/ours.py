"""The contestants of ``lstm_core``: what a model does for a whole trace, on random weights."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from lstm_core import cells
from lstm_core.functional import Array
from lstm_core.models.head import Head

BLOCK = 128  # steps that share their output layer, as in a whole trace
TOP = 10
VOCABULARY = 1000  # words that can be read where none is predicted


def weights(units: int, words: int, seed: int = 1) -> dict[str, Array]:
    """One LSTM's weights by name, input width = H, and a tied output layer over ``words`` words; all float32."""
    random = np.random.default_rng(seed)
    bound = units**-0.5
    shapes = cells.get("lstm").parameters(units, units)
    shapes |= {
        "embedding.E": (words or VOCABULARY, units),
        "head.P": (units, units),
        "head.p": (units,),
        "head.b": (words or VOCABULARY,),
    }
    return {name: random.uniform(-bound, bound, shape).astype("float32") for name, shape in shapes.items()}


def trace(params: dict[str, Array], ids: Array, words: int) -> Callable[[], object]:
    """A function that runs a sentence of word ids (T,) whole: every signal recorded, next words where ``words``.

    As in a model, the product of word table and input weights is made once, before anything is read.
    """
    cell = cells.get("lstm")
    packed = cell.pack(params)
    E = params["embedding.E"]
    table, units = cell.project(packed, E), E.shape[1]
    head = Head.tied(params, [str(n) for n in range(words)]) if words else None

    def run() -> object:
        x = E[ids]  # (T, H), a signal of the trace too
        tape = cells.Tape(cell, len(ids), units, (), E.dtype)
        cells.scan(cell, packed, table[ids], tape)
        if head is None:
            return x, tape
        h = tape.arrays["h"]
        return x, tape, [head.top(h[t : t + BLOCK], TOP) for t in range(0, len(h), BLOCK)]

    return run


def seeds(count: int, units: int) -> Array:
    """(B, H) of the way back: the derivative by the state that each target is of."""
    return np.random.default_rng(3).normal(size=(count, units)).astype("float32")
