"""The ledger of a unit's belt: what each step kept, erased and wrote, and what is left of it at every later step.

    s_t = k_t·s_{t−1} + w_t                   the belt that a cell declares: k keeps, w writes (LSTM: f and i·g)
    kept_t = k_t·s_{t−1}   erased_t = (1 − k_t)·s_{t−1}   written_t = w_t
    left_t(j) = w_j · k_{j+1} · … · k_t       what step j wrote, at step t
    left_t(0) = s_0 · k_1 · … · k_t           what is left of the state that the layer began with
    s_t = left_t(0) + Σ_j left_t(j) + rounding_t

All of it is float64, from the trace's own gates and states. A model of float32 rounds each of its sums; what that adds
up to is ``rounding``, some 1e-7 of s. Where the state itself is held by hand, the step erases all and writes the value.
The share of a step is |left_t(j)| / Σ|left_t|: what has both signs can cancel, and this way no share is above 1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_core import formula
from lstm_core.cells import Belt, belt_of
from lstm_core.clamps import Clamp, holder
from lstm_core.errors import InputError, missing
from lstm_core.functional import Array
from lstm_core.steps import LayerTrace

MOST = 256  # steps of which the whole of ``left`` is told: it grows with their square


@dataclass(frozen=True)
class Ledger:
    """One unit's; every array has a row for each step of the layer, (N,), in the order of the sentence."""

    layer: str
    unit: int
    belt: Belt
    first: int  # the step of row 0
    backward: bool
    initial: float  # s_0
    keep: Array  # k_t
    before: Array  # s_{t−1}
    kept: Array
    erased: Array
    written: Array
    state: Array  # s_t, the trace's own
    held: tuple[int, ...]  # the steps at which the state itself is held by hand

    @property
    def order(self) -> list[int]:
        """The rows in the order in which the layer reads them."""
        rows = list(range(len(self.keep)))
        return rows[::-1] if self.backward else rows

    def left(self, t: int) -> Array:
        """(N + 1,) what is left at step t: first of the initial state, then of each step; 0 of those still to come.

        NotFoundError for a step at which the layer is not at work.
        """
        row = self._row(t)
        read = self.order[: self.order.index(row) + 1]
        later = np.cumprod([1.0, *self.keep[read][:0:-1]])[::-1]  # (n,) for each step read, every later k
        found = np.zeros(len(self.keep) + 1)
        found[0] = self.initial * self.keep[read[0]] * later[0]
        found[1 + np.array(read)] = self.written[read] * later
        return found

    def shares(self, t: int) -> Array:
        """(N + 1,) |left| / Σ|left|: whose the unit is at step t. All 0 where nothing is on the belt."""
        size = np.abs(self.left(t))
        whole = size.sum()
        return size / whole if whole else size

    def to_dict(self, t: int | None = None) -> dict[str, Any]:
        """As in the contract. With ``t`` the rows of ``left`` and ``rounding`` are of that step alone.

        InputError for all rows of more than 256 steps.
        """
        N = len(self.keep)
        if t is None and N > MOST:
            raise InputError(
                code="too_many_steps",
                message=f"What is left of {N:,} steps at each of them is too much to be told at once.",
                expected=f"At most {MOST:,} steps.",
                action="Name one step by t.",
                field="t",
            )
        rows = range(N) if t is None else [self._row(t)]
        left = {row: self.left(self.first + row) for row in rows}
        return {
            "layer": self.layer,
            "unit": self.unit,
            "state": self.belt.state,
            "keeps": self.belt.keeps,
            "writes": self.belt.writes,
            "steps": [self.first, self.first + N],
            "direction": "backward" if self.backward else "forward",
            "initial": self.initial,
            "keep": self.keep.tolist(),
            "before": self.before.tolist(),
            "kept": self.kept.tolist(),
            "erased": self.erased.tolist(),
            "written": self.written.tolist(),
            "value": self.state.tolist(),
            "held": list(self.held),
            "t": t,
            "left": [self._read(row, found) for row, found in left.items()],
            "rounding": [float(self.state[row] - math.fsum(found)) for row, found in left.items()],
        }

    def _read(self, row: int, left: Array) -> list[float]:
        """Of the initial state and of the steps that are read by then, in the order of reading."""
        read = self.order[: self.order.index(row) + 1]
        return [float(left[0]), *left[1:][read].tolist()]

    def _row(self, t: int) -> int:
        end = self.first + len(self.keep)
        if not self.first <= t < end:
            known = f"The {self.layer} is at work in the steps {self.first} to {end - 1}."
            raise missing("step", t, known, "t")
        return t - self.first


def ledger(layers: Sequence[LayerTrace], clamps: Sequence[str], unit: int, name: str | None = None) -> Ledger:
    """The ledger of ``unit`` in the layer called ``name``, which need not be named where one alone has a belt.

    NotFoundError for a layer or a unit that is not there, InputError (``no_ledger``) for a layer without a belt.
    """
    layer, belt = _carrying(layers, name)
    if not 0 <= unit < layer.units:
        raise missing("unit", unit, f"The units of {layer.name} go from 0 to {layer.units - 1}.")
    signals = {name: rows[:, unit] for name, rows in layer.signals.items() if rows.shape[-1] == layer.units}
    keep = np.array(formula.evaluate(formula.parse(belt.keeps), signals))  # (N,)
    written = np.array(formula.evaluate(formula.parse(belt.writes), signals))
    state = signals[belt.state].astype(np.float64)
    back = layer.direction == "backward"
    initial = float(layer.initial[belt.state][unit])
    before = np.array([*state[1:], initial] if back else [initial, *state[:-1]])
    first = layer.span[0] if layer.span else 0
    hands = [Clamp.parse(clamp) for clamp in clamps]
    held = [row for row in range(len(state)) if holder(hands, layer.name, belt.state, unit, first + row)]
    keep[held], written[held] = 0, state[held]
    return Ledger(
        layer.name, unit, belt, first, back, initial, keep, before, keep * before, (1 - keep) * before, written, state,
        tuple(first + row for row in held),
    )  # fmt: skip


def _carrying(layers: Sequence[LayerTrace], name: str | None) -> tuple[LayerTrace, Belt]:
    """The layer that is asked for, and its belt."""
    belts = {layer.name: belt_of(layer.cell) for layer in layers}
    having = [layer for layer in belts if belts[layer] is not None]
    named = having[0] if name is None and len(having) == 1 else name
    if named not in belts and not (named is None and not having):
        raise missing("layer", named or "", f"The layers of this trace are: {', '.join(belts)}.")
    chosen = next(layer for layer in layers if named in (None, layer.name))
    belt = belts[chosen.name]
    if belt is None:
        raise InputError(
            code="no_ledger",
            message=f"The {chosen.cell} layer {chosen.name} has no ledger: it hands on no state that is only "
            "multiplied and added to, so nothing that it wrote can be followed.",
            expected="A layer whose state is only multiplied and added to, as in an LSTM or a GRU"
            + (f"; here: {', '.join(having)}." if having else "."),
            action="Choose such a layer, or another model.",
            field="layer",
        )
    return chosen, belt
