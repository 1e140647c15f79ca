"""A convolution over the letters of each word in front of the recurrent layers: no word is unknown.

    x_t = letter CNN of word t          see ``lstm_core.layers.spelling``; used for every word, in the table or not
    h_t = cell(x_t)
    said at t: softmax tied to the word table

After Kim et al. 2016, "Character-Aware Neural Language Models". T words, F filters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers.codes import Codes
from lstm_core.layers.spelling import Spelling
from lstm_core.models import stacked
from lstm_core.models.architecture import Architecture, register
from lstm_core.models.composition import READER, Composition, Wire
from lstm_core.models.reading import Reading
from lstm_core.models.spec import LettersSpec, ModelSpec
from lstm_core.models.word_reader import Words
from lstm_core.tokenizer import Token


class Speller(Words):
    """Gives the first layer the words themselves: the letter CNN is a layer. Its table serves the output alone."""

    def read(self, params: Mapping[str, Array], tokens: Sequence[Token]) -> Reading:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.read``."""
        return Reading(list(tokens), Codes(-1 - np.arange(len(tokens)), [token.word for token in tokens]))

    def room(self, reading: Reading, further: int) -> Reading:
        """See ``Reader.room``."""
        codes: Codes = reading.given
        return replace(reading, given=Codes(-1 - np.arange(len(codes.ids) + further), list(codes.spelled)))

    def put(self, params: Mapping[str, Array], reading: Reading, t: int, token: Token) -> None:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.put``."""
        reading.given.spelled.append(token.word)

    def forward(self, params: Mapping[str, Array], codes: Codes) -> tuple[Codes, None]:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.forward``."""
        return codes, None

    def backward(self, params: Mapping[str, Array], codes: Codes, cache: None, d_given: None) -> dict[str, Array]:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.backward``: letters have no derivative."""
        return {}


def compose(spec: ModelSpec) -> Composition:
    """This file's equations."""
    cnn = spec.letters or LettersSpec("", 1, 1, 1)  # a spec of this architecture is refused without
    letters = Wire(Spelling("letters", cnn.filters, cnn.dim, cnn.width, spec.embedding, cnn.alphabet))
    wires = (letters, *stacked.upwards(spec, "letters", spec.embedding))
    return Composition({READER: Speller(spec)}, wires, (wires[-1].layer.name,), stacked.output_of(spec))


def misfit(spec: ModelSpec) -> str | None:
    """It reads by letters, and a layer may not have the filters' name."""
    if spec.letters is None:
        return "a cnn_lstm needs letters"
    if any(layer.name == "letters" for layer in spec.layers):
        return "“letters” is the name of the filters' layer"
    return stacked.misfit(spec)


CNN_LSTM = register(Architecture("cnn_lstm", (("next-word", "words"),), stacked.layers, compose, misfit))
