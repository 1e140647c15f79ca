"""A recurrent layer that reads and one that writes: the reader's last states are the writer's first.

    encoder: h_t, c_t = cell(x_t, …)            t = 0 … T_in−1, x_t = source.E[token]
    decoder: h_{T_in−1}, c_{T_in−1} are what it begins with; its step k reads target.E[said_{k−1}], said_{−1} the end
    said_k = argmax softmax(O·h + b)            greedy, until the end is said or the limit is reached

O (C, H), b (C,); outputs[0] is the end. Sutskever, Vinyals & Le 2014; Cho et al. 2014. ``writing`` steps it.
"""

from __future__ import annotations

from dataclasses import replace

from lstm_core.layers.recurrent import Recurrent
from lstm_core.models.architecture import Architecture, register
from lstm_core.models.composition import READER, SAID, Composition, Wire
from lstm_core.models.letter_reader import LetterReader
from lstm_core.models.output import Symbols
from lstm_core.models.readers import reader_of
from lstm_core.models.spec import LayerSpec, ModelSpec, TokenizerSpec
from lstm_core.models.writing import WritingRun

BOTH = ("encoder", "decoder")


def layers(cell: str, units: int, count: int) -> tuple[LayerSpec, ...]:
    """encoder and decoder; further ones, which do not fit, by their number."""
    return tuple(LayerSpec(f"{part}{n or ''}", cell, units) for n in range(count) for part in BOTH)


def compose(spec: ModelSpec) -> Composition:
    """This file's equations."""
    encoder, decoder = (Recurrent(la.name, la.cell, la.units, spec.embedding) for la in spec.layers)
    own = replace(spec, tokenizer=TokenizerSpec("letters", spec.outputs))  # what it said, symbol by symbol
    readers = {READER: reader_of(spec, "source.E"), SAID: LetterReader(own, "target.E")}
    wires = (Wire(encoder), Wire(decoder, SAID, begins=encoder.name))
    return Composition(readers, wires, (decoder.name,), Symbols(spec.outputs, decoder.units))


def misfit(spec: ModelSpec) -> str | None:
    """Two layers of one cell and one size, since the one begins with the other's states; no letter CNN."""
    if spec.letters is not None:
        return "letters are for words that its table lacks, and it reads none such"
    if len(spec.layers) != 2 or any(layer.direction != "forward" for layer in spec.layers):
        return "the architecture encoder_decoder has two layers, one that reads and one that writes"
    if len({(layer.cell, layer.units) for layer in spec.layers}) != 1:
        return "encoder and decoder are of one cell and one size: the one begins with the other's states"
    return None


ENCODER_DECODER = register(
    Architecture(
        "encoder_decoder", (("transduce", "words"), ("transduce", "letters")), layers, compose, misfit, WritingRun
    )
)
