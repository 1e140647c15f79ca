"""What a reader of sentences scores on what it never saw.

Languages, pronouns, agreement: documents of the generator made of held-out phrases and held-out real sentences. Real
texts: see ``texts``, ``perplexities``, ``unasked``. Sentences typed by hand: see ``typed``, ``articles``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from lstm_core.models import Model
from training.corpus import short
from training.corpus.country import country, no_place
from training.corpus.document import Document
from training.corpus.places import LANGUAGES
from training.corpus.text import Sentences, load
from training.scores import articles, perplexities, texts, typed, unasked
from training.scores.asked import after, hidden, word_id

DISTANCES = (5, 10, 20, 40, 80, 120)
COUNT = 400  # documents a figure
MANY = 2000  # documents for a figure at a distance, where one in a hundred counts
ORDER = 5  # words of the n-gram: four before the one that is guessed


def _share(
    model: Model, make: Callable[[Random], Document], fits: Callable[[Document], bool], last: bool, count: int = COUNT
) -> float:
    """How often the most probable word is an answer."""
    random, right, asked = Random(99), 0, 0
    while asked < count:
        document = make(random)
        if not fits(document):
            continue
        mark = document.marks[-1 if last else 0]
        best = model.spec.vocabulary[int(after(model, document.words[: mark.position]).argmax())]
        right += best.casefold() in {answer.casefold() for answer in mark.answers}
        asked += 1
    return right / asked


def language(model: Model, fill: Sentences, distance: int, mistyped: bool = False) -> float:
    """Top-1 over all words, the place ``distance`` words before."""
    return _share(
        model,
        lambda random: country(random, fill, distance, True, distance, mistyped),
        lambda document: document.marks[0].distance == distance,
        last=False,
        count=MANY,
    )


def newest(model: Model, fill: Sentences) -> float:
    """How often the newest subject's pronoun is the most probable of he, she and they."""
    random, right = Random(98), 0
    ids = {word: word_id(model, word) for word in ("she", "he", "they")}
    for _ in range(COUNT):
        document = short.pronoun(random, fill, 40, held_out=True)
        mark = document.marks[-1]
        p = after(model, document.words[: mark.position])
        right += max(ids, key=lambda word: p[ids[word]]) == mark.answers[0]
    return right / COUNT


def nowhere(model: Model, fill: Sentences) -> dict[str, float]:
    """Where no place was named: each language's share of the languages' mass; the largest one's mean, and over all."""
    random = Random(97)
    ids = [word_id(model, name) for name in LANGUAGES]
    shares = []
    for _ in range(COUNT):
        document = no_place(random, fill, 20, held_out=True)
        p = after(model, document.words[: document.marks[0].position])[ids]
        shares.append(p / p.sum())
    largest = np.max(shares, axis=1)
    return {
        "largest_share_of_all": float(np.mean(shares, axis=0).max()),
        "largest_share_in_a_sentence": float(np.mean(largest)),
        "sentences_above_a_quarter": float(np.mean(largest > 0.25)),
    }


def perplexity(model: Model, fill: Sentences) -> dict[str, float]:
    """On held-out real sentences, over the words that the table holds; and how many those are."""
    loss, known, all_words = 0.0, 0, 0
    for words in fill.all[:1000]:
        h = hidden(model, " ".join(words))
        p = model.teller.probabilities(h)
        ids = [token.id for token in model.encode(" ".join(words))]
        for t, target in enumerate(ids[1:]):
            all_words += 1
            if target is not None:
                loss -= math.log(p[t, target])
                known += 1
    return {"perplexity": math.exp(loss / known), "coverage": known / all_words}


def distances(model: Model, fill: Sentences) -> dict[str, float]:
    """The language at each distance."""
    return {str(d): language(model, fill, d) for d in DISTANCES}


def generated(model: Model, fill: Sentences) -> dict[str, Any]:
    """The figures on held-out documents of the generator, with held-out real sentences in them."""
    anyhow = lambda _: True  # noqa: E731
    return {
        "language_at_distance": distances(model, fill),
        "misspelt_place": language(model, fill, 20, mistyped=True),
        "newest_pronoun": newest(model, fill),
        "number_agreement": _share(model, lambda random: short.number(random, fill, 20, True), anyhow, last=True),
        "topic_word": _share(model, lambda random: short.topic(random, fill, 20, True), anyhow, last=True),
        "no_place_named": nowhere(model, fill),
    }


def real(model: Model, data: Path) -> dict[str, Any]:
    """The figures on held-out real texts, an n-gram's beside them."""
    _, fill = load(data)
    found = perplexities.score(model, texts.held_out(fill), texts.common())
    return {
        **perplexity(model, fill),
        "common_words": {
            "perplexity": {kind: figures["perplexity"] for kind, figures in found.items()},
            f"perplexity_{ORDER}_gram": {kind: n["known_words_alone"] for kind, n in counted(data).items()},
            "perplexity_own_words_alone": {kind: figures["own_words_alone"] for kind, figures in found.items()},
            "lacking": {kind: figures["lacking"] for kind, figures in found.items()},
        },
        "languages_unasked": unasked.score(model, fill),
    }


@cache
def counted(data: Path) -> Mapping[str, dict[str, float]]:
    """The n-gram's figures on each kind of held-out text, counted in the real texts of training."""
    training, held_out = load(data)
    model = perplexities.Counted(list(texts.all_of(training)), ORDER, texts.common())
    return {kind: model.of_texts(found) for kind, found in texts.held_out(held_out).items()}


# The figures of one model by part.
PARTS: Mapping[str, Callable[[Model, Path], dict[str, Any]]] = {
    "generated": lambda model, data: generated(model, load(data)[1]),
    "real": real,
    "typed": lambda model, _: {**typed.score(model), "articles": articles.score(model)},
}


def score(model: Model, data: Path) -> dict[str, Any]:
    """All figures of one model."""
    return {name: value for measure in PARTS.values() for name, value in measure(model, data).items()}
