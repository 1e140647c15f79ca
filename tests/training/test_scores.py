"""What the manifest claims of the typed sentences is what the shipped weights do."""

from __future__ import annotations

import json

import pytest

import lstm_core
from lstm_core import zoo
from training.score import rounded
from training.scores import classifiers, counters
from training.scores.readers import TYPED, typed

LISTS = {"typed_by_us": "sentences", "typed_by_another_hand": "blind"}
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


@pytest.mark.parametrize("name", LISTS.values())
def test_the_lists_are_whole(name: str) -> None:
    cases = json.loads((TYPED / f"{name}.json").read_text(encoding="utf-8"))
    assert len(cases) >= 60
    for case in cases:
        assert set(case) == {"family", "text", "answers", "choices"}
        assert case["answers"]
        assert not case["text"].endswith(" ")
        assert case["choices"] is None or set(case["answers"]) & set(case["choices"])
