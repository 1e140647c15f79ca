"""Many derivatives going back through a recurrent layer in one sweep: a batch that grows as the sweep meets targets.

Each of B targets is a number that the model says at a step of its own. From the last step to the first all those that
lie at this step or later go back together; the cell's factors (``cells.slopes``) are computed once, for all of them.
T steps, H units, I inputs, K taps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import cycle, groupby
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy import add, matmul, multiply
from numpy.typing import NDArray

from lstm_core import formula
from lstm_core.cells import Cell, Clamping, Packed, Tape
from lstm_core.cells.slopes import Slopes
from lstm_core.functional import Array
from lstm_core.layers.swept import PLAIN, Handed, How, Swept

_AT_ONCE = 1 << 19  # numbers: so many of the taps' derivatives are kept, for one product with W at the end


def frames(cell: Cell, tape: Tape, dtype: np.dtype) -> tuple[Any, Any]:
    """(what each step found of the states, what it made), every signal an array (T, H) of ``dtype``."""
    prev = {state: tape.previous(state).astype(dtype, copy=False) for state in cell.states}
    now = {name: rows.astype(dtype, copy=False) for name, rows in tape.arrays.items()}
    return SimpleNamespace(**prev), SimpleNamespace(**now)


def free(cell: Cell, held: Mapping[int, Clamping], shape: tuple[int, ...], dtype: np.dtype) -> dict[str, Any]:
    """By gate and state: 0 where a unit is held at a step, else 1 (T, H); the number 1 where nothing is held."""
    names = dict.fromkeys((*cell.gates, *cell.states))
    if not held:
        return dict.fromkeys(names, 1.0)
    found = {name: np.ones(shape, dtype) for name in names}
    for t, clamp in held.items():
        for name, mask in found.items():
            clamp.cut(name, mask[t])
    return found


def entering(begins: NDArray[np.integer], T: int) -> list[int]:
    """T, how many of the targets, in falling order of where they begin, are on their way at each step."""
    count = np.bincount(begins, minlength=T)  # (T,)
    return [int(n) for n in count[::-1].cumsum()[::-1]]


class Taps:
    """The factors of a cell laid side by side: first those of U alone, then of U and W, then of W alone."""

    def __init__(self, cell: Cell, packed: Packed, slopes: Slopes, loose: Mapping[str, Any], dtype: np.dtype) -> None:
        taps = sorted(slopes.taps, key=lambda tap: (tap.reads - tap.looks_back, tap.state))
        self.back = sum(tap.looks_back for tap in taps)
        self.reads = sum(not tap.reads for tap in taps)
        self.slope = np.stack([tap.slope * loose[tap.state] for tap in taps], axis=1).astype(dtype, copy=False)
        weights = {name: value.astype(dtype, copy=False) for name, value in packed.params.items() if value.ndim == 2}
        self.U = np.concatenate([weights[f"U_{tap.gate}"] for tap in taps[: self.back]])  # (K·H, H)
        self.W = np.concatenate([weights[f"W_{tap.gate}"] for tap in taps[self.reads :]])  # (K·H, I)
        ends = [(state, len(list(run))) for state, run in groupby(tap.state for tap in taps)]
        starts = np.cumsum([0, *(count for _, count in ends)]).tolist()
        self.runs = [(state, slice(a, a + n)) for (state, n), a in zip(ends, starts, strict=False)]
        self.keep = {state: (rows * loose[state]).astype(dtype, copy=False) for state, rows in slopes.keep.items()}
        self.reveal = {s: (rows * loose["h"]).astype(dtype, copy=False) for s, rows in slopes.reveal.items()}
        self.states = [state for state in cell.states if state != "h"]

    def walk(self, rows: Mapping[str, Array], active: Sequence[int], clip: float | None = None) -> Array:
        """The whole way: ``rows`` (T + 1, B, H), by each state before the first step and after each, are filled in.

        Before, ``rows["h"]`` holds what enters by each h_t alone. Returns the derivatives by x (T, B, I). All views are
        made before the walk: to make them takes as long as the arithmetic of a small layer.
        """
        T, K, H = self.slope.shape
        B = rows["h"].shape[1]
        kept = T * B * K * H <= _AT_ONCE
        z = np.zeros((T if kept else 1, B, K, H), self.slope.dtype)
        flat = z.reshape(len(z), B, K * H)
        x = None if kept else np.zeros((T, B, self.W.shape[1]), z.dtype)
        after = {state: by_step(of[1:], active) for state, of in rows.items()}
        before = {state: by_step(of[:-1], active) for state, of in rows.items()}
        raised = {state: by_step(of[1:, :, None], active) for state, of in rows.items()}
        room = by_step(np.empty((1, B, H), z.dtype), active)
        gates = [(raised[state], list(self.slope[:, run]), by_step(z[:, :, run], active)) for state, run in self.runs]
        back = by_step(flat[..., : self.back * H], active)
        reads = by_step(flat[..., self.reads * H :], active)
        shown = [(after[state], list(reveal)) for state, reveal in self.reveal.items()]
        held = [(after[s], before[s], list(keep)) for s, keep in self.keep.items() if s != "h"]
        kept_h = list(self.keep["h"]) if "h" in self.keep else None
        h_after, h_before, U = after["h"], before["h"], self.U
        for t in range(sum(n > 0 for n in active) - 1, -1, -1):
            h, spare = h_after[t], room[t]
            for of, reveal in shown:
                multiply(h, reveal[t], spare)
                add(of[t], spare, of[t])
            if clip is not None:
                clipped([of[t] for of in after.values()], clip)
            for of, slope, gate in gates:
                multiply(of[t], slope[t], gate[t])
            back[t].dot(U, spare)
            add(h_before[t], spare, h_before[t])
            if kept_h is not None:
                multiply(h, kept_h[t], spare)
                add(h_before[t], spare, h_before[t])
            for of, earlier, keep in held:
                multiply(of[t], keep[t], earlier[t])
            if x is not None:
                matmul(reads[t], self.W, x[t, : active[t]])
        if x is None:
            x = (flat[..., self.reads * H :].reshape(T * B, -1) @ self.W).reshape(T, B, -1)
        return x


def clipped(d: Sequence[Array], most: float) -> None:
    """Derivatives by the states of one step (…, H), in place: all together no longer than ``most``, a target each."""
    size = np.sqrt(sum(np.square(one).sum(axis=-1, keepdims=True) for one in d))  # (…, 1)
    for one in d:
        multiply(one, most / np.maximum(size, most), one)


def by_step(rows: Array, active: Sequence[int]) -> list[Array]:
    """``rows`` (T, B, …) step by step, of the targets that are on their way; of one alone without its axis.

    One row (1, B, …) serves all steps.
    """
    if rows.shape[1] == 1:
        return list(rows[:, 0]) * (len(active) // len(rows))
    return [row[:n] for row, n in zip(cycle(rows), active)]


def stepped(
    cell: Cell,
    packed: Packed,
    tape: Tape,
    held: Mapping[int, Clamping],
    rows: Mapping[str, Array],
    active: Sequence[int],
    clip: float | None = None,
) -> Array:
    """The same as ``Taps.walk`` by the cell's own ``backward_step``, for one that declares no factors."""
    T = len(active)
    W: Array = (packed.W / packed.scale).T.astype(rows["h"].dtype)  # (G·H, I)
    x = np.zeros((T, rows["h"].shape[1], W.shape[1]), W.dtype)
    for t in reversed(range(T)):
        n = active[t]
        if n:
            d = cell.State(**{state: of[t + 1, :n] for state, of in rows.items()})
            if clip is not None:
                clipped(d, clip)
            dz, before = cell.backward_step(packed, tape.frame(t - 1), tape.frame(t), d, held.get(t))
            x[t, :n] = dz @ W
            for state, of in rows.items():
                of[t, :n] += getattr(before, state)
    return x


def _direct(
    cell: Cell, slopes: Slopes | None, now: Any, loose: Mapping[str, Any], own: Array, handed: Handed | None
) -> Array | None:
    """``along_the_belt``; None where no belt is declared, or not how h_t shows it."""
    belt = cell.belt
    if belt is None or (belt.state != "h" and slopes is None):
        return None
    keep = formula.evaluate(formula.parse(belt.keeps), vars(now)).astype(own.dtype)  # (T, H)
    reveal = None if belt.state == "h" or slopes is None else slopes.reveal[belt.state] * loose["h"]
    return along_the_belt(keep * loose[belt.state], reveal, own, None if handed is None else handed.direct)


def along_the_belt(keep: Array, reveal: Array | None, own: Array, last: Array | None) -> Array:
    """(T + 1, B, H) of the derivative by the belt what came along it alone: ⊙ Π of ``keep`` (T, H).

    ``own`` (T, B, H) is what enters by each h_t's own use, which the belt meets where the step shows it (``reveal``);
    ``last`` (B, H) what enters after the last step.
    """
    found = np.zeros((len(own) + 1, *own.shape[1:]), own.dtype)
    if last is not None:
        found[-1] = last
    for t in reversed(range(len(own))):
        found[t + 1] += own[t] if reveal is None else own[t] * reveal[t]
        multiply(found[t + 1], keep[t], found[t])
    return found


def sweep(
    cell: Cell,
    packed: Packed,
    tape: Tape,
    held: Mapping[int, Clamping],
    own: Array,
    begins: NDArray[np.integer],
    handed: Handed | None = None,
    how: How = PLAIN,
) -> Swept:
    """All targets back through the layer, in the layer's own order of steps.

    ``own`` (T, B, H) is what enters by each h_t's own use, ``begins`` (B,) the last step at which of each target
    anything does. With ``handed`` each begins after the last step.
    """
    T, B, H = own.shape
    dtype = own.dtype
    order = np.argsort(-begins, kind="stable")
    prev, now = frames(cell, tape, dtype)
    loose = free(cell, held, (T, H), dtype)
    slopes = cell.slopes(packed, prev, now, loose)
    rows = {state: np.zeros((T + 1, B, H), dtype) for state in cell.states}
    sorted_already = not (order[1:] < order[:-1]).any()
    rows["h"][1:] = own if sorted_already else own[:, order]
    if handed is not None:
        begins = np.full(B, T - 1)
        for state, of in rows.items():
            of[T] += handed.states[state][order]
    active = entering(begins, T)
    alone = _direct(cell, slopes, now, loose, own, handed) if how.direct else None
    if slopes is None:
        x = stepped(cell, packed, tape, held, rows, active, how.clip)
    else:
        x = Taps(cell, packed, slopes, loose, dtype).walk(rows, active, how.clip)
    if not sorted_already:
        back = np.argsort(order)
        x, rows = x[:, back], {state: of[:, back] for state, of in rows.items()}
    made, initial = {state: of[1:] for state, of in rows.items()}, {state: of[0] for state, of in rows.items()}
    if alone is None or cell.belt is None:
        return Swept(x, made, initial)
    return Swept(x, made, initial, cell.belt.state, alone[1:], alone[0])
