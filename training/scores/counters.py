"""What a counter scores: how far it counts right, and which unit's memory is the count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from lstm_core.models import Model
from training.tasks import counter

TOLD = 20  # the n whose states are measured


def count(n: int) -> np.ndarray:
    """What there is to remember after each letter of aⁿbⁿ: a's less b's, (2n,)."""
    return np.concatenate([np.arange(1, n + 1), np.arange(n - 1, -1, -1)])


def score(model: Model, data: Path) -> dict[str, Any]:  # noqa: ARG001 - words are made
    """The largest n up to which it is never wrong, and the unit whose cell state goes most with the count."""
    c = model.trace(counter.word(TOLD))["c"].astype(np.float64)  # (2n, H)
    r = np.array([np.corrcoef(c[:, k], count(TOLD))[0, 1] for k in range(c.shape[1])])
    unit = int(np.abs(r).argmax())
    steps = np.diff(c[:, unit], prepend=0)
    return {
        "counts_right_up_to": counter.reach(lambda text: [top[0][0] for top in model.trace(text).predictions]),
        "trained_up_to": counter.LONGEST,
        "counting_unit": {
            "unit": unit,
            "correlation": float(r[unit]),
            "a_letter_a": float(steps[:TOLD].mean()),
            "a_letter_b": float(steps[TOLD:].mean()),
        },
    }
