"""Reads letters: one step each, by a table of letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from lstm_core.errors import InputError
from lstm_core.functional import Array
from lstm_core.joining import NEWLINE
from lstm_core.layers import lookup
from lstm_core.layers.base import Shapes
from lstm_core.layers.codes import Codes
from lstm_core.models.reading import Reader, Reading, ids_of
from lstm_core.models.spec import ModelSpec
from lstm_core.tokenizer import Token, nfc


class LetterReader(Reader):
    """x_t = E[letter]; zero for a letter that the table lacks. A capital is read as small where only that is known."""

    def __init__(self, spec: ModelSpec, table: str = "embedding.E") -> None:
        self.table, self.width = table, spec.embedding
        self._ids = {letter: n for n, letter in enumerate(spec.vocabulary)}

    def shapes(self) -> Shapes:
        """See ``Reader.shapes``."""
        return {str(self.table): (len(self._ids), self.width)}

    def encode(self, text: str) -> list[Token]:
        """See ``Reader.encode``; a line break becomes ``↵``. InputError: ``empty_text``, ``control_character``."""
        if not isinstance(text, str) or not text.strip():
            raise _refuse("empty_text", "The text has no letter.", "A text of one letter or more.", "Type something.")
        plain = nfc(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        return [self._token(letter, at) for at, letter in enumerate(plain)]

    def _token(self, letter: str, at: int) -> Token:
        shown = NEWLINE if letter == "\n" else letter
        if unicodedata.category(shown) in ("Cc", "Cs"):
            raise _refuse(
                "control_character",
                f"The text holds the control character U+{ord(letter):04X} at position {at}.",
                "A text is made of visible characters, spaces and line breaks.",
                "Remove that character.",
            )
        found = self._ids.get(shown, self._ids.get(shown.lower()))
        return Token(shown, shown, found, found is not None, at, at + 1)

    def read(self, params: Mapping[str, Array], tokens: Sequence[Token]) -> Reading:
        """See ``Reader.read``."""
        ids = ids_of(tokens)
        return Reading(list(tokens), self.forward(params, Codes(ids))[0], ids)

    def forward(self, params: Mapping[str, Array], codes: Codes) -> tuple[Array, lookup.Cache]:
        """See ``Reader.forward``."""
        return lookup.forward(params[str(self.table)], codes)

    def backward(
        self, params: Mapping[str, Array], codes: Codes, cache: lookup.Cache, d_given: Array
    ) -> dict[str, Array]:
        """See ``Reader.backward``."""
        table = str(self.table)
        return {table: lookup.backward(len(params[table]), codes, cache, d_given, {})[0]}


def _refuse(code: str, message: str, expected: str, action: str) -> InputError:
    return InputError(code=code, message=message, expected=expected, action=action, field="text")
