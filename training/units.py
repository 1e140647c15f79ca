"""Measures what the units of the shipped models of sentences carry, and writes it into the zoo.

``python -m training.units`` writes ``lstm_core/zoo/units``: the sentences of ``training.probes`` and, for each model
that says the next word, how well every unit follows each property on half a and on half b, and the best unit of the
same network before training, chosen on a and scored on b alike. ``--only NAME`` measures one model.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

import lstm_core
from lstm_core.functional import Array
from lstm_core.models import Model, build
from lstm_core.models.carrying import state_of, values
from lstm_core.models.erasing import erasable
from lstm_core.models.first_weights import first_weights
from lstm_core.zoo import carried
from lstm_core.zoo.carried import UNIT, Property, Sentence
from training import config, manifest, probes
from training.tasks.units import auc

UNTRAINED = 1001  # seed of the weights before training


class Point(NamedTuple):
    """A word at which something is measured."""

    sentence: Sentence
    t: int


def concordance(values: Array, label: Array) -> Array:
    """(H,) of all pairs of rows whose labels differ, the share in which the value is higher where the label is.

    values (N, H), label (N,); equal values count half. For a label of 0 and 1 it is the area under the ROC curve.
    """
    if set(np.unique(label)) <= {0.0, 1.0}:
        return auc(values, label == 1)
    higher = label[:, None] > label[None]  # (N, N)
    above = [np.sign(column[:, None] - column[None])[higher].mean() for column in values.T]
    return (1 + np.array(above)) / 2


def points(asked: Property, sentences: Sequence[Sentence], half: str) -> list[Point]:
    """Every word of a half at which a property is measured."""
    mine = [one for one in sentences if one.kind == asked.kind and one.half == half]
    return [Point(one, t) for one in mine for t in range(*one.words)]


def states(model: Model, sentences: Sequence[Sentence]) -> dict[str, dict[str, Array]]:
    """By layer and text the state after every word, (T, H)."""
    names = [layer.name for layer in erasable(model.layers)]
    found: dict[str, dict[str, Array]] = {name: {} for name in names}
    for text in dict.fromkeys(one.text for one in sentences):
        run = model.run(text)
        for name in names:
            found[name][text] = values(run, name)
    return found


def followed(found: dict[str, Array], asked: Property, of: Sequence[Point]) -> Array:
    """(H,) how well each unit of a layer follows a property at these words."""
    rows = np.stack([found[one.sentence.text][one.t] for one in of])
    return concordance(rows, np.array([asked.label(*one) for one in of]))


def best(a: dict[str, Array], b: dict[str, Array]) -> tuple[float, float]:
    """Of the unit that follows best on half a, whichever way: how well on a, and that way on b."""
    first, second = np.concatenate(list(a.values())), np.concatenate(list(b.values()))
    unit = int(np.abs(first - 0.5).argmax())
    up = first[unit] >= 0.5
    return float(max(first[unit], 1 - first[unit])), float(second[unit] if up else 1 - second[unit])


def untrained(model: Model) -> Model:
    """The same network with the weights with which its training may begin, of another seed."""
    entries = config.read(manifest.CONFIGS / f"{model.name}.toml")
    return build(model.spec, first_weights(model.spec, UNTRAINED, entries.get("orthogonal", False)))


def measure(model: Model, asked: Sequence[Property], sentences: Sequence[Sentence]) -> dict[str, Any]:
    """What the file of a model says."""
    trained, before = states(model, sentences), states(untrained(model), sentences)
    rows = []
    for one in asked:
        halves = {half: points(one, sentences, half) for half in probes.HALVES}
        mine, other = (
            {half: {name: followed(found[name], one, of) for name in found} for half, of in halves.items()}
            for found in (trained, before)
        )
        chosen, scored = best(other["a"], other["b"])
        layers = {name: {half: thousandths(mine[half][name]) for half in probes.HALVES} for name in trained}
        rows.append(
            {
                "name": one.name,
                "words": len(halves["b"]),
                "untrained": {"chosen": round(chosen * UNIT), "scored": round(scored * UNIT)},
                "layers": layers,
            }
        )
    heads = [
        {"name": la.name, "units": la.units, "state": state_of(la.cell, la.states)} for la in erasable(model.layers)
    ]
    return {"sha256": model.sha256, "seed": UNTRAINED, "layers": heads, "properties": rows}


def thousandths(shares: Array) -> list[int]:
    """As they stand in the file."""
    return [int(value) for value in np.round(shares * UNIT)]


def written() -> str:
    """The file of the sentences: one a line."""
    lines = {
        name: ",\n".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
        for name, rows in (("properties", probes.properties()), ("sentences", probes.sentences()))
    }
    return "{\n" + ",\n".join(f'"{name}":[\n{rows}\n]' for name, rows in lines.items()) + "\n}\n"


def main() -> None:
    """Measures the models of the zoo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", help="one model's name")
    asked = parser.parse_args()
    carried.FOLDER.mkdir(exist_ok=True)
    carried.SENTENCES.write_text(written(), encoding="utf-8")
    for card in lstm_core.models():
        if card.task == "next-word" and asked.only in (None, card.name):
            found = measure(lstm_core.load(card.name), carried.properties(), carried.sentences())
            text = json.dumps(found, separators=(",", ":"))
            (carried.FOLDER / f"{card.name}.json").write_text(
                text.replace('{"name":', '\n{"name":') + "\n", encoding="utf-8"
            )
            print(card.name, flush=True)
            for one in carried.measured(card.name, card.sha256)["properties"]:
                unit, scored = (one["best"][key] for key in ("unit", "scored"))
                print(f"  {one['name']:12} unit {unit:3} {scored:.3f}  before {one['untrained']['scored']:.3f}")


if __name__ == "__main__":
    main()
