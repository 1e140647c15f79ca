"""The output: hidden states to what a model says, forwards and back.

    z = O·h_t + b                 symbols: logits, O (V, H), b (V,)
    z = E·(P·h_t + p) + b         the same tied to the word table, E (V, D), P (D, H), p (D,)
    z = O·h_t + b                 a forecast: one number, in steps of the series' usual size, O (1, H)

Tied: Inan, Khosravi & Socher 2017, Press & Wolf 2017. What a model says at a step is told by a ``Teller``, made once
from the parameters.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from lstm_core.errors import missing
from lstm_core.functional import Array
from lstm_core.layers import dense
from lstm_core.layers.base import Shapes
from lstm_core.models.head import Head
from lstm_core.models.reading import Reading
from lstm_core.models.teller import ForecastTeller, SymbolTeller, Teller, series


class Output(ABC):
    """Hidden states (…, H) to z (…, V), and back."""

    @abstractmethod
    def shapes(self) -> Shapes:
        """The shape of each of its parameters, by its whole name."""

    @abstractmethod
    def forward(self, params: Mapping[str, Array], h: Array) -> tuple[Array, Any]:
        """(z (…, V), what ``backward`` needs)."""

    @abstractmethod
    def backward(self, params: Mapping[str, Array], cache: Any, dz: Array) -> tuple[Array, dict[str, Array]]:
        """(dh (…, H), the derivatives by its parameters) from dz (…, V)."""

    @abstractmethod
    def teller(self, params: Mapping[str, Array]) -> Teller:
        """Its parameters laid out for saying what comes."""

    @abstractmethod
    def seed(self, said: str | None, reading: Reading, t: int) -> Array:
        """dz (V,) of what is asked about: the logit of the symbol ``said``, or the forecast made at step ``t``."""


class Symbols(Output):
    """One logit for each of V ``symbols``."""

    def __init__(self, symbols: Sequence[str], width: int) -> None:
        self.symbols, self.width = tuple(symbols), width

    def shapes(self) -> Shapes:
        """See ``Output.shapes``."""
        return {"head.O": (len(self.symbols), self.width), "head.b": (len(self.symbols),)}

    def forward(self, params: Mapping[str, Array], h: Array) -> tuple[Array, Any]:
        """See ``Output.forward``."""
        return dense.forward(params["head.O"], params["head.b"], h), h

    def backward(self, params: Mapping[str, Array], cache: Any, dz: Array) -> tuple[Array, dict[str, Array]]:
        """See ``Output.backward``; the cache is h."""
        dh, dO, db = dense.backward(params["head.O"], cache, dz)
        return dh, {"head.O": dO, "head.b": db}

    def teller(self, params: Mapping[str, Array]) -> Teller:
        """See ``Output.teller``."""
        return SymbolTeller(Head(params["head.O"], params["head.b"], self.symbols))

    def seed(self, said: str | None, reading: Reading, t: int) -> Array:  # noqa: ARG002 - the shape of every output
        """See ``Output.seed``."""
        if said not in self.symbols:
            raise missing("symbol", said, "A derivative is of a symbol that the model can say.", field="of")
        dz = np.zeros(len(self.symbols))  # (V,)
        dz[self.symbols.index(said)] = 1
        return dz


class TiedSymbols(Symbols):
    """One logit for each word of the table that is read, by the same table (V, D)."""

    def __init__(self, symbols: Sequence[str], width: int, embedding: int, table: str = "embedding.E") -> None:
        super().__init__(symbols, width)
        self.embedding, self.table = embedding, table

    def shapes(self) -> Shapes:
        """See ``Output.shapes``; the table is the reader's."""
        return {"head.P": (self.embedding, self.width), "head.p": (self.embedding,), "head.b": (len(self.symbols),)}

    def forward(self, params: Mapping[str, Array], h: Array) -> tuple[Array, Any]:
        """See ``Output.forward``."""
        u = dense.forward(params["head.P"], params["head.p"], h)  # (…, D)
        return u @ params[self.table].T + params["head.b"], (h, u)

    def backward(self, params: Mapping[str, Array], cache: Any, dz: Array) -> tuple[Array, dict[str, Array]]:
        """See ``Output.backward``; the cache is (h, u)."""
        h, u = cache
        E, P = params[self.table], params["head.P"]
        flat = dz.reshape(-1, dz.shape[-1])  # (N, V)
        dh, dP, dp = dense.backward(P, h, dz @ E)
        grads = {self.table: flat.T @ u.reshape(-1, u.shape[-1]), "head.P": dP, "head.p": dp}
        return dh, grads | {"head.b": flat.sum(axis=0)}

    def teller(self, params: Mapping[str, Array]) -> Teller:
        """See ``Output.teller``."""
        return SymbolTeller(Head.tied(params, self.symbols, self.table))


class Forecast(Symbols):
    """One number y_t: v_{t+1} = v_t + s_t·y_t, in the units of the series; see ``number_reader``."""

    def __init__(self, width: int) -> None:
        super().__init__(("next",), width)

    def teller(self, params: Mapping[str, Array]) -> Teller:
        """See ``Output.teller``."""
        return ForecastTeller(params["head.O"], params["head.b"])

    def seed(self, said: str | None, reading: Reading, t: int) -> Array:
        """See ``Output.seed``: ∂v_{t+1}/∂y_t = s_t."""
        dz: Array = super().seed(said or "next", reading, t) * series(reading).step[t]
        return dz
