"""The output layer: hidden states to what the model says, by a softmax.

    logits = O·h_t + b                O (V, H), h_t (H,)
    p(v | what was read) = softmax(logits)_v

Tied to the word table, O·h_t + b = E·(P·h_t + p) + b with E (V, D), P (D, H): Inan, Khosravi & Socher 2017, Press &
Wolf 2017.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.errors import missing
from lstm_core.functional import Array, softmax
from lstm_core.steps import Top

_FEW = 128  # logits of a row, little to sort
_ENOUGH = 10  # candidates of a row among which the first is sought: what is said may not depend on how many are told
_BIT = np.log(2.0)
_FAR = 60.0  # a logit whose exponential, and the sum of a table of such, float32 still holds with all its digits


@dataclass(frozen=True)
class Row:
    """What is said of one hidden state."""

    top: Top
    first: int  # the place of the most probable symbol
    logs: Array  # (V,) float64, log p of every symbol
    norm: float  # log Σ e^z
    h: Array  # (H,)
    head: Head

    def bits(self, place: int) -> float:
        """−log₂ p of the symbol at ``place``, its logit computed again in float64 as ``Head.tell`` does."""
        (logit,) = self.head.exact(self.h[None], np.array([place]))
        return float((self.norm - logit) / _BIT)


class Weighed(NamedTuple):
    """A number that is said, as a sum over the H units that are heard: Σ_u weights_u·h_u + bias."""

    weights: Array  # (H,) float64
    bias: float
    log_sum: float | None  # log Σ e^z over all symbols; None for what is no choice


class Head:
    """A softmax over ``symbols``: O (V, H), b (V,)."""

    def __init__(self, O: Array, b: Array, symbols: Sequence[str]) -> None:  # noqa: E741 - the matrix of the equations
        self._rows = O  # (V, H)
        self._Ob = np.concatenate([O.T, b[None]])  # (H + 1, V): the bias is a last input of 1, which saves a pass
        self._b = np.append(b, b.dtype.type(np.nan))  # (V + 1,): at −1 stands what no symbol has
        self._symbols = np.array(symbols, object)  # (V,)
        self._places = {symbol: place for place, symbol in enumerate(symbols)}

    @classmethod
    def tied(cls, params: Mapping[str, Array], vocabulary: Sequence[str], table: str = "embedding.E") -> Head:
        """``E·P`` and ``E·p + b`` multiplied out once, so that a step costs one product of (V, H) by (H,)."""
        E = params[table]
        return cls(E @ params["head.P"], E @ params["head.p"] + params["head.b"], vocabulary)

    def logits(self, h: Array) -> Array:
        """h (…, H) → (…, V)."""
        one = np.ones((*h.shape[:-1], 1), h.dtype)
        z: Array = np.concatenate([h, one], axis=-1) @ self._Ob
        return z

    def probabilities(self, h: Array) -> Array:
        """h (…, H) → (…, V), each row adding to 1."""
        return softmax(self.logits(h))

    def top(self, h: Array, k: int) -> list[Top]:
        """The k most probable symbols for each row of h (N, H), most probable first, ties in the table's order."""
        return self.tell(h, k)[0]

    def tell(self, h: Array, k: int, following: NDArray[np.integer] | None = None) -> tuple[list[Top], Array | None]:
        """(``top``, −log₂ p of the symbol that follows each row): both of one distribution.

        ``following`` (N,) holds the places of these symbols, −1 where there is none, whose bits are NaN.

        A product of one row and one of many rows round differently. So that a stream and a whole trace tell the same
        probabilities, the logits of all that is told are computed again in float64.
        """
        z = self.logits(h)  # (N, V)
        k = min(k, len(self._symbols))
        rows, places = _candidates(z, k)  # (C,), (C,)
        every = np.arange(len(z))  # (N,)
        begins = np.searchsorted(rows, every)  # (N,)
        if following is None:
            exact, after = self.exact(h[rows], places), None  # (C,)
        else:  # both in one go: each call costs as much as a hundred of them
            both = self.exact(h[np.concatenate([rows, every])], np.concatenate([places, following]))  # (C + N,)
            exact, after = both[: len(rows)], both[len(rows) :]
        most = np.maximum.reduceat(exact, begins).astype(z.dtype)  # (N,)
        if np.abs(most).max() > _FAR:  # taken off only where exponentials could overflow or vanish: it is a whole pass
            z -= most[:, None]
            exact -= most[rows]
            after = None if after is None else after - most
        weight = np.exp(exact)  # (C,)
        np.exp(z, z)
        total = z.sum(axis=1) + np.bincount(rows, weight - z[rows, places], len(z))  # (N,)
        p = weight / total[rows]  # (C,)
        order = np.lexsort((places, -p, rows))  # by row, then from high to low, then as in the table
        kept = order[begins[:, None] + np.arange(k)]  # (N, k)
        named, shares = self._symbols[places[kept]].tolist(), p[kept].tolist()
        tops = [list(zip(*row, strict=True)) for row in zip(named, shares, strict=True)]
        return tops, None if after is None else (np.log(total) - after) / _BIT

    def alone(self, h: Array, k: int) -> Row:
        """What is said of one row h (H,) alone: the same, whatever block of steps it is computed in."""
        z = self.logits(h[None])  # (1, V)
        _, places = _candidates(z, min(max(k, _ENOUGH), z.shape[1]))  # (C,)
        logs = z[0].astype(np.float64)
        logs[places] = self.exact(np.broadcast_to(h, (len(places), len(h))), places)
        most = logs.max()
        norm = most + np.log(np.exp(logs - most).sum())
        logs -= norm
        best = places[np.argsort(-logs[places], kind="stable")]  # ties in the table's order
        named, shares = self._symbols[best[:k]].tolist(), np.exp(logs[best[:k]]).tolist()
        return Row(list(zip(named, shares, strict=True)), int(best[0]), logs, float(norm), h, self)

    def terms(self, h: Array, said: Sequence[str]) -> Array:
        """(N, H) float64: what each unit of h (N, H) adds to the logit of the symbol ``said`` of its row, O_vu·h_u.

        Tied to the word table, O is E·P: the way through both is linear, so a unit's term is as exact as without.
        """
        return np.multiply(self._rows[[self._places[symbol] for symbol in said]], h, dtype=np.float64)

    def weighed(self, h: Array, said: str) -> Weighed:
        """The logit of the symbol ``said``, of h (H,); NotFoundError for one that it cannot say."""
        place = self._place(said)
        return Weighed(self._rows[place].astype(np.float64), float(self._b[place]), self.alone(h, 1).norm)

    def rows(self, said: Sequence[str]) -> Array:
        """(N, H) O_v of each symbol v that is ``said``; NotFoundError for one that it cannot say."""
        found: Array = self._rows[[self._place(symbol) for symbol in said]]
        return found

    def _place(self, said: str) -> int:
        if said not in self._places:
            raise missing("symbol", said, "A model says the words, letters or classes that it has learned.", "symbol")
        return self._places[said]

    def exact(self, h: Array, places: NDArray[np.integer]) -> Array:
        """The logits (C,) float64 of the symbols at ``places`` (C,), of a row h (C, H) each; NaN at the place −1."""
        z: Array = np.einsum("ch,ch->c", self._rows[places], h, dtype=np.float64) + self._b[places]
        return z


def _candidates(z: Array, k: int) -> tuple[NDArray[np.integer], NDArray[np.integer]]:
    """(rows, places) of all entries of z (N, V) that may be among the k highest of their row, in order.

    Each row is cut into pieces, laid on each other, and the highest of each pile kept. The k-th highest of these is
    reached by k entries of the row, so that what lies below it is none of the k highest: a handful is left to be
    sorted.
    """
    N, V = z.shape
    piles = max(k, _FEW)
    folded = z[:, : V // piles * piles].reshape(N, -1, piles).max(axis=1) if piles < V else z  # (N, piles)
    bar = np.partition(folded, -k, axis=1)[:, -k, None]  # (N, 1)
    return np.divmod(np.flatnonzero(z >= bar), V)  # flat, in a tenth of the time of nonzero over two axes
