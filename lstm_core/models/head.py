"""The output layer: hidden states to next words, the softmax tied to the word table.

    logits = E·(P·h_t + p) + b        E (V, D) word table, P (D, H), h_t (H,)
    p(word v | words so far) = softmax(logits)_v

Inan, Khosravi & Socher 2017 and Press & Wolf 2017 tie E with the input's table.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from lstm_core.functional import Array, softmax
from lstm_core.trace import Top


class TiedHead:
    """``E·P`` and ``E·p + b`` multiplied out once, so that a step costs one product of (V, H) by (H,)."""

    def __init__(self, params: Mapping[str, Array], vocabulary: Sequence[str]) -> None:
        E = params["embedding.E"]
        self._O = np.ascontiguousarray((E @ params["head.P"]).T)  # (H, V)
        self._b = E @ params["head.p"] + params["head.b"]  # (V,)
        self._vocabulary = vocabulary

    def probabilities(self, h: Array) -> Array:
        """h (…, H) → (…, V), each row adding to 1."""
        return softmax(h @ self._O + self._b)

    def top(self, h: Array, k: int) -> list[Top]:
        """The k most probable words for each row of h (N, H), most probable first, ties in the table's order."""
        p = self.probabilities(h)  # (N, V)
        k = min(k, p.shape[1])
        best = np.sort(np.argpartition(-p, k - 1, axis=1)[:, :k], axis=1)  # (N, k)
        rows = np.take_along_axis(p, best, axis=1)
        order = np.argsort(-rows, axis=1, kind="stable")
        best, rows = np.take_along_axis(best, order, axis=1), np.take_along_axis(rows, order, axis=1)
        words = self._vocabulary
        return [
            [(words[v], q) for v, q in zip(ids, row, strict=True)]
            for ids, row in zip(best.tolist(), rows.tolist(), strict=True)
        ]
