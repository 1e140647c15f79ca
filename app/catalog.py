"""The loaded models: found by name, and described once as the document of `/api/v1/models`."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import lstm_core
from app.settings import Settings
from lstm_core import formula
from lstm_core.errors import InputError, NotFoundError
from lstm_core.models import Layer, Model, build
from lstm_core.weights import native
from lstm_core.zoo import ModelCard

PREFERRED = "reader-32"
# What only a card tells, for a model without one.
OWN = {
    "title": "",
    "description": "A model of your own.",
    "group": "Your own",
    "scores": {},
    "data": [],
    "examples": [],
    "wording": {},
}


def _signals(layer: Layer) -> list[dict[str, Any]]:
    return [
        {
            "name": signal.name,
            "role": signal.role,
            "range": list(signal.range),
            "label": signal.label,
            "description": signal.description,
            "formula": signal.formula,
            "tree": formula.parse(signal.formula) if signal.formula else None,
        }
        for signal in layer.signals
    ]


def _layer(layer: Layer) -> dict[str, Any]:
    return {
        "name": layer.name,
        "kind": layer.kind,
        "cell": layer.cell,
        "title": layer.title,
        "short": layer.short,
        "direction": layer.direction,
        "units": layer.units,
        "inputs": layer.inputs,
        "signals": _signals(layer),
        "states": list(layer.states),
    }


def _own(path: Path) -> Model:
    params, spec, sha256 = native.read(path)
    return build(spec, params, sha256)


def describe(model: Model, card: ModelCard | None = None) -> dict[str, Any]:
    """One entry of the document. A model that the zoo does not ship has no card: it says only what its file says."""
    spec = model.spec
    whole = {} if card is None else card.to_dict()
    told = OWN | {"title": spec.name} | {key: whole[key] for key in OWN if key in whole}
    return {
        "name": spec.name,
        "task": spec.task,
        "reads": spec.reads,
        "symbols": list(spec.vocabulary) if spec.reads == "letters" else [],
        "outputs": list(spec.outputs),
        "letters": None if spec.letters is None else {"width": spec.letters.width, "filters": spec.letters.filters},
        "architecture": spec.architecture,
        "cell": spec.cell,
        "sha256": model.sha256,
        "units": spec.units,
        "embedding": spec.embedding,
        "vocabulary": len(spec.vocabulary),
        "parameters": sum(array.size for array in model.params.values()),
        "layers": [_layer(layer) for layer in model.layers],
        **told,
    }


class Catalog:
    """The models that requests may name. `entries` are those of the document, `models` the models by name."""

    def __init__(self, settings: Settings, loaded: Sequence[tuple[Model, ModelCard | None]]) -> None:
        self.models = {model.name: model for model, _ in loaded}
        self.names = list(self.models)
        self.default = self._default(settings.default_model)
        self.entries = [describe(model, card) for model, card in loaded]
        document = {
            "models": self.entries,
            "default": self.default,
            "limits": {"characters": settings.characters, "steps": settings.steps},
        }
        self.document = json.dumps(document, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()

    @classmethod
    def load(cls, settings: Settings) -> "Catalog":
        """Reads the shipped models and those that the settings name.

        Raises `WeightsError` for a file that cannot be used, `NotFoundError` for one that is not there, `InputError`
        where there is no model at all or two have one name.
        """
        shipped = [(lstm_core.load(card.name), card) for card in lstm_core.models()] if settings.zoo else []
        loaded = [*shipped, *((_own(path), None) for path in settings.models)]
        names = [model.name for model, _ in loaded]
        if not names or len(set(names)) < len(names):
            raise InputError(
                code="bad_models",
                message=f"Two models have one name: {', '.join(names)}." if names else "There is no model to serve.",
                expected="One model or more, each with a name of its own.",
                action="Check GATEWALK_MODELS and GATEWALK_ZOO.",
                field="GATEWALK_MODELS",
            )
        return cls(settings, loaded)

    def _default(self, wanted: str | None) -> str:
        if wanted is not None:
            return self.get(wanted).name
        return PREFERRED if PREFERRED in self.models else self.names[0]

    def get(self, name: str | None) -> Model:
        """The model called `name`, or the default. Raises `NotFoundError` if there is none."""
        key = self.default if name is None else name
        if key not in self.models:
            raise NotFoundError(
                code="unknown_model",
                message=f"There is no model called “{key[:60]}”.",
                expected=f"The models are: {', '.join(self.names)}.",
                action="Choose one of these.",
                field="model",
            )
        return self.models[key]

    def examples(self, name: str) -> list[str]:
        """The example sentences of the model called `name`."""
        return next(entry["examples"] for entry in self.entries if entry["name"] == name)
