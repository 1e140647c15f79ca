"""A dense layer.

    y = W·x + b                              forward
    dx = Wᵀ·dy,  dW = Σ dy·xᵀ,  db = Σ dy    backward, summed over all leading axes

x (…, I), W (O, I), b (O,), y (…, O).
"""

from __future__ import annotations

from lstm_core.functional import Array


def forward(W: Array, b: Array, x: Array) -> Array:
    """y (…, O)."""
    return x @ W.T + b


def backward(W: Array, x: Array, dy: Array) -> tuple[Array, Array, Array]:
    """(dx (…, I), dW (O, I), db (O,)) from dy (…, O)."""
    flat = dy.reshape(-1, dy.shape[-1])  # (N, O)
    dW = flat.T @ x.reshape(-1, x.shape[-1])  # (O, I)
    return dy @ W, dW, flat.sum(axis=0)
