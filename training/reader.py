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
from lstm_core.functional import Array, log_softmax
from lstm_core.layers import dense, embedding, letters


class Batch(NamedTuple):
    """B documents of at most T words, padded at their ends."""

    ids: Array  # (T, B) word ids; −1 − k where spelled word k is read by its letters; 0 where padded
    spelled: list[str]  # the K words that are read by their letters
    at_t: Array  # (N,) the step after which a word is asked for
    at_b: Array  # (N,) its document
    target: Array  # (N,) its id
    weight: Array  # (N,) what it counts


def _part(params: Mapping[str, Array], name: str) -> dict[str, Array]:
    return {key.partition(".")[2]: value for key, value in params.items() if key.startswith(f"{name}.")}


def _layers(params: Mapping[str, Array]) -> list[str]:
    return sorted({name.partition(".")[0] for name in params if name.startswith("layer")})


def read(params: Mapping[str, Array], alphabet: str, batch: Batch) -> tuple[Array, letters.Cache | None]:
    """x (T, B, D), and what the letter reader's backward step needs."""
    E = params["embedding.E"]
    table, cache = E, None
    if batch.spelled:
        spelled, cache = letters.forward(_part(params, "letters"), *letters.codes(batch.spelled, alphabet))
        table = np.concatenate([E, spelled[::-1]])  # id −1 is the last row, spelled word 0
    return embedding.forward(table, batch.ids), cache


def loss_and_gradients(
    params: Mapping[str, Array], cell: cells.Cell, alphabet: str, batch: Batch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    E, P = params["embedding.E"], params["head.P"]
    x, cache = read(params, alphabet, batch)
    runs = gradients.climb(cell, [_part(params, name) for name in _layers(params)], x)
    h = runs[-1].h[batch.at_t, batch.at_b]  # (N, H)
    u = dense.forward(P, params["head.p"], h)  # (N, D)
    log_p = log_softmax(u @ E.T + params["head.b"])  # (N, V)
    rows = np.arange(len(batch.target))
    share = (batch.weight / batch.weight.sum()).astype(E.dtype)  # (N,)
    loss = float(-(share * log_p[rows, batch.target]).sum())

    d_logits = np.exp(log_p, out=log_p)  # (N, V)
    d_logits[rows, batch.target] -= 1
    d_logits *= share[:, None]
    dE = d_logits.T @ u  # (V, D) as output table
    du = d_logits @ E
    dh, dP, dp = dense.backward(P, h, du)
    d_run = np.zeros_like(runs[-1].h)
    np.add.at(d_run, (batch.at_t, batch.at_b), dh)
    dx, d_layers = gradients.descend(runs, d_run)
    known = batch.ids >= 0
    dE += embedding.backward(len(E), batch.ids[known], dx[known])  # as input table
    grads = {"embedding.E": dE, "head.P": dP, "head.p": dp, "head.b": d_logits.sum(axis=0)}
    for layer, d_layer in zip(_layers(params), d_layers, strict=True):
        grads |= {f"{layer}.{name}": grad for name, grad in d_layer.items()}
    if cache is not None:
        d_spelled = embedding.backward(len(batch.spelled), -1 - batch.ids[~known], dx[~known])
        back = letters.backward(_part(params, "letters"), cache, d_spelled)
        grads |= {f"letters.{name}": grad for name, grad in back.items()}
    return loss, grads
