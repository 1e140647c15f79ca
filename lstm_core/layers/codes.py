"""What a table-reading layer is given: the ids of words or letters, and the words that are read by their letters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array
from lstm_core.layers import embedding


class Codes(NamedTuple):
    """T steps of one text or of B texts, padded at their ends with 0."""

    ids: NDArray[np.integer]  # (T, …) places in the table; −1 − k where word k of ``spelled`` stands
    spelled: Sequence[str] = ()  # the words that are read by their letters

    @property
    def known(self) -> NDArray[np.bool_]:
        """(T, …) true where the table is read."""
        found: NDArray[np.bool_] = self.ids >= 0
        return found

    def place(self, x: Array, vectors: Array) -> None:
        """Writes the vectors (K, D) of the spelled words into x (T, …, D), wherever they stand."""
        unknown = ~self.known
        x[unknown] = embedding.forward(vectors, -1 - self.ids[unknown])

    def gather(self, dx: Array) -> Array:
        """The way back of ``place``: the derivatives (K, D) by the vectors, from dx (T, …, D)."""
        unknown = ~self.known
        return embedding.backward(len(self.spelled), -1 - self.ids[unknown], dx[unknown])
