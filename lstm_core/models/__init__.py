"""The architectures: a spec and its weights → a model."""

from __future__ import annotations

from collections.abc import Mapping

from lstm_core.functional import Array
from lstm_core.models.base import LayerInfo, Model, Run
from lstm_core.models.bidirectional import Bidirectional
from lstm_core.models.cnn_lstm import CnnLstm
from lstm_core.models.encoder_decoder import EncoderDecoder
from lstm_core.models.spec import LettersSpec, ModelSpec
from lstm_core.models.stacked import Stacked

__all__ = ["LayerInfo", "LettersSpec", "Model", "ModelSpec", "Run", "build"]

_architectures: dict[str, type[Model]] = {
    "vanilla": Stacked,
    "stacked": Stacked,
    "cnn_lstm": CnnLstm,
    "bidirectional": Bidirectional,
    "encoder_decoder": EncoderDecoder,
}


def build(spec: ModelSpec, params: Mapping[str, Array], sha256: str = "") -> Model:
    """The model that ``spec`` describes, on ``params``."""
    return _architectures[spec.architecture](spec, params, sha256)
