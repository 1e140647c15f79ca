"""Words or letters to vectors: by a table or, where it lacks a word, by the word's letters.

    x_t = E[id_t]           a row of the table
    x_t = letters(word_t)   for a word that the table lacks, where there is a letter CNN: see ``letters``
    x_t = 0                 for what it lacks otherwise

E (V, D), x (T, …, D); see ``codes.Codes`` for what is read.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers import embedding, letters
from lstm_core.layers.codes import Codes

Cache = letters.Cache | None


def forward(E: Array, codes: Codes, cnn: Mapping[str, Array] | None = None, alphabet: str = "") -> tuple[Array, Cache]:
    """x, and what ``backward`` needs of the letter CNN ``cnn``: None where no word is spelled."""
    known = codes.known
    x = embedding.forward(E, np.where(known, codes.ids, 0))  # (T, …, D)
    if known.all():
        return x, None
    if not cnn or not codes.spelled:
        x[~known] = 0
        return x, None
    vectors, cache = letters.forward(cnn, *letters.codes(codes.spelled, alphabet))
    codes.place(x, vectors)
    return x, cache


def backward(
    rows: int, codes: Codes, cache: Cache, dx: Array, cnn: Mapping[str, Array]
) -> tuple[Array, dict[str, Array]]:
    """(dE (rows, D), the gradients of the letter CNN by name) from dx (T, …, D)."""
    known = codes.known
    dE = embedding.backward(rows, codes.ids[known], dx[known])
    if cache is None:
        return dE, {name: np.zeros_like(array) for name, array in cnn.items()}
    return dE, letters.backward(cnn, cache, codes.gather(dx))
