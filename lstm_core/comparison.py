"""Two traces side by side: their steps aligned by what is read, what each says there, and how far its units lie apart.

    two models on one sentence; one model on two sentences; one model before and after a valve is held

A trace ``a`` is compared *against* ``b``: differences are a − b. Steps are aligned so that as many read alike as can be
(``alignment``), what is read and what is said in answer each by itself. P pairs, H units of a layer.

    TV(p, q) = ½ Σ_v |p_v − q_v|        v over all that either can say; what one of them lacks has probability 0 there

is the total variation distance of what both say at a pair, in [0, 1], from the whole distributions in float64. Of two
forecasts the distance is |a − b|, in the units of the series. A unit of one model is no unit of another: units are
compared where both traces are of the same weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from lstm_core.alignment import align
from lstm_core.errors import InputError, missing
from lstm_core.functional import Array
from lstm_core.saying import Said, Sayings
from lstm_core.steps import LayerTrace
from lstm_core.trace import Trace


class Pair(NamedTuple):
    """Two steps that stand for each other, None for one that has none in the other trace; ``same``: they read alike."""

    a: int | None
    b: int | None
    same: bool


class Largest(NamedTuple):
    """The unit whose values of a signal lie farthest apart, at which pair, and by how much."""

    layer: str
    signal: str
    pair: int
    unit: int
    value: float  # a − b
    mean: float  # of |a − b| over all pairs and units


@dataclass(frozen=True)
class Comparison:
    """``a`` against ``b``; made by ``compare``."""

    a: Trace
    b: Trace
    pairs: tuple[Pair, ...]

    @property
    def same_weights(self) -> bool:
        """Whether a unit of the one is the same unit of the other."""
        return _same_weights(self.a, self.b)

    @cached_property
    def said(self) -> tuple[Said | None, ...]:
        """P, what both say at each pair; None where one of them says nothing, or where their tasks differ."""
        if self.a.model["task"] != self.b.model["task"]:
            return (None,) * len(self.pairs)
        return Sayings(self.a, self.b).at([(pair.a, pair.b) for pair in self.pairs])

    @cached_property
    def answer(self) -> Said | None:
        """What both say of the whole; None where they say nothing of it."""
        if self.a.answer is None or self.b.answer is None or self.a.model["task"] != self.b.model["task"]:
            return None
        return Sayings(self.a, self.b).whole()

    @property
    def parts(self) -> int | None:
        """The first pair at which they do not say the same; None where there is none."""
        return next((k for k, said in enumerate(self.said) if said is not None and said.differs), None)

    def difference(self, layer: str, signal: str) -> Array:
        """(P, H) float64, a − b of a signal; NaN where one of them has no such step.

        InputError ``other_units`` for traces of different weights, NotFoundError for a signal that they do not have.
        """
        self._see_units()
        found = {name: signals for name, signals in self._signals.items() if name == layer}
        if not found:
            raise missing("layer", layer, self._signals)
        if signal not in found[layer]:
            raise missing("signal", signal, found[layer])
        one, other = (next(part for part in trace.layers if part.name == layer) for trace in (self.a, self.b))
        apart = np.full((len(self.pairs), one.signals[signal].shape[-1]), np.nan)  # (P, H)
        rows = [(k, _row(one, pair.a), _row(other, pair.b)) for k, pair in enumerate(self.pairs)]
        both = [(k, mine, its) for k, mine, its in rows if mine is not None and its is not None]
        if both:
            at, mine, its = map(list, zip(*both, strict=True))
            apart[at] = np.subtract(one.signals[signal][mine], other.signals[signal][its], dtype=np.float64)
        return apart

    def largest(self) -> tuple[Largest, ...]:
        """The largest difference of each signal, in the order of layers and signals; none of different weights."""
        if not self.same_weights:
            return ()
        each = ((layer, signal) for layer, signals in self._signals.items() for signal in signals)
        return tuple(found for layer, signal in each if (found := self._largest(layer, signal)) is not None)

    def _largest(self, layer: str, signal: str) -> Largest | None:
        apart = self.difference(layer, signal)
        sizes = np.abs(apart)
        if np.isnan(sizes).all():
            return None
        pair, unit = np.unravel_index(np.nanargmax(sizes), sizes.shape)
        return Largest(layer, signal, int(pair), int(unit), float(apart[pair, unit]), float(np.nanmean(sizes)))

    @cached_property
    def _signals(self) -> Mapping[str, tuple[str, ...]]:
        """By layer the signals that both have."""
        its = {layer.name: layer.signals for layer in self.b.layers}
        return {
            layer.name: tuple(name for name in layer.signals if name in its.get(layer.name, ()))
            for layer in self.a.layers
        }

    def _see_units(self) -> None:
        if not self.same_weights:
            raise InputError(
                code="other_units",
                message=f"The units of {self.a.model['name']} are not those of {self.b.model['name']}.",
                expected="Two runs of the same weights: a unit of one model is no unit of another.",
                action="Compare the units of two runs of one model; of two models compare what they say.",
                field="against",
            )

    def to_dict(self, layer: str = "", signals: Sequence[str] = ()) -> dict[str, Any]:
        """As JSON-ready data, see ``docs/trace-format.md``: ``differences`` are of these ``signals`` of ``layer``."""
        return {
            "a": _told(self.a),
            "b": _told(self.b),
            "same_weights": self.same_weights,
            "pairs": [pair._asdict() for pair in self.pairs],
            "said": [said and said.to_dict() for said in self.said],
            "parts": self.parts,
            "answer": self.answer and self.answer.to_dict(),
            "largest": [largest._asdict() for largest in self.largest()],
            "differences": [self._rows(layer, signal) for signal in signals],
        }

    def _rows(self, layer: str, signal: str) -> dict[str, Any]:
        rows = self.difference(layer, signal)
        values = [None if np.isnan(row).any() else row.tolist() for row in rows]
        return {"layer": layer, "signal": signal, "values": values}


def compare(a: Trace, b: Trace) -> Comparison:
    """``a`` against ``b``. InputError ``not_comparable`` where one reads letters, say, and the other one words.

    Of traces that were read from documents only what is said first is known, so probabilities may be None, and so is
    the distance.
    """
    _see_kinds(a, b)
    pairs = []
    one, other = ([_read(trace, output=output) for output in (False, True)] for trace in (a, b))
    for mine, its in zip(one, other, strict=True):
        words_a, words_b = [a.tokens[t].text for t in mine], [b.tokens[t].text for t in its]
        for i, j in align(words_a, words_b):
            same = i is not None and j is not None and words_a[i] == words_b[j]
            pairs.append(Pair(None if i is None else mine[i], None if j is None else its[j], same))
    return Comparison(a, b, tuple(pairs))


def _read(trace: Trace, *, output: bool) -> list[int]:
    """The steps that are said in answer, or those that are not."""
    return [t for t, token in enumerate(trace.tokens) if token.output is output]


def _row(layer: LayerTrace, t: int | None) -> int | None:
    return None if t is None else layer.row(t)


def _same_weights(a: Trace, b: Trace) -> bool:
    if a.source is not None and a.source is b.source:
        return True
    return a.model["sha256"] == b.model["sha256"] != ""


def _told(trace: Trace) -> dict[str, Any]:
    """Which run it is, as in the contract."""
    head = trace.head()
    return {key: head[key] for key in ("model", "text", "clamps", "scales", "writing", "tokens") if key in head}


def _kind(trace: Trace) -> str:
    """What it reads, where its model is at hand; else what it does, which tells as much of most."""
    return str(trace.model["task"] if trace.source is None else trace.source.spec.reads)


def _see_kinds(a: Trace, b: Trace) -> None:
    known = a.source is not None and b.source is not None
    one, other = (_kind(trace) if known else str(trace.model["task"]) for trace in (a, b))
    if one != other and not _same_weights(a, b):
        what = "reads" if known else "does"
        raise InputError(
            code="not_comparable",
            message=f"{a.model['name']} {what} {one}, {b.model['name']} {what} {other}: there is nothing to align.",
            expected="Two runs that read the same kind of text: words, letters or numbers.",
            action=f"Choose a run that {what} {one}.",
            field="against",
        )
