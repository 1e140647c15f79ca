"""What a model says at each step: the most probable words or letters, or a number."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

import numpy as np

from lstm_core.functional import Array
from lstm_core.models.head import Head
from lstm_core.models.number_reader import Series
from lstm_core.models.reading import Reading
from lstm_core.models.spec import ModelSpec
from lstm_core.trace import Top


class Output(ABC):
    """Hidden states to what is said."""

    @abstractmethod
    def tops(self, h: Array, reading: Reading, at: slice, k: int) -> list[Top]:
        """What is said of h (N, H), the hidden states at the steps ``at`` of ``reading``; ``k`` symbols a step."""


class Symbols(Output):
    """The next word or letter by a softmax."""

    def __init__(self, head: Head) -> None:
        self.head = head

    def tops(self, h: Array, reading: Reading, at: slice, k: int) -> list[Top]:  # noqa: ARG002 - the shape of every output
        """See ``Output.tops``."""
        return self.head.top(h, k)


class Forecast(Output):
    """v_{t+1} = v_t + s_t·(O·h_t + b), in the units of the series; see ``number_reader``."""

    def __init__(self, O: Array, b: Array) -> None:  # noqa: E741 - the matrix of the equation
        self._O, self._b = O.astype(np.float64), b.astype(np.float64)  # (1, H), (1,)

    def tops(self, h: Array, reading: Reading, at: slice, k: int) -> list[Top]:  # noqa: ARG002 - the shape of every output
        """See ``Output.tops``; one entry a step, ``next``."""
        if not isinstance(reading, Series):
            raise TypeError("a forecast needs a series")
        said = np.einsum("nh,h->n", h, self._O[0]) + self._b[0]  # (N,)
        return [[("next", value)] for value in (reading.values[at] + reading.step[at] * said).tolist()]


def of(spec: ModelSpec, params: Mapping[str, Array]) -> Output:
    """The output that ``spec`` asks for."""
    if spec.task == "forecast":
        return Forecast(params["head.O"], params["head.b"])
    if spec.reads == "words":
        return Symbols(Head.tied(params, spec.vocabulary))
    return Symbols(Head(params["head.O"], params["head.b"], spec.vocabulary))
