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

from lstm_core.functional import Array, log_softmax
from lstm_core.layers.codes import Codes
from lstm_core.loss import cross_entropy
from lstm_core.models.composition import READER, Composition, Pass
from lstm_core.models.parameters import added, named
from training.tasks.sentiment import ClassBatch


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


def verdict(heard: Array, lengths: Array) -> Array:
    """[→h_{T−1} ; ←h_0] of each example: both ends have read the whole, (B, 2H)."""
    H = heard.shape[-1] // 2
    return np.concatenate([heard[lengths - 1, np.arange(len(lengths)), :H], heard[0, :, H:]], axis=1)


def codes(batch: ClassBatch) -> dict[str, Codes]:
    """What the reader is given."""
    return {READER: Codes(batch.ids, batch.spelled)}


def log_probabilities(composition: Composition, params: Mapping[str, Array], batch: ClassBatch) -> Array:
    """log p of each class, (B, C)."""
    done = composition.forward(params, codes(batch), batch.lengths)
    return log_softmax(composition.output.forward(params, verdict(done.heard, batch.lengths))[0])


def loss_and_gradients(
    composition: Composition, params: Mapping[str, Array], batch: ClassBatch, masks: Masks, middle: float
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    given, caches = composition.forward_readers(params, codes(batch))
    given[READER] *= masks.x
    started = composition.forward_layers(composition.prepare(params), given, batch.lengths)
    done = Pass(codes(batch), caches, started, composition.hear(started))
    B, last, columns = len(batch.target), batch.lengths - 1, np.arange(len(batch.target))
    H = done.heard.shape[-1] // 2
    h = np.concatenate([verdict(done.heard, batch.lengths) * masks.last, done.heard[masks.middle, columns]])  # (2B, 2H)
    share = np.repeat([(1 - middle) / B, middle / B], B).astype(h.dtype)  # (2B,)
    logits, cache = composition.output.forward(params, h)  # (2B, C)
    loss, d_logits = cross_entropy(logits, np.concatenate([batch.target] * 2), share)
    dh, grads = composition.output.backward(params, cache, d_logits)
    d_last = dh[:B] * masks.last
    d_heard = np.zeros_like(done.heard)  # (T, B, 2H)
    d_heard[last, columns, :H] += d_last[:, :H]
    d_heard[0, :, H:] += d_last[:, H:]
    d_heard[masks.middle, columns] += dh[B:]
    d_given, layers = composition.backward_layers(started, d_heard)
    d_given[READER] *= masks.x
    found = [named(name, back.params) for name, back in layers.items()]
    return loss, added([composition.backward_readers(params, done, d_given), *found, grads])
