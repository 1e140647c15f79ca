"""A model at work on one text: steps one by one, or a whole trace. T steps.

Making a run takes the text apart and checks the clamps; nothing is computed before a step is asked for.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_core.clamps import Clamp, holds
from lstm_core.functional import Array
from lstm_core.layers.base import Given, Started
from lstm_core.models.composition import READER
from lstm_core.models.prepared import PreparedModel
from lstm_core.models.reading import Reading, ids_of
from lstm_core.sampling import Writing
from lstm_core.steps import Answer, LayerTrace, Step, Top, TraceToken, step_of
from lstm_core.threads import one_blas_thread
from lstm_core.tokenizer import Token
from lstm_core.trace import Trace

TOP = 10  # most probable symbols kept a step unless asked otherwise
BLOCK = 128  # steps whose next words are found together when a whole trace is asked for


class Run(ABC):
    """A model at work on one text. Steps are computed as they are asked for."""

    writing: Writing | None = None  # how it goes on after the text

    def __init__(self, model: PreparedModel, text: str, clamps: tuple[Clamp, ...], top: int) -> None:
        self.model, self.text, self.clamps, self.top = model, text, clamps, top
        self.read: Sequence[Token] = model.reader.encode(text)  # what is read, without what is said

    @cached_property
    def reading(self) -> Reading:
        """What is read, and what the first layer is given of it."""
        return self.model.reader.read(self.model.params, self.read)

    @property
    def tokens(self) -> tuple[TraceToken, ...]:
        """One a step: what is read, and then what is said by a model that writes."""
        return self.reading.told

    @property
    @abstractmethod
    def started(self) -> Mapping[str, Started]:
        """The layers at work, by name."""

    @property
    @abstractmethod
    def layers(self) -> tuple[LayerTrace, ...]:
        """Every layer; its signals are filled in as steps are computed."""

    @abstractmethod
    def advance(self, start: int, stop: int) -> None:
        """Computes the signals of steps start … stop−1, those before being done."""

    @abstractmethod
    def predictions(self, start: int, stop: int) -> list[Top]:
        """What the model says at steps start … stop−1, which are computed."""

    @abstractmethod
    def heard_at(self, t: int | None) -> list[int]:
        """The row of each layer that the output hears, in what is said at step t or, with None, of the whole."""

    def answer(self) -> Answer | None:
        """What the model says of the whole; None where it says all step by step."""
        return None

    @property
    def surprise(self) -> Array | None:
        """(T,) −log₂ p of each token by what was read before, where that is predicted already.

        NaN for the first token, and for one that the table lacks; None where a model does not say what it reads next.
        """
        return None

    def given(self, layer: str, first: int, steps: int, x: Any = None, wx: Array | None = None) -> Given:
        """What a layer is given that is at work from step ``first`` on, with the valves of it that are held."""
        return Given(x, wx, held=holds(self.clamps, layer, first, steps))

    def __len__(self) -> int:
        return len(self.tokens)

    def _trace(self, predictions: Iterable[Top]) -> Trace:
        said = tuple(predictions)  # first: the surprise comes with them
        return Trace(
            model={"name": self.model.name, "task": self.model.spec.task, "sha256": self.model.sha256},
            text=self.text,
            clamps=tuple(str(clamp) for clamp in self.clamps),
            tokens=self.tokens,
            layers=self.layers,
            predictions=said,
            answer=self.answer(),
            writing=self.writing,
            surprise=self.surprise,
            source=self.model,
        )

    def start_dict(self) -> dict[str, object]:
        """The stream's ``start`` payload."""
        return self._trace(()).start_dict()

    def steps(self, start: int = 0) -> Iterator[Step]:
        """The steps from ``start`` on.

        In blocks of 1, 1, 2, 4, 8 …: the first is there at once, the many share their output layer.
        """
        T = len(self)
        self.advance(0, min(start, T))
        if 0 < start < T and self.surprise is not None:
            self.predictions(start - 1, start)  # what the first of them was expected to be
        size, layers, surprise = 1, self.layers, self.surprise
        while start < T:
            stop = self.together(start, min(start + size, T))
            self.advance(start, stop)
            for t, top in enumerate(self.predictions(start, stop), start):
                yield step_of(layers, t, top, surprise, self.written_at(t))
            size, start = (stop, stop) if stop < BLOCK else (BLOCK, stop)

    def together(self, start: int, stop: int) -> int:  # noqa: ARG002 - for runs whose steps depend on what they say
        """Where a block of steps ends that begins at ``start`` and may go to ``stop``."""
        return stop

    def written_at(self, t: int) -> TraceToken | None:  # noqa: ARG002 - for runs that write on
        """What is read at step t, where the run wrote it itself."""
        return None

    def trace(self) -> Trace:
        """All steps."""
        T = len(self)
        self.advance(0, T)
        return self._trace(top for t in range(0, T, BLOCK) for top in self.predictions(t, min(t + BLOCK, T)))


class ReadingRun(Run):
    """A run of a model whose steps are those of the text: each layer's rows are views on what its scan records."""

    computed = 0  # steps

    @cached_property
    def _ids(self) -> NDArray[np.integer]:
        """(T + 1,) each token's place in the table, −1 where it lacks it and after the last one."""
        ids = np.full(len(self.read) + 1, -1)
        ids[:-1] = ids_of(self.read) if self.reading.ids is None else self.reading.ids[: len(self.read)]
        return ids

    @cached_property
    def _bits(self) -> Array | None:
        """``surprise``, and one entry more: for what would come after the last token."""
        return np.full(len(self) + 1, np.nan) if self.model.expects else None

    @property
    def surprise(self) -> Array | None:
        """See ``Run.surprise``."""
        return None if self._bits is None else self._bits[:-1]

    @cached_property
    def started(self) -> Mapping[str, Started]:
        """See ``Run.started``."""
        model, T = self.model, len(self)
        started: dict[str, Started] = {}
        for wire in model.composition.wires:
            read = (self.reading.given, self._looked_up) if wire.reads == READER else (None, None)
            given = self.given(wire.layer.name, 0, T, *read)
            started[wire.layer.name] = model.composition.start(wire, model.weights, started, given)
        return started

    @cached_property
    def _looked_up(self) -> Array | None:
        """W·x + b of every token (T, G·H): looked up where the table holds it, else computed."""
        model, ids = self.model, self.reading.ids
        if model.looked_up is None or ids is None:
            return None
        first = model.layers[0].name
        wx: Array = model.looked_up[np.where(ids < 0, 0, ids)]
        for t in np.flatnonzero(ids[: len(self.read)] < 0):
            wx[t] = model.project(first, self.reading.given[t])
        return wx

    @cached_property
    def layers(self) -> tuple[LayerTrace, ...]:
        """See ``Run.layers``."""
        return tuple(work.trace() for work in self.started.values())

    def advance(self, start: int, stop: int) -> None:
        """See ``Run.advance``. Where a layer reads from the other end, the first step needs all of them.

        What is computed already is not computed again.
        """
        start, stop = max(start, self.computed), stop if self.model.causal else len(self.read)
        if start < stop:
            with one_blas_thread():
                self._compute(start, stop)

    def _compute(self, start: int, stop: int) -> None:
        for work in self.started.values():
            work.advance(start, stop)
        self.computed = stop

    def predictions(self, start: int, stop: int) -> list[Top]:
        """See ``Run.predictions``."""
        composition, rows = self.model.composition, slice(start, stop)
        with one_blas_thread():
            h = [self.started[name].output[rows] for name in composition.heard]
            heard = h[0] if len(h) == 1 else np.concatenate(h, axis=1)
            if self._bits is None:
                return self.model.teller.tell(heard, self.reading, rows, self.top).tops
            following = slice(start + 1, stop + 1)
            told = self.model.teller.tell(heard, self.reading, rows, self.top, self._ids[following])
            self._bits[following] = told.bits
            return told.tops

    def heard_at(self, t: int | None) -> list[int]:
        """See ``Run.heard_at``; of the whole: every layer where it has read all."""
        layers = {layer.name: layer for layer in self.model.layers}
        last = len(self) - 1
        ends = [0 if layers[name].direction == "backward" else last for name in self.model.composition.heard]
        return ends if t is None else [t for _ in ends]

    def answer(self) -> Answer | None:
        """See ``Run.answer``: the class, once all layers have read the whole."""
        if self.model.spec.task != "class":
            return None
        self.advance(0, len(self))
        composition = self.model.composition
        rows = [
            self.started[name].output[at : at + 1]
            for name, at in zip(composition.heard, self.heard_at(None), strict=True)
        ]
        (top,) = self.model.teller.tell(np.concatenate(rows, axis=1), self.reading, slice(0, 1), self.top).tops
        return {"text": top[0][0], "stopped": None, "top": [list(pair) for pair in top]}
