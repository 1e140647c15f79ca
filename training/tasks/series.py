"""Numbers in time: to forecast the next one.

The first three quarters of a series are its training, the last quarter its test; in the test a forecast may use all
that came before, but nothing is learned any more. The measure is the root of the mean squared error of one step.

Real series: the sunspots of each year, the CO₂ of Mauna Loa each week (its gaps filled by straight lines, all of them
in the training part), the sea surface temperatures of El Niño each month, the Nile of each year; all public domain.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from random import Random

import numpy as np

from lstm_core.functional import Array
from training.tasks import autoregression
from training.tasks.series_made import made, shown

TRAINING = 0.75  # of a series
REAL = 0.5  # share of the real series among the windows
FILES = {"sunspots": "sunspots.csv", "CO₂": "co2.csv", "El Niño": "elnino.csv", "Nile": "nile.csv"}


def load(folder: Path) -> dict[str, Array]:
    """The real series of ``folder``/time-series: name → values (T,)."""
    return {name: _read(folder / "time-series" / file) for name, file in FILES.items()}


def _read(path: Path) -> Array:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))[1:]
    cells = [cell for row in rows for cell in row[1:]]  # the first column tells the time; El Niño has a year a row
    known = np.array([bool(cell) for cell in cells])
    values = np.array([float(cell) for cell in cells if cell])
    at = np.arange(len(cells))
    return np.interp(at, at[known], values)


def split(values: Array) -> int:
    """The index of the first test value."""
    return round(TRAINING * len(values))


def windows(random: Random, training: Mapping[str, Array], size: int, length: int) -> Array:
    """``size`` stretches of ``length`` values, (B, T): of training parts that are long enough, and of made series."""
    parts = [values for values in training.values() if len(values) >= length]
    found = np.empty((size, length))
    for b in range(size):
        if parts and random.random() < REAL:
            values = random.choice(parts)
            start = random.randrange(len(values) - length + 1)
            found[b] = values[start : start + length]
        else:
            found[b] = made(random, length)
    return found


def rmse(forecast: Array, values: Array, start: int) -> float:
    """The error of one step over v_start … v_{T−1}; ``forecast[t]`` (T,) is what was said at t of v_{t+1}."""
    return float(np.sqrt(np.mean((np.asarray(forecast)[start - 1 : -1] - values[start:]) ** 2)))


def baselines(values: Array) -> dict[str, float]:
    """The test error of the last value and of AR(p), and p, which the training part chose."""
    start = split(values)
    training = values[:start]
    model = autoregression.choose(training, autoregression.orders(len(training)))
    return {
        "last": rmse(values, values, start),
        "ar": rmse(model.forecast(values), values, start),
        "order": len(model.weights),
    }


def text(values: Array) -> str:
    """A series as one types it."""
    return " ".join(f"{value:g}" for value in values)


def examples() -> tuple[str, ...]:
    """Six series of our own."""
    return tuple(text(values) for values in shown().values())
