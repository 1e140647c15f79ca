"""A classifier's loss and its gradients: word reader → a cell from either end → softmax over classes, over a batch.

    x_t = E[word_t], or the letter CNN's vector for a word that is read by its letters        (T, B, D)
    →h = cell over x,  ←h = cell' over x from its last word to its first                      (T, B, H)
    p_t = softmax(O·[→h_t ; ←h_t] + b)
    loss = mean over the batch of (1 − a)·(−log p(→h_{T−1}, ←h_0)[label]) + a·(−log p_t[label]), t drawn at random

The second term asks at a word in the middle, where the two ends together have just read all: it makes what a page shows
at each word a belief of the same kind as the verdict. While training, entries of x and of the two last states are
dropped at random and the others made larger (Srivastava et al. 2014).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_core import cells, gradients
from lstm_core.functional import Array, log_softmax
from lstm_core.layers import dense, letters
from lstm_core.models.tape import named, part
from training import words
from training.loss import cross_entropy
from training.tasks.sentiment import ClassBatch, backwards


class Masks(NamedTuple):
    """What is dropped in one batch: 0, or 1 / (1 − share)."""

    x: Array  # (T, B, D)
    last: Array  # (B, 2H)
    middle: Array  # (B,) the word at which the second term asks


def draw(
    random: np.random.Generator, params: Mapping[str, Array], batch: ClassBatch, dropped: float, dropped_last: float
) -> Masks:
    """Masks for one batch, which drop these shares of x and of the last states."""
    dtype = params["embedding.E"].dtype

    def mask(shape: tuple[int, ...], share: float) -> Array:
        return (random.random(shape) >= share).astype(dtype) / dtype.type(1 - share)

    x = mask((*batch.ids.shape, params["embedding.E"].shape[1]), dropped)
    last = mask((len(batch.target), params["head.O"].shape[1]), dropped_last)
    return Masks(x, last, (random.random(len(batch.target)) * batch.lengths).astype(np.int64))


class Pass(NamedTuple):
    """A batch that was read from both ends."""

    runs: tuple[gradients.Run, gradients.Run]  # the second over each example's words in reverse order
    cache: letters.Cache | None  # what the letter reader's backward step needs


def read(params: Mapping[str, Array], cell: cells.Cell, alphabet: str, batch: ClassBatch, mask: Array | None) -> Pass:
    """Runs both directions; ``mask`` (T, B, D) is multiplied onto x."""
    x, cache = words.forward(params, alphabet, batch.ids, batch.spelled)  # (T, B, D)
    if mask is not None:
        x *= mask
    turned = backwards(x, batch.lengths)
    forward = gradients.forward(cell, part(params, "forward"), x)
    return Pass((forward, gradients.forward(cell, part(params, "backward"), turned)), cache)


def both(found: Pass, batch: ClassBatch, t: Array) -> Array:
    """[→h_t ; ←h_t] of each example at its own word t (B,): (B, 2H)."""
    columns = np.arange(len(t))
    forward, backward = (run.h for run in found.runs)
    return np.concatenate([forward[t, columns], backward[batch.lengths - 1 - t, columns]], axis=1)


def verdict(found: Pass, batch: ClassBatch) -> Array:
    """[→h_{T−1} ; ←h_0] of each example: both ends have read the whole, (B, 2H)."""
    columns = np.arange(len(batch.lengths))
    return np.concatenate([run.h[batch.lengths - 1, columns] for run in found.runs], axis=1)


def log_probabilities(params: Mapping[str, Array], cell: cells.Cell, alphabet: str, batch: ClassBatch) -> Array:
    """log p of each class, (B, C)."""
    seen = verdict(read(params, cell, alphabet, batch, None), batch)
    return log_softmax(dense.forward(params["head.O"], params["head.b"], seen))


def loss_and_gradients(
    params: Mapping[str, Array], cell: cells.Cell, alphabet: str, batch: ClassBatch, masks: Masks, middle: float
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    found = read(params, cell, alphabet, batch, masks.x)
    B, last = len(batch.target), batch.lengths - 1
    columns = np.arange(B)
    h = np.concatenate([verdict(found, batch) * masks.last, both(found, batch, masks.middle)])  # (2B, 2H)
    share = np.repeat([(1 - middle) / B, middle / B], B).astype(h.dtype)  # (2B,)
    logits = dense.forward(params["head.O"], params["head.b"], h)  # (2B, C)
    loss, d_logits = cross_entropy(logits, np.concatenate([batch.target] * 2), share)
    dh, dO, db = dense.backward(params["head.O"], h, d_logits)
    d_last, d_middle = dh[:B] * masks.last, dh[B:]
    grads = {"head.O": dO, "head.b": db}
    dx = np.zeros_like(found.runs[0].x)  # (T, B, D)
    H = h.shape[1] // 2
    at = (masks.middle, last - masks.middle)
    for n, (name, run) in enumerate(zip(("forward", "backward"), found.runs, strict=True)):
        d_run = np.zeros_like(run.h)
        half = slice(n * H, (n + 1) * H)
        d_run[last, columns] += d_last[:, half]
        d_run[at[n], columns] += d_middle[:, half]
        layer = gradients.backward(run, d_run)
        dx += layer.x if name == "forward" else backwards(layer.x, batch.lengths)
        grads |= named(name, layer.params)
    dx *= masks.x
    return loss, grads | words.backward(params, batch.ids, batch.spelled, found.cache, dx)
