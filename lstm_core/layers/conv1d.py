"""A convolution along one axis, zero-padded so that it keeps its length ("same"), with no flip of the kernel.

    y[n, l, f] = k_f + Σ_{d, w} K[f, d, w] · x[n, l + w − ⌊width/2⌋, d]

x (N, L, D), K (F, D, width) with an odd width, k (F,), y (N, L, F); x counts as 0 outside 0 … L−1.
"""

from __future__ import annotations

import numpy as np

from lstm_core.functional import Array


def _windows(x: Array, width: int) -> Array:
    """Each place's window, laid flat: (N, L, D·width), in the order in which ``K.reshape(F, −1)`` lies."""
    N, L, D = x.shape
    half = width // 2
    padded = np.zeros((N, L + 2 * half, D), x.dtype)
    padded[:, half : half + L] = x
    windows = np.lib.stride_tricks.sliding_window_view(padded, width, axis=1)  # (N, L, D, width)
    return windows.reshape(N, L, D * width)


def forward(K: Array, k: Array, x: Array) -> Array:
    """y (N, L, F)."""
    F, _, width = K.shape
    return _windows(x, width) @ K.reshape(F, -1).T + k


def backward(K: Array, x: Array, dy: Array) -> tuple[Array, Array, Array]:
    """(dx (N, L, D), dK (F, D, width), dk (F,)) from dy (N, L, F)."""
    F, D, width = K.shape
    N, L, _ = x.shape
    flat = dy.reshape(N * L, F)
    dK = (flat.T @ _windows(x, width).reshape(N * L, -1)).reshape(K.shape)
    d_windows = (flat @ K.reshape(F, -1)).reshape(N, L, D, width)
    half = width // 2
    d_padded = np.zeros((N, L + 2 * half, D), x.dtype)
    for w in range(width):
        d_padded[:, w : w + L] += d_windows[..., w]
    return d_padded[:, half : half + L], dK, flat.sum(axis=0)
