"""Models: a spec and its weights → a composition that runs. The architectures register themselves here."""

from __future__ import annotations

from lstm_core.layers.base import Layer
from lstm_core.models import bidirectional, cnn_lstm, encoder_decoder, stacked
from lstm_core.models.architecture import Architecture, compose, shapes_of
from lstm_core.models.model import Model, build
from lstm_core.models.run import Run
from lstm_core.models.spec import LayerSpec, LettersSpec, ModelSpec, OutputSpec, TokenizerSpec
from lstm_core.models.spec_reader import read_spec, uniform, write_spec
from lstm_core.sampling import Writing

__all__ = [
    "ARCHITECTURES", "Architecture", "Layer", "LayerSpec", "LettersSpec", "Model", "ModelSpec", "OutputSpec", "Run",
    "TokenizerSpec", "Writing", "build", "compose", "read_spec", "shapes_of", "uniform", "write_spec",
]  # fmt: skip

ARCHITECTURES = (
    stacked.VANILLA, stacked.STACKED, bidirectional.BIDIRECTIONAL, cnn_lstm.CNN_LSTM, encoder_decoder.ENCODER_DECODER,
)  # fmt: skip
