"""Trains a network to count: aⁿbⁿ, letter by letter, n growing while it learns.

x_t = E[letter_t]                 (T, B, D)
h = cell over x                   (T, B, H)
loss = Σ w · (−log softmax(O·h_t + b)[letter_{t+1}]) / Σ w
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lstm_core.functional import Array
from lstm_core.layers.codes import Codes
from lstm_core.loss import cross_entropy
from lstm_core.models import ModelSpec, compose, uniform
from lstm_core.models.composition import READER, Composition
from lstm_core.models.first_weights import first_weights
from lstm_core.models.parameters import added
from training.config import Config
from training.fit import Checkpoint, fit
from training.tasks import counter
from training.tasks.counter import CountBatch


@dataclass(frozen=True, kw_only=True)
class CounterConfig(Config):
    """How a counter is made."""

    first: int  # the largest n to begin with
    grown: float  # the part of the steps after which n is as large as it gets


def loss_and_gradients(
    composition: Composition, params: Mapping[str, Array], batch: CountBatch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    done = composition.forward(params, {READER: Codes(batch.inputs)})
    logits, cache = composition.output.forward(params, done.heard)  # (T, B, V)
    loss, d_logits = cross_entropy(logits, batch.targets, batch.weight / batch.weight.sum())
    d_heard, grads = composition.output.backward(params, cache, d_logits)
    return loss, added([composition.backward(params, done, d_heard), grads])


def batches(config: CounterConfig) -> Iterator[CountBatch]:
    """``config.steps`` batches, n growing evenly from ``config.first`` on."""
    random = Random(config.seed)
    for step in range(config.steps):
        done = min(1.0, step / (config.grown * config.steps))
        yield counter.batch(random, config.batch, round(config.first + done * (counter.LONGEST - config.first)))


def train(config: CounterConfig, data: Path) -> tuple[ModelSpec, Iterator[Checkpoint]]:  # noqa: ARG001 - words are made
    """The spec, and the training checkpoint by checkpoint."""
    spec = uniform(
        name=config.name, task="next-letter", architecture="vanilla", cell=config.cell, units=config.units,
        embedding=config.embedding, vocabulary=counter.SYMBOLS, reads="letters",
    )  # fmt: skip
    params, composition = first_weights(spec, config.seed), compose(spec)
    work = (loss_and_gradients(composition, params, batch) for batch in batches(config))
    return spec, fit(params, work, config.steps, config.rate, config.clip)
