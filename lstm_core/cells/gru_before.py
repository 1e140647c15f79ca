"""The gated recurrent unit as first published: the reset gate acts on the state, before the product.

    z_t = σ(W_z·x_t + U_z·h_{t−1} + b_z)      update gate: 1 keeps the old state, 0 takes the new content
    r_t = σ(W_r·x_t + U_r·h_{t−1} + b_r)      reset gate
    rh_t = r_t ⊙ h_{t−1}                      the past after the reset
    n_t = tanh(W_n·x_t + U_n·rh_t + b_n)      candidate
    h_t = z_t ⊙ h_{t−1} + (1 − z_t) ⊙ n_t     hidden state

x_t (I,) or (B, I); every other vector (H,) or (B, H). Cho et al. 2014, "Learning Phrase Representations using RNN
Encoder–Decoder for Statistical Machine Translation"; Keras with ``reset_after=False``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy import add, multiply

from lstm_core.cells.base import Cell, Clamping, Frame, Packed, Tape
from lstm_core.cells.gru import BELT, BLEND, R, Z, blend, blend_backward, squash
from lstm_core.cells.signals import INPUT, Signal
from lstm_core.functional import Array


class GRUBefore(Cell):
    """The cell of this file's equations."""

    name = "gru-before"
    title = "GRU, reset before the product"
    short = "GRU"
    paper = "Cho et al. 2014"
    sigmoid_gates = ("z", "r")
    tanh_gates = ("n",)
    states = ("h",)
    signals = (
        INPUT,
        Z,
        R,
        Signal("rh", "product", (-1, 1), "r * h_prev", "reset past", "the past after the reset"),
        Signal("n", "candidate", (-1, 1), "tanh(W_n @ x + U_n @ rh + b_n)", "candidate", "new content on offer"),
        *BLEND,
    )
    belt = BELT

    def pack(self, params: Mapping[str, Array]) -> Packed:
        """As in ``Cell.pack``, with U cut in the two parts that are multiplied one after the other."""
        packed = super().pack(params)
        two = 2 * packed.U.shape[0]
        first, then = np.ascontiguousarray(packed.U[:, :two]), np.ascontiguousarray(packed.U[:, two:])
        return packed._replace(extra={"gates": first, "n": then})  # (H, 2H), (H, H)

    def step(self, packed: Packed, wx: Array, prev: Frame, out: Frame, clamp: Clamping | None = None) -> Frame:
        """The equations above, in their order; see ``Cell.step``."""
        two = out.sigmoids.shape[-1]
        np.matmul(prev.h, packed.extra["gates"], out.sigmoids)  # (2H,)
        squash(packed, wx[..., :two], out, clamp)
        multiply(out.r, prev.h, out.rh)  # reset
        np.matmul(out.rh, packed.extra["n"], out.n)
        add(out.n, wx[..., two:], out.n)
        return blend(prev, out, clamp)

    def backward_step(
        self, packed: Packed, prev: Frame, now: Frame, d: Any, clamp: Clamping | None = None
    ) -> tuple[Array, Any]:
        """The chain rule through ``step``, last equation first; see ``Cell.backward_step``."""
        params = packed.params
        dh = self.passed("h", d.h, clamp)  # (…, H)
        zz, zn = blend_backward(prev, now, dh, clamp)
        d_rh = zn @ params["U_n"]  # (…, H)
        zr = d_rh * prev.h * now.r * (1 - now.r)
        if clamp is not None:
            clamp.cut("r", zr)
        dh_prev = dh * now.z + d_rh * now.r + zz @ params["U_z"] + zr @ params["U_r"]
        return np.concatenate([zz, zr, zn], axis=-1), self.State(h=dh_prev)  # (…, 3H)

    def parameter_gradients(self, x: Array, tape: Tape, dz: Array) -> dict[str, Array]:
        """As in ``Cell.parameter_gradients``; U_n meets the reset past: dU_n = Σ dz_n·rh_tᵀ."""
        units = tape.arrays["h"].shape[-1]
        dU = dz[..., 2 * units :].reshape(-1, units).T @ tape.arrays["rh"].reshape(-1, units)  # (H, H)
        return super().parameter_gradients(x, tape, dz) | {"U_n": dU}
