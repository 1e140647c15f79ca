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

from lstm_core import cells, gradients
from lstm_core.functional import Array
from lstm_core.layers import dense, embedding
from lstm_core.models import ModelSpec
from lstm_core.models.tape import named, part
from training.config import Config
from training.fit import first_weights, fit
from training.loss import cross_entropy
from training.tasks import counter
from training.tasks.counter import CountBatch


@dataclass(frozen=True, kw_only=True)
class CounterConfig(Config):
    """How a counter is made."""

    first: int  # the largest n to begin with
    grown: float  # the part of the steps after which n is as large as it gets


def loss_and_gradients(
    params: Mapping[str, Array], cell: cells.Cell, batch: CountBatch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    E, O = params["embedding.E"], params["head.O"]  # noqa: E741 - the matrix of the equation
    run = gradients.forward(cell, part(params, "layer0"), embedding.forward(E, batch.inputs))
    share = batch.weight / batch.weight.sum()  # (T, B)
    loss, d_logits = cross_entropy(dense.forward(O, params["head.b"], run.h), batch.targets, share)  # (T, B, V)
    dh, dO, db = dense.backward(O, run.h, d_logits)
    layer = gradients.backward(run, dh)
    dE = embedding.backward(len(E), batch.inputs.ravel(), layer.x.reshape(-1, E.shape[1]))
    grads = {"embedding.E": dE, "head.O": dO, "head.b": db}
    return loss, grads | named("layer0", layer.params)


def batches(config: CounterConfig) -> Iterator[CountBatch]:
    """``config.steps`` batches, n growing evenly from ``config.first`` on."""
    random = Random(config.seed)
    for step in range(config.steps):
        done = min(1.0, step / (config.grown * config.steps))
        yield counter.batch(random, config.batch, round(config.first + done * (counter.LONGEST - config.first)))


def train(config: CounterConfig, data: Path) -> tuple[ModelSpec, dict[str, Array]]:  # noqa: ARG001 - words are made
    """The spec and the trained weights."""
    spec = ModelSpec(
        name=config.name, task="next-letter", architecture="vanilla", cell=config.cell, units=config.units,
        embedding=config.embedding, vocabulary=counter.SYMBOLS, reads="letters",
    )  # fmt: skip
    params, cell = first_weights(spec, config.seed), cells.get(config.cell)
    work = (loss_and_gradients(params, cell, batch) for batch in batches(config))
    fit(params, work, config.steps, config.rate, config.clip)
    return spec, params
