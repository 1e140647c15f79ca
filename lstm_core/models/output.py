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
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.errors import InputError, missing
from lstm_core.functional import Array
from lstm_core.layers import dense
from lstm_core.layers.base import Shapes
from lstm_core.models.head import Head, Row, Weighed
from lstm_core.models.number_reader import Series
from lstm_core.models.reading import Reading
from lstm_core.steps import Top

Following = NDArray[np.integer] | None


class Told(NamedTuple):
    """What is said of N hidden states."""

    tops: list[Top]
    bits: Array | None = None  # (N,) −log₂ p of what follows each, NaN where nothing is; None where nothing is expected


class Alone(NamedTuple):
    """What is said of one hidden state, for a model that goes on from there."""

    top: Top
    row: Row | None = None  # the probability of every symbol; None for a forecast


class Teller(ABC):
    """Says what hidden states mean, one text at a time."""

    @abstractmethod
    def probabilities(self, h: Array) -> Array:
        """The distribution over all that can be said, h (…, H) → (…, V); what is no choice has none (InputError)."""

    @abstractmethod
    def tell(self, h: Array, reading: Reading, at: slice, k: int, following: Following = None) -> Told:
        """What is said of h (N, H), the hidden states at the steps ``at`` of ``reading``; ``k`` symbols a step.

        ``following`` (N,): the places of the symbols that come after, −1 for none, where their bits are asked for.
        """

    @abstractmethod
    def leads(self, h: Array, said: Sequence[str]) -> NDArray[np.integer]:
        """(N,) the unit of each row of h (N, H) that does most for what is said of it."""

    @abstractmethod
    def weighed(self, h: Array, said: str) -> Weighed:
        """What is ``said`` of h (H,), as a sum over its units; NotFoundError for what cannot be said."""

    @abstractmethod
    def alone(self, h: Array, reading: Reading, t: int, k: int) -> Alone:
        """What is said of h (H,), the hidden state at step ``t``: the same, in whatever block the step is computed."""


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


class SymbolTeller(Teller):
    """The most probable symbols by a softmax."""

    def __init__(self, head: Head) -> None:
        self.head = head

    def probabilities(self, h: Array) -> Array:
        """See ``Teller.probabilities``."""
        return self.head.probabilities(h)

    def tell(self, h: Array, reading: Reading, at: slice, k: int, following: Following = None) -> Told:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.tell``."""
        return Told(*self.head.tell(h, k, following))

    def leads(self, h: Array, said: Sequence[str]) -> NDArray[np.integer]:
        """See ``Teller.leads``: of z_v = Σ_u O_vu·h_u + b_v, v being said, the u of the largest term."""
        units: NDArray[np.integer] = self.head.terms(h, said).argmax(axis=1)
        return units

    def weighed(self, h: Array, said: str) -> Weighed:
        """See ``Teller.weighed``: its logit."""
        return self.head.weighed(h, said)

    def alone(self, h: Array, reading: Reading, t: int, k: int) -> Alone:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.alone``."""
        row = self.head.alone(h, k)
        return Alone(row.top, row)


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


class ForecastTeller(Teller):
    """The value that comes next."""

    def __init__(self, O: Array, b: Array) -> None:  # noqa: E741 - the matrix of the equation
        self._O, self._b = O.astype(np.float64), b.astype(np.float64)  # (1, H), (1,)

    def probabilities(self, h: Array) -> Array:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.probabilities``: a forecast is a number."""
        raise InputError(
            code="no_choice",
            message="A forecast has no probabilities.",
            expected="A model that says words, letters or classes.",
            action="Read the forecast itself.",
        )

    def tell(self, h: Array, reading: Reading, at: slice, k: int, following: Following = None) -> Told:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.tell``; one entry a step, ``next``."""
        read = series(reading)
        said = np.einsum("nh,h->n", h, self._O[0]) + self._b[0]  # (N,)
        return Told([[("next", value)] for value in (read.values[at] + read.step[at] * said).tolist()])

    def leads(self, h: Array, said: Sequence[str]) -> NDArray[np.integer]:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.leads``: up and down count alike, so of y = Σ_u O_u·h_u + b the u of the largest |O_u·h_u|."""
        units: NDArray[np.integer] = np.abs(self._O[0] * h).argmax(axis=1)
        return units

    def weighed(self, h: Array, said: str) -> Weighed:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.weighed``: the forecast in steps of the series' usual size."""
        if said != "next":
            raise missing("symbol", said, "A forecast says one thing: next.", "symbol")
        return Weighed(self._O[0], float(self._b[0]), None)

    def alone(self, h: Array, reading: Reading, t: int, k: int) -> Alone:
        """See ``Teller.alone``."""
        return Alone(self.tell(h[None], reading, slice(t, t + 1), k).tops[0])


def series(reading: Reading) -> Series:
    """``reading`` as the series that a forecast goes on from; InputError for another kind."""
    if not isinstance(reading, Series):
        raise InputError(
            code="no_series",
            message="What was read is no series of numbers.",
            expected="A forecast goes on from numbers.",
            action="Use a model that reads numbers.",
        )
    return reading
