"""The input layer: tokens to vectors, by the word table or, for words it lacks, by their letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers import letters
from lstm_core.models.spec import LettersSpec
from lstm_core.tokenizer import Token


class WordReader:
    """x_t = E[id] for a word of the table, else the letter CNN's vector; zero where a model has no letter CNN."""

    def __init__(self, params: Mapping[str, Array], spec: LettersSpec | None) -> None:
        self._E = params["embedding.E"]  # (V, D)
        self._spec = spec
        self._letters = {name: params[f"letters.{name}"] for name in letters.NAMES} if spec else {}

    def __call__(self, tokens: Sequence[Token]) -> Array:
        """T tokens → x (T, D)."""
        x = np.zeros((len(tokens), self._E.shape[1]), self._E.dtype)
        for t, token in enumerate(tokens):
            if token.id is not None:
                x[t] = self._E[token.id]
            elif self._spec is not None:
                x[t] = letters.forward(self._letters, *letters.codes([token.word], self._spec.alphabet))[0][0]
        return x
