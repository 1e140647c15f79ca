"""Trains a network that reads letters and guesses the next.

    x_t = E[letter_t]                                     (T, B, D)
    h = cell over x, layer above layer                    (T, B, H)
    loss = mean over all letters of −log softmax(O·h_t + b)[letter_{t+1}]

Backpropagation through time is truncated: a batch goes on from the states that the batch before ended with, and the
gradient stops there. Losses are told in bits a letter.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from lstm_core.functional import Array, log_softmax
from lstm_core.layers.codes import Codes
from lstm_core.loss import cross_entropy
from lstm_core.models import ModelSpec, compose, uniform
from lstm_core.models.composition import READER, Composition, Pass
from lstm_core.models.first_weights import first_weights
from lstm_core.models.parameters import added
from training.config import Config
from training.fit import Checkpoint, fit
from training.tasks import shakespeare
from training.tasks.shakespeare import StreamBatch

States = Mapping[str, Any]  # each layer's last states, h first


@dataclass(frozen=True, kw_only=True)
class LettersConfig(Config):
    """How a network that reads letters is made; ``batch`` counts streams side by side."""

    length: int  # letters through which the gradient goes back
    layers: int = 1


def read(
    composition: Composition, params: Mapping[str, Array], inputs: Array, states: States | None
) -> tuple[Pass, States]:
    """The layers over letters (T, B) from ``states`` or from zero; also the states they end with."""
    done = composition.forward(params, {READER: Codes(inputs)}, initial=states)
    return done, {name: work.last() for name, work in done.started.items()}


def loss_and_gradients(
    composition: Composition, params: Mapping[str, Array], batch: StreamBatch, states: States | None = None
) -> tuple[float, dict[str, Array], States]:
    """(the loss of this file's head, its derivative by every parameter, the states to go on from)."""
    done, last = read(composition, params, batch.inputs, None if batch.fresh else states)
    logits, cache = composition.output.forward(params, done.heard)  # (T, B, V)
    loss, d_logits = cross_entropy(logits, batch.targets)
    d_heard, grads = composition.output.backward(params, cache, d_logits)
    return loss, added([composition.backward(params, done, d_heard), grads]), last


def work(
    composition: Composition, params: Mapping[str, Array], batches: Iterator[StreamBatch]
) -> Iterator[tuple[float, dict[str, Array]]]:
    """(bits a letter, gradients) of one batch after another, the states going on."""
    states: States | None = None
    for batch in batches:
        loss, grads, states = loss_and_gradients(composition, params, batch, states)
        yield loss / math.log(2), grads


def read_on(composition: Composition, params: Mapping[str, Array], ids: Array, block: int = 500) -> Iterator[Pass]:
    """One text (N,), block by block, from zero states to its end."""
    states: States | None = None
    for start in range(0, len(ids), block):
        done, states = read(composition, params, ids[start : start + block, None], states)
        yield done


def bits(composition: Composition, params: Mapping[str, Array], ids: Array) -> float:
    """Bits a letter on one text (N,) read from its start, its first letter aside."""
    total, at = 0.0, 1
    for done in read_on(composition, params, ids[:-1]):
        log_p = log_softmax(composition.output.forward(params, done.heard[:, 0])[0])  # (T, V)
        total -= float(np.take_along_axis(log_p, ids[at : at + len(log_p), None], axis=1).sum(dtype=np.float64))
        at += len(log_p)
    return total / (len(ids) - 1) / math.log(2)


def states_of(composition: Composition, params: Mapping[str, Array], ids: Array, state: str) -> Array:
    """One state of the uppermost layer after each letter of a text: (N, H)."""
    (top,) = composition.heard
    return np.concatenate(
        [done.started[top].trace().signals[state][:, 0] for done in read_on(composition, params, ids)]
    )


def train(config: LettersConfig, data: Path) -> tuple[ModelSpec, Iterator[Checkpoint]]:
    """The spec, and the training checkpoint by checkpoint, on the text in ``data`` but for its held-out end."""
    text, _ = shakespeare.load(data)
    spec = uniform(
        name=config.name, task="next-letter", architecture="stacked" if config.layers > 1 else "vanilla",
        cell=config.cell, units=config.units, embedding=config.embedding, vocabulary=shakespeare.symbols(text),
        reads="letters", layers=config.layers,
    )  # fmt: skip
    params, composition = first_weights(spec, config.seed), compose(spec)
    ids = shakespeare.encode(text, spec.vocabulary)
    batches = shakespeare.streams(ids, config.batch, config.length, config.steps)
    return spec, fit(params, work(composition, params, batches), config.steps, config.rate, config.clip)
