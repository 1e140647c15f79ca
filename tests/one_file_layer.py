"""A kind of layer and an architecture that only the tests know, in this one file: nothing else is touched for them.

    m_t = m_{t−1} + a ⊙ (x_t − m_{t−1})     a running average of what is read, kind "average"; a (I,), m_0 = 0
    h_t = cell([m_t])                       a recurrent layer over it
    said at t: softmax of [m_t ; h_t]       the output hears both

Importing it registers the architecture ``averaged``; ``python -m tests.one_file_layer`` is the command with it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

import numpy as np

from lstm_core.cells import Signal
from lstm_core.cells.signals import INPUT
from lstm_core.functional import Array
from lstm_core.layers.base import Given, Layer, LayerGradients, Shapes, Started
from lstm_core.layers.recurrent import Recurrent
from lstm_core.models.architecture import Architecture, register
from lstm_core.models.composition import READER, Composition, Wire
from lstm_core.models.output import Symbols
from lstm_core.models.readers import reader_of
from lstm_core.models.spec import LayerSpec, ModelSpec
from lstm_core.steps import LayerTrace


class Average(Layer):
    kind = "average"
    cell = "running-average"
    title = short = "running average"
    direction = "forward"
    states = ("m",)
    valves = ()
    signals = (
        INPUT,
        Signal("gain", "product", (None, None), "a * (x - m_prev)", "gain", "what is new in this word"),
        Signal("m", "state", (None, None), "m_prev + gain", "average", "what was read lately"),
    )

    def __init__(self, name: str, units: int) -> None:
        self.name, self.units, self.inputs = name, units, units

    def parameters(self) -> Shapes:
        return {"a": (self.units,)}

    def prepare(self, params: Mapping[str, Array]) -> Array:
        return params["a"]

    def start(self, weights: Array, given: Given) -> StartedAverage:
        return StartedAverage(self, weights, given.x)


class StartedAverage(Started):
    def __init__(self, layer: Average, a: Array, x: Array) -> None:
        self.layer, self.a, self.x = layer, a, x
        self.output, self.gain = np.zeros_like(x), np.zeros_like(x)  # (T, …, I)

    def _before(self, t: int) -> Array:
        return self.output[t - 1] if t else np.zeros_like(self.x[0])

    def advance(self, start: int, stop: int) -> None:
        for t in range(start, stop):
            self.gain[t] = self.a * (self.x[t] - self._before(t))
            self.output[t] = self._before(t) + self.gain[t]

    def last(self) -> None:
        return None

    def trace(self, span: tuple[int, int] | None = None) -> LayerTrace:
        layer = self.layer
        signals = {"x": self.x, "gain": self.gain, "m": self.output}
        initial = {"m": np.zeros_like(self.x[0])}
        return LayerTrace(layer.name, layer.kind, layer.cell, layer.direction, layer.units, initial, signals, span)

    def backward(self, d_output: Array, d_last: Any = None, keep: bool = False) -> LayerGradients:  # noqa: ARG002 - the shape of every layer
        dm, dx, da = np.zeros_like(self.x[0]), np.empty_like(self.x), np.zeros_like(self.a)
        found = {"m": np.empty_like(self.x)} if keep else {}
        for t in reversed(range(len(self.x))):
            dm = dm + d_output[t]
            if keep:
                found["m"][t] = dm
            da += (dm * (self.x[t] - self._before(t))).reshape(-1, len(self.a)).sum(axis=0)
            dx[t], dm = dm * self.a, dm * (1 - self.a)
        return LayerGradients(dx, {"a": da}, None, found)


def layers(cell: str, units: int, count: int) -> tuple[LayerSpec, ...]:
    return tuple(LayerSpec(f"layer{n}", cell, units) for n in range(count))


def compose(spec: ModelSpec) -> Composition:
    (layer,) = spec.layers
    average = Wire(Average("average", spec.embedding))
    recurrent = Wire(Recurrent(layer.name, layer.cell, layer.units, spec.embedding), "average")
    output = Symbols(spec.vocabulary, spec.embedding + layer.units)
    return Composition({READER: reader_of(spec)}, (average, recurrent), ("average", layer.name), output)


def misfit(spec: ModelSpec) -> str | None:
    return None if len(spec.layers) == 1 else "one recurrent layer follows the average"


AVERAGED = register(Architecture("averaged", (("next-letter", "letters"),), layers, compose, misfit))

if __name__ == "__main__":
    from app.cli import main

    sys.exit(main())
