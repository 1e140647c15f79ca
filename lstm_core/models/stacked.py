"""One recurrent layer or several, each reading the one below: the architecture of the readers and forecasters.

    h⁰_t = x_t                          what the reader makes of the token
    hˡ_t = cellˡ(hˡ⁻¹_t)   l = 1 … L    layer l's output is layer l+1's input
    said at t: the output layer of hᴸ_t

With one layer it is called vanilla. Stacking: Graves, Mohamed & Hinton 2013.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from lstm_core import cells
from lstm_core.clamps import Clamp, holds
from lstm_core.functional import Array
from lstm_core.models import output
from lstm_core.models.base import TOP, LayerInfo, Model, Run
from lstm_core.models.reader import reader_of
from lstm_core.models.reading import Reading
from lstm_core.models.spec import ModelSpec
from lstm_core.models.tape import layer_trace, part
from lstm_core.threads import one_blas_thread
from lstm_core.tokenizer import Token
from lstm_core.trace import Top


class Stacked(Model):
    """The model of this file's equations."""

    def __init__(self, spec: ModelSpec, params: Mapping[str, Array], sha256: str) -> None:
        self.spec, self.params, self.sha256 = spec, params, sha256
        names = [f"layer{n}" for n in range(spec.layers)]
        widths = [params[f"{name}.W_{cells.get(spec.cell).gates[0]}"].shape[1] for name in names]
        self.layers = tuple(
            LayerInfo(name, spec.cell, "forward", spec.units, width) for name, width in zip(names, widths, strict=True)
        )
        self.cell = cells.get(spec.cell)
        self.packed = [self.cell.pack(part(params, name)) for name in names]
        self.reader = reader_of(spec, params)
        # W·x + b of every word of the table, made once: (V, G·H)
        self._table = self.cell.project(self.packed[0], params["embedding.E"]) if "embedding.E" in params else None
        self.output = output.of(spec, params)

    def encode(self, text: str) -> list[Token]:
        """See ``Model.encode``."""
        return self.reader.encode(text)

    def project(self, tokens: Sequence[Token], x: Array) -> Array:
        """W·x + b of every token, (T, G·H): looked up where the table holds it, else computed."""
        if self._table is None:
            return np.stack([self.cell.project(self.packed[0], row) for row in x])
        wx = self._table[[0 if token.id is None else token.id for token in tokens]]
        for t, token in enumerate(tokens):
            if token.id is None:
                wx[t] = self.cell.project(self.packed[0], x[t])
        return wx

    def run(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> StackedRun:
        """See ``Model.run``."""
        return StackedRun(self, text, self.parse_clamps(clamps), top)


class StackedRun(Run):
    """A run of a ``Stacked`` model. The scan writes a tape a layer; steps and trace are views on these."""

    def __init__(
        self, model: Stacked, text: str, clamps: tuple[Clamp, ...], top: int, reading: Reading | None = None
    ) -> None:
        super().__init__(model, text, clamps, top)
        self._model = model
        self._reading = model.reader.read(model.encode(text)) if reading is None else reading
        cell, tokens, T = model.cell, self._reading.tokens, len(self._reading.tokens)
        self._held = [holds(clamps, layer.name, cell, layer.units, T) for layer in model.layers]
        self._tapes = [cells.Tape(cell, T, layer.units, (), np.dtype(model.spec.dtype)) for layer in model.layers]
        self._wx = model.project(tokens, self._reading.x)  # (T, G·H) of the lowest layer
        self._tokens = self._reading.told
        inputs = [self._reading.x, *(tape.arrays["h"] for tape in self._tapes[:-1])]
        self._layers = tuple(map(layer_trace, model.layers, self._tapes, inputs))

    def advance(self, start: int, stop: int) -> None:
        """See ``Run.advance``. A layer's input is projected row by row, so that blocks of any size round alike."""
        model, wx = self._model, self._wx
        with one_blas_thread():
            for n, (packed, tape, held) in enumerate(zip(model.packed, self._tapes, self._held, strict=True)):
                if n:
                    wx = np.empty_like(self._wx)
                    for t in range(start, stop):
                        wx[t] = model.cell.project(packed, self._tapes[n - 1].arrays["h"][t])
                cells.scan(model.cell, packed, wx, tape, start, stop, held)

    def tops(self, start: int, stop: int) -> list[Top]:
        """See ``Run.tops``."""
        with one_blas_thread():
            h = self._tapes[-1].arrays["h"][start:stop]
            return self._model.output.tops(h, self._reading, slice(start, stop), self.top)
