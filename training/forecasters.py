"""Trains a forecaster: stretches of real series and of series made by rule, whatever their unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from lstm_core.models import ModelSpec, compose, uniform
from lstm_core.models.first_weights import first_weights
from training.config import Config
from training.fit import Checkpoint, fit
from training.forecaster import SeriesBatch, batch, loss_and_gradients
from training.tasks import series


@dataclass(frozen=True, kw_only=True)
class ForecastConfig(Config):
    """How a forecaster is made."""

    lengths: list[int]  # of the stretches


def batches(config: ForecastConfig, data: Path) -> Iterator[SeriesBatch]:
    """``config.steps`` batches, each of one length."""
    training = {name: values[: series.split(values)] for name, values in series.load(data).items()}
    random = Random(config.seed)
    for _ in range(config.steps):
        yield batch(series.windows(random, training, config.batch, random.choice(config.lengths) + 1))


def train(config: ForecastConfig, data: Path) -> tuple[ModelSpec, Iterator[Checkpoint]]:
    """The spec, and the training checkpoint by checkpoint."""
    spec = uniform(
        name=config.name, task="forecast", architecture="vanilla", cell=config.cell, units=config.units,
        embedding=config.embedding, vocabulary=(), reads="numbers",
    )  # fmt: skip
    params, composition = first_weights(spec, config.seed), compose(spec)
    work = (loss_and_gradients(composition, params, made) for made in batches(config, data))
    return spec, fit(params, work, config.steps, config.rate, config.clip)
