"""The squashing functions of the field, safe for every finite input."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.floating]


def sigmoid(z: Array) -> Array:
    """σ(z) = 1 / (1 + e^{−z}), in (0, 1); any shape.

    Computed as ½ + ½·tanh(z/2), the same function without an exponential that could overflow. The cells
    use this form too: with a gate's pre-activation halved in advance one ``tanh`` serves σ and tanh alike.
    """
    half = z.dtype.type(0.5)
    s: Array = half * np.tanh(half * z) + half
    return s


def softmax(logits: Array, axis: int = -1) -> Array:
    """softmax(z)_v = e^{z_v} / Σ_u e^{z_u} along ``axis``; the maximum is subtracted first, so nothing overflows."""
    shifted = np.exp(logits - logits.max(axis=axis, keepdims=True))
    p: Array = shifted / shifted.sum(axis=axis, keepdims=True)
    return p


def log_softmax(logits: Array, axis: int = -1) -> Array:
    """log softmax(z) along ``axis``, without taking the logarithm of a vanished probability."""
    shifted = logits - logits.max(axis=axis, keepdims=True)
    logs: Array = shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))
    return logs
