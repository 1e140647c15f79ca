"""The loss that every model which says symbols is trained with.

    loss = Σ_n s_n · (−log softmax(z_n)[target_n])
    ∂loss/∂z_n = s_n · (softmax(z_n) − onehot(target_n))

z (…, V) logits, target (…) places in 0 … V−1, s (…) shares that add up to 1.
"""

from __future__ import annotations

import numpy as np

from lstm_core.functional import Array, log_softmax


def cross_entropy(logits: Array, target: Array, share: Array | None = None) -> tuple[float, Array]:
    """(loss, its derivative by the logits (…, V)); without shares all places count alike."""
    log_p = log_softmax(logits)  # (…, V)
    at = target[..., None]  # (…, 1)
    right = np.take_along_axis(log_p, at, axis=-1)[..., 0]  # (…)
    loss = float(-(right.mean() if share is None else (share * right).sum()))
    d_logits = np.exp(log_p, out=log_p)
    np.put_along_axis(d_logits, at, np.take_along_axis(d_logits, at, axis=-1) - 1, axis=-1)
    if share is None:
        d_logits /= target.size
    else:
        d_logits *= share[..., None]
    return loss, d_logits
