"""One recurrent layer between a word reader and a tied softmax: the architecture of the readers.

word → x_t → cell → h_t → next word
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np

from lstm_core import cells
from lstm_core.clamps import Clamp, holds
from lstm_core.functional import Array
from lstm_core.models.base import TOP, LayerInfo, Model, Run
from lstm_core.models.head import TiedHead
from lstm_core.models.spec import ModelSpec
from lstm_core.models.word_reader import WordReader
from lstm_core.threads import one_blas_thread
from lstm_core.tokenizer import Token, WordTokenizer
from lstm_core.trace import LayerTrace, Step, Trace, TraceToken

_BLOCK = 128  # steps whose next words are found together when a whole trace is asked for


class Vanilla(Model):
    """The model of this file's picture."""

    def __init__(self, spec: ModelSpec, params: Mapping[str, Array], sha256: str) -> None:
        self.spec, self.params, self.sha256 = spec, params, sha256
        self.layers = (LayerInfo("layer0", spec.cell, "forward", spec.units, spec.embedding),)
        self.cell = cells.get(spec.cell)
        own = {name.partition(".")[2]: array for name, array in params.items() if name.startswith("layer0.")}
        self.packed = self.cell.pack(own)
        self.reader = WordReader(params, spec.letters)
        self._table = self.cell.project(
            self.packed, params["embedding.E"]
        )  # (V, G·H), W·x + b of every word, made once
        self.head = TiedHead(params, spec.vocabulary)

    @cached_property
    def tokenizer(self) -> WordTokenizer:
        """The model's words ↔ ids."""
        return WordTokenizer(self.spec.vocabulary)

    def encode(self, text: str) -> list[Token]:
        """See ``Model.encode``."""
        return self.tokenizer.encode(text)

    def project(self, tokens: Sequence[Token], x: Array) -> Array:
        """W·x + b of every token, (T, G·H): looked up for a word of the table, computed for one read by its letters."""
        wx = self._table[[0 if token.id is None else token.id for token in tokens]]
        for t, token in enumerate(tokens):
            if token.id is None:
                wx[t] = self.cell.project(self.packed, x[t])
        return wx

    def run(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> VanillaRun:
        """See ``Model.run``."""
        return VanillaRun(self, text, self.encode(text), self.parse_clamps(clamps), top)


class VanillaRun(Run):
    """A run of a ``Vanilla`` model. The scan writes one tape; steps and trace are views on it."""

    def __init__(self, model: Vanilla, text: str, tokens: list[Token], clamps: tuple[Clamp, ...], top: int) -> None:
        self._model, self._top = model, top
        cell, layer, T = model.cell, model.layers[0], len(tokens)
        self._held = holds(clamps, layer.name, cell, layer.units, T)
        self._tape = cells.Tape(cell, T, layer.units, (), np.dtype(model.spec.dtype))
        x = model.reader(tokens)  # (T, D)
        self._wx = model.project(tokens, x)  # (T, G·H)
        signals = {s.name: x if s.role == "input" else self._tape.arrays[s.name] for s in cell.signals}
        initial = dict(zip(cell.states, self._tape.initial, strict=True))
        self._layer = LayerTrace(layer.name, layer.cell, layer.direction, layer.units, initial, signals)
        self._given = {
            "model": {"name": model.name, "task": model.spec.task, "sha256": model.sha256},
            "text": text,
            "clamps": tuple(str(clamp) for clamp in clamps),
            "tokens": tuple(TraceToken(token.text, token.known) for token in tokens),
        }

    def _scan(self, start: int, stop: int) -> None:
        with one_blas_thread():
            cells.scan(self._model.cell, self._model.packed, self._wx, self._tape, start, stop, self._held)

    def _tops(self, start: int, stop: int) -> list[list[tuple[str, float]]]:
        with one_blas_thread():
            return self._model.head.top(self._layer.signals["h"][start:stop], self._top)

    def _as_trace(self, tops: Iterable[list[tuple[str, float]]]) -> Trace:
        return Trace(**self._given, layers=(self._layer,), tops=tuple(tops))  # type: ignore[arg-type]

    def start_dict(self) -> dict[str, object]:
        """See ``Run.start_dict``."""
        return self._as_trace(()).start_dict()

    def steps(self, start: int = 0) -> Iterator[Step]:
        """Blocks of 1, 1, 2, 4, 8 … steps: the first is there at once, the many share their output layer."""
        T = len(self._wx)
        self._scan(0, min(start, T))
        size = 1
        while start < T:
            stop = min(start + size, T)
            self._scan(start, stop)
            for t, top in enumerate(self._tops(start, stop), start):
                rows = {name: values[t] for name, values in self._layer.signals.items()}
                yield Step(t, {self._layer.name: rows}, top)
            size, start = (stop, stop) if stop < _BLOCK else (_BLOCK, stop)

    def trace(self) -> Trace:
        """See ``Run.trace``."""
        T = len(self._wx)
        self._scan(0, T)
        return self._as_trace(top for t in range(0, T, _BLOCK) for top in self._tops(t, min(t + _BLOCK, T)))
