"""Backpropagation through time over a batch, for any cell.

The cell knows the chain rule of one step (``Cell.backward_step``); here it is walked from the last step to the
first. Sequences of a batch are padded at their ends: nothing comes after a padded step, so with no gradient
put in at padded steps none comes out, and no mask is needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np

from lstm_core.cells import Cell, Packed, Tape, scan
from lstm_core.functional import Array


class Run(NamedTuple):
    """A layer that was run forwards over a batch: what ``backward`` needs."""

    cell: Cell
    packed: Packed
    x: Array  # (T, B, I)
    tape: Tape

    @property
    def h(self) -> Array:
        """The layer's outputs (T, B, H)."""
        return self.tape.arrays["h"]


class LayerGradients(NamedTuple):
    """The loss's derivatives by a layer's inputs, its parameters by name, and its initial states."""

    x: Array  # (T, B, I)
    params: dict[str, Array]
    initial: Any


def forward(cell: Cell, params: Mapping[str, Array], x: Array, initial: Any = None) -> Run:
    """Runs ``cell`` over x (T, B, I) through the same ``scan`` that inference uses, from ``initial`` or zero states."""
    packed = cell.pack(params)
    units = packed.U.shape[0]
    tape = Tape(cell, len(x), units, x.shape[1:-1], x.dtype)
    if initial is not None:
        tape.initial = initial
    scan(cell, packed, cell.project(packed, x), tape)
    return Run(cell, packed, x, tape)


def backward(run: Run, dh: Array, d_last: Any = None) -> LayerGradients:
    """The gradients from dh (T, B, H), the loss's derivative by each step's own use of h (zero where padded).

    ``d_last`` is the derivative by the states after the last step, for whoever reads on from them.

    δ_t = dh_t + what step t+1 hands back. ``Cell.backward_step`` turns δ_t into the gates' derivatives dz_t and what is
    handed to t−1. The weights' sums over time are one product at the end.
    """
    cell, packed, x, tape = run
    T = len(x)
    dz = np.empty((*dh.shape[:-1], packed.b.size), dh.dtype)  # (T, B, G·H)
    d = cell.State(*(np.zeros_like(dh[0]) for _ in cell.states)) if d_last is None else d_last
    for t in reversed(range(T)):
        d = d._replace(h=d.h + dh[t])
        dz[t], d = cell.backward_step(packed, tape.frame(t - 1), tape.frame(t), d)
    dx = (dz / packed.scale) @ packed.W.T  # (T, B, I)
    return LayerGradients(dx, cell.parameter_gradients(x, tape, dz), d)


def climb(
    cell: Cell, layers: Sequence[Mapping[str, Array]], x: Array, initial: Sequence[Any] | None = None
) -> list[Run]:
    """Runs layers on top of each other, the lowest over x (T, B, I), each other over the h of the one below.

    ``initial`` has a state for each layer; without it all begin at zero.
    """
    runs: list[Run] = []
    for n, params in enumerate(layers):
        runs.append(forward(cell, params, runs[-1].h if runs else x, initial[n] if initial else None))
    return runs


def descend(runs: Sequence[Run], dh: Array) -> tuple[Array, list[dict[str, Array]]]:
    """The way back of ``climb`` from the top layer's dh (T, B, H): (dx (T, B, I), gradients from below upwards)."""
    found: list[dict[str, Array]] = []
    for run in reversed(runs):
        layer = backward(run, dh)
        dh = layer.x
        found.insert(0, layer.params)
    return dh, found
