"""AR(p) by least squares: what a forecaster is compared with.

    v_{t+1} ≈ k + Σ_{j=0}^{p−1} φ_j · v_{t−j}

The order is the one with the least AIC = n·ln(RSS / n) + 2·(p + 1) on the same n values (Akaike 1974), so it is chosen
on what it is fitted on, and nothing of the test is seen. On the real series here it makes the better opponent than BIC.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from lstm_core.functional import Array


@dataclass(frozen=True)
class Autoregression:
    """Coefficients: ``constant`` k, and ``weights`` φ (p,), the newest value's first."""

    constant: float
    weights: Array

    def forecast(self, values: Array) -> Array:
        """What is said at t of v_{t+1}, (T,); the last value where fewer than p are known."""
        said = np.array(values, np.float64)
        p = len(self.weights)
        if len(values) >= p:
            said[p - 1 :] = self.constant + _past(np.asarray(values, np.float64), p) @ self.weights
        return said


def _past(values: Array, p: int) -> Array:
    """Row t: v_{t+p−1} … v_t, (T − p + 1, p)."""
    return np.lib.stride_tricks.sliding_window_view(values, p)[:, ::-1]


def fit(values: Array, p: int, skip: int | None = None) -> tuple[Autoregression, float]:
    """AR(p) of a series (T,), and the sum of its squared errors; ``skip`` values at the start are no targets.

    ValueError where there are no more targets than coefficients.
    """
    skip = p if skip is None else skip
    targets = np.asarray(values, np.float64)[skip:]
    if p < 1 or skip < p or len(targets) <= p + 1:
        raise ValueError(f"{len(values)} values are too few for an AR({p})")
    origin = float(np.mean(values))  # the fit is the same, its sums are smaller
    past = _past(np.asarray(values, np.float64)[skip - p : -1], p) - origin
    design = np.concatenate([np.ones((len(targets), 1)), past], axis=1)
    found = np.linalg.lstsq(design, targets - origin, rcond=None)[0]
    rss = float(np.sum((targets - origin - design @ found) ** 2))
    return Autoregression(float(found[0] + origin - origin * found[1:].sum()), found[1:]), rss


def choose(values: Array, longest: int) -> Autoregression:
    """The AR(p), p = 1 … ``longest``, that has the least AIC on the series (T,), fitted again on all of it."""
    n = len(values) - longest

    def aic(p: int) -> float:
        rss = fit(values, p, skip=longest)[1]
        return n * math.log(max(rss, 1e-300) / n) + 2 * (p + 1)

    return fit(values, min(range(1, longest + 1), key=aic))[0]


def orders(length: int) -> int:
    """The largest order that is tried on a series of ``length`` values."""
    return max(1, min(60, length // 5))
