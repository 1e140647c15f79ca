"""Sentences typed by hand: see tests/typed/README.md. Nothing is trained on them or tuned to them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from lstm_core.models import Model
from training.scores.asked import after, any_of, likeliest, probability

TYPED = Path(__file__).resolve().parents[2] / "tests" / "typed"
LISTS = {"typed_by_us": "sentences", "typed_by_another_hand": "blind", "typed_by_visitors": "visitors"}
FIRST = 5  # guesses among which an answer counts as near


def cases(name: str) -> list[dict[str, Any]]:
    """A list's sentences: family, text, answers, choices (or null)."""
    found: list[dict[str, Any]] = json.loads((TYPED / f"{name}.json").read_text(encoding="utf-8"))
    return found


def judged(model: Model, case: dict[str, Any]) -> dict[str, bool]:
    """Whether an answer is the most probable word, the most probable of the choices, among the ``FIRST`` guesses.

    Where a sentence has no choices, all words are.
    """
    p = after(model, case["text"])
    guesses = likeliest(model, p, FIRST)
    best = max(case["choices"] or guesses, key=lambda word: probability(model, p, [word]))
    return {
        "top1": any_of(guesses[0], case["answers"]),
        "choice": any_of(best, case["answers"]),
        f"top{FIRST}": any(any_of(guess, case["answers"]) for guess in guesses),
    }


def typed(model: Model, name: str) -> dict[str, dict[str, float]]:
    """By family: the shares of ``judged``, and how many sentences there are; of all under ``all``."""
    found: dict[str, list[dict[str, bool]]] = {"all": []}
    for case in cases(name):
        right = judged(model, case)
        for family in ("all", case["family"]):
            found.setdefault(family, []).append(right)
    return {
        family: {key: sum(one[key] for one in judgements) / len(judgements) for key in judgements[0]}
        | {"sentences": len(judgements)}
        for family, judgements in found.items()
    }


def score(model: Model) -> dict[str, Any]:
    """All lists."""
    return {claim: typed(model, name) for claim, name in LISTS.items()}
