"""Adam, clipping by the global norm, the learning rate's schedule. Parameters are named arrays, changed in place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import numpy as np

from lstm_core.functional import Array


class Adam:
    """Adam (Kingma & Ba 2015), with bias correction.

    m ← β₁·m + (1 − β₁)·g
    v ← β₂·v + (1 − β₂)·g²
    θ ← θ − rate · (m / (1 − β₁ᵗ)) / (√(v / (1 − β₂ᵗ)) + ε)
    """

    def __init__(
        self, params: Mapping[str, Array], betas: tuple[float, float] = (0.9, 0.999), eps: float = 1e-8
    ) -> None:
        self.params = params
        self.betas = betas
        self.eps = eps
        self.t = 0
        self.m = {name: np.zeros_like(value) for name, value in params.items()}
        self.v = {name: np.zeros_like(value) for name, value in params.items()}

    def step(self, grads: Mapping[str, Array], rate: float) -> None:
        """One step along ``grads``, which has an array for every parameter; the parameters change in place."""
        self.t += 1
        first, second = self.betas
        size = rate * math.sqrt(1 - second**self.t) / (1 - first**self.t)
        eps = self.eps * math.sqrt(1 - second**self.t)  # the same formula with √(1 − β₂ᵗ) drawn out of the fraction
        for name, value in self.params.items():
            g, m, v = grads[name], self.m[name], self.v[name]
            m *= first
            m += (1 - first) * g
            v *= second
            v += (1 - second) * g * g
            value -= size * m / (np.sqrt(v) + eps)


def norm(grads: Iterable[Array]) -> float:
    """The length √(Σ g²) of all arrays taken as one vector."""
    return math.sqrt(sum(float(np.vdot(g, g)) for g in grads))


def clip(grads: Mapping[str, Array], longest: float) -> float:
    """Shortens all gradients together, in place, to length ``longest`` at most; returns the length before."""
    length = norm(grads.values())
    if length > longest:
        for g in grads.values():
            g *= longest / length
    return length


def cosine(step: int, steps: int, peak: float, warmup: int = 0, floor: float = 0.0) -> float:
    """Learning rate at ``step`` of ``steps``: linear to ``peak`` in ``warmup`` steps, a cosine to ``floor`` then."""
    if step < warmup:
        return peak * (step + 1) / warmup
    done = (step - warmup) / max(1, steps - warmup)
    return floor + (peak - floor) * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
