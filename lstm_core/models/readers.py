"""What a spec reads → the reader of it."""

from __future__ import annotations

from lstm_core.models.letter_reader import LetterReader
from lstm_core.models.number_reader import FEATURES, NumberReader
from lstm_core.models.reading import Reader
from lstm_core.models.spec import ModelSpec
from lstm_core.models.word_reader import WordReader


def reader_of(spec: ModelSpec, table: str = "embedding.E") -> Reader:
    """The reader of words, letters or numbers; ``table`` names the parameter of the first two."""
    if spec.reads == "numbers":
        return NumberReader(spec)
    return (WordReader if spec.reads == "words" else LetterReader)(spec, table)


def width_of(spec: ModelSpec) -> int:
    """How many numbers the reader gives the first layer at each step."""
    return FEATURES if spec.reads == "numbers" else spec.embedding
