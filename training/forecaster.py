"""The forecaster's loss and its gradients over a batch of series.

x (T, B, 2) and s (T, B): see ``lstm_core.models.number_reader``
h = cell over x, y_t = O·h_t + b            what is said: the next step, in steps of the usual size
loss = Σ w · (y_t − (v_{t+1} − v_t) / s_t)² / Σ w
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_core import cells, gradients
from lstm_core.functional import Array
from lstm_core.layers import dense
from lstm_core.models.number_reader import features
from lstm_core.models.tape import named, part

SEEN = 8  # values until the usual size of a step is known well enough to be judged by
FAR = 6.0  # usual steps: what leaps farther counts as this far, so that one leap does not decide


class SeriesBatch(NamedTuple):
    """B series of T + 1 values each as what is read and what comes next."""

    x: Array  # (T, B, 2)
    target: Array  # (T, B)
    weight: Array  # (T, B)


def batch(values: Array, dtype: str = "float32") -> SeriesBatch:
    """Series (B, T + 1) as a batch; each must change somewhere."""
    read = [features(row[:-1]) for row in values]
    s = np.stack([step for _, step in read], axis=1)  # (T, B)
    target = np.diff(values).T / np.where(s > 0, s, 1)
    weight = (s > 0) * (np.arange(len(s)) >= SEEN)[:, None]
    x = np.stack([x for x, _ in read], axis=1)  # (T, B, 2)
    return SeriesBatch(x.astype(dtype), np.clip(target, -FAR, FAR).astype(dtype), weight.astype(dtype))


def loss_and_gradients(
    params: Mapping[str, Array], cell: cells.Cell, batch: SeriesBatch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    run = gradients.forward(cell, part(params, "layer0"), batch.x)
    said = dense.forward(params["head.O"], params["head.b"], run.h)[..., 0]  # (T, B)
    share = batch.weight / batch.weight.sum()
    off = said - batch.target
    dh, dO, db = dense.backward(params["head.O"], run.h, (2 * share * off)[..., None])
    layer = gradients.backward(run, dh)
    grads = {"head.O": dO, "head.b": db} | named("layer0", layer.params)
    return float((share * off * off).sum()), grads
