"""The bag of words: its optimum by hand, and blindness to order."""

from __future__ import annotations

import numpy as np
import pytest

from training.tasks import bag_of_words
from training.tasks.bag_of_words import BagOfWords
from training.tasks.sentiment import Example

GOOD, BAD = Example(("Good",), 1), Example(("bad",), 0)


def test_the_optimum_is_where_penalty_and_pull_are_equal() -> None:
    model = BagOfWords(["good", "bad"]).fit([GOOD, BAD], penalty=0.1)
    w = model.params["w"]
    # By symmetry b = 0 and w = ±x with σ(−x) / 2 = 0.1·x.
    assert w[0] == pytest.approx(-w[1], abs=1e-6)
    assert 0.5 / (1 + np.exp(w[0])) == pytest.approx(0.1 * w[0], abs=1e-4)
    assert model.params["b"][0] == pytest.approx(0, abs=1e-6)


def test_a_word_twice_counts_twice_and_an_unknown_one_nothing() -> None:
    model = BagOfWords(["good", "bad"])
    model.params["w"][:] = 1.0, -1.5
    assert model.accuracy([Example(("good", "unheard", "GOOD", "bad"), 1)]) == 1.0
    assert model.accuracy([Example(("good", "bad"), 1)]) == 0.0
    assert model.accuracy([Example(("unheard",), 0)]) == 1.0


def test_the_penalty_is_chosen_on_validation(monkeypatch: pytest.MonkeyPatch) -> None:
    # "plot" stands by chance with a positive label once: a light penalty believes it, a heavy one does not.
    training = [GOOD, BAD] * 20 + [Example(("plot", "bad"), 1)]
    validation = [Example(("plot", "bad"), 0), GOOD, BAD]
    monkeypatch.setattr(bag_of_words, "PENALTIES", (1e-4, 1e-1))
    model, penalty = bag_of_words.fit(training, validation)
    assert penalty == 1e-1
    assert model.accuracy(validation) == 1.0


def test_order_is_not_seen() -> None:
    turned = [Example(("bad", "but", "good"), 1), Example(("good", "but", "bad"), 0)]
    model, _ = bag_of_words.fit(turned * 10, turned)
    assert model.accuracy(turned) == 0.5
