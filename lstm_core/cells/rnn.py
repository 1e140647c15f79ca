"""The plain recurrent cell.

    h_t = tanh(W_h·x_t + U_h·h_{t−1} + b_h)   hidden state, its only memory

x_t (I,) or (B, I); h_t (H,) or (B, H). Elman 1990, "Finding Structure in Time".
"""

from __future__ import annotations

from typing import Any

import numpy as np

from lstm_core.cells.base import Cell, Clamping, Frame, Packed
from lstm_core.cells.signals import INPUT, Signal, affine
from lstm_core.cells.slopes import Free, Slopes, Tap
from lstm_core.functional import Array


class RNN(Cell):
    """The cell of this file's equation. It has no gate: nothing shields its memory."""

    name = "rnn"
    title = "plain RNN"
    short = "RNN"
    paper = "Elman 1990"
    sigmoid_gates = ()
    tanh_gates = ("h",)
    states = ("h",)
    signals = (
        INPUT,
        Signal("h", "output", (-1, 1), f"tanh({affine('h')})", "hidden state", "output and only memory"),
    )

    def step(self, packed: Packed, wx: Array, prev: Frame, out: Frame, clamp: Clamping | None = None) -> Frame:
        """The equation above; see ``Cell.step``."""
        h = out.gates
        prev.h.dot(packed.U, h)  # (H,)  U·h_{t−1}
        np.add(h, wx, h)  # + W·x_t + b
        np.tanh(h, h)
        if clamp is not None:
            clamp(out, self.gates)
        return out

    def backward_step(
        self,
        packed: Packed,
        prev: Frame,  # noqa: ARG002 - the shape of every cell
        now: Frame,
        d: Any,
        clamp: Clamping | None = None,
    ) -> tuple[Array, Any]:
        """The chain rule through ``step``; see ``Cell.backward_step``."""
        dz = self.cut(d.h * (1 - now.h * now.h), clamp)  # (…, H)
        return dz, self.State(h=dz @ packed.U.T)

    def slopes(self, packed: Packed, prev: Frame, now: Frame, free: Free) -> Slopes:  # noqa: ARG002 - the shape of every cell
        """See ``Cell.slopes``: nothing is kept unit by unit, all goes through U."""
        return Slopes((Tap("h", "h", (1 - now.h * now.h) * free["h"]),), keep={}, reveal={})
