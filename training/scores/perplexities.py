"""Perplexity on held-out real texts, over the same words for all models whatever their own tables hold.

    perplexity = exp(−(1/N) Σ log p(w_t | w_1 … w_{t−1}))    over the N words w_t, t ≥ 2, that the common table holds

Each text is read from its first word on. A word of the common table that a model's own table lacks cannot be said by
it. So that all are asked the same, a model whose table lacks a share ε of the N words is taken to say, with
probability ε, any of the V words of the common table, each as soon: (1 − ε)·p for a word that it knows, ε/V for one
that it lacks. The figure over the words that it knows alone is told beside; where ε is 0, they are the same.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from lstm_core.models import Model
from lstm_core.tokenizer import WordTokenizer
from training.scores.asked import hidden
from training.tasks.kneser_ney import KneserNey

Texts = Mapping[str, list[list[str]]]


def targets(words: list[str], table: WordTokenizer) -> tuple[str, set[tuple[int, int]]]:
    """A text as every model is given it, and where in it the words stand that are asked for."""
    text = " ".join(token.text for token in table.encode(" ".join(words)))
    return text, {(token.start, token.end) for token in table.encode(text)[1:] if token.known}


def of_model(model: Model, texts: list[list[str]], table: WordTokenizer) -> dict[str, float]:
    """The perplexity on texts, that over its own words alone, how many words are asked for, what share it lacks."""
    loss, asked, said = 0.0, 0, 0
    for words in texts:
        text, places = targets(words, table)
        p = model.teller.probabilities(hidden(model, text))
        for t, token in enumerate(model.encode(text)[1:]):
            if (token.start, token.end) in places and token.id is not None:
                loss -= math.log(p[t, token.id])
                said += 1
        asked += len(places)
    share = 1 - said / asked
    whole = (
        loss - said * math.log(1 - share) - ((asked - said) * math.log(share / len(table.vocabulary)) if share else 0)
    )
    return {
        "perplexity": math.exp(whole / asked),
        "own_words_alone": math.exp(loss / said),
        "words": asked,
        "lacking": share,
    }


def score(model: Model, texts: Texts, table: WordTokenizer) -> dict[str, Any]:
    """Kind of text → the figures of ``of_model``."""
    return {kind: of_model(model, found, table) for kind, found in texts.items()}


class Counted:
    """An n-gram model over the common table, one more symbol for all other words, and one for a text's beginning."""

    def __init__(self, texts: list[list[str]], order: int, table: WordTokenizer) -> None:
        self._table, self._unknown = table, len(table.vocabulary)
        self.model = KneserNey([self.ids(text) for text in texts], order, self._unknown + 1)

    def ids(self, words: list[str]) -> np.ndarray:
        """A text as symbols."""
        found = (self._table.id(word) for word in words)
        return np.array([self._unknown if one is None else one for one in found], np.int64)

    def of_texts(self, texts: list[list[str]]) -> dict[str, float]:
        """The perplexity on one kind of text; the same if it knew, as the readers do, that no unknown word follows."""
        p, unknown = [], []
        for words in texts:
            ids = self.ids([token.text for token in self._table.encode(" ".join(words))])
            asked = np.flatnonzero(ids[1:] != self._unknown) + 1
            p.append(self.model.probabilities(ids)[asked])
            unknown.append(self.model.probabilities(ids, np.full(len(ids), self._unknown))[asked])
        whole, rest = np.concatenate(p), 1 - np.concatenate(unknown)
        return {
            "perplexity": float(np.exp(-np.log(whole).mean())),
            "known_words_alone": float(np.exp(-np.log(whole / rest).mean())),
            "words": len(whole),
        }
