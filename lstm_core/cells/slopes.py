"""The chain rule of a cell, unit by unit and over all steps at once: what many derivatives going back share.

    δ_s ← δ_s + reveal_s ⊙ δ_h                what the step's own h_t shows of another state s
    z_k = slope_k ⊙ δ_{state_k}               by the pre-activation that tap k stands for
    ∂x_t     = Σ_k W_{gate_k}ᵀ·z_k            over the taps that read
    δ_h at t−1 = Σ_k U_{gate_k}ᵀ·z_k + keep_h ⊙ δ_h   over the taps that look back
    δ_s at t−1 = keep_s ⊙ δ_s

The factors hang on the trace alone, not on what is asked of it; so they are computed once, as whole arrays.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lstm_core.functional import Array

#: By gate or state: 1 where a unit is free at a step, 0 where it is held, (T, H); the number 1 where nothing is held.
Free = Mapping[str, "Array | float"]


class Tap(NamedTuple):
    """One way from a state's derivative through a gate's pre-activation."""

    state: str
    gate: str
    slope: Array  # (T, H)
    reads: bool = True  # it leads to x_t through W
    looks_back: bool = True  # it leads to h_{t−1} through U


class Slopes(NamedTuple):
    """All factors of T steps; see the equations above."""

    taps: tuple[Tap, ...]
    keep: Mapping[str, Array]  # state → (T, H); a state that is made anew each step has none
    reveal: Mapping[str, Array]  # state → (T, H); h itself has none
