"""What a spec reads → the reader of it."""

from __future__ import annotations

from collections.abc import Mapping

from lstm_core.functional import Array
from lstm_core.models.letter_reader import LetterReader
from lstm_core.models.number_reader import NumberReader
from lstm_core.models.reading import Reader
from lstm_core.models.spec import ModelSpec
from lstm_core.models.word_reader import WordReader


def reader_of(spec: ModelSpec, params: Mapping[str, Array], table: str = "embedding.E") -> Reader:
    """The reader of words, letters or numbers; ``table`` names the weights of the first two."""
    if spec.reads == "numbers":
        return NumberReader(spec.dtype)
    return (WordReader if spec.reads == "words" else LetterReader)(params, spec, table)
