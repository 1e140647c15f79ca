"""What every cell is: one pure step over named gates, with its signals declared as data.

A cell's file gives its equations, ``sigmoid_gates``, ``tanh_gates``, ``states``, ``signals``, ``step`` and
``backward_step``; everything here follows from those.

For speed a step works on a *packed* copy of the parameters: the gates' matrices side by side in memory, so
that one product serves all of them, and the rows of σ gates halved, since σ(z) = ½ + ½·tanh(z/2) lets one
``tanh`` serve σ and tanh. Halving is exact in floating point. The order inside is nobody's business
but the cell's: outside, gates have names.
"""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections import namedtuple
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from itertools import cycle
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from lstm_core.cells.belt import Belt
from lstm_core.cells.signals import Signal
from lstm_core.cells.slopes import Free, Slopes
from lstm_core.functional import Array

Frame = Any  # the named rows of one step: a namedtuple made by the cell from its own signals


class Packed(NamedTuple):
    """A cell's parameters ready for stepping; G gates, H units, I inputs."""

    W: Array  # (I, G·H)  columns of σ gates halved
    U: Array  # (H, G·H)  likewise
    b: Array  # (G·H,)    likewise
    scale: Array  # (G·H,) ½ at σ gates, 1 elsewhere
    half: Array  # ½ as an array, which NumPy takes faster than a number
    params: Mapping[str, Array]  # the parameters as they are, by name
    extra: Mapping[str, Array] = MappingProxyType({})  # what only one kind of cell needs


class Tape:
    """What a scan of T steps records: one row of memory a step, and every signal as a named view on the rows.

    A step is computed in a working frame, whose views are made once, and its row copied here whole: making the views
    of every step would take longer than its arithmetic.
    """

    def __init__(self, cell: Cell, steps: int, units: int, batch: tuple[int, ...], dtype: np.dtype) -> None:
        self._cell, self._units, self._batch = cell, units, batch
        self.initial = cell.State(*(np.zeros((*batch, units), dtype) for _ in cell.states))
        width = len(cell.gates) + sum(name not in ("gates", "sigmoids", *cell.gates) for name in cell.Frame._fields)
        self.rows = np.empty((steps, math.prod(batch) * width * units), dtype)  # (T, all of a step)
        self._recorded = self._views(self.rows)  # each (T, …, H)
        self.arrays: dict[str, Array] = self._recorded._asdict()

    def _views(self, rows: Array) -> Frame:
        """The signals within ``rows`` (…, all of a step): first the gates side by side, then one after another."""
        cell, units = self._cell, self._units
        size = math.prod(self._batch) * units
        end = len(cell.gates) * size
        gates = rows[..., :end].reshape(*rows.shape[:-1], *self._batch, -1, copy=False)  # (…, G·H)
        found = {"gates": gates, "sigmoids": gates[..., : len(cell.sigmoid_gates) * units]}
        found |= {gate: gates[..., k * units : (k + 1) * units] for k, gate in enumerate(cell.gates)}
        for name in cell.Frame._fields:
            if name not in found:
                found[name] = rows[..., end : end + size].reshape(*rows.shape[:-1], *self._batch, units, copy=False)
                end += size
        return cell.Frame(**found)

    def working(self) -> Iterator[tuple[Array, Frame]]:
        """Two (row, frame) by turns, without end: a step writes the one and reads the other, the step before."""
        rows = [np.empty_like(self.rows, shape=self.rows.shape[1:]) for _ in range(2)]
        return cycle([(row, self._views(row)) for row in rows])

    def cut(self, steps: int) -> Tape:
        """The first ``steps`` rows as a tape of their own."""
        shorter = copy(self)
        shorter.rows = self.rows[:steps]
        shorter._recorded = shorter._views(shorter.rows)
        shorter.arrays = shorter._recorded._asdict()
        return shorter

    def previous(self, state: str) -> Array:
        """What each step found of ``state``: (T, …, H), its first row the initial one."""
        return np.concatenate([getattr(self.initial, state)[None], self.arrays[state][:-1]])

    def frame(self, t: int) -> Frame:
        """The recorded frame of step t; t = −1 is the initial state."""
        return self.initial if t < 0 else self._recorded._make(signal[t] for signal in self._recorded)


class Cell(ABC):
    """One recurrent cell. Subclasses are stateless: one instance serves every model."""

    name: str
    title: str  # with its first letter as inside a sentence
    short: str  # the same where room is short
    paper: str
    sigmoid_gates: tuple[str, ...]
    tanh_gates: tuple[str, ...]
    states: tuple[str, ...]  # what one step hands to the next; h first
    signals: tuple[Signal, ...]
    belt: Belt | None = None  # the state that is only multiplied and added to; None where every state is made anew

    @property
    def gates(self) -> tuple[str, ...]:
        """Every gate that has a W, a U and a b, in the order of the packed block."""
        return self.sigmoid_gates + self.tanh_gates

    @property
    def valves(self) -> tuple[str, ...]:
        """What can be held by hand: every gate, and every state, which a hand can erase or set."""
        return (*self.gates, *(state for state in self.states if state not in self.gates))

    @cached_property
    def State(self) -> Any:
        """The namedtuple of the states alone."""
        return namedtuple("State", self.states)

    @cached_property
    def Frame(self) -> Any:
        """The namedtuple of one step: the packed block, its σ part, then every signal the cell computes."""
        computed = [s.name for s in self.signals if s.role != "input"]
        return namedtuple("Frame", ["gates", "sigmoids", *computed, *(g for g in self.gates if g not in computed)])

    def signal(self, name: str) -> Signal:
        """The declaration of the signal called ``name``; KeyError if the cell has none."""
        return {s.name: s for s in self.signals}[name]

    def parameters(self, inputs: int, units: int) -> dict[str, tuple[int, ...]]:
        """The shape of each parameter: W_g (H, I), U_g (H, H) and b_g (H,) for each gate g."""
        shapes: dict[str, tuple[int, ...]] = {}
        for g in self.gates:
            shapes |= {f"W_{g}": (units, inputs), f"U_{g}": (units, units), f"b_{g}": (units,)}
        return shapes

    def pack(self, params: Mapping[str, Array]) -> Packed:
        """Lays the named parameters side by side for ``step``; the originals are kept, not changed."""
        b = np.concatenate([params[f"b_{g}"] for g in self.gates])
        units = b.size // len(self.gates)
        scale = np.ones_like(b)
        scale[: len(self.sigmoid_gates) * units] = 0.5
        W = np.concatenate([params[f"W_{g}"] for g in self.gates]).T * scale  # (I, G·H)
        U = np.concatenate([params[f"U_{g}"] for g in self.gates]).T * scale  # (H, G·H)
        return Packed(
            np.ascontiguousarray(W), np.ascontiguousarray(U), b * scale, scale, np.array(0.5, b.dtype), params
        )

    def project(self, packed: Packed, x: Array) -> Array:
        """W·x + b of every gate at once, halved where σ follows. x (…, I) → (…, G·H)."""
        wx: Array = x @ packed.W
        wx += packed.b
        return wx

    @abstractmethod
    def step(self, packed: Packed, wx: Array, prev: Any, out: Any, clamp: Clamping | None = None) -> Any:
        """One step: reads ``packed``, ``wx`` = ``project(packed, x_t)`` and the states ``prev``, writes ``out``.

        Shapes are (H,) or (B, H) alike. ``clamp`` is called on the frame, with the names of the ``valves`` that are
        known by then, before anything uses them. Pure: nothing but ``out`` is written. Returns ``out``.
        """

    @abstractmethod
    def backward_step(
        self, packed: Packed, prev: Any, now: Any, d: Any, clamp: Clamping | None = None
    ) -> tuple[Array, Any]:
        """One step of backpropagation through time.

        ``d`` is a State: the loss's derivative by each state after the step. Returns ``(dz, d_prev)``: by the
        gates' pre-activations (…, G·H), true ones, not halved, and by the states before the step. A gate that
        ``clamp`` holds does not follow its pre-activation, a state that it holds follows nothing: nothing passes there.
        """

    def passed(self, state: str, d: Array, clamp: Clamping | None) -> Array:
        """``d`` (…, H), the derivative by ``state``, with 0 where that is held; the one given is left as it is."""
        if clamp is None:
            return d
        through = d.copy()
        clamp.cut(state, through)
        return through

    def slopes(self, packed: Packed, prev: Any, now: Any, free: Free) -> Slopes | None:  # noqa: ARG002 - the shape of every cell
        """The factors of ``backward_step`` for all steps at once; ``prev`` and ``now`` hold arrays (T, H).

        None where they are not declared: then ``backward_step`` is walked, which takes longer and gives the same. A
        cell of several states declares them, since only so it is known what h_t shows of the others.
        """
        return None

    def cut(self, dz: Array, clamp: Clamping | None) -> Array:
        """``dz`` (…, G·H) with 0 where a gate is held; changed in place."""
        if clamp is not None:
            units = dz.shape[-1] // len(self.gates)
            for k, gate in enumerate(self.gates):
                clamp.cut(gate, dz[..., k * units : (k + 1) * units])
        return dz

    def parameter_gradients(self, x: Array, tape: Tape, dz: Array) -> dict[str, Array]:
        """Sums Σ_t over a whole tape: dW = Σ dz·xᵀ, dU = Σ dz·h_{t−1}ᵀ, db = Σ dz, by gate name.

        x (T, …, I) and dz (T, …, G·H), with the tape's leading axes (steps, batch).
        """
        h_prev = tape.previous("h")  # (T, …, H)
        flat = dz.reshape(-1, dz.shape[-1])
        dW = flat.T @ x.reshape(-1, x.shape[-1])  # (G·H, I)
        dU = flat.T @ h_prev.reshape(-1, h_prev.shape[-1])  # (G·H, H)
        db = flat.sum(axis=0)  # (G·H,)
        units = h_prev.shape[-1]
        grads: dict[str, Array] = {}
        for k, g in enumerate(self.gates):
            rows = slice(k * units, (k + 1) * units)
            grads |= {f"W_{g}": dW[rows], f"U_{g}": dU[rows], f"b_{g}": db[rows]}
        return grads


class Clamping(ABC):
    """What is held during one step: overwrites units of gates and states in the frame it is given."""

    @abstractmethod
    def __call__(self, frame: Frame, valves: Sequence[str]) -> None:
        """Writes what is held of ``valves`` into ``frame``. A cell calls it as soon as these are known."""

    @abstractmethod
    def cut(self, valve: str, dz: Array) -> None:
        """Sets ``dz`` (…, H), the derivative by a state or by a gate's pre-activation, to 0 where it is held."""


def scan(
    cell: Cell,
    packed: Packed,
    wx: Array,
    tape: Tape,
    start: int = 0,
    stop: int | None = None,
    clamps: Mapping[int, Clamping] | None = None,
) -> Tape:
    """Runs ``cell.step`` over steps start … stop−1 of ``tape``; wx (T, …, G·H). The one path that everything shares."""
    stop = len(wx) if stop is None else stop
    held = clamps or {}
    prev = tape.frame(start - 1)
    step, rows = cell.step, tape.rows
    for t, wx_t, (row, out) in zip(range(start, stop), wx[start:stop], tape.working()):  # noqa: B905 - turns have no end
        prev = step(packed, wx_t, prev, out, held.get(t))
        rows[t] = row
    return tape
