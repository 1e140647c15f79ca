"""One model that may be asked for: known by what its file says, loaded when first asked for."""

from collections.abc import Callable
from pathlib import Path
from threading import Lock

import lstm_core
from lstm_core import zoo
from lstm_core.models import Model, ModelSpec, build
from lstm_core.weights import native
from lstm_core.zoo import ModelCard


class Offer:
    """One model: what its file says of itself, and the model itself once somebody has asked for it."""

    def __init__(self, spec: ModelSpec, sha256: str | None, card: ModelCard | None, load: Callable[[], Model]) -> None:
        self.name, self.spec, self.card = spec.name, spec, card
        self._sha256 = sha256
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
        offer.take(model)
        return offer

    def take(self, model: Model) -> None:
        """Has `model` at once, instead of loading it."""
        self._model = model

    @property
    def sha256(self) -> str:
        """The digest of its weights; of one that tells none in advance it is known once it is loaded."""
        return self.model.sha256 if self._sha256 is None else self._sha256

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
