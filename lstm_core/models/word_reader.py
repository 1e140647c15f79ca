"""Reads words: by the word table or, for those it lacks, by their letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers import letters
from lstm_core.models.reading import Reader, Reading
from lstm_core.models.spec import ModelSpec
from lstm_core.tokenizer import Token, WordTokenizer


class WordReader(Reader):
    """x_t = E[id] for a word of the table, else the letter CNN's vector; zero where a model has no letter CNN."""

    def __init__(self, params: Mapping[str, Array], spec: ModelSpec, table: str = "embedding.E") -> None:
        self._E = params[table]  # (V, D)
        self._vocabulary, self._spec = spec.vocabulary, spec.letters
        self._letters = {name: params[f"letters.{name}"] for name in letters.NAMES} if spec.letters else {}

    @cached_property
    def tokenizer(self) -> WordTokenizer:
        """The model's words ↔ ids."""
        return WordTokenizer(self._vocabulary)

    def encode(self, text: str) -> list[Token]:
        """See ``Reader.encode``."""
        return self.tokenizer.encode(text)

    def read(self, tokens: Sequence[Token]) -> Reading:
        """See ``Reader.read``."""
        x = np.zeros((len(tokens), self._E.shape[1]), self._E.dtype)
        for t, token in enumerate(tokens):
            if token.id is not None:
                x[t] = self._E[token.id]
            elif self._spec is not None:
                x[t] = letters.forward(self._letters, *letters.codes([token.word], self._spec.alphabet))[0][0]
        return Reading(list(tokens), x)
