"""The sentences of the articles that this project is made from, and what has to come next: tests/typed/articles.json.

A sentence holds where one of its ``answers`` is among the ``first`` guesses, and is before each word of ``before`` that
is no answer itself; ``before`` names words, or groups of words.
"""

from __future__ import annotations

import json
from typing import Any, NamedTuple

from lstm_core.models import Model
from training.scores.asked import after, any_of, likeliest, probability
from training.scores.typed import TYPED

FILE = TYPED / "articles.json"


class Judged(NamedTuple):
    """What a model makes of one sentence."""

    text: str
    holds: bool
    said: str  # its first guess
    sure: float  # and how probable it is
    answer: float  # how probable the best answer is


def read() -> dict[str, Any]:
    """``groups`` by name, and ``sentences``: text, answers, first and before, one of these two or both."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


def judged(model: Model, sentence: dict[str, Any], groups: dict[str, list[str]]) -> Judged:
    """Asks the model one sentence."""
    p = after(model, sentence["text"])
    guesses = likeliest(model, p, sentence.get("first", 1))
    answer = probability(model, p, sentence["answers"])
    others = [
        word
        for name in sentence.get("before", ())
        for word in groups.get(name, [name])
        if not any_of(word, sentence["answers"])
    ]
    holds = "first" not in sentence or any(any_of(guess, sentence["answers"]) for guess in guesses)
    holds = holds and (not others or answer > probability(model, p, others))
    return Judged(sentence["text"], holds, guesses[0], float(p.max()), answer)


def all_of(model: Model) -> list[Judged]:
    """Asks the model every sentence."""
    found = read()
    return [judged(model, sentence, found["groups"]) for sentence in found["sentences"]]


def score(model: Model) -> dict[str, Any]:
    """How many sentences hold, and how sure the first guess is where it is most so in one that does not."""
    found = all_of(model)
    return {
        "hold": sum(one.holds for one in found),
        "of": len(found),
        "surest_wrong_guess": max((one.sure for one in found if not one.holds), default=0.0),
    }
