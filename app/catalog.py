"""The models that may be asked for: those of the zoo, the operator's own, and any that a live training makes."""

from collections.abc import Sequence
from typing import Any

import lstm_core
from lstm_core.errors import InputError, missing
from lstm_core.live import Setup
from lstm_core.models import Model

from .entries import describe
from .json_text import compact
from .live_limits import check
from .live_models import LiveModels, told
from .offer import Offer
from .settings import Settings

PREFERRED = "reader-32"


class Catalog:
    """The models that requests may name, and the document of `/api/v1/models`, whose entries are `entries`."""

    def __init__(self, settings: Settings, offers: Sequence[Offer]) -> None:
        self._settings = settings
        self._offers = {offer.name: offer for offer in offers}
        self.live = LiveModels()
        self.names = list(self._offers)
        self.default = self._default(settings.default_model)
        self.entries = [describe(offer.spec, offer.sha256, offer.card) for offer in offers]
        self.document = self._document(self.entries)

    def _document(self, entries: Sequence[dict[str, Any]]) -> str:
        limits = {"characters": self._settings.characters, "steps": self._settings.steps}
        return compact({"models": entries, "default": self.default, "limits": limits})

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
        """The model called `name`, or the default, loaded or not. Raises `NotFoundError` if there is none.

        A name that a live training has (`lstm_core.live.Setup`) is that of the network which comes out of it.
        """
        key = self.default if name is None else name
        if key in self._offers:
            return self._offers[key]
        setup = self._live(key)
        if setup is None:
            raise missing("model", key, self.names)
        return self.live.offer(setup)

    def to_train(self, name: str | None) -> Setup | None:
        """The training that the model called `name` comes out of, where that is still to be done."""
        setup = None if name is None or name in self._offers else self._live(name)
        return None if setup is None or self.live.offer(setup).loaded else setup

    def _live(self, name: str) -> Setup | None:
        setup = Setup.named(name)
        if setup is not None:
            check(self._settings, setup)
        return setup

    def entry(self, name: str) -> dict[str, Any]:
        """What is told of the model called `name`. Raises what `offer` raises."""
        offer = self.offer(name)
        setup = self._live(name) if name not in self._offers else None
        if setup is not None:
            return describe(offer.spec, offer.sha256, None) | told(setup)
        return next(entry for entry in self.entries if entry["name"] == name)

    def document_with(self, name: str) -> str:
        """The document, and in it the model called `name`, be it a live one."""
        return self.document if name in self._offers else self._document([*self.entries, self.entry(name)])

    def get(self, name: str | None) -> Model:
        """The model itself, loaded if need be: for worker threads. Raises what `offer` and its `model` raise."""
        return self.offer(name).model

    def examples(self, name: str) -> list[str]:
        """The example sentences of the model called `name`."""
        found: list[str] = self.entry(name)["examples"]
        return found
