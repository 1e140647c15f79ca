"""The LSTM with peepholes: gates that look at the belt itself.

    f_t = σ(W_f·x_t + U_f·h_{t−1} + p_f ⊙ c_{t−1} + b_f)   forget gate
    i_t = σ(W_i·x_t + U_i·h_{t−1} + p_i ⊙ c_{t−1} + b_i)   input gate
    g_t = tanh(W_g·x_t + U_g·h_{t−1} + b_g)                candidate
    c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t                        cell state
    o_t = σ(W_o·x_t + U_o·h_{t−1} + p_o ⊙ c_t + b_o)       output gate: it sees the new memory
    h_t = o_t ⊙ tanh(c_t)                                  hidden state

x_t (I,) or (B, I); p_g (H,), each unit sees its own memory alone; every other vector (H,) or (B, H).
Gers & Schmidhuber 2000, "Recurrent Nets that Time and Count". Papers differ in which gates have peepholes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy import add, multiply, tanh

from lstm_core.cells.base import Clamping, Frame, Packed, Tape
from lstm_core.cells.lstm import LSTM
from lstm_core.cells.signals import Signal
from lstm_core.cells.slopes import Free, Slopes
from lstm_core.functional import Array

_ORDER = ("x", "f", "i", "g", "fc", "ig", "c", "o", "tanh_c", "h")  # o waits for the new memory
_SEEN = {"f": "c_prev", "i": "c_prev", "o": "c"}


class Peephole(LSTM):
    """The cell of this file's equations; ``peepholes`` names the gates that have one, of f, i and o."""

    short = "peephole LSTM"
    paper = "Gers & Schmidhuber 2000"

    def __init__(self, name: str = "peephole", peepholes: tuple[str, ...] = ("f", "i", "o")) -> None:
        self.name = name
        self.title = "peephole LSTM" + ("" if len(peepholes) == 3 else f", peepholes at {' and '.join(peepholes)}")
        self.peepholes = peepholes
        self.signals = tuple(self._declared(LSTM().signal(name)) for name in _ORDER)

    def _declared(self, signal: Signal) -> Signal:
        g = signal.name
        if g not in self.peepholes:
            return signal
        return replace(signal, formula=f"sigmoid(W_{g} @ x + U_{g} @ h_prev + p_{g} * {_SEEN[g]} + b_{g})")

    def parameters(self, inputs: int, units: int) -> dict[str, tuple[int, ...]]:
        """As in ``Cell.parameters``, and p_g (H,) for each gate that has a peephole."""
        return super().parameters(inputs, units) | {f"p_{g}": (units,) for g in self.peepholes}

    def pack(self, params: Mapping[str, Array]) -> Packed:
        """As in ``Cell.pack``; peepholes lead into σ, so theirs are halved as well."""
        packed = super().pack(params)
        return packed._replace(extra={g: params[f"p_{g}"] * packed.half for g in self.peepholes})

    def step(self, packed: Packed, wx: Array, prev: Frame, out: Frame, clamp: Clamping | None = None) -> Frame:
        """The six equations above, in their order; see ``Cell.step``."""
        half, p, units = packed.half, packed.extra, out.h.shape[-1]
        prev.h.dot(packed.U, out.gates)  # (4H,)  U·h_{t−1} of all four
        add(out.gates, wx, out.gates)  # + W·x_t + b
        for g in ("f", "i"):
            if g in p:
                gate = getattr(out, g)
                add(gate, p[g] * prev.c, gate)  # look at the old memory
        forget_and_input = out.gates[..., : 2 * units]
        tanh(forget_and_input, forget_and_input)
        multiply(forget_and_input, half, forget_and_input)
        add(forget_and_input, half, forget_and_input)  # σ(z) = ½ + ½·tanh(z/2)
        tanh(out.g, out.g)
        if clamp is not None:
            clamp(out, ("f", "i", "g"))
        multiply(out.f, prev.c, out.fc)  # forget
        multiply(out.i, out.g, out.ig)  # write
        add(out.fc, out.ig, out.c)  # update the belt
        if clamp is not None:
            clamp(out, ("c",))
        if "o" in p:
            add(out.o, p["o"] * out.c, out.o)  # look at the new memory
        tanh(out.o, out.o)
        multiply(out.o, half, out.o)
        add(out.o, half, out.o)
        if clamp is not None:
            clamp(out, ("o",))
        tanh(out.c, out.tanh_c)
        multiply(out.o, out.tanh_c, out.h)  # reveal
        if clamp is not None:
            clamp(out, ("h",))
        return out

    def backward_step(
        self, packed: Packed, prev: Frame, now: Frame, d: Any, clamp: Clamping | None = None
    ) -> tuple[Array, Any]:
        """The chain rule through ``step``, last equation first; see ``Cell.backward_step``."""
        f, i, o, g, tanh_c, params = now.f, now.i, now.o, now.g, now.tanh_c, packed.params
        dh = self.passed("h", d.h, clamp)  # (…, H)
        zo = dh * tanh_c * o * (1 - o)  # (…, H)
        if clamp is not None:
            clamp.cut("o", zo)
        dc = d.c + dh * o * (1 - tanh_c * tanh_c)
        if "o" in self.peepholes:
            dc = dc + zo * params["p_o"]
        dc = self.passed("c", dc, clamp)
        z = {"f": dc * prev.c * f * (1 - f), "i": dc * g * i * (1 - i), "o": zo}
        if clamp is not None:
            clamp.cut("f", z["f"])
            clamp.cut("i", z["i"])
        dz = np.concatenate([z["f"], z["i"], z["o"], dc * i * (1 - g * g)], axis=-1)  # (…, 4H)
        dc_prev = dc * f
        for gate in ("f", "i"):
            if gate in self.peepholes:
                dc_prev = dc_prev + z[gate] * params[f"p_{gate}"]
        return dz, self.State(h=(self.cut(dz, clamp) / packed.scale) @ packed.U.T, c=dc_prev)

    def slopes(self, packed: Packed, prev: Any, now: Any, free: Free) -> Slopes:
        """See ``Cell.slopes``: the LSTM's, and what the gates that look at the belt hand on to it."""
        found = super().slopes(packed, prev, now, free)
        slope = {tap.gate: tap.slope for tap in found.taps}
        looks = {g: slope[g] * packed.params[f"p_{g}"] for g in self.peepholes}  # (T, H) each
        keep, reveal = found.keep["c"], found.reveal["c"]
        for gate in ("f", "i"):
            if gate in looks:
                keep = keep + looks[gate]
        if "o" in looks:
            reveal = reveal + looks["o"]
        return found._replace(keep={"c": keep}, reveal={"c": reveal})

    def parameter_gradients(self, x: Array, tape: Tape, dz: Array) -> dict[str, Array]:
        """As in ``Cell.parameter_gradients``, and dp_f = Σ dz_f ⊙ c_{t−1}, dp_i likewise, dp_o = Σ dz_o ⊙ c_t."""
        grads = super().parameter_gradients(x, tape, dz)
        units = tape.arrays["c"].shape[-1]
        seen = {"c_prev": tape.previous("c"), "c": tape.arrays["c"]}
        for g in self.peepholes:
            k = self.gates.index(g)
            term = dz[..., k * units : (k + 1) * units] * seen[_SEEN[g]]  # (T, …, H)
            grads[f"p_{g}"] = term.reshape(-1, units).sum(axis=0)
        return grads
