"""A convolution over the letters of each word in front of the recurrent layer: no word is unknown.

    x_t = letter CNN of word t          see ``lstm_core.layers.letters``; used for every word, in the table or not
    h_t = cell(x_t)
    said at t: softmax tied to the word table

After Kim et al. 2016, "Character-Aware Neural Language Models". T words, F filters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

import numpy as np

from lstm_core.clamps import Clamp
from lstm_core.functional import Array
from lstm_core.layers import letters
from lstm_core.models.base import TOP, LayerInfo
from lstm_core.models.reading import Reading
from lstm_core.models.spec import LettersSpec, ModelSpec
from lstm_core.models.stacked import Stacked, StackedRun
from lstm_core.models.tape import part
from lstm_core.tokenizer import Token
from lstm_core.trace import LayerTrace


class CnnLstm(Stacked):
    """The model of this file's equations; its first layer, ``letters``, does not recur."""

    def __init__(self, spec: ModelSpec, params: Mapping[str, Array], sha256: str) -> None:
        super().__init__(spec, params, sha256)
        self._spec = cast("LettersSpec", spec.letters)  # a spec of this architecture has been checked to have it
        self._weights = part(params, "letters")
        self.filters = LayerInfo("letters", letters.CELL, "forward", self._spec.filters, self._spec.dim)

    def project(self, tokens: Sequence[Token], x: Array) -> Array:  # noqa: ARG002 - no word is looked up
        """W·x + b of every word, (T, G·H)."""
        return np.stack([self.cell.project(self.packed[0], row) for row in x])

    def read_letters(self, tokens: Sequence[Token]) -> tuple[Array, Array, Array]:
        """(x (T, D), what each filter found (T, F), and at which letter (T, F)), word by word."""
        words = [letters.forward(self._weights, *letters.codes([token.word], self._spec.alphabet)) for token in tokens]
        x = np.concatenate([out for out, _ in words])
        fired = np.concatenate([cache.m for _, cache in words])
        return x, fired, np.concatenate([cache.best for _, cache in words]).astype(x.dtype)

    def run(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> CnnLstmRun:
        """See ``Model.run``."""
        return CnnLstmRun(self, text, self.parse_clamps(clamps), top)


class CnnLstmRun(StackedRun):
    """A run whose trace begins with the layer of filters."""

    def __init__(self, model: CnnLstm, text: str, clamps: tuple[Clamp, ...], top: int) -> None:
        tokens = model.encode(text)
        x, fired, at = model.read_letters(tokens)
        info = model.filters
        signals = {"fired": fired, "at": at}
        super().__init__(model, text, clamps, top, Reading(tokens, x))
        filters = LayerTrace(info.name, info.cell, info.direction, info.units, {}, signals)
        self._layers = (filters, *self._layers)
