"""A trace as JSON text, written piece by piece, so that a long one is never whole in memory."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lstm_core.functional import Array
from lstm_core.steps import LayerTrace, Top

_PIECE = 512  # numbers that are written at once: another thread can have its turn after each piece
_json = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _rows(values: Array) -> Iterator[str]:
    """The rows of a matrix as JSON, without the brackets around them all."""
    many = max(1, _PIECE // max(1, values.shape[-1]))
    for start in range(0, len(values), many):
        written = _json(values[start : start + many].tolist())[1:-1]
        yield f",{written}" if start else written


def pieces(
    head: Mapping[str, Any], layers: Sequence[LayerTrace], predictions: Sequence[Top], beside: Mapping[str, Any]
) -> Iterator[str]:
    """The text of ``Trace.to_dict``: its head, the layers with their signals, ``top``, and what is ``beside`` it."""
    told = {name: value for name, value in head.items() if name not in ("layers", "answer")}
    yield f'{_json(told)[:-1]},"layers":['
    for n, layer in enumerate(layers):
        yield f'{"," if n else ""}{_json(layer.head())[:-1]},"signals":{{'
        for k, (name, values) in enumerate(layer.signals.items()):
            yield f"{',' if k else ''}{_json(name)}:["
            yield from _rows(values)
            yield "]"
        yield "}}"
    answer = f'"answer":{_json(head["answer"])},' if "answer" in head else ""
    yield f'],{answer}"top":['
    for t, top in enumerate(predictions):
        yield f"{',' if t else ''}{_json(top)}"
    yield "]"
    for name, value in beside.items():
        yield f",{_json(name)}:{_json(value)}"
    yield "}"
