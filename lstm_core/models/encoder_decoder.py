"""A recurrent layer that reads and one that writes: the reader's last states are the writer's first.

    encoder: h_t, c_t = cell(x_t, …)            t = 0 … T_in−1, x_t = source.E[token]
    decoder: h_{T_in−1}, c_{T_in−1} are what it begins with; its step k reads target.E[said_{k−1}], said_{−1} the end
    said_k = argmax softmax(O·h + b)            greedy, until the end is said or the limit is reached

O (C, H), b (C,); outputs[0] is the end. Sutskever, Vinyals & Le 2014; Cho et al. 2014. One time line of T_in + T_out
steps: the encoder is at work in the first, the decoder in the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

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
from lstm_core.trace import Answer, LayerTrace, Top, TraceToken

END = 0  # the place of the end in a spec's outputs


def sentence(words: Iterable[str]) -> str:
    """Words as one writes them: apart, but for what follows an apostrophe and for stops."""
    text = ""
    for word in words:
        joined = not text or text.endswith("'") or word in (".", ",")
        text += word if joined else f" {word}"
    return text


class EncoderDecoder(Model):
    """The model of this file's equations."""

    def __init__(self, spec: ModelSpec, params: Mapping[str, Array], sha256: str) -> None:
        self.spec, self.params, self.sha256 = spec, params, sha256
        self.layers = tuple(
            LayerInfo(name, spec.cell, "forward", spec.units, spec.embedding) for name in ("encoder", "decoder")
        )
        self.cell = cells.get(spec.cell)
        self.packed = {layer.name: self.cell.pack(part(params, layer.name)) for layer in self.layers}
        self.reader = reader_of(spec, params, "source.E")
        self.head = Head(params["head.O"], params["head.b"], spec.outputs)
        self.places = {symbol: n for n, symbol in enumerate(spec.outputs)}

    def encode(self, text: str) -> list[Token]:
        """See ``Model.encode``; what is read, without what is said."""
        return self.reader.encode(text)

    def limit(self, read: int) -> int:
        """The most symbols that are said after ``read`` tokens."""
        return 20 + 2 * read

    def run(self, text: str, clamps: Iterable[Clamp | str] = (), top: int = TOP) -> EncoderDecoderRun:
        """See ``Model.run``."""
        return EncoderDecoderRun(self, text, self.parse_clamps(clamps), top)


class EncoderDecoderRun(Run):
    """A run of an ``EncoderDecoder``. How many steps it has shows when all is said, so all is computed at once."""

    def __init__(self, model: EncoderDecoder, text: str, clamps: tuple[Clamp, ...], top: int) -> None:
        super().__init__(model, text, clamps, top)
        self._model, self._reading = model, model.reader.read(model.encode(text))
        self._read = len(self._reading.tokens)
        steps = self._read + model.limit(self._read)
        self._held = [holds(clamps, layer.name, model.cell, layer.units, steps) for layer in model.layers]

    @cached_property
    def _work(self) -> tuple[tuple[LayerTrace, ...], list[Top]]:
        """The two layers, and what the decoder says at each of its steps."""
        model, T, limit = self._model, self._read, self._model.limit(self._read)
        cell, dtype, E = model.cell, np.dtype(model.spec.dtype), model.params["target.E"]
        encoder, decoder = model.layers
        tape = cells.Tape(cell, T, encoder.units, (), dtype)
        said = cells.Tape(cell, limit, decoder.units, (), dtype)
        x = np.zeros((limit, E.shape[1]), dtype)  # (T_out, D)
        tops: list[Top] = []
        with one_blas_thread():
            packed = model.packed["encoder"]
            wx = np.stack([cell.project(packed, row) for row in self._reading.x])  # (T, G·H)
            cells.scan(cell, packed, wx, tape, clamps=self._held[0])
            last = tape.frame(T - 1)
            said.initial = cell.State(*(getattr(last, state).copy() for state in cell.states))
            packed, held = model.packed["decoder"], {t - T: hold for t, hold in self._held[1].items()}
            symbol = END
            while len(tops) < limit:
                k = len(tops)
                x[k] = E[symbol]
                wx = np.zeros((limit, packed.b.size), dtype) if k == 0 else wx
                wx[k] = cell.project(packed, x[k])
                cells.scan(cell, packed, wx, said, k, k + 1, held)
                tops += model.head.top(said.arrays["h"][k : k + 1], self.top)
                symbol = model.places[tops[-1][0][0]]
                if symbol == END:
                    break
        whole = layer_trace(decoder, said, x, (T, T + len(tops)))
        spoken = {name: rows[: len(tops)] for name, rows in whole.signals.items()}
        read = layer_trace(encoder, tape, self._reading.x, (0, T))
        return (read, LayerTrace(**vars(whole) | {"signals": spoken})), tops

    @property
    def tokens(self) -> tuple[TraceToken, ...]:
        """See ``Run.tokens``: what is read, then what is said."""
        return (*self._reading.told, *(TraceToken(top[0][0], True, output=True) for top in self._work[1]))

    @property
    def layers(self) -> tuple[LayerTrace, ...]:
        """See ``Run.layers``."""
        return self._work[0]

    def advance(self, start: int, stop: int) -> None:
        """See ``Run.advance``: there is nothing left to do."""

    def tops(self, start: int, stop: int) -> list[Top]:
        """See ``Run.tops``: nothing while it reads, then the output symbols."""
        return [self._work[1][t - self._read] if t >= self._read else [] for t in range(start, stop)]

    def answer(self) -> Answer:
        """See ``Run.answer``: all that is said, and whether the end was said or the limit stopped it."""
        symbols = [top[0][0] for top in self._work[1]]
        ended = self._model.places[symbols[-1]] == END
        written = "".join if self._model.spec.reads == "letters" else sentence
        return {"text": written(symbols[:-1] if ended else symbols), "stopped": "end" if ended else "limit", "top": []}
