"""A recurrent layer: any cell, read in either direction, forwards and by backpropagation through time.

The cell knows one step and the chain rule of it; here it is walked along the text and back. Texts of a batch are padded
at their ends: nothing comes after a padded step, so with no gradient put in at padded steps none comes out, and no mask
is needed. A layer that reads backward turns each text round by its own length, so its last step is the first word's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from lstm_core import cells
from lstm_core.cells import Packed
from lstm_core.functional import Array
from lstm_core.layers.base import Given, Layer, LayerGradients, Shapes, Started
from lstm_core.layers.sweep import sweep
from lstm_core.layers.swept import PLAIN, Entering, Handed, How, Swept
from lstm_core.steps import LayerTrace


def turned(rows: Array, lengths: Array | None) -> Array:
    """Each text's rows (T, …, N) in reverse order, by its own length; what is padded stays where it is."""
    if lengths is None:
        return rows[::-1]
    t = np.arange(len(rows))[:, None]  # (T, 1)
    order = np.where(t < lengths, lengths - 1 - t, t)  # (T, B)
    return np.take_along_axis(rows, order[..., None], axis=0)


class Recurrent(Layer):
    """H units of ``cell`` that read I inputs."""

    kind = "recurrent"

    def __init__(self, name: str, cell: str, units: int, inputs: int, direction: str = "forward") -> None:
        self.name, self.cell, self.direction, self.units, self.inputs = name, cell, direction, units, inputs
        self.of = cells.get(cell)
        self.title, self.short, self.signals = self.of.title, self.of.short, self.of.signals
        self.states, self.valves = self.of.states, self.of.valves

    def parameters(self) -> Shapes:
        """See ``Layer.parameters``; the cell's."""
        return self.of.parameters(self.inputs, self.units)

    def prepare(self, params: Mapping[str, Array]) -> Packed:
        """See ``Layer.prepare``; the cell's packed form."""
        return self.of.pack(params)

    def start(self, weights: Packed, given: Given) -> StartedRecurrent:
        """See ``Layer.start``."""
        return StartedRecurrent(self, weights, given)


class StartedRecurrent(Started):
    """A recurrent layer at work: the scan writes a tape, everything else is views on it."""

    def __init__(self, layer: Recurrent, packed: Packed, given: Given) -> None:
        self.layer, self.packed, self.given = layer, packed, given
        self.back = layer.direction == "backward"
        x: Array = given.x
        self.single = x.ndim == 2  # one text
        self.tape = cells.Tape(layer.of, len(x), layer.units, x.shape[1:-1], packed.b.dtype)
        if given.initial is not None:
            self.tape.initial = given.initial
        self.read = x  # in the layer's own order
        self.wx = given.wx if given.wx is not None or not self.single else self._empty()
        self.held = {len(x) - 1 - t: hold for t, hold in given.held.items()} if self.back else given.held
        self.output = self.tape.arrays["h"]
        if self.back and self.single:
            self.output = self.output[::-1]

    def _empty(self) -> Array:
        return np.empty((len(self.given.x), self.packed.b.size), self.packed.b.dtype)  # (T, G·H)

    def advance(self, start: int, stop: int) -> None:
        """See ``Started.advance``. One text's inputs are projected one by one: blocks of any size round alike."""
        cell = self.layer.of
        if self.back:
            self.read = turned(self.given.x, self.given.lengths)
        if self.wx is None:
            self.wx = cell.project(self.packed, self.read)  # (T, B, G·H)
        elif self.given.wx is None:
            for t in range(start, stop):
                self.wx[t] = cell.project(self.packed, self.read[t])
        cells.scan(cell, self.packed, self.wx, self.tape, start, stop, self.held)
        if self.back and not self.single:
            self.output = turned(self.tape.arrays["h"], self.given.lengths)

    def cut(self, steps: int) -> None:
        """Leaves the first ``steps`` rows, where more were laid out than came to be."""
        self.tape, self.read, self.output = self.tape.cut(steps), self.read[:steps], self.output[:steps]

    def last(self) -> Any:
        """See ``Started.last``; copies."""
        end = self.tape.frame(len(self.read) - 1)
        return self.layer.of.State(*(getattr(end, state).copy() for state in self.layer.states))

    def trace(self, span: tuple[int, int] | None = None) -> LayerTrace:
        """See ``Started.trace``; turned round where it reads backward, x in the words' order."""
        layer, back = self.layer, slice(None, None, -1 if self.back else 1)
        x = self.given.x if self.back else self.read
        signals = {s.name: x if s.role == "input" else self.tape.arrays[s.name][back] for s in layer.signals}
        initial = dict(zip(layer.states, self.tape.initial, strict=True))
        return LayerTrace(layer.name, layer.kind, layer.cell, layer.direction, layer.units, initial, signals, span)

    def backward(self, d_output: Array, d_last: Any = None, keep: bool = False) -> LayerGradients:
        """See ``Started.backward``.

        δ_t = the derivative by h_t's own use + what step t+1 hands back. ``Cell.backward_step`` turns δ_t into the
        gates' derivatives dz_t and what is handed to t−1. The weights' sums over time are one product at the end.
        ``states`` holds δ_t: by h_t with all that comes of it, by c_t as step t+1 finds it.
        """
        cell, packed, tape = self.layer.of, self.packed, self.tape
        dh = turned(d_output, self.given.lengths) if self.back else d_output
        T = len(dh)
        dz: Array = np.empty((*dh.shape[:-1], packed.b.size), dh.dtype)  # (T, …, G·H)
        found = {state: np.empty_like(dh) for state in cell.states} if keep else {}
        d = cell.State(*(np.zeros_like(dh[0]) for _ in cell.states)) if d_last is None else d_last
        for t in reversed(range(T)):
            d = d._replace(h=d.h + dh[t])
            for state, rows in found.items():
                rows[t] = getattr(d, state)
            dz[t], d = cell.backward_step(packed, tape.frame(t - 1), tape.frame(t), d, self.held.get(t))
        dx: Array = (dz / packed.scale) @ packed.W.T  # (T, …, I)
        params = cell.parameter_gradients(self.read, tape, dz)
        if self.back:
            dx = turned(dx, self.given.lengths)
            found = {state: turned(rows, self.given.lengths) for state, rows in found.items()}
        return LayerGradients(dx, params, d, found)

    def sweep(self, entering: Entering, handed: Handed | None = None, how: How = PLAIN) -> Swept:
        """See ``Started.sweep``; of one text."""
        layer, own, begins = self.layer, entering.d_output, entering.last
        if self.back:
            own, begins = own[::-1], len(own) - 1 - entering.first
        found = sweep(layer.of, self.packed, self.tape, self.held, own, begins, handed, how)
        return found.turned() if self.back else found
