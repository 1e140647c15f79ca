"""Scores of a sentiment classifier: film reviews, our own negations and contrasts, sentences typed by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lstm_core.models import Model
from training import sentiment
from training.tasks import bag_of_words

TYPED = Path(__file__).resolve().parents[2] / "tests" / "typed" / "sentiment.json"


def typed(model: Model) -> dict[str, float]:
    """How many of the typed sentences the model's answer is right on, of how many."""
    cases = json.loads(TYPED.read_text(encoding="utf-8"))
    right = [(model.trace(case["text"]).answer or {"text": ""})["text"] == case["label"] for case in cases]
    return {"right": sum(right), "of": len(right)}


def bags(data: Path) -> dict[str, float]:
    """What a bag of words gets on each kind of text, fitted to that kind alone and tuned on its validation."""
    training, validation, test = (sentiment.examples(data, part) for part in ("training", "validation", "test"))
    fitted = {kind: bag_of_words.fit(training[kind], validation[kind])[0] for kind in test}
    return {kind: bag.accuracy(test[kind]) for kind, bag in fitted.items()}


def score(model: Model, data: Path) -> dict[str, Any]:
    """All figures of one classifier, a bag of words beside it."""
    test = sentiment.examples(data, "test")
    bag = bags(data)
    right = {kind: sentiment.accuracy(model.spec, model.params, texts) for kind, texts in test.items()}
    return {
        "film_reviews": right["reviews"],
        "film_reviews_bag_of_words": bag["reviews"],
        "negations_and_contrasts": right["own"],
        "negations_and_contrasts_bag_of_words": bag["own"],
        "typed": typed(model),
    }
