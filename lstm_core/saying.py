"""What two traces say at steps that stand for each other: what each says first, how probable it is, how far apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array
from lstm_core.models.logit import distributions
from lstm_core.steps import Top
from lstm_core.trace import Trace

BLOCK = 64  # pairs whose distributions are held at once

Step = int | None  # None: of the whole
Words = tuple[tuple[str, float | None, float | None], ...]


@dataclass(frozen=True)
class Said:
    """What both say: first, and with which probability; of a forecast the values themselves.

    ``words`` has every symbol that either tells at that step, its number in a and in b: None where it cannot be said
    there, or where a trace from a document does not tell it.
    """

    a: str
    b: str
    differs: bool
    distance: float | None  # total variation of two choices, |a − b| of two forecasts; None where it is not known
    words: Words

    def to_dict(self) -> dict[str, Any]:
        """As in the contract."""
        words = [list(word) for word in self.words]
        return {"a": self.a, "b": self.b, "differs": self.differs, "distance": self.distance, "words": words}


class _Sayer:
    """What one trace can say, and how probable that is."""

    def __init__(self, trace: Trace) -> None:
        self.trace = trace
        self.chooses = trace.source is not None and trace.model["task"] != "forecast"
        symbols = trace.source.composition.output.symbols if self.chooses else ()
        self.places = {symbol: place for place, symbol in enumerate(symbols)}

    def top(self, t: Step) -> Top:
        if t is not None:
            return self.trace.predictions[t]
        return [] if self.trace.answer is None else self.trace.answer["top"]

    def distributions(self, steps: Sequence[Step]) -> Array | None:
        """(N, V) float64; None where only the first of what is said is known."""
        return distributions(self.trace.source, self.trace, steps) if self.chooses else None

    def where(self, symbols: Sequence[str]) -> NDArray[np.intp]:
        """The places of ``symbols`` in its distributions."""
        return np.array([self.places[symbol] for symbol in symbols], np.intp)

    def number(self, symbol: str, top: dict[str, float], row: Array | None) -> float | None:
        if row is None:
            return top.get(symbol)
        place = self.places.get(symbol)
        return None if place is None else float(row[place])


class Sayings:
    """What ``a`` and ``b``, which say the same kind of thing, say at their steps."""

    def __init__(self, a: Trace, b: Trace) -> None:
        self._a, self._b = _Sayer(a), _Sayer(b)
        self._forecasts = a.model["task"] == "forecast"
        common = [symbol for symbol in self._a.places if symbol in self._b.places]
        self._common = self._a.where(common), self._b.where(common)

    def at(self, steps: Sequence[tuple[int | None, int | None]]) -> tuple[Said | None, ...]:
        """Of each pair of steps; None where one of them is none, or says nothing."""
        found: list[Said | None] = [None] * len(steps)
        both = [
            (k, a, b)
            for k, (a, b) in enumerate(steps)
            if a is not None and b is not None and self._a.top(a) and self._b.top(b)
        ]
        for start in range(0, len(both), BLOCK):
            block = both[start : start + BLOCK]
            told = self._told([a for _, a, _ in block], [b for _, _, b in block])
            for (k, _, _), said in zip(block, told, strict=True):
                found[k] = said
        return tuple(found)

    def whole(self) -> Said:
        """Of the whole; what was written in answer has no probabilities as a whole."""
        (said,) = self._told([None], [None]) if self._a.top(None) and self._b.top(None) else [None]
        if said is not None:
            return said
        one, other = (str((sayer.trace.answer or {})["text"]) for sayer in (self._a, self._b))
        return Said(one, other, one != other, None, ())

    def _told(self, one: Sequence[Step], other: Sequence[Step]) -> Iterator[Said]:
        P, Q = self._a.distributions(one), self._b.distributions(other)  # (N, V), (N, W)
        apart = None if P is None or Q is None else self._distances(P, Q)
        for k, (a, b) in enumerate(zip(one, other, strict=True)):
            tops = self._a.top(a), self._b.top(b)
            words = self._words(tops, None if P is None else P[k], None if Q is None else Q[k])
            (mine, number), (its, another) = tops[0][0], tops[1][0]
            if self._forecasts:
                yield Said(mine, its, number != another, abs(number - another), words)
            else:
                yield Said(mine, its, mine != its, None if apart is None else float(apart[k]), words)

    def _words(self, tops: tuple[Top, Top], p: Array | None, q: Array | None) -> Words:
        mine, its = dict(tops[0]), dict(tops[1])
        return tuple(
            (symbol, self._a.number(symbol, mine, p), self._b.number(symbol, its, q))
            for symbol in dict.fromkeys([*mine, *its])
        )

    def _distances(self, P: Array, Q: Array) -> Array:
        """½ Σ_v |p_v − q_v| of each row, P (N, V), Q (N, W); what only one of them can say adds its probability."""
        in_p, in_q = self._common
        alone = np.delete(P, in_p, axis=1).sum(axis=1) + np.delete(Q, in_q, axis=1).sum(axis=1)
        apart: Array = 0.5 * (np.abs(P[:, in_p] - Q[:, in_q]).sum(axis=1) + alone)
        return apart
