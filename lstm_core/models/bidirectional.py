"""Two recurrent layers that read a text from its two ends, and a classifier that sees both.

    →h_t = cell(x_t, →h_{t−1})          forward: what is known of the words 0 … t
    ←h_t = cell'(x_t, ←h_{t+1})         backward: what is known of the words T−1 … t
    p_t = softmax(O·[→h_t ; ←h_t] + b)  what both know at word t
    answer = softmax(O·[→h_{T−1} ; ←h_0] + b)   both have read the whole

O (C, 2H), b (C,). Schuster & Paliwal 1997, "Bidirectional Recurrent Neural Networks". Rows of the backward layer are
aligned on the words.
"""

from __future__ import annotations

from lstm_core.layers.recurrent import Recurrent
from lstm_core.models.architecture import Architecture, register
from lstm_core.models.composition import READER, Composition, Wire
from lstm_core.models.output import Symbols
from lstm_core.models.readers import reader_of, width_of
from lstm_core.models.spec import LayerSpec, ModelSpec

BOTH = ("forward", "backward")


def layers(cell: str, units: int, count: int) -> tuple[LayerSpec, ...]:
    """forward and backward; further ones, which do not fit, by their number."""
    return tuple(LayerSpec(f"{way}{n or ''}", cell, units, way) for n in range(count) for way in BOTH)


def compose(spec: ModelSpec) -> Composition:
    """This file's equations."""
    inputs = width_of(spec)
    wires = tuple(Wire(Recurrent(la.name, la.cell, la.units, inputs, la.direction)) for la in spec.layers)
    output = Symbols(spec.outputs, sum(layer.units for layer in spec.layers))
    return Composition({READER: reader_of(spec)}, wires, tuple(layer.name for layer in spec.layers), output)


def misfit(spec: ModelSpec) -> str | None:
    """One layer from either end."""
    if tuple(layer.direction for layer in spec.layers) != BOTH:
        return "the architecture bidirectional has one layer that reads forward and one that reads backward"
    return None


BIDIRECTIONAL = register(
    Architecture("bidirectional", (("class", "words"), ("class", "letters")), layers, compose, misfit)
)
