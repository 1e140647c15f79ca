"""Trains a reader of sentences: generated documents and real sentences; words that a cause decides weigh most."""

from __future__ import annotations

from pathlib import Path

from lstm_core import cells
from lstm_core.functional import Array
from lstm_core.models import ModelSpec
from training import batches, vocabulary
from training.config import ReaderConfig
from training.corpus import text
from training.fit import first_weights, fit
from training.reader import loss_and_gradients


def train(config: ReaderConfig, data: Path) -> tuple[ModelSpec, dict[str, Array]]:
    """The spec and the trained weights."""
    training, _ = text.load(data)
    words = vocabulary.count(training, config.vocabulary, config.seed)
    spec = ModelSpec(
        name=config.name, task="next-word", architecture=config.architecture, cell=config.cell,
        units=config.units, embedding=config.embedding, vocabulary=words, letters=config.letters_spec,
        layers=config.layers,
    )  # fmt: skip
    params = first_weights(spec, config.seed, config.orthogonal)
    cell = cells.get(config.cell)
    work = (
        loss_and_gradients(params, cell, config.letters_spec.alphabet, batch)
        for batch in batches.stream(data, words, config)
    )
    fit(params, work, config.steps, config.rate, config.clip)
    return spec, params
