"""The reader's loss and its gradients: word reader → layers → tied softmax, over a batch of documents.

    x_t = E[word_t], or the letter CNN's vector for a word that is read by its letters     (T, B, D)
    h = cell over x, and for every further layer over the h of the one below               (T, B, H)
    u = P·h + p at the N places where a word is asked for                                  (N, D)
    loss = Σ_n w_n · (−log softmax(E·u_n + b)[target_n]) / Σ_n w_n

The gradients go back the same way: softmax, tied table, projection, backpropagation through time, letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_core import cells, gradients
from lstm_core.functional import Array
from lstm_core.layers import dense
from lstm_core.models.tape import layer_names, named, part
from training import words
from training.loss import cross_entropy


class Batch(NamedTuple):
    """B documents of at most T words, padded at their ends."""

    ids: Array  # (T, B) word ids; −1 − k where spelled word k is read by its letters; 0 where padded
    spelled: list[str]  # the K words that are read by their letters
    at_t: Array  # (N,) the step after which a word is asked for
    at_b: Array  # (N,) its document
    target: Array  # (N,) its id
    weight: Array  # (N,) what it counts


def loss_and_gradients(
    params: Mapping[str, Array], cell: cells.Cell, alphabet: str, batch: Batch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    E, P = params["embedding.E"], params["head.P"]
    x, cache = words.forward(params, alphabet, batch.ids, batch.spelled)
    layers = layer_names(params)
    runs = gradients.climb(cell, [part(params, name) for name in layers], x)
    h = runs[-1].h[batch.at_t, batch.at_b]  # (N, H)
    u = dense.forward(P, params["head.p"], h)  # (N, D)
    share = (batch.weight / batch.weight.sum()).astype(E.dtype)  # (N,)
    loss, d_logits = cross_entropy(u @ E.T + params["head.b"], batch.target, share)  # (N, V)
    dE = d_logits.T @ u  # (V, D) as output table
    dh, dP, dp = dense.backward(P, h, d_logits @ E)
    d_run = np.zeros_like(runs[-1].h)
    np.add.at(d_run, (batch.at_t, batch.at_b), dh)
    dx, d_layers = gradients.descend(runs, d_run)
    grads = words.backward(params, batch.ids, batch.spelled, cache, dx)  # as input table
    grads["embedding.E"] += dE
    grads |= {"head.P": dP, "head.p": dp, "head.b": d_logits.sum(axis=0)}
    for layer, d_layer in zip(layers, d_layers, strict=True):
        grads |= named(layer, d_layer)
    return loss, grads
