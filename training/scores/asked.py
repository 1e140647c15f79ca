"""A model of words, asked: what it says after a text, and where its table has a word."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from lstm_core.models import Model


def word_id(model: Model, word: str) -> int | None:
    """The word's place in the table, None where it is not in it."""
    tokens = model.encode(word)
    return tokens[0].id if len(tokens) == 1 else None


def hidden(model: Model, text: str) -> np.ndarray:
    """The uppermost layer's states (T, H)."""
    run = model.run(text)
    run.advance(0, len(run))
    return run.layers[-1].signals["h"]


def after(model: Model, words: list[str] | str) -> np.ndarray:
    """The distribution over the word table after the last word, (V,)."""
    h = hidden(model, words if isinstance(words, str) else " ".join(words))
    p: np.ndarray = model.teller.probabilities(h[-1:])[0]
    return p


def likeliest(model: Model, p: np.ndarray, count: int) -> list[str]:
    """The ``count`` most probable words, the most probable first, of equals the first in the table."""
    return [model.spec.vocabulary[int(k)] for k in np.argsort(-p, kind="stable")[:count]]


def probability(model: Model, p: np.ndarray, words: Iterable[str]) -> float:
    """The greatest probability that a distribution gives to any of the words; 0 where the table has none of them."""
    ids = [found for word in words if (found := word_id(model, word)) is not None]
    return float(p[ids].max()) if ids else 0.0


def any_of(word: str, answers: Iterable[str]) -> bool:
    """Whether the word is an answer, whatever its case."""
    return word.casefold() in {answer.casefold() for answer in answers}
