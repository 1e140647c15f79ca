"""The gated recurrent unit: no belt of its own, one state h that a valve blends with new content.

    z_t = σ(W_z·x_t + U_z·h_{t−1} + b_z)         update gate: 1 keeps the old state, 0 takes the new content
    r_t = σ(W_r·x_t + U_r·h_{t−1} + b_r)         reset gate
    n_t = tanh(W_n·x_t + b_n + rh_t)             candidate
    rh_t = r_t ⊙ (U_n·h_{t−1} + d_n)             ``gru``: reset after the product
    h_t = z_t ⊙ h_{t−1} + (1 − z_t) ⊙ n_t        hidden state

x_t (I,) or (B, I); every other vector (H,) or (B, H). Cho et al. 2014, "Learning Phrase Representations using RNN
Encoder–Decoder", reset before the product (``gru_before``); PyTorch, cuDNN and Keras (``reset_after=True``) after it,
with the bias d_n inside. z keeps, as in Cho et al. and PyTorch; Chung et al. 2014 print the same with 1 − z.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy import add, multiply, subtract, tanh

from lstm_core.cells.base import Cell, Clamping, Frame, Packed, Tape
from lstm_core.cells.belt import Belt
from lstm_core.cells.signals import INPUT, Signal, affine
from lstm_core.cells.slopes import Free, Slopes, Tap
from lstm_core.functional import Array

Z = Signal("z", "gate", (0, 1), f"sigmoid({affine('z')})", "update gate", "what to keep of the state")
R = Signal("r", "gate", (0, 1), f"sigmoid({affine('r')})", "reset gate", "how much of the past the candidate sees")
BLEND = (
    Signal("zh", "product", (-1, 1), "z * h_prev", "kept state", "what the update gate kept"),
    Signal("zn", "product", (-1, 1), "(1 - z) * n", "written content", "what the update gate let in"),
    Signal("h", "output", (-1, 1), "zh + zn", "hidden state", "output and only memory"),
)

BELT = Belt("h", keeps="z", writes="(1 - z) * n")


class GRU(Cell):
    """The cell of this file's equations."""

    name = "gru"
    title = short = "GRU"
    paper = "Cho et al. 2014; reset after the product as in cuDNN"
    sigmoid_gates = ("z", "r")
    tanh_gates = ("n",)
    states = ("h",)
    signals: tuple[Signal, ...] = (
        INPUT,
        Z,
        R,
        Signal("rh", "product", (None, None), "r * (U_n @ h_prev + d_n)", "reset past", "the past after the reset"),
        Signal("n", "candidate", (-1, 1), "tanh(W_n @ x + b_n + rh)", "candidate", "new content on offer"),
        *BLEND,
    )
    belt = BELT

    def parameters(self, inputs: int, units: int) -> dict[str, tuple[int, ...]]:
        """As in ``Cell.parameters``, and d_n (H,), the bias that the reset gate scales."""
        return super().parameters(inputs, units) | {"d_n": (units,)}

    def step(self, packed: Packed, wx: Array, prev: Frame, out: Frame, clamp: Clamping | None = None) -> Frame:
        """The equations above, in their order; see ``Cell.step``."""
        n, rh, two = out.n, out.rh, out.sigmoids.shape[-1]
        prev.h.dot(packed.U, out.gates)  # (3H,)  U·h_{t−1} of all three
        squash(packed, wx[..., :two], out, clamp)
        add(n, packed.params["d_n"], rh)
        multiply(out.r, rh, rh)  # reset
        add(rh, wx[..., two:], n)
        return blend(prev, out, clamp)

    def backward_step(
        self, packed: Packed, prev: Frame, now: Frame, d: Any, clamp: Clamping | None = None
    ) -> tuple[Array, Any]:
        """The chain rule through ``step``, last equation first; see ``Cell.backward_step``."""
        params = packed.params
        dh = self.passed("h", d.h, clamp)  # (…, H)
        zz, zn = blend_backward(prev, now, dh, clamp)
        through = zn * now.r  # (…, H)  by U_n·h_{t−1} + d_n
        zr = zn * (prev.h @ params["U_n"].T + params["d_n"]) * now.r * (1 - now.r)
        if clamp is not None:
            clamp.cut("r", zr)
        dh_prev = dh * now.z + zz @ params["U_z"] + zr @ params["U_r"] + through @ params["U_n"]
        return np.concatenate([zz, zr, zn], axis=-1), self.State(h=dh_prev)  # (…, 3H)

    def slopes(self, packed: Packed, prev: Any, now: Any, free: Free) -> Slopes:  # noqa: ARG002 - the shape of every cell
        """See ``Cell.slopes``; the way back through U_n passes the reset gate, that through W_n does not."""
        z, r, n, rh = now.z, now.r, now.n, now.rh
        zn = (1 - z) * (1 - n * n) * free["n"]
        taps = (
            Tap("h", "n", zn * r, reads=False),
            Tap("h", "z", (prev.h - n) * z * (1 - z) * free["z"]),
            Tap("h", "r", zn * rh * (1 - r) * free["r"]),
            Tap("h", "n", zn, looks_back=False),
        )
        return Slopes(taps, keep={"h": z}, reveal={})

    def parameter_gradients(self, x: Array, tape: Tape, dz: Array) -> dict[str, Array]:
        """As in ``Cell.parameter_gradients``; what lies behind the reset gate gets dU_n = Σ (r ⊙ dz_n)·h_{t−1}ᵀ."""
        units = tape.arrays["h"].shape[-1]
        through = (dz[..., 2 * units :] * tape.arrays["r"]).reshape(-1, units)
        dU = through.T @ tape.previous("h").reshape(-1, units)  # (H, H)
        return super().parameter_gradients(x, tape, dz) | {"U_n": dU, "d_n": through.sum(axis=0)}


def squash(packed: Packed, wx: Array, out: Frame, clamp: Clamping | None) -> None:
    """z and r from U·h_{t−1}, which lies in ``out.sigmoids``, and wx (…, 2H)."""
    gates, half = out.sigmoids, packed.half
    add(gates, wx, gates)
    tanh(gates, gates)
    multiply(gates, half, gates)
    add(gates, half, gates)  # σ(z) = ½ + ½·tanh(z/2)
    if clamp is not None:
        clamp(out, ("z", "r"))


def blend(prev: Frame, out: Frame, clamp: Clamping | None) -> Frame:
    """n from its pre-activation, which lies in ``out.n``, and the new state."""
    tanh(out.n, out.n)
    if clamp is not None:
        clamp(out, ("n",))
    multiply(out.z, prev.h, out.zh)  # keep
    subtract(1, out.z, out.zn)
    multiply(out.zn, out.n, out.zn)  # write
    add(out.zh, out.zn, out.h)
    if clamp is not None:
        clamp(out, ("h",))
    return out


def blend_backward(prev: Frame, now: Frame, dh: Array, clamp: Clamping | None) -> tuple[Array, Array]:
    """The derivatives by the pre-activations of z and n."""
    z, n = now.z, now.n
    zz, zn = dh * (prev.h - n) * z * (1 - z), dh * (1 - z) * (1 - n * n)
    if clamp is not None:
        clamp.cut("z", zz)
        clamp.cut("n", zn)
    return zz, zn
