"""What was measured, in sentences: their figures are the cards' own."""

from __future__ import annotations

import re

import pytest

from lstm_core import zoo
from lstm_core.zoo.sayings import SAYINGS, figure, percent, sayings, times

#: Scores that are the basis of others, or stand in a sentence with others.
BESIDE = {"perplexity", "coverage"}


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (0.0, "never"),
        (0.0004, "never"),
        (0.001, "once in 1,000"),
        (0.004, "4 times in 1,000"),
        (0.01, "once in 100"),
        (0.496, "50 times in 100"),
        (0.99, "99 times in 100"),
        (0.9915, "992 times in 1,000"),
        (0.9996, "every time"),
        (1.0, "every time"),
    ],
)
def test_a_share_is_told_as_a_count(share: float, said: str) -> None:
    assert times(share) == said


@pytest.mark.parametrize("share", [-0.1, 1.1, float("nan")])
def test_what_is_no_share_is_refused(share: float) -> None:
    with pytest.raises(ValueError, match="has to be from 0 to 1"):
        times(share)


def test_figures_are_short() -> None:
    assert [percent(0.00123), percent(0.061), percent(0.4947), percent(1)] == ["0.12 %", "6.1 %", "49 %", "100 %"]
    assert [figure(122.4377), figure(46.28), figure(0.485), figure(1.0)] == ["122", "46.3", "0.485", "1"]


def test_sentences_hold_the_scores_figures() -> None:
    scores = {
        "language_at_distance": {"5": 1.0, "80": 0.9915, "120": 0.973},
        "articles": {"hold": 12, "of": 13, "surest_wrong_guess": 0.4947},
        "typed_by_visitors": {"all": {"top1": 0.3833, "choice": 0.6333, "top5": 0.7083, "sentences": 120}},
        "units": {"name": {"state": "c", "unit": 107, "auc": 0.9984, "untrained": 0.9008, "named": True}},
        "of_another_kind": 3,
    }
    assert list(sayings(scores)) == [
        "Names the right language 5 words after the country every time; 80 words after the country 992 times in 1,000; "
        "120 words after the country 97 times in 100.",
        "Of 120 sentences as visitors type them, its first guess is right in 46, one of its first five in 85; asked to "
        "choose among a few words, it is right in 76.",
        "Of the 13 sentences of well-known articles 12 come out right. Of what it got wrong it was 49 % sure at most.",
        "Unit 107 of c follows “name”: of two letters, one where it is so and one where it is not, it tells which is "
        "which 998 times in 1,000; the best unit before training 90 times in 100.",
    ]


@pytest.mark.parametrize("card", zoo.manifest().values(), ids=lambda card: card.name)
def test_every_score_of_a_shipped_model_is_told(card: zoo.ModelCard) -> None:
    assert set(card.scores) <= set(SAYINGS) | BESIDE
    told = list(sayings(card.scores))
    assert len(told) >= len(set(card.scores) - BESIDE)
    assert all(re.fullmatch(r"[A-Z“].*\.", said) for said in told)
