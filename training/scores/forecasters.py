"""What a forecaster scores: the error of one step on the last quarter of each series, beside simple forecasts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from lstm_core.functional import Array
from lstm_core.models import Model
from training.tasks import series
from training.tasks.series_made import shown


def forecast(model: Model, values: Array) -> Array:
    """What the model says at each value of the next, (T,)."""
    written = " ".join(repr(float(value)) for value in values)
    return np.array([top[0][1] for top in model.trace(written).predictions])


def errors(model: Model, named: Mapping[str, Array]) -> dict[str, dict[str, float]]:
    """For each series the root mean squared error: the model's, the last value's, AR's, and AR's order."""
    return {
        name: {"model": series.rmse(forecast(model, values), values, series.split(values)), **series.baselines(values)}
        for name, values in named.items()
    }


def score(model: Model, data: Path) -> dict[str, Any]:
    """On the real series, whose first three quarters it learned from, and on the examples, which it never saw."""
    return {"real_series": errors(model, series.load(data)), "examples": errors(model, shown())}
