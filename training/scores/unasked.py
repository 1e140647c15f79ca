"""How much of what a model says are languages where nothing asks for one: a language may follow only where it fits."""

from __future__ import annotations

from random import Random

import numpy as np

from lstm_core.models import Model
from training.corpus.places import LANGUAGES
from training.corpus.text import Sentences
from training.scores.asked import after, word_id

COUNT = 200
SEED = 2026
ASKING = frozenset(
    """speak speaks speaking spoke spoken fluent fluently translate translated translation word words learn learns
    learned learnt grammar accent dialect interpreter language languages""".split()
)


def ordinary(words: list[str]) -> bool:
    """True for a sentence that names nothing (no capital after its first word but I) and asks for no language."""
    return not any(word[0].isupper() and word != "I" for word in words[1:]) and not ASKING & {
        word.casefold() for word in words
    }


def beginnings(fill: Sentences) -> list[list[str]]:
    """``COUNT`` sentences that name no place, no language and nothing else, each cut somewhere after its first word."""
    random = Random(SEED)
    held_out = [words for _, found in sorted(fill.neutral[False].items()) for words in found if ordinary(words)]
    return [words[: random.randrange(1, len(words))] for words in random.sample(held_out, COUNT)]


def score(model: Model, fill: Sentences) -> dict[str, float]:
    """The probability of all languages together, over the sentences."""
    ids = [found for name in LANGUAGES if (found := word_id(model, name)) is not None]
    mass = [float(after(model, words)[ids].sum()) for words in beginnings(fill)]
    return {"mean": float(np.mean(mass)), "95th_percentile": float(np.quantile(mass, 0.95))}
