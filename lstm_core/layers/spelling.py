"""The letter CNN as a layer of its own: every word is read by its letters, in the table or not.

    fired_t,f = max_l relu(conv(letters of word t))_l,f    each filter's strongest match anywhere in the word
    at_t,f                                                 where in the word: the letter in the middle of that match
    x_t = P·fired_t + p                                    what the next layer reads

See ``letters`` for the arithmetic and its source. F filters, T words.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lstm_core.cells import Signal
from lstm_core.functional import Array
from lstm_core.layers import letters
from lstm_core.layers.base import Given, Layer, LayerGradients, Shapes, Started
from lstm_core.layers.codes import Codes
from lstm_core.layers.swept import PLAIN, Entering, Handed, How, Swept
from lstm_core.steps import LayerTrace

FIRED = Signal(
    "fired", "output", (0, None), "", "filters", "how strongly each filter answered to the letters that fit it best"
)
AT = Signal("at", "position", (0, None), "", "places", "the letter in the middle of what the filter answered to")


class Spelling(Layer):
    """F filters over the letters of each word; ``width`` letters a filter sees, ``dim`` numbers a letter."""

    kind = "convolution"
    cell = "letter-cnn"
    title = "convolution over letters"
    short = "letter filters"
    direction = "forward"
    states = ()
    valves = ()
    signals = (FIRED, AT)

    def __init__(self, name: str, filters: int, dim: int, width: int, outputs: int, alphabet: str) -> None:
        self.name, self.units, self.inputs = name, filters, dim
        self.width, self.outputs, self.alphabet = width, outputs, alphabet

    def parameters(self) -> Shapes:
        """See ``Layer.parameters``; the letter CNN's."""
        return letters.shapes(len(self.alphabet), self.inputs, self.width, self.units, self.outputs)

    def prepare(self, params: Mapping[str, Array]) -> Mapping[str, Array]:
        """See ``Layer.prepare``; they are used as they are."""
        return params

    def start(self, weights: Mapping[str, Array], given: Given) -> StartedSpelling:
        """See ``Layer.start``; what it reads are ``Codes`` whose every word is spelled."""
        return StartedSpelling(self, weights, given.x)


class StartedSpelling(Started):
    """The layer at work. One text's words are read one by one, so that blocks of any size round alike."""

    def __init__(self, layer: Spelling, params: Mapping[str, Array], codes: Codes) -> None:
        self.layer, self.params, self.codes = layer, params, codes
        self.single = codes.ids.ndim == 1
        dtype, T = params["P"].dtype, codes.ids.shape
        self.output = np.zeros((*T, layer.outputs), dtype)  # (T, …, D)
        if self.single:
            self.fired, self.at = (np.zeros((*T, layer.units), dtype) for _ in range(2))  # (T, F)

    def advance(self, start: int, stop: int) -> None:
        """See ``Started.advance``; of a batch all at once."""
        alphabet, params = self.layer.alphabet, self.params
        if not self.single:
            vectors, self.cache = letters.forward(params, *letters.codes(self.codes.spelled, alphabet))
            self.codes.place(self.output, vectors)
            return
        for t in range(start, stop):
            word = self.codes.spelled[-1 - self.codes.ids[t]]
            (self.output[t],), cache = letters.forward(params, *letters.codes([word], alphabet))
            self.fired[t], self.at[t] = cache.m[0], cache.best[0]

    def last(self) -> None:
        """See ``Started.last``: it has no state."""

    def trace(self, span: tuple[int, int] | None = None) -> LayerTrace:
        """See ``Started.trace``."""
        layer, signals = self.layer, {"fired": self.fired, "at": self.at}
        return LayerTrace(layer.name, layer.kind, layer.cell, layer.direction, layer.units, {}, signals, span)

    def backward(self, d_output: Array, d_last: None = None, keep: bool = False) -> LayerGradients:  # noqa: ARG002 - the shape of every layer
        """See ``Started.backward``. Words have no derivative: their letters are where it ends."""
        if self.single:
            _, self.cache = letters.forward(self.params, *letters.codes(self.codes.spelled, self.layer.alphabet))
        grads = letters.backward(self.params, self.cache, self.codes.gather(d_output))
        return LayerGradients(None, grads, None, {})

    def sweep(self, entering: Entering, handed: Handed | None = None, how: How = PLAIN) -> Swept:  # noqa: ARG002 - the shape of every layer
        """See ``Started.sweep``: the way ends here."""
        return Swept(None, {}, {})
