"""A run of a model whose steps are those of the text. T steps."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array
from lstm_core.layers.base import Started
from lstm_core.models.composition import READER
from lstm_core.models.reading import ids_of
from lstm_core.models.run import Run
from lstm_core.steps import Answer, LayerTrace, Top
from lstm_core.threads import one_blas_thread


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
        rows = slice(start, stop)
        with one_blas_thread():
            heard = self.heard(start, stop)
            if self._bits is None:
                return self.model.teller.tell(heard, self.reading, rows, self.top).tops
            following = slice(start + 1, stop + 1)
            told = self.model.teller.tell(heard, self.reading, rows, self.top, self._ids[following])
            self._bits[following] = told.bits
            return told.tops

    def heard(self, start: int, stop: int) -> Array:
        """See ``Run.heard``."""
        h = [self.started[name].output[start:stop] for name in self.model.composition.heard]
        return h[0] if len(h) == 1 else np.concatenate(h, axis=1)

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
