"""The loss that every model which says symbols is trained with.

    loss = Σ_n s_n · (−log softmax(z_n)[target_n])
    ∂loss/∂z_n = s_n · (softmax(z_n) − onehot(target_n))

z (…, V) logits, target (…) places in 0 … V−1, s (…) shares that add up to 1.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array


def cross_entropy(logits: Array, target: NDArray[np.integer], share: Array | None = None) -> tuple[float, Array]:
    """(loss, its derivative by the logits (…, V)); without shares all places count alike.

    The logits' own memory becomes the derivative's: a table of ten thousand words is read as few times as can be.
    """
    at = target[..., None]  # (…, 1)
    logits -= logits.max(axis=-1, keepdims=True)
    right = np.take_along_axis(logits, at, axis=-1)  # (…, 1)
    p = np.exp(logits, out=logits)  # (…, V), to be divided by their sums
    sums = p.sum(axis=-1, keepdims=True)  # (…, 1)
    shares = np.array(1 / target.size, p.dtype) if share is None else share[..., None]
    loss = float((shares * (np.log(sums) - right)).sum())
    p *= shares / sums
    np.put_along_axis(p, at, np.take_along_axis(p, at, axis=-1) - shares, axis=-1)
    return loss, p
