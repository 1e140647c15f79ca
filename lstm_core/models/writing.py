"""A run of a model that writes: it reads the text, then says symbol after symbol and reads what it said.

One time line of T_in + T_out steps: the layers that read are at work in the first, those that write in the others. What
writes is stepped, one symbol at a time, so that a reader of the stream waits for no more than it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers.base import Started
from lstm_core.layers.recurrent import StartedRecurrent
from lstm_core.models.composition import READER, SAID, Wire
from lstm_core.models.prepared import PreparedModel
from lstm_core.models.run import Run
from lstm_core.steps import Answer, LayerTrace, Top, TraceToken
from lstm_core.threads import one_blas_thread

END = 0  # the place of the end in a spec's outputs


def sentence(words: Iterable[str]) -> str:
    """Words as one writes them: apart, but for what follows an apostrophe and for stops."""
    text = ""
    for word in words:
        joined = not text or text.endswith("'") or word in (".", ",")
        text += word if joined else f" {word}"
    return text


def limit(read: int) -> int:
    """The most symbols that are said after ``read`` tokens."""
    return 20 + 2 * read


class Writer:
    """The layer that writes, one symbol a step."""

    def __init__(self, model: PreparedModel, wire: Wire, run: WritingRun, most: int) -> None:
        self._model, self._run = model, run
        table = model.composition.readers[SAID].table
        self._E = model.params[str(table)]  # (C, D)
        self.x = np.zeros((most, self._E.shape[1]), self._E.dtype)  # (T_out, D)
        given = run.given(wire.layer.name, len(run.read), most, self.x)
        work = model.composition.start(wire, model.weights, run.encoded, given)
        assert isinstance(work, StartedRecurrent)
        self.work = work
        self.steps = 0

    def step(self, symbol: int) -> Top:
        """Reads ``symbol``, a place in the outputs; returns what is said next, the most probable first."""
        k = self.steps
        self.x[k] = self._E[symbol]
        self.work.advance(k, k + 1)
        self.steps += 1
        h, at = self.work.output[k : k + 1], slice(k, k + 1)
        (top,) = self._model.teller.tell(h, self._run.reading, at, self._run.top).tops
        return top


class WritingRun(Run):
    """A run of an encoder–decoder. It says the most probable symbol, until that is the end or the limit is reached."""

    @cached_property
    def _places(self) -> dict[str, int]:
        return {symbol: n for n, symbol in enumerate(self.model.spec.outputs)}

    @cached_property
    def encoded(self) -> Mapping[str, Started]:
        """The layers that read, done."""
        model, T = self.model, len(self.read)
        started: dict[str, Started] = {}
        with one_blas_thread():
            for wire in model.composition.wires:
                if wire.reads == SAID:
                    continue
                given = self.given(wire.layer.name, 0, T, self.reading.given if wire.reads == READER else None)
                work = model.composition.start(wire, model.weights, started, given)
                work.advance(0, T)
                started[wire.layer.name] = work
        return started

    @cached_property
    def writer(self) -> Writer:
        """The layer that writes, where it stands."""
        (wire,) = (wire for wire in self.model.composition.wires if wire.reads == SAID)
        return Writer(self.model, wire, self, limit(len(self.read)))

    @cached_property
    def _said(self) -> list[Top]:
        return []

    @property
    def _over(self) -> bool:
        said = self._said
        return bool(said) and (self._places[said[-1][0][0]] == END or len(said) == limit(len(self.read)))

    def _say(self, count: float) -> None:
        """Goes on until ``count`` symbols are said, or all."""
        said = self._said
        with one_blas_thread():
            while len(said) < count and not self._over:
                said.append(self.writer.step(self._places[said[-1][0][0]] if said else END))

    @cached_property
    def _whole(self) -> list[Top]:
        """All that is said."""
        self._say(float("inf"))
        self.writer.work.cut(len(self._said))
        return self._said

    @property
    def tokens(self) -> tuple[TraceToken, ...]:
        """See ``Run.tokens``: what is read, then what is said."""
        return (*self.reading.told, *(TraceToken(top[0][0], True, "output") for top in self._whole))

    @property
    def started(self) -> Mapping[str, Started]:
        """See ``Run.started``."""
        return {**self.encoded, self.writer.work.layer.name: self.writer.work}

    @cached_property
    def layers(self) -> tuple[LayerTrace, ...]:
        """See ``Run.layers``."""
        T, said = len(self.read), len(self._whole)
        read = tuple(work.trace((0, T)) for work in self.encoded.values())
        return (*read, self.writer.work.trace((T, T + said)))

    def advance(self, start: int, stop: int) -> None:  # noqa: ARG002 - what is said needs all that was read
        """See ``Run.advance``."""
        self._say(stop - len(self.read))

    def predictions(self, start: int, stop: int) -> list[Top]:
        """See ``Run.predictions``: nothing while it reads, then the output symbols."""
        read = len(self.read)
        return [self._said[t - read] if t >= read else [] for t in range(start, stop)]

    def heard(self, start: int, stop: int) -> Array:
        """See ``Run.heard``: of the layer that writes."""
        read = len(self.read)
        return self.writer.work.output[start - read : stop - read]

    def heard_at(self, t: int | None) -> list[int]:
        """See ``Run.heard_at``; of the whole: what it says last."""
        return [(len(self) - 1 if t is None else t) - len(self.read)]

    def answer(self) -> Answer:
        """See ``Run.answer``: all that is said, and whether the end was said or the limit stopped it."""
        symbols = [top[0][0] for top in self._whole]
        ended = self._places[symbols[-1]] == END
        written = "".join if self.model.spec.reads == "letters" else sentence
        return {"text": written(symbols[:-1] if ended else symbols), "stopped": "end" if ended else "limit", "top": []}
