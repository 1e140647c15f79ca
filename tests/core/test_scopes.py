"""What the shipped models' cards tell a person: texts that work, and notices that come when they should."""

from __future__ import annotations

from random import Random

import pytest

import lstm_core
from lstm_core import zoo
from training.tasks import dates

# For each model texts of which a notice tells, and what its words begin with.
OUTSIDE = {
    "dates": dict.fromkeys(
        ("yesterday", "next friday", "5 May", "May 1998", "noon", "14 October 1066", "32/1/2021", "Monday"),
        "It never saw a date written like this",
    ),
    "english-french": {
        "I like pizza.": "It never learned pizza",
        "The king and the queen and the boy and the girl eat a cake now.": "It learned sentences of at most 12 words",
    },
    "counter": {"aba": "It learned a's followed by b's", "a" * 63: "It learned up to 50 a's"},
    "forecaster": {"1 2 3": "Fewer than 24 numbers"},
    "sentiment-bilstm": {
        "The qzyrland was good.": "Not in its table of words: qzyrland",
        "Is it good?": "It has only two",
    },
    "shakespeare": {"Thou hast 7 €": "It has never seen 7, € in"},
} | {
    name: {"I like Qzyrland": "Not in its table of words: Qzyrland", "Who are you? ": "It answers no questions"}
    for name, card in zoo.manifest().items()
    if card.task == "next-word"
}


def told(name: str, text: str) -> list[str]:
    """The notices of a text, by the model's own reading of it."""
    unknown = [token.text for token in lstm_core.load(name).encode(text) if not token.known]
    return [says for notice in zoo.manifest()[name].notices if (says := notice.told(text, unknown)) is not None]


@pytest.mark.parametrize("name", zoo.manifest())
def test_what_lies_outside_is_told(name: str) -> None:
    for text, begins in OUTSIDE.get(name, {}).items():
        assert any(says.startswith(begins) for says in told(name, text)), text
    assert OUTSIDE.get(name) or not zoo.manifest()[name].notices


@pytest.mark.parametrize("name", zoo.manifest())
def test_of_what_a_model_is_good_at_nothing_is_told(name: str) -> None:
    card = zoo.manifest()[name]
    misspelt = ("Not in its table",)  # that it reads a word by its letters is told of these, too
    for text in (*card.scope.tries, *card.examples):
        assert [says for says in told(name, text) if not says.startswith(misspelt)] == [], text
    assert len(set(card.scope.tries)) == 3


def test_every_writing_of_a_date_that_was_learned_is_taken_as_one() -> None:
    random, (notice,) = Random(11), zoo.manifest()["dates"].notices
    for n in range(5000):
        text = "".join(dates.pair(random, held_out=n % 2 == 0).source)
        assert notice.told(text.upper() if n % 3 == 0 else text) is None, text
