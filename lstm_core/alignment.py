"""Two sequences aligned: which entry of the one stands for which of the other, with as many kept as there can be.

    D[i, j] = min(D[i−1, j−1] + 2·(a_i ≠ b_j), D[i−1, j] + 1, D[i, j−1] + 1)        D[i, 0] = i, D[0, j] = j

D[i, j] is the edit distance of the first i entries of a to the first j of b, found row by row (Wagner & Fischer 1974).
An entry that is changed counts as one left out and one put in: so no word that both have is given up for a shorter
list of changes, and what is alike is the longest common subsequence. Where it costs nothing, entries are paired, from
the end for as long as it can be.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from lstm_core.errors import InputError

MOST = 4_000_000  # entries of D that are held at most, 16 MB

Match = tuple[int | None, int | None]  # a place in the one and in the other; None where the other one has none


def align(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Match]:
    """The places of a and b, each once and in order: (i, j) for two that stand for each other, (i, None), (None, j).

    Two for each pair of unlike entries and one for each that is alone add up to the edit distance. InputError
    ``too_long`` where a and b, what they begin and end with alike left out, are too long to be aligned.
    """
    begins = _alike(a, b)
    ends = _alike(a[begins:][::-1], b[begins:][::-1])
    inner_a, inner_b = a[begins : len(a) - ends], b[begins : len(b) - ends]
    if (len(inner_a) + 1) * (len(inner_b) + 1) > MOST:
        raise InputError(
            code="too_long",
            message=f"{len(inner_a):,} steps are too many to be aligned with {len(inner_b):,} others.",
            expected=f"Not more than {MOST:,} in product, what is alike at both ends left out.",
            action="Compare shorter texts.",
        )
    far = [(len(a) - k, len(b) - k) for k in range(ends, 0, -1)]
    inner = ((None if i is None else i + begins, None if j is None else j + begins) for i, j in _way(inner_a, inner_b))
    return [*((k, k) for k in range(begins)), *reversed(list(inner)), *far]


def _alike(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """How many entries a and b have in common from the beginning."""
    for k, (one, other) in enumerate(zip(a, b, strict=False)):
        if one != other:
            return k
    return min(len(a), len(b))


def _distances(a: Sequence[Hashable], b: Sequence[Hashable]) -> NDArray[np.int32]:
    """D (A + 1, B + 1). In a row D[i, j] = min over k ≤ j of (best[k] + j − k): a running minimum of best[k] − k."""
    codes = {entry: code for code, entry in enumerate(dict.fromkeys([*a, *b]))}
    of_b = np.array([codes[entry] for entry in b], np.int32)  # (B,)
    along = np.arange(len(b) + 1, dtype=np.int32)  # (B + 1,)
    D = np.empty((len(a) + 1, len(b) + 1), np.int32)
    D[0] = along
    for i, entry in enumerate(a, 1):
        best = D[i - 1] + 1  # without a_i
        best[1:] = np.minimum(best[1:], D[i - 1, :-1] + 2 * (of_b != codes[entry]))  # a_i stands for b_j
        D[i] = np.minimum.accumulate(best - along) + along
    return D


def _way(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[Match]:
    """The alignment from the end to the beginning."""
    D = _distances(a, b)
    i, j = len(a), len(b)
    while i or j:
        if i and j and D[i, j] == D[i - 1, j - 1] + 2 * (a[i - 1] != b[j - 1]):
            i, j = i - 1, j - 1
            yield i, j
        elif i and D[i, j] == D[i - 1, j] + 1:
            i -= 1
            yield i, None
        else:
            j -= 1
            yield None, j
