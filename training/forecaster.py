"""The forecaster's loss and its gradients over a batch of series.

x (T, B, 2) and s (T, B): see ``lstm_core.models.number_reader``
h = cell over x, y_t = O·h_t + b            what is said: the next step, in steps of the usual size
loss = Σ w · (y_t − (v_{t+1} − v_t) / s_t)² / Σ w
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_core.functional import Array
from lstm_core.models.composition import READER, Composition
from lstm_core.models.number_reader import features
from lstm_core.models.parameters import added

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
    composition: Composition, params: Mapping[str, Array], batch: SeriesBatch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    done = composition.forward(params, {READER: batch.x})
    said, cache = composition.output.forward(params, done.heard)  # (T, B, 1)
    share = batch.weight / batch.weight.sum()
    off = said[..., 0] - batch.target
    d_heard, grads = composition.output.backward(params, cache, (2 * share * off)[..., None])
    return float((share * off * off).sum()), added([composition.backward(params, done, d_heard), grads])
