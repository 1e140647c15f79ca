"""None of the articles' sentences stands in what the readers learn from; and the search would find them."""

from __future__ import annotations

import json

import pytest

from lstm_core.tokenizer import tokenize
from training.scores import articles, searched


def documents(*texts: str) -> list[list[str]]:
    return [tokenize(text) for text in texts]


FULL = [text for case in articles.read()["sentences"] for text in [f"{case['text']} {case['answers'][0]}"]]


@pytest.mark.parametrize("text", FULL)
def test_a_sentence_is_found_whatever_its_marks_and_capitals(text: str) -> None:
    told = " ".join(tokenize(text))
    assert told in searched.found_in(documents("It rains.", f"Well, {text.upper().replace('.', ' - ')}!"))
    assert told not in searched.found_in(documents(text.rpartition(" ")[0], text.partition(" ")[2]))


FILLED = {
    "Tom is a year older than Ilona. Ilona is Polish. Yesterday she fell.": "Vignesh is a year older than Maria .",
    "So he grew up in the Kingdom of Spain.": "He grew up in the United States of America",
    "I have been staying in New Zealand for the last thirty-two years. I can speak fluently Dutch.": "I have been",
    "I grew up in Turkey. I still have a home in Rio.": "I grew up in France . I still have a home in Paris",
}
SMALL = "Yesterday she was there, so he can speak of the last year and still fluently."


@pytest.mark.parametrize("text", FILLED)
def test_other_names_and_numbers_are_found_too(text: str) -> None:
    (found,) = searched.templates(documents(text, SMALL.lower()))
    assert found.startswith(FILLED[text])
    assert searched.found_in(documents(text)) == []


def test_other_words_are_not_taken_for_names() -> None:
    assert (
        searched.templates(documents("She grew up in Spain.", "I grew up in Spain. I have a home in Rome.", "he, she"))
        == []
    )
    small = searched.written_small(documents("The old man and the sea", "the"))
    assert small == {"old", "man", "and", "the", "sea"}
    assert searched.classed(tokenize("The old Man of the Isle of Man, 206 and one"), small) == (
        " the old man of <name> of man <number> "
    )


def test_no_sentence_stands_in_what_the_generator_makes() -> None:
    made = searched.generated(searched.fillers(), 4000)
    assert searched.found_in(made) == []
    assert searched.templates(made) == []


def test_the_record_is_of_these_sentences_and_this_generator_and_nothing_was_found() -> None:
    record = json.loads(searched.RECORD.read_text(encoding="utf-8"))
    again = "run python -m training.score --data … --part searched"
    assert record["sentences"] == searched.digest(searched.sentences()), again
    assert record["corpus"] == searched.corpus_digest(), again
    assert record["texts"]["words"] > 3_000_000
    assert [record[part]["found"] for part in ("texts", "generated", "templates")] == [[], [], []]
    assert min(record[part]["documents"] for part in ("generated", "templates")) >= 100_000
