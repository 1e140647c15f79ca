"""Figures on real texts, by hand: of a reader that always says the same, and of counting."""

from __future__ import annotations

import math
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from lstm_core.tokenizer import WordTokenizer
from tests.training.constant import saying
from training.corpus.places import LANGUAGES
from training.scores import perplexities, texts, unasked

TABLE = WordTokenizer(["the", "cat", "sat", ".", "old", "-"])


def test_the_same_words_are_asked_of_all() -> None:
    text, places = perplexities.targets(["The", "old", "grey-cat", "sat", "."], TABLE)
    assert text == "The old grey - cat sat ."
    assert [text[start:end] for start, end in sorted(places)] == ["old", "-", "cat", "sat", "."]


def test_perplexity_by_hand() -> None:
    words = [["The", "cat", "ran", "."], ["Cat", ",", "sat"]]
    knowing = saying({"the": 0.25, "cat": 0.5, "sat": 0.125, ".": 0.125})
    # Asked for: cat, full stop, sat, and neither ran nor the comma nor what a text begins with.
    expected = math.exp(-(math.log(0.5) + 2 * math.log(0.125)) / 3)
    assert perplexities.of_model(knowing, words, TABLE) == pytest.approx(
        {"perplexity": expected, "own_words_alone": expected, "words": 3, "lacking": 0}
    )
    # It knows one of three: each of the others is one of six words that it says with probability ⅔ in all.
    lacking = perplexities.of_model(saying({"the": 0.5, "cat": 0.25, "ran": 0.25}), words, TABLE)
    expected = (1 / (1 / 3 * 0.25) * (6 / (2 / 3)) ** 2) ** (1 / 3)
    assert lacking == pytest.approx({"perplexity": expected, "own_words_alone": 4, "words": 3, "lacking": 2 / 3})


def test_counting_is_asked_the_same_words() -> None:
    counted = perplexities.Counted([["the", "cat", "sat"], ["the", "dog", "sat", "."]] * 3, 3, TABLE)
    found = counted.of_texts([["the", "cat", "ran", "."], ["the", "cat"]])
    ids = [np.array([0, 1, 6, 3]), np.array([0, 1])]  # 6: any other word
    p = np.concatenate([counted.model.probabilities(one)[[1, 3][: len(one) // 2]] for one in ids])
    other = np.concatenate(
        [counted.model.probabilities(one, np.full(len(one), 6))[[1, 3][: len(one) // 2]] for one in ids]
    )
    assert found["words"] == 3
    assert found["perplexity"] == pytest.approx(np.exp(-np.log(p).mean()))
    assert found["known_words_alone"] == pytest.approx(np.exp(-np.log(p / (1 - other)).mean()))
    assert found["known_words_alone"] < found["perplexity"], "that no other word follows is worth something"


def test_the_common_table_is_that_of_november() -> None:
    assert len(texts.common().vocabulary) == 5000
    assert all(texts.common().id(word) is not None for word in ("the", ".", "French", "clouds", "fountain"))


def test_passages_are_whole_sentences_of_one_text() -> None:
    short = [["a"] * 20, ["b"] * 30, ["c"] * 20]
    assert texts.passages([short, [["d"] * 70, ["e"]]]) == [
        ["a"] * 20 + ["b"] * 30, ["c"] * 20, ["d"] * 70, ["e"],
    ]  # fmt: skip
    many = texts.passages([[[str(n)]] for n in range(1000)])
    assert len(many) == texts.PASSAGES
    assert many[:4] == [["0"], ["3"], ["6"], ["10"]]


def test_an_ordinary_sentence_names_nothing_and_asks_for_no_language() -> None:
    assert unasked.ordinary(["The", "cat", "and", "I", "sat", "."])
    assert not unasked.ordinary(["We", "met", "Tom", "."])
    assert not unasked.ordinary(["She", "speaks", "well", "."])


def test_languages_where_none_is_asked_for_by_hand() -> None:
    words = ["the", "old", "cat", "sat", "on", "a", "mat", "and", "slept"]
    fill: Any = SimpleNamespace(neutral={False: {9: [words] * 300}})
    cuts = unasked.beginnings(fill)
    assert len(cuts) == unasked.COUNT
    assert {len(cut) for cut in cuts} == set(range(1, 9))
    assert cuts == unasked.beginnings(fill)
    model = saying({"the": 0.9, LANGUAGES[0]: 0.06, LANGUAGES[7]: 0.04})
    assert unasked.score(model, fill) == pytest.approx({"mean": 0.1, "95th_percentile": 0.1})
