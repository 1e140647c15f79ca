"""Trains an encoder–decoder on a task whose pairs are made as they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from random import Random

from lstm_core.models import ModelSpec, compose, uniform
from lstm_core.models.first_weights import first_weights
from training import pairs
from training.config import Config
from training.fit import Checkpoint, fit
from training.tasks import dates, french, french_vocabulary
from training.translator import loss_and_gradients

POOL = 32  # batches whose pairs are grouped by length together


@dataclass(frozen=True, kw_only=True)
class PairConfig(Config):
    """How an encoder–decoder is made."""

    task: str  # a name in TASKS


@dataclass(frozen=True)
class Task:
    """Pairs to learn: their maker, and the symbols on both sides."""

    pair: Callable[[Random, bool], pairs.Pair]
    reads: str
    source: tuple[str, ...]
    target: tuple[str, ...]


TASKS: Mapping[str, Task] = {
    "dates": Task(dates.pair, "letters", dates.SYMBOLS, dates.OUTPUTS),
    "english-french": Task(french.pair, "words", french_vocabulary.english_words(), french_vocabulary.french_words()),
}


def batches(task: Task, random: Random, size: int) -> Iterator[pairs.PairBatch]:
    """Batches without end, each of up to ``size`` pairs whose sources have one length."""
    sources, targets = pairs.table(task.source), pairs.table(task.target)
    while True:
        pool = sorted((task.pair(random, False) for _ in range(POOL * size)), key=lambda pair: len(pair.source))
        groups = [list(group) for _, group in groupby(pool, key=lambda pair: len(pair.source))]
        cut = [group[k : k + size] for group in groups for k in range(0, len(group), size)]
        random.shuffle(cut)
        for group in cut:
            yield pairs.batch(group, sources, targets)


def train(config: PairConfig, data: Path) -> tuple[ModelSpec, Iterator[Checkpoint]]:  # noqa: ARG001 - all pairs are made
    """The spec, and the training checkpoint by checkpoint."""
    task = TASKS[config.task]
    spec = uniform(
        name=config.name, task="transduce", architecture="encoder_decoder", cell=config.cell, units=config.units,
        embedding=config.embedding, vocabulary=task.source, outputs=task.target, reads=task.reads,
    )  # fmt: skip
    params, composition = first_weights(spec, config.seed), compose(spec)
    made = batches(task, Random(config.seed), config.batch)
    work = (loss_and_gradients(composition, params, batch) for batch in made)
    return spec, fit(params, work, config.steps, config.rate, config.clip)
