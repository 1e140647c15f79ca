"""What the units of a shipped model carry, as it was measured: read from ``zoo/units``.

``sentences.json`` has the sentences, in two halves that share no wording, and the properties that hold at their words;
``<model>.json`` of each property how well every unit follows it on either half, and the best unit of the same network
before training. ``python -m training.units`` makes them.

The measure is the concordance: of two words, at one of which a property holds (or holds more) and at the other not,
the share of pairs in which the unit is higher at the first, ties counting half. ½ is chance; for what holds or does not
hold it is the area under the ROC curve. A unit may rise or fall with a property: which of both is chosen on half a.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lstm_core.errors import missing

FOLDER = Path(__file__).parent / "units"
SENTENCES = FOLDER / "sentences.json"
UNIT = 1000  # the files have thousandths


@dataclass(frozen=True)
class Sentence:
    """One, and at which of its words it is measured: from … to−1."""

    half: str  # a: units are chosen here; b: they are scored here
    kind: str
    holds: str | None
    text: str
    words: tuple[int, int]


@dataclass(frozen=True)
class Property:
    """What a unit may carry. ``holds``: in which sentences of its kind; None where it is the word's own place."""

    name: str
    kind: str
    holds: str | None
    says: str

    def label(self, sentence: Sentence, t: int) -> float:
        """1 where it holds at word t, 0 where not; the word's place where that is the property."""
        return float(t) if self.holds is None else float(sentence.holds == self.holds)


@cache
def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def sentences() -> tuple[Sentence, ...]:
    """The shipped sentences."""
    return tuple(Sentence(**row | {"words": tuple(row["words"])}) for row in _read(SENTENCES)["sentences"])


def properties() -> tuple[Property, ...]:
    """What is measured on them."""
    return tuple(Property(**row) for row in _read(SENTENCES)["properties"])


def property_named(name: str) -> Property:
    """The property called ``name``; NotFoundError if there is none."""
    found = {one.name: one for one in properties()}
    if name not in found:
        raise missing("property", name, f"They are: {', '.join(found)}.", "carries")
    return found[name]


def measured(name: str, sha256: str) -> dict[str, Any]:
    """What the units of the model ``name`` carry, as in ``docs/trace-format.md``.

    ``properties`` is empty for weights that were not measured: a model of one's own, or one that was trained anew.
    """
    path = FOLDER / f"{name}.json"
    found = _read(path) if path.is_file() else {}
    head: dict[str, Any] = {"model": name, "sha256": sha256, "seed": None, "layers": [], "properties": []}
    if found.get("sha256") != sha256:
        return head
    said = {one.name: one for one in properties()}
    told = [_told(said[one["name"]], one) for one in found["properties"] if one["name"] in said]
    return head | {"seed": found["seed"], "layers": found["layers"], "properties": told}


def _told(said: Property, row: Mapping[str, Any]) -> dict[str, Any]:
    """One property with what was found: of every unit how well it follows on either half, the way that half a says."""
    layers = {layer: _ways(values["a"], values["b"]) for layer, values in row["layers"].items()}
    chosen = {(layer, unit): value for layer, ways in layers.items() for unit, value in enumerate(ways["chosen"])}
    layer, unit = max(chosen, key=lambda place: chosen[place])
    scored = [one for one in sentences() if (one.half, one.kind) == ("b", said.kind)]
    return {
        "name": said.name,
        "kind": said.kind,
        "says": said.says,
        "words": row["words"],
        "sentences": len(scored),
        "holding": None if said.holds is None else sum(one.holds == said.holds for one in scored),
        "best": {"layer": layer, "unit": unit} | {name: values[unit] for name, values in layers[layer].items()},
        "untrained": {name: value / UNIT for name, value in row["untrained"].items()},
        "layers": layers,
    }


def _ways(a: list[int], b: list[int]) -> dict[str, list[Any]]:
    """Whether each unit rises with the property on half a, and how well it follows that way on a and on b."""
    rises = [value >= UNIT / 2 for value in a]
    return {
        "rises": rises,
        "chosen": [max(value, UNIT - value) / UNIT for value in a],
        "scored": [(value if up else UNIT - value) / UNIT for value, up in zip(b, rises, strict=True)],
    }
