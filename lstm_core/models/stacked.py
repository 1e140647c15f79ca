"""One recurrent layer or several, each reading the one below: the architecture of the readers and forecasters.

    h⁰_t = x_t                          what the reader makes of the token
    hˡ_t = cellˡ(hˡ⁻¹_t)   l = 1 … L    layer l's output is layer l+1's input
    said at t: the output layer of hᴸ_t

With one layer it is called vanilla. Stacking: Graves, Mohamed & Hinton 2013.
"""

from __future__ import annotations

from lstm_core.layers.recurrent import Recurrent
from lstm_core.models.architecture import Architecture, register
from lstm_core.models.composition import READER, Composition, Wire
from lstm_core.models.output import Forecast, Output, Symbols, TiedSymbols
from lstm_core.models.readers import reader_of, width_of
from lstm_core.models.spec import LayerSpec, ModelSpec

ONE_BY_ONE = (("next-word", "words"), ("next-letter", "letters"), ("forecast", "numbers"))


def layers(cell: str, units: int, count: int) -> tuple[LayerSpec, ...]:
    """layer0, layer1, … from below upwards."""
    return tuple(LayerSpec(f"layer{n}", cell, units) for n in range(count))


def upwards(spec: ModelSpec, reads: str, inputs: int) -> tuple[Wire, ...]:
    """The layers of ``spec`` on top of each other, the lowest on what ``reads`` names."""
    wires: list[Wire] = []
    for layer in spec.layers:
        wires.append(Wire(Recurrent(layer.name, layer.cell, layer.units, inputs), reads))
        reads, inputs = layer.name, layer.units
    return tuple(wires)


def output_of(spec: ModelSpec) -> Output:
    """What is said at each step of what was read until then."""
    width = spec.layers[-1].units
    if spec.task == "forecast":
        return Forecast(width)
    if spec.output.tied:
        return TiedSymbols(spec.vocabulary, width, spec.embedding)
    return Symbols(spec.vocabulary, width)


def compose(spec: ModelSpec) -> Composition:
    """This file's equations."""
    wires = upwards(spec, READER, width_of(spec))
    return Composition({READER: reader_of(spec)}, wires, (wires[-1].layer.name,), output_of(spec))


def misfit(spec: ModelSpec) -> str | None:
    """A stack reads from the first word on."""
    if any(layer.direction != "forward" for layer in spec.layers):
        return "the layers of a stack read forward"
    return None


def misfit_alone(spec: ModelSpec) -> str | None:
    """``misfit``, and a vanilla model is one layer."""
    if len(spec.layers) != 1:
        return f"the architecture vanilla has one layer, not {len(spec.layers)}"
    return misfit(spec)


VANILLA = register(Architecture("vanilla", ONE_BY_ONE, layers, compose, misfit_alone, looked_up=True))
STACKED = register(Architecture("stacked", ONE_BY_ONE, layers, compose, misfit, looked_up=True))
