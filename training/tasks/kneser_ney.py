"""What counting words gets: an interpolated n-gram model with modified Kneser–Ney smoothing.

    p_k(w | h) = max(c(hw) − D(c(hw)), 0) / c(h•) + γ(h) · p_{k−1}(w | h′)        p_0 = 1 / V
    γ(h) = (D₁·N₁(h•) + D₂·N₂(h•) + D₃·N₃₊(h•)) / c(h•)
    Y = n₁ / (n₁ + 2n₂)    D₁ = 1 − 2Y·n₂/n₁    D₂ = 2 − 3Y·n₃/n₂    D₃ = 3 − 4Y·n₄/n₃

h: the k − 1 symbols before, h′ all of them but the first. c is how often a k-gram occurs where k is the order or where
it begins with a text's beginning, else after how many different symbols it occurs (Kneser & Ney 1995). N_r(h•): how
many symbols follow h with a c of r; n_r: how many k-grams have a c of r. Where h never occurred, p_k = p_{k−1}.
Chen & Goodman 1998, "An Empirical Study of Smoothing Techniques for Language Modeling", sections 2.7 and 4.1.6.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array

Ids = NDArray[np.int64]
FEW = (0.5, 1.0, 1.5)  # D₁, D₂, D₃ where the counts are too few to estimate them


def discounts(counts: Ids) -> Array:
    """(D₁, D₂, D₃) of k-grams that occur ``counts`` times, (3,)."""
    n1, n2, n3, n4 = (int((counts == r).sum()) for r in (1, 2, 3, 4))
    if not (n1 and n2 and n3):
        return np.array(FEW)
    Y = n1 / (n1 + 2 * n2)
    found = np.array([1 - 2 * Y * n2 / n1, 2 - 3 * Y * n3 / n2, 3 - 4 * Y * n4 / n3])
    # A discount takes something, and never more than there is.
    return found if (found > 0).all() and (found <= (1, 2, 3)).all() else np.array(FEW)


@dataclass(frozen=True)
class Level:
    """The k-grams of one k: K of them, and the H contexts (k − 1)-grams that they begin with."""

    codes: Ids  # (K,) sorted: the context's place among the (k − 1)-grams · the number of symbols + the last symbol
    counts: Ids  # (K,) c
    discounted: Array  # (K,) max(c − D, 0)
    total: Array  # (H,) c(h•)
    left: Array  # (H,) what the discounts took: D₁·N₁(h•) + …

    def find(self, codes: Ids) -> Ids:
        """The place of each code among the k-grams, −1 for one that never occurred."""
        at = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
        return np.where((self.codes[at] == codes) & (codes >= 0), at, -1)


def level(codes: Ids, counts: Ids, contexts: Ids, size: int) -> Level:
    """A level of k-grams with their counts; ``contexts`` (K,) are places among ``size`` (k − 1)-grams."""
    D = np.concatenate([[0.0], discounts(counts)])[np.minimum(counts, 3)]  # (K,)
    total, left = (np.bincount(contexts, weights, size) for weights in (counts, D))
    return Level(codes, counts, counts - D, total, left)


class KneserNey:
    """Predicts a symbol from the ``order`` − 1 before it, counted in ``texts``, (N,) each, of ``size`` kinds."""

    def __init__(self, texts: Sequence[Ids], order: int, size: int) -> None:
        self.order, self.size = order, size
        self._begin = size  # a text's beginning is a symbol of its own, which is never predicted
        ids = np.concatenate([part for text in texts for part in ([self._begin], text)]).astype(np.int64)
        first = ids == self._begin
        since = np.arange(len(ids)) - np.maximum.accumulate(np.where(first, np.arange(len(ids)), 0))  # of its text
        # For each k and each place the k-gram that ends there, −1 where the text is not that long yet.
        places = [ids]
        coded: list[tuple[Ids, Ids]] = [(np.arange(size + 1), np.zeros(0, np.int64))]  # codes, where each stands first
        for k in range(2, order + 1):
            at = np.flatnonzero(since >= k - 1)
            codes, one, place = np.unique(
                places[-1][at - 1] * (size + 1) + ids[at], return_index=True, return_inverse=True
            )
            whole = np.full(len(ids), -1, np.int64)
            whole[at] = place
            places.append(whole)
            coded.append((codes, at[one]))
        self._levels = [self._level(k, places, coded, since) for k in range(1, order + 1)]

    def _level(self, k: int, places: list[Ids], coded: list[tuple[Ids, Ids]], since: Ids) -> Level:
        """The level of k: counts, and for all but the longest in how many ways each is preceded."""
        codes, one = coded[k - 1]
        ends = places[k - 1][since >= max(1, k - 1)]
        counts = np.bincount(ends, minlength=len(codes))
        if k < self.order:
            _, longer = coded[k]  # one place of each (k + 1)-gram: its last k symbols end there
            preceded = np.bincount(places[k - 1][longer], minlength=len(codes))
            begins = since[one] == k - 1 if k > 1 else np.zeros(len(codes), bool)
            counts = np.where(begins, counts, preceded)
        if k == 1:
            return level(codes, counts, np.zeros(len(codes), np.int64), 1)
        return level(codes, counts, codes // (self.size + 1), len(coded[k - 2][0]))

    def probabilities(self, ids: Ids, asked: Ids | None = None) -> Array:
        """What it gives each symbol of ``ids`` (N,), or each of ``asked`` in its place, from what stands before it."""
        asked = ids if asked is None else asked
        before = np.concatenate([[self._begin], ids])[:-1]
        context = np.zeros(len(ids), np.int64)  # of each symbol, as a place among the (k − 1)-grams; −1: never occurred
        p = np.full(len(ids), 1 / self.size)
        for k, this in enumerate(self._levels, 1):
            if k == 2:
                context = before
            elif k > 2:  # the context of the symbol before, one symbol longer
                last = self._levels[k - 2]
                earlier = np.concatenate([[-1], context[:-1]])
                context = last.find(np.where(earlier >= 0, earlier * (self.size + 1) + before, -1))
            total = np.where(context >= 0, this.total[context], 0)
            at = this.find(np.where(context >= 0, context * (self.size + 1) + asked, -1) if k > 1 else asked)
            own = np.where(at >= 0, this.discounted[at], 0)
            left = np.where(context >= 0, this.left[context], 0)
            p = np.where(total > 0, (own + left * p) / np.maximum(total, 1), p)
        return p
