"""What the manifest claims of the typed sentences is what the shipped weights do."""

from __future__ import annotations

import pytest

import lstm_core
from lstm_core import zoo
from tests.training.constant import saying
from training.score import rounded
from training.scores import articles, classifiers, counters
from training.scores.typed import LISTS, TYPED, cases, judged, typed

CLAIMS = [(name, claim) for name, card in zoo.manifest().items() for claim in LISTS if claim in card.scores]


@pytest.mark.parametrize(("name", "claim"), CLAIMS)
def test_the_claims_can_be_repeated(name: str, claim: str) -> None:
    assert zoo.manifest()[name].scores[claim] == rounded(typed(lstm_core.load(name), LISTS[claim]))


def test_the_typed_sentiments_can_be_repeated() -> None:
    name = "sentiment-bilstm"
    assert zoo.manifest()[name].scores["typed"] == classifiers.typed(lstm_core.load(name))


def test_the_counter_counts_as_far_as_it_is_said_to() -> None:
    claimed = zoo.manifest()["counter"].scores
    assert claimed["counts_right_up_to"] >= 30
    assert claimed == rounded(counters.score(lstm_core.load("counter"), TYPED))


READERS = [name for name, card in zoo.manifest().items() if card.task == "next-word"]


@pytest.mark.parametrize("name", READERS)
def test_the_articles_sentences_can_be_repeated(name: str) -> None:
    assert zoo.manifest()[name].scores["articles"] == rounded(articles.score(lstm_core.load(name)))


@pytest.mark.parametrize("name", LISTS.values())
def test_the_lists_are_whole(name: str) -> None:
    assert len(cases(name)) == {"sentences": 70, "blind": 72, "visitors": 120}[name]
    for case in cases(name):
        assert set(case) == {"family", "text", "answers", "choices"}
        assert case["answers"]
        assert not case["text"].endswith(" ")
        assert case["choices"] is None or set(case["answers"]) & set(case["choices"])


def test_what_counts_as_right() -> None:
    """By hand, of a model that says after every text: Paris 0.4, the 0.3, a 0.2, French 0.1, London 0."""
    model = saying({"Paris": 0.4, "the": 0.3, "a": 0.2, "French": 0.1, "London": 0, "x": 0, "y": 0})
    lists = [
        {"answers": ["paris"], "choices": None},
        {"answers": ["French"], "choices": ["French", "London"]},
        {"answers": ["London"], "choices": ["the", "London"]},
        {"answers": ["y"], "choices": ["z", "y"]},
    ]
    assert [list(judged(model, {"text": "x"} | case).values()) for case in lists] == [
        [True, True, True], [False, True, True], [False, False, True], [False, True, False],
    ]  # fmt: skip
    groups = {"cities": ["London", "Paris", "Rome"]}

    def holds(**sentence: object) -> bool:
        return articles.judged(model, {"text": "x", **sentence}, groups).holds

    assert holds(answers=["the"], first=2)
    assert not holds(answers=["a"], first=2)
    assert holds(answers=["Paris"], first=1, before=["cities", "French"])
    assert holds(answers=["a"], before=["French"])
    assert not holds(answers=["French"], before=["a"])
    assert not holds(answers=["Rome"], before=["nobody"]), "a word that the table lacks is before nothing"
    assert articles.judged(model, {"text": "x", "answers": ["the"], "first": 1}, groups)[1:3] == (False, "Paris")
