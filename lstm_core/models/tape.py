"""From tapes to the layers of a trace, and from a model's weights to a layer's."""

from __future__ import annotations

from collections.abc import Mapping

from lstm_core import cells
from lstm_core.functional import Array
from lstm_core.models.base import LayerInfo
from lstm_core.trace import LayerTrace


def part(params: Mapping[str, Array], name: str) -> dict[str, Array]:
    """The weights whose names begin with ``name.``, without it."""
    return {key.partition(".")[2]: array for key, array in params.items() if key.startswith(f"{name}.")}


def layer_names(params: Mapping[str, Array]) -> list[str]:
    """The layers of a stack, from below upwards: ``layer0``, ``layer1``, …"""
    return sorted({name.partition(".")[0] for name in params if name.startswith("layer")})


def named(layer: str, grads: Mapping[str, Array]) -> dict[str, Array]:
    """The way back of ``part``: the names of one layer's arrays as the model has them."""
    return {f"{layer}.{name}": array for name, array in grads.items()}


def layer_trace(layer: LayerInfo, tape: cells.Tape, x: Array, span: tuple[int, int] | None = None) -> LayerTrace:
    """``layer`` as a trace tells it: views on ``tape``, turned round where it read backward; x in the words' order."""
    cell = cells.get(layer.cell)
    back = slice(None, None, -1 if layer.direction == "backward" else 1)
    signals = {s.name: x if s.role == "input" else tape.arrays[s.name][back] for s in cell.signals}
    initial = dict(zip(cell.states, tape.initial, strict=True))
    return LayerTrace(layer.name, layer.cell, layer.direction, layer.units, initial, signals, span)
