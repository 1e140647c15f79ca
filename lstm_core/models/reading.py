"""What a model reads: text in, tokens and what its first layer is given out.

One kind of reader each for words, letters and numbers. A reader holds no weights; like every part of a model it knows
the way forwards and the way back.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array
from lstm_core.layers.base import Shapes
from lstm_core.steps import TraceToken
from lstm_core.tokenizer import Token


@dataclass(frozen=True)
class Reading:
    """A text as a model reads it: T tokens, and what its first layer is given of them."""

    tokens: list[Token]
    given: Any  # x (T, D), a vector for each token; or Codes, for a layer that reads these
    ids: NDArray[np.integer] | None = None  # (T,) places in the table, −1 where it lacks a token; None without a table

    @cached_property
    def told(self) -> tuple[TraceToken, ...]:
        """The tokens as a trace tells them."""
        return tuple(TraceToken(token.text, token.known) for token in self.tokens)


def ids_of(tokens: Sequence[Token]) -> NDArray[np.integer]:
    """(T,) each token's place in the table, −1 where it has none."""
    return np.array([-1 if token.id is None else token.id for token in tokens])


class Reader(ABC):
    """Turns text into tokens, and tokens into what the first layer is given."""

    table: str | None = None  # the parameter that is its table, where it has one

    @abstractmethod
    def shapes(self) -> Shapes:
        """The shape of each of its parameters, by its whole name."""

    @abstractmethod
    def encode(self, text: str) -> list[Token]:
        """The tokens of ``text``, at least one; InputError for a text that cannot be read."""

    @abstractmethod
    def read(self, params: Mapping[str, Array], tokens: Sequence[Token]) -> Reading:
        """One text's tokens; each is read alike, whatever stands beside it."""

    def room(self, reading: Reading, further: int) -> Reading:
        """``reading`` with rows left for ``further`` tokens, which ``put`` fills."""
        given = np.concatenate([reading.given, np.zeros((further, *reading.given.shape[1:]), reading.given.dtype)])
        ids = None if reading.ids is None else np.append(reading.ids, np.full(further, -1))
        return replace(reading, given=given, ids=ids)

    def put(self, params: Mapping[str, Array], reading: Reading, t: int, token: Token) -> None:
        """Reads ``token`` at step t, those before it being read."""
        one = self.read(params, [token])
        reading.given[t] = one.given[0]
        if reading.ids is not None and one.ids is not None:
            reading.ids[t] = one.ids[0]

    @abstractmethod
    def forward(self, params: Mapping[str, Array], codes: Any) -> tuple[Any, Any]:
        """(what the first layer is given, what ``backward`` needs) of a batch of texts."""

    @abstractmethod
    def backward(self, params: Mapping[str, Array], codes: Any, cache: Any, d_given: Any) -> dict[str, Array]:
        """The derivatives by its parameters, by name, from those by what it gave."""
