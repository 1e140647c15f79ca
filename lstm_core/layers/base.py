"""What every layer between a model's reader and its output is: a kind, declared signals, and one way forwards and back.

A layer holds no weights: it is started on weights that it has prepared once. A started layer computes its steps when
they are asked for, some or all, for one text or for a batch of them, so that a stream, a whole trace and training share
one path; and it knows the way back. T steps, H units, I inputs; "…" is nothing for one text, (B,) for a batch.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import numpy as np

from lstm_core.cells import Clamping, Signal
from lstm_core.errors import missing
from lstm_core.functional import Array
from lstm_core.layers.swept import PLAIN, Entering, Handed, How, Swept
from lstm_core.steps import LayerTrace

Shapes = dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Given:
    """What a layer is started on.

    ``x`` is what it reads at each step: (T, …, I) or, for a layer that reads words and not vectors, their ``Codes``; it
    may be filled in while the layer is at work, as long as a row is there before its step is computed.
    """

    x: Any
    wx: Array | None = None  # W·x + b, (T, G·H), where it is known already
    lengths: Array | None = None  # (B,) steps of each text of a batch; None: all are whole
    initial: Any = None  # the states to begin with; None: zeros
    held: Mapping[int, Clamping] = field(default_factory=dict)  # row → the valves held there


class LayerGradients(NamedTuple):
    """The derivatives of one number by all that a layer had to do with."""

    x: Any  # (T, …, I); None where what it reads has no derivative
    params: dict[str, Array]
    initial: Any  # by its initial states; None where it has none
    states: dict[str, Array]  # by each state as it is after each step, (T, …, H), if they were kept


class Started(ABC):
    """A layer at work."""

    output: Array  # (T, …, H), aligned on what is read; rows are right once they are computed

    @abstractmethod
    def advance(self, start: int, stop: int) -> None:
        """Computes steps start … stop−1; those before are done. Of a backward layer all steps are asked for at once."""

    @abstractmethod
    def last(self) -> Any:
        """Its states after the last step, for a layer that goes on from there; None where it has none."""

    @abstractmethod
    def trace(self, span: tuple[int, int] | None = None) -> LayerTrace:
        """The layer as a trace tells it: views on what is recorded."""

    @abstractmethod
    def backward(self, d_output: Array, d_last: Any = None, keep: bool = False) -> LayerGradients:
        """The derivatives from those by the output (T, …, H), and by the states that were handed on.

        ``keep``: those by the states after each step, too.
        """

    def sweep(self, entering: Entering, handed: Handed | None = None, how: How = PLAIN) -> Swept:  # noqa: ARG002 - for layers that hand on states
        """The derivatives of many targets, rows as the words are read.

        Here one after another, by ``backward``, of no belt, and never clipped.
        """
        found = [self.backward(entering.d_output[:, b], keep=True) for b in range(entering.d_output.shape[1])]
        states = {name: np.stack([back.states[name] for back in found], axis=1) for name in found[0].states}
        x = None if found[0].x is None else np.stack([back.x for back in found], axis=1)  # (T, B, I)
        return Swept(x, states, {})


class Layer(ABC):
    """One layer of a model as it is declared."""

    kind: str  # recurrent, convolution, …: what a page has a picture for
    name: str  # layer0, forward, encoder, …
    cell: str  # what it computes, e.g. lstm
    title: str  # the same in words
    short: str  # in few words
    direction: str  # forward or backward
    units: int  # H
    inputs: int  # I
    states: tuple[str, ...]  # what one step hands to the next
    valves: tuple[str, ...]  # the gates and states that can be held
    signals: tuple[Signal, ...]

    @abstractmethod
    def parameters(self) -> Shapes:
        """The shape of each of its parameters, by a name without the layer's."""

    @abstractmethod
    def prepare(self, params: Mapping[str, Array]) -> Any:
        """Its parameters laid out for running; made once for a model, at each step of a training."""

    @abstractmethod
    def start(self, weights: Any, given: Given) -> Started:
        """The layer at work on ``given``; no step is computed yet."""

    def signal(self, name: str) -> Signal:
        """The declaration of a signal; NotFoundError if the layer has none of that name."""
        found = {signal.name: signal for signal in self.signals}
        if name not in found:
            raise missing("signal", name, f"The signals of {self.name} are: {', '.join(found)}.")
        return found[name]
