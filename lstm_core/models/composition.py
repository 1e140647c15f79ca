"""A model as a composition, reader ∘ layers ∘ output: which part reads which, and the way through them and back.

    given   = reader(codes)                      what the first layers read
    layer_k = layer(what it reads, first states) one after another, in the order of the wires
    heard   = [h of layer_a ; h of layer_b …]    what the output hears, (T, …, ΣH)
    z       = output(heard)

The order in which layers run is data (``Wire``), so forwards and back are written once, for every architecture, for one
text and for a batch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers.base import Given, Layer, LayerGradients, Shapes, Started
from lstm_core.layers.swept import PLAIN, Entering, Handed, How, Rows, Swept
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

    def sweep(
        self,
        started: Mapping[str, Started],
        seeds: Array,
        rows: Sequence[Rows],
        how: How = PLAIN,
    ) -> tuple[dict[str, Array], dict[str, Swept]]:
        """Many derivatives back through the layers of one text: (by the vectors that each reader gave, by layer).

        ``seeds`` (B, ΣH) are those by what the output hears, ``rows`` a (B,) for each layer that it hears. Of a layer
        that reads no vectors, such as letters, the first vectors are those that it gives.
        """
        into: dict[str, Entering] = {}
        ends = np.cumsum([started[name].output.shape[-1] for name in self.heard])[:-1]
        for name, part_of, at in zip(self.heard, np.split(seeds, ends, axis=-1), rows, strict=True):
            d_output = np.zeros((len(started[name].output), *part_of.shape), seeds.dtype)  # (T, B, H)
            d_output[at, np.arange(len(at))] = part_of
            into[name] = Entering(d_output, at, at)
        d_given: dict[str, Array] = {}
        handed: dict[str, Handed] = {}
        found: dict[str, Swept] = {}
        for wire in reversed(self.wires):
            name = wire.layer.name
            entering = into.get(name) or _nothing(started[name].output, len(seeds), seeds.dtype)
            found[name] = back = started[name].sweep(entering, handed.get(name), how)
            x = entering.d_output if back.x is None else back.x
            if wire.reads in started:
                first, last = _reached(wire.layer.direction, entering, name in handed)
                more = Entering(x, first, last)
                into[wire.reads] = _together(into[wire.reads], more) if wire.reads in into else more
            else:
                d_given[wire.reads] = d_given[wire.reads] + x if wire.reads in d_given else x
            if wire.begins:
                handed[wire.begins] = Handed(back.initial, back.direct_initial)
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


def _nothing(output: Array, count: int, dtype: np.dtype) -> Entering:
    """Of a layer whose output nobody uses."""
    none = np.zeros(count, int)
    return Entering(np.zeros((len(output), count, output.shape[-1]), dtype), none, none)


def _reached(direction: str, entering: Entering, handed: bool) -> tuple[Rows, Rows]:
    """(first, last) row of what a layer read that a derivative reaches, which enters at its output's rows."""
    end = np.full_like(entering.first, len(entering.d_output) - 1)
    if direction == "backward":
        return np.zeros_like(end) if handed else entering.first, end
    return np.zeros_like(end), end if handed else entering.last


def _together(one: Entering, other: Entering) -> Entering:
    return Entering(one.d_output + other.d_output, np.minimum(one.first, other.first), np.maximum(one.last, other.last))
