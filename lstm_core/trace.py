"""A trace: everything that a model computed on one sentence, as named arrays; contract version 1.

``docs/trace-format.md`` gives the JSON shape whole. T steps, H units of a layer.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_core.errors import InputError, NotFoundError
from lstm_core.functional import Array

VERSION = 1
_PIECE = 4096  # numbers that are written at once
_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
Top = list[tuple[str, float]]
Answer = Mapping[str, Any]  # {"text": what the model says of the whole, "stopped": why or None, "top": Top}


@dataclass(frozen=True)
class TraceToken:
    """What a step reads as it was typed, and whether the model knows it; or, ``output``, what it says."""

    text: str
    known: bool
    output: bool = False

    def to_dict(self) -> dict[str, Any]:
        """As in the contract."""
        return {"text": self.text, "known": self.known} | ({"role": "output"} if self.output else {})


@dataclass(frozen=True)
class Slot:
    """One entry of a step's block: ``units`` numbers of ``signal`` in ``layer``."""

    layer: str
    signal: str
    units: int


@dataclass(frozen=True)
class LayerTrace:
    """One layer's part: its initial states (H,) and its signals (T, H), x (T, I).

    A layer that is at work only in some steps says which by ``span``, from … to−1; its signals have a row for each of
    these. Row t of a layer that reads backward is the state after it read the words T−1 … t.
    """

    name: str
    cell: str
    direction: str
    units: int
    initial: Mapping[str, Array]
    signals: Mapping[str, Array]
    span: tuple[int, int] | None = None

    def row(self, t: int) -> int | None:
        """The row of step t in the signals; None where the layer is not at work."""
        if self.span is None:
            return t
        return t - self.span[0] if self.span[0] <= t < self.span[1] else None

    def before(self, state: str, row: int) -> Array:
        """What the layer found of ``state`` at a row: the row it computed before, or the initial state."""
        rows = self.signals[state]
        earlier = row + 1 if self.direction == "backward" else row - 1
        return rows[earlier] if 0 <= earlier < len(rows) else self.initial[state]

    def head(self) -> dict[str, Any]:
        """All but the signals, as in the contract."""
        told = {
            "name": self.name,
            "cell": self.cell,
            "direction": self.direction,
            "units": self.units,
            "initial": {name: state.tolist() for name, state in self.initial.items()},
        }
        return told if self.span is None else told | {"span": list(self.span)}


@dataclass(frozen=True)
class Step:
    """What one step computed: ``signals[layer][signal]`` (H,), and the most probable next words."""

    t: int
    signals: Mapping[str, Mapping[str, Array]]
    top: Top

    def block(self, layout: Sequence[Slot]) -> bytes:
        """The signals of the layers at work as little-endian float32 in the order of ``layout``."""
        rows = [self.signals[slot.layer][slot.signal] for slot in layout if slot.layer in self.signals]
        return np.concatenate(rows).astype("<f4", copy=False).tobytes()

    def to_dict(self, layout: Sequence[Slot]) -> dict[str, Any]:
        """The stream's ``step`` payload."""
        block = base64.b64encode(self.block(layout)).decode("ascii")
        return {"t": self.t, "block": block, "top": [list(pair) for pair in self.top]}


def _rows(values: Array) -> Iterator[str]:
    """The rows of a matrix as JSON, without the brackets around them all."""
    many = max(1, _PIECE // max(1, values.shape[-1]))
    for start in range(0, len(values), many):
        written = _json(values[start : start + many].tolist())[1:-1]
        yield f",{written}" if start else written


def step_of(layers: Sequence[LayerTrace], t: int, top: Top) -> Step:
    """Step t of the layers that are at work in it."""
    rows = {layer.name: (layer, layer.row(t)) for layer in layers}
    return Step(
        t,
        {
            name: {signal: values[row] for signal, values in layer.signals.items()}
            for name, (layer, row) in rows.items()
            if row is not None
        },
        top,
    )


@dataclass(frozen=True)
class Trace:
    """All steps of one sentence. ``trace["f"]`` is (T, H); with several layers ``trace["layer1.f"]``."""

    model: Mapping[str, str]  # name, task, sha256
    text: str
    clamps: tuple[str, ...]
    tokens: tuple[TraceToken, ...]
    layers: tuple[LayerTrace, ...]
    tops: tuple[Top, ...]
    answer: Answer | None = None

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, name: str) -> Array:
        layer_name, _, signal = name.rpartition(".")
        layers = [layer for layer in self.layers if layer_name in ("", layer.name)]
        if len(layers) != 1 or signal not in layers[0].signals:
            known = [f"{layer.name}.{key}" for layer in self.layers for key in layer.signals]
            raise NotFoundError(
                code="unknown_signal",
                message=f"“{name}” names no one signal of this trace.",
                expected=f"Its signals are: {', '.join(known)}; the layer may be left out where there is only one.",
                action="Choose one of these.",
                field="signal",
            )
        return layers[0].signals[signal]

    def top(self, t: int, k: int = 10) -> Top:
        """The k most probable next words after step t, with their probabilities, most probable first."""
        if not -len(self) <= t < len(self):
            raise NotFoundError(
                code="unknown_step",
                message=f"There is no step {t}.",
                expected=f"The sentence has the steps 0 to {len(self) - 1}.",
                action="Choose one of these.",
                field="t",
            )
        if not 0 < k <= len(self.tops[t]):
            raise InputError(
                code="bad_top",
                message=f"{k} next words cannot be given.",
                expected=f"This trace holds 1 to {len(self.tops[t])} a step.",
                action="Ask for fewer, or compute the trace with model.trace(text, top=k).",
                field="k",
            )
        return self.tops[t][:k]

    @property
    def layout(self) -> tuple[Slot, ...]:
        """The order of the signals in a step's block."""
        return tuple(
            Slot(layer.name, name, values.shape[-1]) for layer in self.layers for name, values in layer.signals.items()
        )

    def step(self, t: int) -> Step:
        """Step t alone."""
        return step_of(self.layers, t, self.tops[t])

    def head(self) -> dict[str, Any]:
        """What is known before the first step: all but signals and top."""
        told = {
            "version": VERSION,
            "model": dict(self.model),
            "text": self.text,
            "clamps": list(self.clamps),
            "tokens": [token.to_dict() for token in self.tokens],
            "layers": [layer.head() for layer in self.layers],
        }
        return told if self.answer is None else told | {"answer": self.answer}

    def start_dict(self) -> dict[str, Any]:
        """The stream's ``start`` payload: ``head`` and the layout of the blocks."""
        layout = [{"layer": slot.layer, "signal": slot.signal, "units": slot.units} for slot in self.layout]
        return self.head() | {"layout": layout}

    def to_dict(self) -> dict[str, Any]:
        """The whole contract, version 1. Every number is the float's own value, so it reads back exactly."""
        whole = self.head()
        for head, layer in zip(whole["layers"], self.layers, strict=True):
            head["signals"] = {name: values.tolist() for name, values in layer.signals.items()}
        whole["top"] = [[[word, p] for word, p in top] for top in self.tops]
        return whole

    def to_json(self) -> str:
        """``to_dict`` as JSON text."""
        return "".join(self.pieces())

    def pieces(self) -> Iterator[str]:
        """The text of ``to_json``, piece by piece, so that a long one is never whole in memory."""
        head = self.head()
        after = [("top", self.tops)] if self.answer is None else [("answer", head.pop("answer")), ("top", self.tops)]
        del head["layers"]
        yield f'{_json(head)[:-1]},"layers":['
        for n, layer in enumerate(self.layers):
            yield f'{"," if n else ""}{_json(layer.head())[:-1]},"signals":{{'
            for k, (name, values) in enumerate(layer.signals.items()):
                yield f"{',' if k else ''}{_json(name)}:["
                yield from _rows(values)
                yield "]"
            yield "}}"
        yield "]"
        for name, value in after:
            yield f",{_json(name)}:{_json(value)}"
        yield "}"

    @classmethod
    def from_json(cls, text: str | bytes, dtype: str = "float32") -> Trace:
        """Reads what ``to_json`` wrote, to the bit. InputError for anything else."""
        try:
            return cls._from_dict(json.loads(text), np.dtype(dtype))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InputError(
                code="bad_trace",
                message=f"This is no trace: {type(error).__name__} at {error}.",
                expected=f"A trace is a JSON document of the trace contract, version {VERSION}.",
                action="Take one from Trace.to_json(), /api/v1/trace or gatewalk trace.",
            ) from error

    @classmethod
    def _from_dict(cls, whole: dict[str, Any], dtype: np.dtype) -> Trace:
        if whole["version"] != VERSION:
            raise ValueError(f"version {whole['version']}")
        layers = tuple(
            LayerTrace(
                name=layer["name"],
                cell=layer["cell"],
                direction=layer["direction"],
                units=layer["units"],
                initial={name: np.array(state, dtype) for name, state in layer["initial"].items()},
                signals={name: np.array(rows, dtype) for name, rows in layer["signals"].items()},
                span=tuple(layer["span"]) if "span" in layer else None,
            )
            for layer in whole["layers"]
        )
        return cls(
            model=whole["model"],
            text=whole["text"],
            clamps=tuple(whole["clamps"]),
            tokens=tuple(
                TraceToken(token["text"], token["known"], token.get("role") == "output") for token in whole["tokens"]
            ),
            layers=layers,
            tops=tuple([(word, p) for word, p in top] for top in whole["top"]),
            answer=whole.get("answer"),
        )
