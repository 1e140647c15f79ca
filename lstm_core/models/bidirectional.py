"""Two recurrent layers that read a text from its two ends, and a classifier that sees both.

    →h_t = cell(x_t, →h_{t−1})          forward: what is known of the words 0 … t
    ←h_t = cell'(x_t, ←h_{t+1})         backward: what is known of the words T−1 … t
    p_t = softmax(O·[→h_t ; ←h_t] + b)  what both know at word t
    answer = softmax(O·[→h_{T−1} ; ←h_0] + b)   both have read the whole

O (C, 2H), b (C,). Schuster & Paliwal 1997, "Bidirectional Recurrent Neural Networks". Rows of the backward layer are
aligned on the words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from lstm_core import cells
from lstm_core.clamps import Clamp, holds
from lstm_core.functional import Array
from lstm_core.models.base import TOP, LayerInfo, Model, Run
from lstm_core.models.head import Head
from lstm_core.models.reader import reader_of
from lstm_core.models.spec import ModelSpec
from lstm_core.models.tape import layer_trace, part
from lstm_core.threads import one_blas_thread
from lstm_core.tokenizer import Token
from lstm_core.trace import Answer, Top


class Bidirectional(Model):
    """The model of this file's equations."""

    def __init__(self, spec: ModelSpec, params: Mapping[str, Array], sha256: str) -> None:
        self.spec, self.params, self.sha256 = spec, params, sha256
        self.layers = tuple(
            LayerInfo(name, spec.cell, name, spec.units, spec.embedding) for name in ("forward", "backward")
        )
        self.cell = cells.get(spec.cell)
        self.packed = [self.cell.pack(part(params, layer.name)) for layer in self.layers]
        self.reader = reader_of(spec, params)
        self.head = Head(params["head.O"], params["head.b"], spec.outputs)

    def encode(self, text: str) -> list[Token]:
        """See ``Model.encode``."""
        return self.reader.encode(text)

    def run(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> BidirectionalRun:
        """See ``Model.run``."""
        return BidirectionalRun(self, text, self.parse_clamps(clamps), top)


class BidirectionalRun(Run):
    """A run of a ``Bidirectional`` model. Its first step needs the last word, so all is computed at once."""

    def __init__(self, model: Bidirectional, text: str, clamps: tuple[Clamp, ...], top: int) -> None:
        super().__init__(model, text, clamps, top)
        reading = model.reader.read(model.encode(text))
        self._model, T = model, len(reading.tokens)
        self._tokens = reading.told
        traced = []
        with one_blas_thread():
            for layer, packed in zip(model.layers, model.packed, strict=True):
                held = holds(clamps, layer.name, model.cell, layer.units, T)
                wx = np.stack([model.cell.project(packed, row) for row in reading.x])  # (T, G·H)
                if layer.direction == "backward":
                    wx, held = wx[::-1], {T - 1 - t: hold for t, hold in held.items()}
                tape = cells.Tape(model.cell, T, layer.units, (), np.dtype(model.spec.dtype))
                cells.scan(model.cell, packed, wx, tape, clamps=held)
                traced.append(layer_trace(layer, tape, reading.x))
        self._layers = tuple(traced)

    def advance(self, start: int, stop: int) -> None:
        """See ``Run.advance``: there is nothing left to do."""

    def tops(self, start: int, stop: int) -> list[Top]:
        """See ``Run.tops``: the classes."""
        both = [layer.signals["h"][start:stop] for layer in self._layers]
        return self._model.head.top(np.concatenate(both, axis=1), self.top)

    def answer(self) -> Answer:
        """See ``Run.answer``: the class, once both ends have read the whole."""
        forward, backward = (layer.signals["h"] for layer in self._layers)
        (top,) = self._model.head.top(np.concatenate([forward[-1:], backward[:1]], axis=1), self.top)
        return {"text": top[0][0], "stopped": None, "top": [list(pair) for pair in top]}
