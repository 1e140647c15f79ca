"""What a model reads: text in, tokens and their vectors out; one kind of reader each for words, letters and numbers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass

from lstm_core.functional import Array
from lstm_core.tokenizer import Token
from lstm_core.trace import TraceToken


@dataclass(frozen=True)
class Reading:
    """A text as a model reads it: T tokens, and for each the vector x_t that the first layer gets."""

    tokens: list[Token]
    x: Array  # (T, D)

    @property
    def told(self) -> tuple[TraceToken, ...]:
        """The tokens as a trace tells them."""
        return tuple(TraceToken(token.text, token.known) for token in self.tokens)


class Reader(ABC):
    """Turns text into tokens, and tokens into vectors."""

    @abstractmethod
    def encode(self, text: str) -> list[Token]:
        """The tokens of ``text``, at least one; InputError for a text that cannot be read."""

    @abstractmethod
    def read(self, tokens: Sequence[Token]) -> Reading:
        """The vectors of tokens that ``encode`` gave."""
