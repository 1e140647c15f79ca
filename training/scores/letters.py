"""Scores of a network that reads letters: bits a letter beside counting, and the units that follow something."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from lstm_core.models import Model
from lstm_core.models.first_weights import first_weights
from training import letters
from training.tasks import shakespeare, units
from training.tasks.ngram import NGram

ORDER = 5  # letters of the n-gram: four before the one that is guessed
UNTRAINED = 1001  # seed of the untrained network


def named_units(model: Model, text: str) -> dict[str, Any]:
    """For each label of ``shakespeare.labels`` the best unit, found on the text's first half, scored on its second.

    ``auc`` is that of ``sign`` · the unit, ``r`` the unit's own; ``untrained`` what the best unit of an
    untrained network gets, AUC or |r|.
    """
    ids = shakespeare.encode(text, model.spec.vocabulary)
    untrained = first_weights(model.spec, UNTRAINED)
    H, states = model.spec.units, model.layers[-1].states
    values, before = (
        np.concatenate(
            [letters.states_of(model.composition, params, ids, state) for state in states], axis=1
        )  # (N, states · H)
        for params in (model.params, untrained)
    )
    found: dict[str, Any] = {}
    for label, holds in shakespeare.labels(text).items():
        best = units.find(values, before, holds)
        found[label] = {
            "state": states[best.unit // H],
            "unit": best.unit % H,
            "sign": best.sign,
            **({"auc": best.score} if holds.dtype == bool else {"r": best.sign * best.score}),
            "untrained": best.untrained,
            "named": best.named,
        }
    return found


def score(model: Model, data: Path) -> dict[str, Any]:
    """All figures of one network, those of an n-gram beside them."""
    training, held_out = shakespeare.load(data)
    known, asked = (shakespeare.encode(text, model.spec.vocabulary) for text in (training, held_out))
    return {
        "bits_a_letter": letters.bits(model.composition, model.params, asked),
        f"bits_a_letter_{ORDER}_gram": NGram(known, ORDER, len(model.spec.vocabulary)).bits(asked),
        "units": named_units(model, held_out),
    }
