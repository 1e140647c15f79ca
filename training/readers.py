"""Trains a reader of sentences: generated documents and real sentences; words that a cause decides weigh most."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lstm_core.models import ModelSpec, compose, uniform
from lstm_core.models.first_weights import first_weights
from training import batches, vocabulary
from training.config import ReaderConfig
from training.corpus import text
from training.fit import Checkpoint, fit
from training.reader import loss_and_gradients


def train(config: ReaderConfig, data: Path, begun: Checkpoint | None = None) -> tuple[ModelSpec, Iterator[Checkpoint]]:
    """The spec, and the training checkpoint by checkpoint, from ``begun`` on where it was begun."""
    training, _ = text.load(data)
    words = vocabulary.count(training, config.vocabulary, config.seed)
    spec = uniform(
        name=config.name, task="next-word", architecture=config.architecture, cell=config.cell,
        units=config.units, embedding=config.embedding, vocabulary=words, letters=config.letters_spec,
        layers=config.layers,
    )  # fmt: skip
    params = dict(begun.params) if begun else first_weights(spec, config.seed, config.orthogonal)
    composition = compose(spec)
    coming = batches.stream(data, words, config, begun.step if begun else 0)
    work = (loss_and_gradients(composition, params, batch, config.dropout) for batch in coming)
    return spec, fit(params, work, config.steps, config.rate, config.clip, begun)
