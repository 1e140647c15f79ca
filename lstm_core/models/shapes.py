"""Which tensors each architecture has, and their shapes: one function an architecture, by its name.

D embedding, H units, V words or letters read, C outputs, A letters of the alphabet, F filters.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from lstm_core import cells

if TYPE_CHECKING:
    from lstm_core.models.spec import ModelSpec

Shapes = dict[str, tuple[int, ...]]
NUMBERS = 2  # features of a number that is read


def of(spec: ModelSpec) -> Shapes:
    """The shapes of the model that ``spec`` describes."""
    return ARCHITECTURES[spec.architecture](spec)


def _layer(spec: ModelSpec, name: str, inputs: int) -> Shapes:
    shapes = cells.get(spec.cell).parameters(inputs, spec.units)
    return {f"{name}.{key}": shape for key, shape in shapes.items()}


def _input(spec: ModelSpec) -> Shapes:
    shapes: Shapes = {} if spec.reads == "numbers" else {"embedding.E": (len(spec.vocabulary), spec.embedding)}
    if spec.letters is not None:
        A, d, F = len(spec.letters.alphabet), spec.letters.dim, spec.letters.filters
        shapes |= {
            "letters.C": (A, d),
            "letters.K": (F, d, spec.letters.width),
            "letters.k": (F,),
            "letters.P": (spec.embedding, F),
            "letters.p": (spec.embedding,),
        }
    return shapes


def stacked(spec: ModelSpec) -> Shapes:
    """One recurrent layer or several; the softmax over words is tied to the word table."""
    V, D, H = len(spec.vocabulary), spec.embedding, spec.units
    inputs = NUMBERS if spec.reads == "numbers" else D
    layers = [_layer(spec, f"layer{n}", H if n else inputs) for n in range(spec.layers)]
    if spec.reads == "words":
        head: Shapes = {"head.P": (D, H), "head.p": (D,), "head.b": (V,)}
    else:
        said = 1 if spec.reads == "numbers" else V
        head = {"head.O": (said, H), "head.b": (said,)}
    return _input(spec) | {name: shape for layer in layers for name, shape in layer.items()} | head


def bidirectional(spec: ModelSpec) -> Shapes:
    """Two layers that read from opposite ends; the head sees both."""
    C, H = len(spec.outputs), spec.units
    both = _layer(spec, "forward", spec.embedding) | _layer(spec, "backward", spec.embedding)
    return _input(spec) | both | {"head.O": (C, 2 * H), "head.b": (C,)}


def encoder_decoder(spec: ModelSpec) -> Shapes:
    """A layer that reads and one that writes, each with its own table."""
    V, C, D, H = len(spec.vocabulary), len(spec.outputs), spec.embedding, spec.units
    both = _layer(spec, "encoder", D) | _layer(spec, "decoder", D)
    return {"source.E": (V, D), "target.E": (C, D)} | both | {"head.O": (C, H), "head.b": (C,)}


ARCHITECTURES: dict[str, Callable[[ModelSpec], Shapes]] = {
    "vanilla": stacked,
    "stacked": stacked,
    "cnn_lstm": stacked,
    "bidirectional": bidirectional,
    "encoder_decoder": encoder_decoder,
}
