"""Batches of words to vectors and back: by the word table or, where an id is negative, by their letters.

ids (T, B): a place in the table E (V, D), or −1 − k for word k of ``spelled``; x (T, B, D).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers import embedding, letters
from lstm_core.models.tape import part


def forward(
    params: Mapping[str, Array], alphabet: str, ids: Array, spelled: Sequence[str]
) -> tuple[Array, letters.Cache | None]:
    """x, and what ``backward`` needs of the letter reader, None where no word is spelled."""
    table, cache = params["embedding.E"], None
    if spelled:
        read, cache = letters.forward(part(params, "letters"), *letters.codes(spelled, alphabet))
        table = np.concatenate([table, read[::-1]])  # id −1 is the last row, spelled word 0
    return embedding.forward(table, ids), cache


def backward(
    params: Mapping[str, Array], ids: Array, spelled: Sequence[str], cache: letters.Cache | None, dx: Array
) -> dict[str, Array]:
    """The gradients of the table and of the letter reader, by name, from dx (T, B, D)."""
    known = ids >= 0
    grads = {"embedding.E": embedding.backward(len(params["embedding.E"]), ids[known], dx[known])}
    if cache is None:
        return grads | {name: np.zeros_like(array) for name, array in params.items() if name.startswith("letters.")}
    d_spelled = embedding.backward(len(spelled), -1 - ids[~known], dx[~known])
    back = letters.backward(part(params, "letters"), cache, d_spelled)
    return grads | {f"letters.{name}": grad for name, grad in back.items()}
