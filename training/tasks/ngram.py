"""What counting gets: letters predicted from the few before them, to compare a network's score with.

    p_k(a | s) = (n(s, a) + d(s) · p_{k−1}(a | s′)) / (n(s) + d(s))        p_0 = 1 / V

s: the k − 1 letters before, s′ all of them but the first; n(s): how often s went on, d(s): with how many different
letters. Where s never occurred, p_k = p_{k−1}. Witten & Bell 1991, "The Zero-Frequency Problem", interpolated.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array

Ids = NDArray[np.int64]


def _windows(ids: Ids, k: int, size: int) -> Ids:
    """Each run of ``k`` letters as one number, the last letter its last digit: (N − k + 1,)."""
    codes = np.zeros(len(ids) - k + 1, np.int64)
    for n in range(k):
        codes = codes * size + ids[n : n + len(codes)]
    return codes


def _count(codes: Ids, wanted: Ids) -> Ids:
    """How often each of ``wanted`` is among ``codes``."""
    seen, counts = np.unique(codes, return_counts=True)
    at = np.minimum(np.searchsorted(seen, wanted), len(seen) - 1)
    return np.where(seen[at] == wanted, counts[at], 0)


class NGram:
    """Predicts a letter from the ``order − 1`` before it, counted in ``ids`` (N,) of ``size`` kinds."""

    def __init__(self, ids: Ids, order: int, size: int) -> None:
        if size**order >= 2**62:
            raise ValueError(f"{order} letters of {size} kinds do not fit one number")
        self.order, self.size, self._ids = order, size, ids

    def probabilities(self, ids: Ids) -> Array:
        """What it gave each letter of ``ids`` (N,), the first ones with fewer letters before them."""
        p = np.full(len(ids), 1 / self.size)
        for k in range(1, self.order + 1):
            there = _windows(self._ids, k, self.size)
            asked = _windows(ids, k, self.size)  # (N − k + 1,)
            kinds = np.unique(there)
            n = _count(there, asked)
            before = asked // self.size
            total = _count(there // self.size, before)
            different = _count(kinds // self.size, before)
            lower = p[k - 1 :]
            p[k - 1 :] = np.where(total > 0, (n + different * lower) / np.maximum(total + different, 1), lower)
        return p

    def bits(self, ids: Ids) -> float:
        """The mean of −log₂ p over the letters of ``ids``."""
        return float(-np.log2(self.probabilities(ids)).mean())
