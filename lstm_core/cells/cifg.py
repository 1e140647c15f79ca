"""The LSTM with coupled forget and input gate (CIFG): one valve, what it lets go it lets in anew.

    f_t = σ(W_f·x_t + U_f·h_{t−1} + b_f)      forget gate
    i_t = 1 − f_t                             input gate: the same valve seen from the other side
    g_t = tanh(W_g·x_t + U_g·h_{t−1} + b_g)   candidate
    o_t = σ(W_o·x_t + U_o·h_{t−1} + b_o)      output gate
    c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t           cell state: a moving average, so |c_t| ≤ 1 from c_0 = 0
    h_t = o_t ⊙ tanh(c_t)                     hidden state

x_t (I,) or (B, I); every other vector (H,) or (B, H). Greff et al. 2015, "LSTM: A Search Space Odyssey".
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from numpy import add, multiply, subtract, tanh

from lstm_core.cells.base import Clamping, Frame, Packed
from lstm_core.cells.lstm import LSTM
from lstm_core.cells.slopes import Free, Slopes, Tap
from lstm_core.functional import Array


class CIFG(LSTM):
    """The cell of this file's equations."""

    name = "cifg"
    title = "LSTM with coupled gates"
    short = "coupled-gate LSTM"
    paper = "Greff et al. 2015"
    sigmoid_gates = ("f", "o")
    tanh_gates = ("g",)
    signals = tuple(
        replace(s, formula="1 - f", description="what to write: as much as was let go") if s.name == "i" else s
        for s in LSTM.signals
    )

    def step(self, packed: Packed, wx: Array, prev: Frame, out: Frame, clamp: Clamping | None = None) -> Frame:
        """The six equations above, in their order; see ``Cell.step``."""
        gates, sigmoids, half = out.gates, out.sigmoids, packed.half
        prev.h.dot(packed.U, gates)  # (3H,)  U·h_{t−1} of all three
        add(gates, wx, gates)  # + W·x_t + b
        tanh(gates, gates)
        multiply(sigmoids, half, sigmoids)
        add(sigmoids, half, sigmoids)  # σ(z) = ½ + ½·tanh(z/2)
        if clamp is not None:
            clamp(out, self.gates)
        subtract(1, out.f, out.i)  # the coupling
        multiply(out.f, prev.c, out.fc)  # forget
        multiply(out.i, out.g, out.ig)  # write
        add(out.fc, out.ig, out.c)  # update the belt
        if clamp is not None:
            clamp(out, ("c",))
        tanh(out.c, out.tanh_c)
        multiply(out.o, out.tanh_c, out.h)  # reveal
        if clamp is not None:
            clamp(out, ("h",))
        return out

    def backward_step(
        self, packed: Packed, prev: Frame, now: Frame, d: Any, clamp: Clamping | None = None
    ) -> tuple[Array, Any]:
        """The chain rule through ``step``; f moves c by c_{t−1} − g. See ``Cell.backward_step``."""
        f, i, o, g, tanh_c = now.f, now.i, now.o, now.g, now.tanh_c
        dh = self.passed("h", d.h, clamp)  # (…, H)
        dc = self.passed("c", d.c + dh * o * (1 - tanh_c * tanh_c), clamp)  # (…, H)
        dz = np.concatenate(  # (…, 3H)
            [dc * (prev.c - g) * f * i, dh * tanh_c * o * (1 - o), dc * i * (1 - g * g)], axis=-1
        )
        return dz, self.State(h=(self.cut(dz, clamp) / packed.scale) @ packed.U.T, c=dc * f)

    def slopes(self, packed: Packed, prev: Any, now: Any, free: Free) -> Slopes:
        """See ``Cell.slopes``: the LSTM's, but that one valve stands for two."""
        both = Tap("c", "f", (prev.c - now.g) * now.f * now.i * free["f"])
        as_lstm = super().slopes(packed, prev, now, {**free, "i": 0.0})
        return as_lstm._replace(taps=(both, *(tap for tap in as_lstm.taps if tap.gate not in ("f", "i"))))
