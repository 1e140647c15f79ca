"""What a model says of its hidden states: symbols by a softmax, or the number that comes next."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.errors import InputError, missing
from lstm_core.functional import Array
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
    def slopes(self, said: Sequence[str], reading: Reading, at: Sequence[int]) -> Array:
        """(N, H) the derivative of what is ``said`` at each of the steps ``at`` by what is heard there.

        NotFoundError for what cannot be said.
        """

    @abstractmethod
    def alone(self, h: Array, reading: Reading, t: int, k: int) -> Alone:
        """What is said of h (H,), the hidden state at step ``t``: the same, in whatever block the step is computed."""


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

    def slopes(self, said: Sequence[str], reading: Reading, at: Sequence[int]) -> Array:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.slopes``: ∂z_v/∂h = O_v."""
        return self.head.rows(said)

    def alone(self, h: Array, reading: Reading, t: int, k: int) -> Alone:  # noqa: ARG002 - the shape of every teller
        """See ``Teller.alone``."""
        row = self.head.alone(h, k)
        return Alone(row.top, row)


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
        self._check(said)
        return Weighed(self._O[0], float(self._b[0]), None)

    def slopes(self, said: Sequence[str], reading: Reading, at: Sequence[int]) -> Array:
        """See ``Teller.slopes``: ∂v_{t+1}/∂h_t = s_t·O."""
        for symbol in said:
            self._check(symbol)
        rows: Array = series(reading).step[list(at), None] * self._O[0]
        return rows

    def _check(self, said: str) -> None:
        if said != "next":
            raise missing("symbol", said, "A forecast says one thing: next.", "symbol")

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
