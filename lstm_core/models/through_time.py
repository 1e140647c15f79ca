"""Backpropagation through time over a run, for many outputs in one sweep.

    ∂z / ∂x_t   by what a layer read at step t, (T, B, I)
    ∂z / ∂h_t   by each state as step t made it, (T, B, H), with all that comes of it
    ∂z / ∂c_t   likewise, with what step t itself shows of it

z is one of B targets: the logit of a symbol at a step, or a forecast. Of the derivative by a layer's belt the *direct*
part came along the belt alone, δ ⊙ Π f of all steps between; the rest went through a gate and the recurrent weights at
least once. A valve or a state that is held passes nothing to what it would follow from. Werbos 1990; Hochreiter &
Schmidhuber 1997 carry by the direct part alone, and truncate the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers.base import Layer
from lstm_core.layers.swept import PLAIN, How, Swept
from lstm_core.models.gradients import Target
from lstm_core.models.run import BLOCK, Run
from lstm_core.threads import one_blas_thread

Span = tuple[int, int]  # the steps at which a layer is at work: from … to−1


@dataclass(frozen=True)
class ThroughTime:
    """The derivatives of B ``targets`` by all that came before; rows of a layer are its steps, ``spans`` says which."""

    targets: tuple[Target, ...]
    steps: int  # T
    words: Mapping[str, Array]  # reader → (T', B, D) by the vectors that it gave
    layers: Mapping[str, Swept]
    spans: Mapping[str, Span]  # of each layer and each reader

    def norms(self, name: str, signal: str = "") -> Array:
        """(T, B) the Euclidean norm at each step of the text, NaN where the layer is not at work.

        ``name`` a layer with ``signal`` x, a state, direct or rest; or "words": of the vectors that all readers gave.
        """
        found = np.full((self.steps, len(self.targets)), np.nan)
        for owner, rows in self.words.items() if name == "words" else ((name, self.rows(name, signal)),):
            first, end = self.spans[owner]
            found[first:end] = norm(rows)
        return found

    def rows(self, name: str, signal: str) -> Array:
        """(T', B, …) of one layer; ``direct`` and ``rest`` are the parts of the derivative by its belt."""
        swept = self.layers[name]
        if signal == "x":
            assert swept.x is not None
            return swept.x
        if signal in swept.states:
            return swept.states[signal]
        assert swept.direct is not None
        assert swept.belt is not None
        return swept.direct if signal == "direct" else swept.states[swept.belt] - swept.direct

    def signals(self, layer: Layer) -> tuple[str, ...]:
        """What ``rows`` has of a layer."""
        swept = self.layers[layer.name]
        parts = () if swept.direct is None else ("direct", "rest")
        return (*(() if swept.x is None else ("x",)), *swept.states, *parts)


def norm(rows: Array) -> Array:
    """‖·‖₂ along the last axis, without a square that overflows or vanishes."""
    most = np.abs(rows).max(axis=-1, initial=0)
    scale = np.where(most > 0, most, 1)
    found: Array = most * np.sqrt(np.square(rows / scale[..., None]).sum(axis=-1))
    return found


def through_time(run: Run, targets: Sequence[Target], dtype: str = "float64", how: How = PLAIN) -> ThroughTime:
    """All ``targets`` back to the first step, in one sweep; NotFoundError for a symbol that cannot be said.

    The factors of every step are computed in ``dtype`` from the signals as the run holds them. With ``how.clip`` it
    is clipped at each step (Pascanu, Mikolov & Bengio 2013 by norm; here step by step, as Graves 2013 by element).
    """
    T, composition = len(run), run.model.composition
    run.advance(0, T)
    spans = _spans(run)
    at = [T - 1 if target.t is None else target.t for target in targets]
    seeds = run.model.teller.slopes([target.symbol for target in targets], run.reading, at).astype(dtype)
    rows = np.array([run.heard_at(target.t) for target in targets]).reshape(len(targets), -1)  # (B, layers heard)
    with one_blas_thread():
        words, layers = composition.sweep(run.started, seeds, list(rows.T), how)
    return ThroughTime(tuple(targets), T, words, layers, spans)


def _spans(run: Run) -> dict[str, Span]:
    """Of each layer, and of each reader that of the layers which read it."""
    spans = {layer.name: layer.span or (0, len(run)) for layer in run.layers}
    wires = run.model.composition.wires
    return spans | {wire.reads: spans[wire.layer.name] for wire in wires if wire.reads not in spans}


def every_target(run: Run, symbol: str | None = None) -> tuple[Target, ...]:
    """Of each step at which something is said what is said first, or ``symbol``."""
    T = len(run)
    run.advance(0, T)
    tops = [top for start in range(0, T, BLOCK) for top in run.predictions(start, min(start + BLOCK, T))]
    return tuple(Target(t, top[0][0] if symbol is None else symbol) for t, top in enumerate(tops) if top)
