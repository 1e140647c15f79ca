"""The shipped models: a weights file each, and a card each in ``manifest.json``.

The manifest is a JSON list of cards, the default model's first. A card's entries are the fields of ``ModelCard``;
its weights lie beside it as ``<name>.safetensors``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, asdict, dataclass, field, fields
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lstm_core.errors import WeightsError, missing
from lstm_core.zoo.scope import Notice, Scope

_HERE = Path(__file__).parent
_ACTION = "Install Gatewalk anew, or make the model and its card again with training."


WORDS = ("step", "steps", "whole", "label", "ask")  # what a page calls a step, steps, a text, its box; how it asks


@dataclass(frozen=True)
class DataSource:
    """A text that a model learned from, and by what right."""

    name: str
    licence: str
    source: str


@dataclass(frozen=True)
class ModelCard:
    """What is told of a shipped model: all of it measured or chosen before, nothing computed here."""

    name: str
    title: str
    description: str
    group: str  # what it teaches
    task: str
    cell: str
    units: int
    parameters: int  # how many numbers were trained
    sha256: str  # of the weights file
    data: tuple[DataSource, ...]
    seed: int
    scores: Mapping[str, Any]  # held-out scores by name
    examples: tuple[str, ...]  # sentences to begin with
    scope: Scope  # what it is for
    wording: Mapping[str, str] = field(default_factory=dict)  # what a step, a text, its box are called: see WORDS
    notices: tuple[Notice, ...] = ()  # what is said of a text outside what it learned

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> ModelCard:
        """Read one card; WeightsError where an entry is missing, extra or of the wrong kind."""
        kinds = {entry.name: _KINDS.get(str(entry.type), (list, dict)) for entry in fields(cls)}
        needed = {entry.name for entry in fields(cls) if entry.default_factory is entry.default is MISSING}
        if not isinstance(given, dict) or not needed <= set(given) <= set(kinds):
            odd = sorted((needed - set(given)) | (set(given) - set(kinds))) if isinstance(given, dict) else given
            raise _refuse(f"a card lacks, or should not have, {odd}", f"A card has the entries {', '.join(kinds)}.")
        for name, value in given.items():
            if not isinstance(value, kinds[name]):
                raise _refuse(f"“{name}” of a card is {value!r}", "Each entry of a card has its own type.")
        if odd := sorted(set(given.get("wording", {})) - set(WORDS)):
            raise _refuse(f"a card's wording has {odd}", f"It has any of {', '.join(WORDS)}.")
        try:
            data = tuple(DataSource(**source) for source in given["data"])
        except TypeError as error:
            raise _refuse(
                f"the data of “{given['name']}” cannot be read ({error})", "Each has name, licence, source."
            ) from error
        try:
            scope = Scope.from_dict(given["scope"])
            notices = tuple(Notice.from_dict(notice) for notice in given.get("notices", ()))
        except ValueError as error:
            raise _refuse(
                f"what “{given['name']}” is for cannot be told ({error})", "See lstm_core.zoo.scope."
            ) from error
        return cls(
            **dict(given) | {"data": data, "examples": tuple(given["examples"]), "scope": scope, "notices": notices}
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the card as JSON-ready data; ``from_dict`` reads it back."""
        return asdict(self)


_KINDS: dict[str, type] = {"str": str, "int": int}


def _refuse(why: str, expected: str) -> WeightsError:
    return WeightsError(
        code="bad_manifest",
        message=f"The manifest of the shipped models is wrong: {why}.",
        expected=expected,
        action=_ACTION,
    )


@cache
def manifest() -> Mapping[str, ModelCard]:
    """Return the cards of all shipped models by name, the default first; WeightsError if they cannot be read."""
    return read_manifest(_HERE / "manifest.json")


def read_manifest(file: Path) -> Mapping[str, ModelCard]:
    """Read a manifest file; see ``manifest``."""
    try:
        cards = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise _refuse(f"it cannot be read ({error})", "It is a JSON list of cards.") from error
    if not isinstance(cards, list):
        raise _refuse("it is no list", "It is a JSON list of cards.")
    read = [ModelCard.from_dict(card) for card in cards]
    if len({card.name for card in read}) != len(read):
        raise _refuse("two cards have one name", "Each model has one card.")
    return MappingProxyType({card.name: card for card in read})


def path(name: str) -> Path:
    """Return the weights file of the shipped model ``name``, once its sha256 is seen to be its card's.

    Raises NotFoundError for a name that is not shipped, WeightsError where the file is missing or another.
    """
    cards = manifest()
    if name not in cards:
        raise missing("model", name, f"The shipped models are: {', '.join(cards)}.")
    return checked(file(name), cards[name].sha256)


def file(name: str) -> Path:
    """Where the weights of the shipped model ``name`` lie; what is in the file is not looked at."""
    return _HERE / f"{name}.safetensors"


def checked(weights: Path, sha256: str) -> Path:
    """Return ``weights``; WeightsError where it is missing or its sha256 is another."""
    try:
        found = hashlib.sha256(weights.read_bytes()).hexdigest()
    except OSError as error:
        raise WeightsError(
            code="missing_file",
            message=f"The weights file {weights.name} cannot be read ({error.strerror}).",
            expected="Each model of the manifest has its file beside it.",
            action=_ACTION,
        ) from error
    if found != sha256:
        raise WeightsError(
            code="wrong_sha256",
            message=f"The weights file {weights.name} has the sha256 {found}.",
            expected=f"Its card says {sha256}.",
            action=_ACTION,
        )
    return weights
