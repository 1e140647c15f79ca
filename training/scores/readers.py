"""What a reader of sentences scores on what it never saw.

Languages, pronouns, agreement: documents of the generator made of held-out phrases and held-out real sentences. Typed
sentences are a person's: ``sentences.json`` by the hand that wrote the corpus, before any training; ``blind.json``
by another hand that has not seen the corpus, and harder: long clauses, two people at once.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
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

DISTANCES = (5, 10, 20, 40, 80, 120)
COUNT = 400  # documents a figure
MANY = 2000  # documents for a figure at a distance, where one in a hundred counts
TYPED = Path(__file__).resolve().parents[2] / "tests" / "typed"


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
    return model.teller.probabilities(h[-1:])[0]


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


def typed(model: Model, name: str) -> dict[str, dict[str, float]]:
    """By family: share of sentences where the most probable word, and the most probable of the choices, is right."""
    found: dict[str, list[tuple[bool, bool]]] = {}
    for case in json.loads((TYPED / f"{name}.json").read_text(encoding="utf-8")):
        p = after(model, case["text"])
        answers = {answer.casefold() for answer in case["answers"]}
        choices = case["choices"] or [model.spec.vocabulary[int(p.argmax())]]
        ids = {word: word_id(model, word) for word in choices}
        best = max(choices, key=lambda word: -1.0 if ids[word] is None else p[ids[word]])
        top = model.spec.vocabulary[int(p.argmax())]
        found.setdefault(case["family"], []).append((top.casefold() in answers, best.casefold() in answers))
    return {
        family: {
            "top1": sum(a for a, _ in cases) / len(cases),
            "choice": sum(b for _, b in cases) / len(cases),
            "sentences": len(cases),
        }
        for family, cases in found.items()
    }


def distances(model: Model, fill: Sentences) -> dict[str, float]:
    """The language at each distance."""
    return {str(d): language(model, fill, d) for d in DISTANCES}


def score(model: Model, data: Path) -> dict[str, Any]:
    """All figures of one model."""
    _, fill = load(data)
    anyhow = lambda _: True  # noqa: E731
    return {
        "language_at_distance": distances(model, fill),
        "misspelt_place": language(model, fill, 20, mistyped=True),
        "newest_pronoun": newest(model, fill),
        "number_agreement": _share(model, lambda random: short.number(random, fill, 20, True), anyhow, last=True),
        "topic_word": _share(model, lambda random: short.topic(random, fill, 20, True), anyhow, last=True),
        "no_place_named": nowhere(model, fill),
        **perplexity(model, fill),
        "typed_by_us": typed(model, "sentences"),
        "typed_by_another_hand": typed(model, "blind"),
    }
