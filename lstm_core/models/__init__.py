"""The architectures: a spec and its weights → a model."""

from __future__ import annotations

from collections.abc import Mapping

from lstm_core.errors import WeightsError
from lstm_core.functional import Array
from lstm_core.models.base import LayerInfo, Model, Run
from lstm_core.models.spec import LettersSpec, ModelSpec
from lstm_core.models.vanilla import Vanilla

__all__ = ["LayerInfo", "LettersSpec", "Model", "ModelSpec", "Run", "build"]

_architectures = {"vanilla": Vanilla}


def build(spec: ModelSpec, params: Mapping[str, Array], sha256: str = "") -> Model:
    """The model that ``spec`` describes, on ``params``; WeightsError for an architecture that is not known."""
    if spec.architecture not in _architectures:
        raise WeightsError(
            code="unknown_architecture",
            message=f"The model “{spec.name}” has the unknown architecture “{spec.architecture}”.",
            expected=f"The architectures are: {', '.join(_architectures)}.",
            action="Use a version of Gatewalk that knows it.",
        )
    return _architectures[spec.architecture](spec, params, sha256)
