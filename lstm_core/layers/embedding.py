"""A table of vectors.

    y_n = E[id_n]            forward: row id_n of the table
    dE[v] = Σ_{n: id_n = v} dy_n   backward: rows that were read more than once add up

E (V, D), ids (N,) of integers in 0 … V−1, y (N, D).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array


def forward(E: Array, ids: NDArray[np.integer]) -> Array:
    """The rows of ``E`` at ``ids``; IndexError for an id that the table lacks."""
    y: Array = E[ids]  # (N, D)
    return y


def backward(rows: int, ids: NDArray[np.integer], dy: Array) -> Array:
    """dE (rows, D) from dy (N, D). Sorts and sums each id's run at once, in a fixed order, so it repeats exactly."""
    dE = np.zeros((rows, dy.shape[-1]), dy.dtype)  # (V, D)
    if ids.size:
        order = np.argsort(ids, kind="stable")
        read = ids[order]
        starts = np.flatnonzero(np.r_[True, read[1:] != read[:-1]])  # the first of each id's run
        dE[read[starts]] = np.add.reduceat(dy[order], starts, axis=0)
    return dE
