"""What a model wrote, put after the text: as one writes it, and read together it is the same tokens again."""

from __future__ import annotations

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

import lstm_core
from lstm_core.joining import continued
from lstm_core.models import Model
from lstm_core.tokenizer import WordTokenizer, normalise, tokenize


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("The clouds are in the", "sky .", " sky."),
        ("The clouds are in the ", "sky .", "sky."),
        ("She is", "Anna 's sister , and", " Anna's sister, and"),
        ("She", "'s here !", "'s here!"),
        ("She said", ', " Come in , " and " sit " .', ', "Come in," and "sit".'),
        ('"Come in', ', " she said', '," she said'),
        ('She said "', 'yes " .', 'yes".'),
        ("Wait", ". . . … … no", ". . .…… no"),
        ("Wait...", ". no", " . no"),
        ("well", "- known ( here ) [ there ]", " - known (here) [there]"),
        ("It is 3", ". 5 , 000 : 10", ". 5, 000: 10"),
        ("the boys", "' s 's", " ' s's"),
        ("line\n", "two", "two"),
        ("the", "", ""),
    ],
)
def test_words_as_one_writes_them(text: str, said: str, expected: str) -> None:
    assert continued("next-word", text, said.split()) == expected
    assert tokenize(text + expected) == [*tokenize(text), *tokenize(said)]


def test_letters_and_numbers() -> None:
    assert continued("next-letter", "ab", ["c", " ", "↵", "d"]) == "c \nd"
    assert continued("forecast", "1 2,", ["3.5", "-4"]) == " 3.5 -4"
    assert continued("forecast", "1 2", []) == continued("class", "1 2", []) == ""


@pytest.fixture(scope="module")
def reader() -> Model:
    return lstm_core.load("reader-32")


MARKS = (".", ",", "!", "?", ";", ":", "…", ")", "(", "]", "[", '"', "'", "-", "'s", "3", "10", "&", "$", "’", "don't")


def test_any_words_of_the_table_are_read_again(reader: Model) -> None:
    """Whatever it might write: marks in any order, words of the shipped table, after texts of any kind."""
    tokenizer = WordTokenizer(reader.spec.vocabulary)
    words = [word for word in reader.spec.vocabulary if [normalise(word)] == tokenize(word)]
    assert len(words) > 0.99 * len(reader.spec.vocabulary)
    any_word = st.sampled_from(MARKS) | st.sampled_from(words)
    texts = st.sampled_from(
        ["the", 'he said "', "3.", "...", "it's (", "a-", "café ", "Anna's\n", "–", "10:"]
    ) | st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=12)

    @settings(max_examples=600, deadline=None, database=None, derandomize=True)
    @given(texts.filter(tokenize), st.lists(any_word, max_size=12))
    def one(text: str, said: list[str]) -> None:
        whole = text + continued("next-word", text, said)
        assert tokenize(whole) == [*tokenize(text), *(normalise(word) for word in said)]
        ids = [token.id for token in tokenizer.encode(whole)]
        assert ids[len(ids) - len(said) :] == [tokenizer.id(word) for word in said]

    one()
