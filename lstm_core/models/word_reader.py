"""Reads words: by the word table or, for those it lacks, by their letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers import letters, lookup
from lstm_core.layers.base import Shapes
from lstm_core.layers.codes import Codes
from lstm_core.models.parameters import named, part
from lstm_core.models.reading import Reader, Reading, ids_of
from lstm_core.models.spec import ModelSpec
from lstm_core.tokenizer import Token, WordTokenizer


class Words(Reader):
    """What readers of words share: a table of them."""

    def __init__(self, spec: ModelSpec, table: str = "embedding.E") -> None:
        self.table = table
        self.vocabulary, self.width, self.letters = spec.vocabulary, spec.embedding, spec.letters

    @cached_property
    def tokenizer(self) -> WordTokenizer:
        """The model's words ↔ ids."""
        return WordTokenizer(self.vocabulary)

    def encode(self, text: str) -> list[Token]:
        """See ``Reader.encode``."""
        return self.tokenizer.encode(text)

    def shapes(self) -> Shapes:
        """See ``Reader.shapes``; the table's."""
        return {str(self.table): (len(self.vocabulary), self.width)}


class WordReader(Words):
    """x_t = E[id] for a word of the table, else the letter CNN's vector; zero where a model has no letter CNN."""

    def shapes(self) -> Shapes:
        """See ``Reader.shapes``."""
        shapes = super().shapes()
        if self.letters is None:
            return shapes
        cnn = self.letters
        own = letters.shapes(len(cnn.alphabet), cnn.dim, cnn.width, cnn.filters, self.width)
        return shapes | {f"letters.{name}": shape for name, shape in own.items()}

    def read(self, params: Mapping[str, Array], tokens: Sequence[Token]) -> Reading:
        """See ``Reader.read``."""
        E, cnn, alphabet = params[str(self.table)], part(params, "letters"), self.alphabet
        ids = ids_of(tokens)
        x, _ = lookup.forward(E, Codes(ids))
        for t in np.flatnonzero(ids < 0).tolist():
            (x[t],), _ = lookup.forward(E, Codes(np.array([-1]), [tokens[t].word]), cnn, alphabet)
        return Reading(list(tokens), x, ids)

    @property
    def alphabet(self) -> str:
        """The letters that its letter CNN knows; none where it has no such."""
        return "" if self.letters is None else self.letters.alphabet

    def forward(self, params: Mapping[str, Array], codes: Codes) -> tuple[Array, lookup.Cache]:
        """See ``Reader.forward``."""
        return lookup.forward(params[str(self.table)], codes, part(params, "letters"), self.alphabet)

    def backward(
        self, params: Mapping[str, Array], codes: Codes, cache: lookup.Cache, d_given: Array
    ) -> dict[str, Array]:
        """See ``Reader.backward``."""
        table = str(self.table)
        dE, cnn = lookup.backward(len(params[table]), codes, cache, d_given, part(params, "letters"))
        return {table: dE} | named("letters", cnn)
