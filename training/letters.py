"""Trains a network that reads letters and guesses the next.

    x_t = E[letter_t]                                     (T, B, D)
    h = cell over x, layer above layer                    (T, B, H)
    loss = mean over all letters of −log softmax(O·h_t + b)[letter_{t+1}]

Backpropagation through time is truncated: a batch goes on from the states that the batch before ended with, and the
gradient stops there. Losses are told in bits a letter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lstm_core import cells, gradients
from lstm_core.functional import Array, log_softmax
from lstm_core.layers import dense, embedding
from lstm_core.models import ModelSpec
from lstm_core.models.tape import layer_names, named, part
from training.config import Config
from training.fit import first_weights, fit
from training.loss import cross_entropy
from training.tasks import shakespeare
from training.tasks.shakespeare import StreamBatch

States = list[Any]  # each layer's last states, h first


@dataclass(frozen=True, kw_only=True)
class LettersConfig(Config):
    """How a network that reads letters is made; ``batch`` counts streams side by side."""

    length: int  # letters through which the gradient goes back
    layers: int = 1


def climb(
    params: Mapping[str, Array], cell: cells.Cell, inputs: Array, states: Sequence[Any] | None
) -> tuple[list[gradients.Run], States]:
    """Runs the layers over letters (T, B) from ``states`` or from zero; also the states they end with."""
    layers = [part(params, name) for name in layer_names(params)]
    runs = gradients.climb(cell, layers, embedding.forward(params["embedding.E"], inputs), states)
    ends = [run.tape.frame(len(inputs) - 1) for run in runs]
    return runs, [cell.State(*(getattr(end, state).copy() for state in cell.states)) for end in ends]


def loss_and_gradients(
    params: Mapping[str, Array], cell: cells.Cell, batch: StreamBatch, states: Sequence[Any] | None = None
) -> tuple[float, dict[str, Array], States]:
    """(the loss of this file's head, its derivative by every parameter, the states to go on from)."""
    runs, last = climb(params, cell, batch.inputs, None if batch.fresh else states)
    h = runs[-1].h  # (T, B, H)
    logits = dense.forward(params["head.O"], params["head.b"], h)  # (T, B, V)
    loss, d_logits = cross_entropy(logits, batch.targets)
    dh, dO, db = dense.backward(params["head.O"], h, d_logits)
    dx, found = gradients.descend(runs, dh)
    E = params["embedding.E"]
    grads = {"embedding.E": embedding.backward(len(E), batch.inputs.ravel(), dx.reshape(-1, dx.shape[-1]))}
    for name, layer in zip(layer_names(params), found, strict=True):
        grads |= named(name, layer)
    return loss, grads | {"head.O": dO, "head.b": db}, last


def work(
    params: Mapping[str, Array], cell: cells.Cell, batches: Iterator[StreamBatch]
) -> Iterator[tuple[float, dict[str, Array]]]:
    """(bits a letter, gradients) of one batch after another, the states going on."""
    states: States | None = None
    for batch in batches:
        loss, grads, states = loss_and_gradients(params, cell, batch, states)
        yield loss / math.log(2), grads


def read_on(params: Mapping[str, Array], cell: cells.Cell, ids: Array, block: int = 500) -> Iterator[gradients.Run]:
    """The uppermost layer's runs over one text (N,), block by block, from zero states to its end."""
    states: States | None = None
    for start in range(0, len(ids), block):
        runs, states = climb(params, cell, ids[start : start + block, None], states)
        yield runs[-1]


def bits(params: Mapping[str, Array], cell: cells.Cell, ids: Array) -> float:
    """Bits a letter on one text (N,) read from its start, its first letter aside."""
    total, at = 0.0, 1
    for run in read_on(params, cell, ids[:-1]):
        log_p = log_softmax(dense.forward(params["head.O"], params["head.b"], run.h[:, 0]))  # (T, V)
        total -= float(np.take_along_axis(log_p, ids[at : at + len(log_p), None], axis=1).sum(dtype=np.float64))
        at += len(log_p)
    return total / (len(ids) - 1) / math.log(2)


def states_of(params: Mapping[str, Array], cell: cells.Cell, ids: Array, state: str) -> Array:
    """One state of the uppermost layer after each letter of a text: (N, H)."""
    return np.concatenate([run.tape.arrays[state][:, 0] for run in read_on(params, cell, ids)])


def train(config: LettersConfig, data: Path) -> tuple[ModelSpec, dict[str, Array]]:
    """The spec and the weights, trained on the text in ``data`` but for its held-out end."""
    text, _ = shakespeare.load(data)
    spec = ModelSpec(
        name=config.name, task="next-letter", architecture="stacked" if config.layers > 1 else "vanilla",
        cell=config.cell, units=config.units, embedding=config.embedding, vocabulary=shakespeare.symbols(text),
        reads="letters", layers=config.layers,
    )  # fmt: skip
    params, cell = first_weights(spec, config.seed), cells.get(config.cell)
    ids = shakespeare.encode(text, spec.vocabulary)
    batches = shakespeare.streams(ids, config.batch, config.length, config.steps)
    fit(params, work(params, cell, batches), config.steps, config.rate, config.clip)
    return spec, params
