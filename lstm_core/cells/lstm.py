"""The LSTM cell, with forget gate.

    f_t = σ(W_f·x_t + U_f·h_{t−1} + b_f)      forget gate
    i_t = σ(W_i·x_t + U_i·h_{t−1} + b_i)      input gate
    o_t = σ(W_o·x_t + U_o·h_{t−1} + b_o)      output gate
    g_t = tanh(W_g·x_t + U_g·h_{t−1} + b_g)   candidate
    c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t           cell state, the conveyor belt
    h_t = o_t ⊙ tanh(c_t)                     hidden state

x_t (I,) or (B, I); every other vector (H,) or (B, H).
Hochreiter & Schmidhuber 1997, "Long Short-Term Memory"; forget gate: Gers, Schmidhuber & Cummins 2000,
"Learning to Forget: Continual Prediction with LSTM".
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy import add, multiply, tanh

from lstm_core.cells.base import Cell, Clamping, Frame, Packed
from lstm_core.cells.belt import Belt
from lstm_core.cells.signals import INPUT, Signal, affine
from lstm_core.cells.slopes import Free, Slopes, Tap
from lstm_core.functional import Array


class LSTM(Cell):
    """The cell of this file's equations."""

    name = "lstm"
    title = short = "LSTM"
    paper = "Hochreiter & Schmidhuber 1997; Gers, Schmidhuber & Cummins 2000"
    sigmoid_gates: tuple[str, ...] = ("f", "i", "o")
    tanh_gates: tuple[str, ...] = ("g",)
    states = ("h", "c")
    signals: tuple[Signal, ...] = (
        INPUT,
        Signal("f", "gate", (0, 1), f"sigmoid({affine('f')})", "forget gate", "what to keep of the memory"),
        Signal("i", "gate", (0, 1), f"sigmoid({affine('i')})", "input gate", "what to write"),
        Signal("g", "candidate", (-1, 1), f"tanh({affine('g')})", "candidate", "new content on offer"),
        Signal("o", "gate", (0, 1), f"sigmoid({affine('o')})", "output gate", "what to reveal"),
        Signal("fc", "product", (None, None), "f * c_prev", "kept memory", "what the forget gate let pass"),
        Signal("ig", "product", (-1, 1), "i * g", "written content", "what the input gate let in"),
        Signal("c", "state", (None, None), "fc + ig", "cell state", "long-term memory: the conveyor belt"),
        Signal("tanh_c", "product", (-1, 1), "tanh(c)", "squashed memory", "the memory pressed into −1 … 1"),
        Signal("h", "output", (-1, 1), "o * tanh_c", "hidden state", "output, and short-term memory"),
    )
    belt = Belt("c", keeps="f", writes="i * g")

    def step(self, packed: Packed, wx: Array, prev: Frame, out: Frame, clamp: Clamping | None = None) -> Frame:
        """The six equations above, in their order; see ``Cell.step``."""
        gates, sigmoids, f, i, g, o, fc, ig, c, tanh_c, h = out
        half = packed.half
        prev.h.dot(packed.U, gates)  # (4H,)  U·h_{t−1} of all four
        add(gates, wx, gates)  # + W·x_t + b
        tanh(gates, gates)
        multiply(sigmoids, half, sigmoids)
        add(sigmoids, half, sigmoids)  # σ(z) = ½ + ½·tanh(z/2)
        if clamp is not None:
            clamp(out, self.gates)
        multiply(f, prev.c, fc)  # forget
        multiply(i, g, ig)  # write
        add(fc, ig, c)  # update the belt
        if clamp is not None:
            clamp(out, ("c",))
        tanh(c, tanh_c)
        multiply(o, tanh_c, h)  # reveal
        if clamp is not None:
            clamp(out, ("h",))
        return out

    def backward_step(
        self, packed: Packed, prev: Frame, now: Frame, d: Any, clamp: Clamping | None = None
    ) -> tuple[Array, Any]:
        """The chain rule through ``step``, last equation first; see ``Cell.backward_step``."""
        f, i, o, g, tanh_c = now.f, now.i, now.o, now.g, now.tanh_c
        dh = self.passed("h", d.h, clamp)  # (…, H)
        dc = self.passed("c", d.c + dh * o * (1 - tanh_c * tanh_c), clamp)  # (…, H)
        dz = np.concatenate(  # (…, 4H)
            [
                dc * prev.c * f * (1 - f),
                dc * g * i * (1 - i),
                dh * tanh_c * o * (1 - o),
                dc * i * (1 - g * g),
            ],
            axis=-1,
        )
        dh_prev = (self.cut(dz, clamp) / packed.scale) @ packed.U.T  # (…, H)
        return dz, self.State(h=dh_prev, c=dc * f)

    def slopes(self, packed: Packed, prev: Any, now: Any, free: Free) -> Slopes:  # noqa: ARG002 - the shape of every cell
        """See ``Cell.slopes``."""
        f, i, o, g, tanh_c = now.f, now.i, now.o, now.g, now.tanh_c
        taps = (
            Tap("c", "f", prev.c * f * (1 - f) * free["f"]),
            Tap("c", "i", g * i * (1 - i) * free["i"]),
            Tap("c", "g", i * (1 - g * g) * free["g"]),
            Tap("h", "o", tanh_c * o * (1 - o) * free["o"]),
        )
        return Slopes(taps, keep={"c": f}, reveal={"c": o * (1 - tanh_c * tanh_c)})
