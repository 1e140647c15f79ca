"""A run that goes on after the text: the model says a symbol, reads it, says the next, on the same layers.

    said_t = the choice by what is said at step t        see ``lstm_core.sampling``; of a forecast the value itself
    x_{t+1} = the reader's of said_t                     t = T_read − 1 … T_read + words − 2

Every written symbol is a step like those of the text: with its own gates, valves to be held, and what is said after it.
What decides a choice is computed of one row alone, so that no block in which steps are computed can change it.
"""

from __future__ import annotations

from functools import cached_property

import numpy as np

from lstm_core.clamps import Clamp
from lstm_core.errors import InputError
from lstm_core.models.head import Row
from lstm_core.models.number_reader import LARGEST
from lstm_core.models.prepared import PreparedModel
from lstm_core.models.reading import Reading
from lstm_core.models.reading_run import ReadingRun
from lstm_core.models.spec import NEXT, ModelSpec
from lstm_core.models.teller import Alone
from lstm_core.sampling import Sampler, Writing
from lstm_core.steps import Top, TraceToken
from lstm_core.threads import one_blas_thread
from lstm_core.tokenizer import Token


def check(spec: ModelSpec, writing: Writing) -> None:
    """InputError where a model cannot write on, or not in this way."""
    if spec.task not in NEXT:
        raise InputError(
            code="cannot_write",
            message=f"{spec.name} cannot write on: what it says is not what it reads.",
            expected="A model that says the next word, letter or number.",
            action="Choose such a model, or leave 'write' out.",
            field="write",
        )
    if spec.task == "forecast" and writing.temperature:
        raise InputError(
            code="bad_writing",
            message=f"{spec.name} forecasts one number, so there is nothing to choose among.",
            expected="The temperature 0.",
            action="Leave 'temperature' out.",
            field="temperature",
        )


class GoingOnRun(ReadingRun):
    """A run of T = T_read + words steps. Nothing is said before it is asked for, and nothing twice."""

    writing: Writing

    def __init__(self, model: PreparedModel, text: str, clamps: tuple[Clamp, ...], top: int, writing: Writing) -> None:
        check(model.spec, writing)
        super().__init__(model, text, clamps, top)
        self.writing = writing
        self._sampler = Sampler(writing) if writing.temperature else None
        self._written: list[TraceToken] = []
        self._tops: list[Top] = []  # what is said at the text's last step and after it
        self._latest = Alone([])  # the last of these whole

    def __len__(self) -> int:
        return len(self.read) + self.writing.words

    @cached_property
    def reading(self) -> Reading:
        """See ``Run.reading``; with rows for what comes to be written."""
        reader = self.model.reader
        return reader.room(reader.read(self.model.params, self.read), self.writing.words)

    @property
    def tokens(self) -> tuple[TraceToken, ...]:
        """See ``Run.tokens``: what is read, then as much as is written by now."""
        return (*self.reading.told, *self._written)

    def written_at(self, t: int) -> TraceToken | None:
        """See ``Run.written_at``."""
        return self._written[t - len(self.read)] if t >= len(self.read) else None

    def together(self, start: int, stop: int) -> int:
        """See ``Run.together``: what is written comes one by one, and no step is computed that nobody waits for."""
        return min(stop, len(self.read)) if start < len(self.read) else start + 1

    def advance(self, start: int, stop: int) -> None:
        """See ``Run.advance``; after the text it writes what each step reads."""
        read = len(self.read)
        super().advance(start, min(stop, read))
        if self.computed < stop:
            with one_blas_thread():
                for t in range(self.computed, stop):
                    self._write(t, self._told(t - 1))
                    self._compute(t, t + 1)

    def predictions(self, start: int, stop: int) -> list[Top]:
        """See ``Run.predictions``."""
        last = len(self.read) - 1
        tops = super().predictions(start, min(stop, last)) if start < last else []
        with one_blas_thread():
            for t in range(max(start, last), stop):
                self._told(t)
                tops.append(self._tops[t - last])
        return tops

    def _told(self, t: int) -> Alone:
        """The latest that is said, which is step t's where it was not said before."""
        if t - len(self.read) + 1 == len(self._tops):
            h = np.concatenate([self.started[name].output[t] for name in self.model.composition.heard])
            self._latest = self.model.teller.alone(h, self.reading, t, self.top)
            self._tops.append(self._latest.top)
        return self._latest

    def _write(self, t: int, told: Alone) -> None:
        """Chooses the symbol that step t reads, by what is said at the step before."""
        model = self.model
        token = self._number(t, told.top[0][1]) if told.row is None else self._symbol(t, told.row)
        model.reader.put(model.params, self.reading, t, token)
        if self._looked_up is not None and model.looked_up is not None:
            self._looked_up[t] = model.looked_up[token.id]
        self._written.append(TraceToken(token.text, True, "written"))

    def _symbol(self, t: int, row: Row) -> Token:
        place = row.first if self._sampler is None else self._sampler.draw(row.logs)
        if self._bits is not None:
            self._bits[t] = row.bits(place)
        symbol, end = self.model.spec.vocabulary[place], len(self.text)
        return Token(symbol, symbol, place, True, end, end)

    def _number(self, t: int, value: float) -> Token:
        if not abs(value) <= LARGEST:
            fit = t - len(self.read)  # how many could be read
            raise InputError(
                code="bad_writing",
                message=f"The forecast leaves what can be read: {value:g} at step {t}.",
                expected=f"Numbers none larger than {LARGEST:,.0f}.",
                action=f"Let it write {fit} or fewer." if fit else "Give it smaller numbers, or leave 'write' out.",
                field="write",
            )
        text, end = repr(value).removesuffix(".0"), len(self.text)
        return Token(text, text, None, True, end, end)
