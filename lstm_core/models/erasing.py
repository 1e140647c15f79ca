"""What the output would hear with one unit erased: the text run again for every unit, many of them in one batch.

    s_{−1}[u] = 0 and s_t[u] = 0 after every step t, for every state s of the unit's layer: h, and c where there is one

So the unit holds nothing, hands nothing on, and neither the other units nor what reads the layer ever hear of it. All
else is computed anew from the weights: it is the run of the same text, with the same valves held, and not an
approximation. What the model wrote itself stays what is read, as it was. T steps, B units at once, H units of a layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_core.cells import Clamping, Tape
from lstm_core.clamps import Clamp, holds
from lstm_core.functional import Array
from lstm_core.layers.base import Layer
from lstm_core.layers.recurrent import Recurrent
from lstm_core.models.composition import Wire
from lstm_core.models.prepared import PreparedModel
from lstm_core.steps import LayerTrace
from lstm_core.threads import one_blas_thread
from lstm_core.trace import Trace

NUMBERS = 2**22  # how many a batch may record of a layer: more units are run in batches one after another


def erasable(layers: tuple[Layer, ...]) -> list[Recurrent]:
    """The layers whose units can be erased: those that hand states on."""
    return [layer for layer in layers if isinstance(layer, Recurrent)]


@dataclass(frozen=True)
class Erasing:
    """The re-runs of one trace, up to what is said at step ``t`` or, with None, of the whole."""

    model: PreparedModel
    trace: Trace
    t: int | None

    def heard(self, layer: str, units: Sequence[int]) -> Iterator[Array]:
        """(B, ΣH) what the output hears with each of ``units`` of ``layer`` erased, batch by batch, in their order."""
        many = max(1, NUMBERS // (len(self.trace) * max(one.units for one in self.model.layers)))
        with one_blas_thread():
            for start in range(0, len(units), many):
                yield self._heard(layer, np.array(units[start : start + many]))

    def _heard(self, erased: str, units: NDArray[np.integer]) -> Array:
        others: dict[str, Array] = {}  # layer → (T, B, H), of those that come out otherwise
        ends: dict[str, Any] = {}  # … and their last states
        for wire in self.model.composition.wires:
            name = wire.layer.name
            if name == erased or wire.reads in others or wire.begins in ends:
                blank = units if name == erased else None
                others[name], ends[name] = self._again(wire, len(units), blank, others.get(wire.reads), ends)
        parts = []
        for name in self.model.composition.heard:
            layer = self._layer(name)
            row = layer.heard_at(self.t)
            was = layer.signals["h"][row]
            parts.append(others[name][row] if name in others else np.broadcast_to(was, (len(units), len(was))))
        return np.concatenate(parts, axis=1)

    def _layer(self, name: str) -> LayerTrace:
        return next(layer for layer in self.trace.layers if layer.name == name)

    def _steps(self, layer: LayerTrace) -> int:
        """How many steps of a layer bear on what is asked about: none after it, where no layer reads from the end."""
        row = None if self.t is None or not self.model.causal else layer.row(self.t)
        return len(layer.signals["h"]) if row is None else row + 1

    def _again(
        self, wire: Wire, count: int, blank: NDArray[np.integer] | None, read: Array | None, ends: Mapping[str, Any]
    ) -> tuple[Array, Any]:
        """A layer's output (T, B, H) and last states (B, H), its rows in the words' order."""
        layer, found = wire.layer, self._layer(wire.layer.name)
        assert isinstance(layer, Recurrent)  # what reads such a layer is one itself
        x = found.signals["x"] if read is None else read  # (T, I) or (T, B, I)
        x = x[: self._steps(found)]
        first = 0 if found.span is None else found.span[0]
        held = holds(map(Clamp.parse, self.trace.clamps), layer.name, first, len(x))
        weights = self.model.weights[layer.name]
        if wire.begins and wire.begins in ends:
            state = ends[wire.begins]
        else:
            initial = (found.initial[name] for name in layer.states)
            state = layer.of.State(*(np.repeat(one[None], count, axis=0) for one in initial))
        wx = layer.of.project(weights, x)  # (T, G·H) or (T, B, G·H)
        if layer.direction == "backward":
            held = {len(x) - 1 - t: hold for t, hold in held.items()}
            output, last = _scan(layer, weights, wx[::-1], state, held, blank)
            return output[::-1], last
        return _scan(layer, weights, wx, state, held, blank)


def _scan(
    layer: Recurrent,
    weights: Any,
    wx: Array,
    state: Any,
    held: Mapping[int, Clamping],
    blank: NDArray[np.integer] | None,
) -> tuple[Array, Any]:
    """The cell along the text from ``state`` (B, H), in row b with unit ``blank[b]`` at 0: the outputs (T, B, H) alone.

    A whole tape would be six to nine times as large, and nobody reads the rest.
    """
    cell, (B, H) = layer.of, state.h.shape
    output = np.empty((len(wx), B, H), state.h.dtype)
    every = np.arange(B)

    def erase(states: Any) -> None:
        if blank is not None:
            for name in cell.states:
                getattr(states, name)[every, blank] = 0

    erase(state)
    before = state
    working = Tape(cell, 1, H, (B,), state.h.dtype).working()
    for t, (_, out) in zip(range(len(wx)), working):  # noqa: B905 - turns have no end
        before = cell.step(weights, wx[t], before, out, held.get(t))
        erase(before)
        output[t] = before.h
    return output, cell.State(*(getattr(before, name).copy() for name in cell.states))
