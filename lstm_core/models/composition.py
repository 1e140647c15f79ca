"""A model as a composition, reader ∘ layers ∘ output: which part reads which, and the way through them and back.

    given   = reader(codes)                      what the first layers read
    layer_k = layer(what it reads, first states) one after another, in the order of the wires
    heard   = [h of layer_a ; h of layer_b …]    what the output hears, (T, …, ΣH)
    z       = output(heard)

The order in which layers run is data (``Wire``), so forwards and back are written once, for every architecture, for one
text and for a batch.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers.base import Given, Layer, LayerGradients, Shapes, Started
from lstm_core.models.output import Output
from lstm_core.models.parameters import added, named, part
from lstm_core.models.reading import Reader

READER = "reader"  # what a wire names that reads what the text's own reader gives
SAID = "said"  # … what the reader of the model's own words gives

Weights = Mapping[str, Any]  # layer → its parameters, prepared


@dataclass(frozen=True)
class Wire:
    """A layer, what it reads (a reader or a layer before it), and whose last states are its first ones."""

    layer: Layer
    reads: str = READER
    begins: str | None = None


class Pass(NamedTuple):
    """A batch that went through the readers and the layers."""

    codes: Mapping[str, Any]  # by reader
    caches: Mapping[str, Any]  # by reader, what its way back needs
    started: Mapping[str, Started]  # by layer
    heard: Array  # (T, B, ΣH)


@dataclass(frozen=True)
class Composition:
    """The parts of a model and how they are joined. Holds no weights."""

    readers: Mapping[str, Reader]
    wires: tuple[Wire, ...]
    heard: tuple[str, ...]  # the layers that the output hears
    output: Output

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Every layer, in the order in which they run."""
        return tuple(wire.layer for wire in self.wires)

    def shapes(self) -> Shapes:
        """The name and shape of every parameter."""
        found: Shapes = {}
        for reader in self.readers.values():
            found |= reader.shapes()
        for layer in self.layers:
            found |= {f"{layer.name}.{name}": shape for name, shape in layer.parameters().items()}
        return found | self.output.shapes()

    def prepare(self, params: Mapping[str, Array]) -> dict[str, Any]:
        """Each layer's parameters laid out for running."""
        return {layer.name: layer.prepare(part(params, layer.name)) for layer in self.layers}

    def start(self, wire: Wire, weights: Weights, started: Mapping[str, Started], given: Given) -> Started:
        """A layer at work: ``given`` with what it reads, if that is a layer, and with the states handed to it."""
        x = started[wire.reads].output if wire.reads in started else given.x
        initial = started[wire.begins].last() if wire.begins else given.initial
        return wire.layer.start(weights[wire.layer.name], Given(x, given.wx, given.lengths, initial, given.held))

    def hear(self, started: Mapping[str, Started]) -> Array:
        """What the output hears, (T, …, ΣH)."""
        outputs = [started[name].output for name in self.heard]
        return outputs[0] if len(outputs) == 1 else np.concatenate(outputs, axis=-1)

    def forward_readers(
        self, params: Mapping[str, Array], codes: Mapping[str, Any]
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """(what each reader gives, what its way back needs) of the codes of a batch."""
        read = {name: reader.forward(params, codes[name]) for name, reader in self.readers.items()}
        return {name: given for name, (given, _) in read.items()}, {name: cache for name, (_, cache) in read.items()}

    def forward_layers(
        self,
        weights: Weights,
        given: Mapping[str, Any],
        lengths: Array | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> dict[str, Started]:
        """Every layer over a batch, whole; ``initial`` holds the first states of layers that do not begin at zero."""
        started: dict[str, Started] = {}
        for wire in self.wires:
            first = (initial or {}).get(wire.layer.name)
            work = self.start(wire, weights, started, Given(given.get(wire.reads), None, lengths, first))
            work.advance(0, len(work.output))
            started[wire.layer.name] = work
        return started

    def forward(
        self,
        params: Mapping[str, Array],
        codes: Mapping[str, Any],
        lengths: Array | None = None,
        initial: Mapping[str, Any] | None = None,
    ) -> Pass:
        """Readers and layers over a batch."""
        given, caches = self.forward_readers(params, codes)
        started = self.forward_layers(self.prepare(params), given, lengths, initial)
        return Pass(codes, caches, started, self.hear(started))

    def backward_layers(
        self, started: Mapping[str, Started], d_heard: Array, keep: bool = False
    ) -> tuple[dict[str, Any], dict[str, LayerGradients]]:
        """The way back through the layers: (derivatives by what each reader gave, gradients by layer)."""
        d_outputs: dict[str, Array] = {}
        ends = np.cumsum([started[name].output.shape[-1] for name in self.heard])[:-1]
        for name, part_of in zip(self.heard, np.split(d_heard, ends, axis=-1), strict=True):
            d_outputs[name] = part_of
        d_given: dict[str, Any] = {}
        d_last: dict[str, Any] = {}
        found: dict[str, LayerGradients] = {}
        for wire in reversed(self.wires):
            name = wire.layer.name
            d_output = d_outputs[name] if name in d_outputs else np.zeros_like(started[name].output)
            back = started[name].backward(d_output, d_last.get(name), keep)
            found[name] = back
            into = d_outputs if wire.reads in started else d_given
            into[wire.reads] = into[wire.reads] + back.x if wire.reads in into else back.x
            if wire.begins:
                d_last[wire.begins] = back.initial
        return d_given, {layer.name: found[layer.name] for layer in self.layers}

    def backward(self, params: Mapping[str, Array], done: Pass, d_heard: Array) -> dict[str, Array]:
        """The derivatives by every parameter of readers and layers, by name, from those by what the output hears."""
        d_given, layers = self.backward_layers(done.started, d_heard)
        return added(
            [self.backward_readers(params, done, d_given), *(named(name, back.params) for name, back in layers.items())]
        )

    def backward_readers(self, params: Mapping[str, Array], done: Pass, d_given: Mapping[str, Any]) -> dict[str, Array]:
        """The readers' part of ``backward``."""
        return added(
            reader.backward(params, done.codes[name], done.caches[name], d_given[name])
            for name, reader in self.readers.items()
        )
