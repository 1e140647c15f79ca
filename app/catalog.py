"""The models that may be asked for: known by what their files say, loaded when first asked for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock

import lstm_core
from lstm_core import zoo
from lstm_core.errors import InputError, missing
from lstm_core.models import Model, ModelSpec, build
from lstm_core.weights import native
from lstm_core.zoo import ModelCard

from .entries import describe
from .json_text import compact
from .settings import Settings

PREFERRED = "reader-32"


class Offer:
    """One model: what its file says of itself, and the model itself once somebody has asked for it."""

    def __init__(self, spec: ModelSpec, sha256: str, card: ModelCard | None, load: Callable[[], Model]) -> None:
        self.name, self.spec, self.sha256, self.card = spec.name, spec, sha256, card
        self._load, self._lock = load, Lock()
        self._model: Model | None = None

    @classmethod
    def shipped(cls, card: ModelCard) -> "Offer":
        """A model of the zoo. Its file's sha256 is seen to be its card's when it is loaded."""
        return cls(native.describe(zoo.file(card.name)), card.sha256, card, lambda: lstm_core.load(card.name))

    @classmethod
    def own(cls, path: Path) -> "Offer":
        """A model of the operator's, read at once, so that a damaged file is told when the service starts."""
        params, spec, sha256 = native.read(path)
        model = build(spec, params, sha256)
        offer = cls(spec, sha256, None, lambda: model)
        offer._model = model
        return offer

    @property
    def loaded(self) -> bool:
        """Whether `model` is there at once."""
        return self._model is not None

    @property
    def model(self) -> Model:
        """The model; loaded now, if nobody has asked for it before. Raises `WeightsError` for a damaged file."""
        with self._lock:
            if self._model is None:
                self._model = self._load()
            return self._model


class Catalog:
    """The models that requests may name, and the document of `/api/v1/models`, whose entries are `entries`."""

    def __init__(self, settings: Settings, offers: Sequence[Offer]) -> None:
        self._offers = {offer.name: offer for offer in offers}
        self.names = list(self._offers)
        self.default = self._default(settings.default_model)
        self.entries = [describe(offer.spec, offer.sha256, offer.card) for offer in offers]
        document = {
            "models": self.entries,
            "default": self.default,
            "limits": {"characters": settings.characters, "steps": settings.steps},
        }
        self.document = compact(document)

    @classmethod
    def load(cls, settings: Settings) -> "Catalog":
        """Looks at the shipped models and reads those that the settings name.

        Raises `WeightsError` for a file that cannot be used, `NotFoundError` for one that is not there, `InputError`
        where there is no model at all or two have one name.
        """
        shipped = map(Offer.shipped, lstm_core.models()) if settings.zoo else ()
        offers = [*shipped, *map(Offer.own, settings.models)]
        names = [offer.name for offer in offers]
        if not names or len(set(names)) < len(names):
            raise InputError(
                code="bad_models",
                message=f"Two models have one name: {', '.join(names)}." if names else "There is no model to serve.",
                expected="One model or more, each with a name of its own.",
                action="Check GATEWALK_MODELS and GATEWALK_ZOO.",
                field="GATEWALK_MODELS",
            )
        return cls(settings, offers)

    def _default(self, wanted: str | None) -> str:
        if wanted is not None:
            return self.offer(wanted).name
        return PREFERRED if PREFERRED in self._offers else self.names[0]

    def offer(self, name: str | None) -> Offer:
        """The model called `name`, or the default, loaded or not. Raises `NotFoundError` if there is none."""
        key = self.default if name is None else name
        if key not in self._offers:
            raise missing("model", key, self.names)
        return self._offers[key]

    def get(self, name: str | None) -> Model:
        """The model itself, loaded if need be: for worker threads. Raises what `offer` and its `model` raise."""
        return self.offer(name).model

    def examples(self, name: str) -> list[str]:
        """The example sentences of the model called `name`."""
        found: list[str] = next(entry["examples"] for entry in self.entries if entry["name"] == name)
        return found
