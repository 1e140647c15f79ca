"""Scores every shipped model on what it never saw, prints the figures and writes them into the manifest.

``python -m training.score --data ../shared/data``

``--only NAME`` scores one model alone, ``--part NAME`` a part of a reader's figures, the others staying as they are;
``--part searched`` looks whether a sentence that the readers are asked stands in what they learned from. Weights
in ``training/seeds/2`` and so on, trained by the same configs with ``--seed``, are scored beside the shipped ones.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import lstm_core
from lstm_core.models import Model
from training import manifest
from training.corpus import text
from training.scores import classifiers, counters, forecasters, letters, readers, searched, translators

SEEDS = Path(__file__).resolve().parent / "seeds"

# What a model's task is → who scores it.
TASKS: Mapping[str, Callable[[Any, Path], dict[str, Any]]] = {
    "next-word": readers.score,
    "transduce": translators.score,
    "next-letter": letters.score,
    "class": classifiers.score,
    "forecast": forecasters.score,
}
# … unless the model has a task of its own.
OWN: Mapping[str, Callable[[Any, Path], dict[str, Any]]] = {"counter": counters.score}


def rounded(scores: Any) -> Any:
    """Every figure to four decimals."""
    return json.loads(json.dumps(scores), parse_float=lambda text: round(float(text), 4))


def other_seeds(name: str, data: Path) -> dict[str, Any]:
    """The language at each distance of the same model trained with other seeds; nothing where there is none."""
    _, fill = text.load(data)
    found = sorted(SEEDS.glob(f"*/{name}.safetensors"))
    return {f"seed_{path.parent.name}": readers.distances(lstm_core.load(path), fill) for path in found}


def score(model: Model, data: Path) -> dict[str, Any]:
    """All figures of one model."""
    scores = OWN.get(model.name, TASKS[model.spec.task])(model, data)
    if others := other_seeds(model.name, data):
        seeds = {"seed_1": scores["language_at_distance"]} | others
        mean = {d: sum(seed[d] for seed in seeds.values()) / len(seeds) for d in scores["language_at_distance"]}
        scores["language_at_distance_by_seed"] = seeds | {"mean": mean}
    return rounded(scores)


def part_of(model: Model, part: str, data: Path, before: dict[str, Any]) -> dict[str, Any]:
    """The figures of one reader with one part measured anew."""
    return before | rounded(readers.PARTS[part](model, data))


def main() -> None:
    """Scores the models of the zoo, or those of --zoo."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--zoo", type=Path, default=manifest.ZOO)
    parser.add_argument("--only", help="one model's name")
    parser.add_argument("--part", choices=(*readers.PARTS, "searched"), help="of the readers, this alone")
    asked = parser.parse_args()
    if asked.part == "searched" or not (asked.part or asked.only):
        print("searched", searched.write(asked.data), flush=True)
    cards = {card["name"]: card for card in json.loads((asked.zoo / "manifest.json").read_text(encoding="utf-8"))}
    for path in sorted(asked.zoo.glob(f"{asked.only or '*'}.safetensors")):
        model = lstm_core.load(path)
        if asked.part is None:
            scores = score(model, asked.data)
        elif asked.part in readers.PARTS and model.name in cards and model.spec.task == "next-word":
            scores = part_of(model, asked.part, asked.data, cards[model.name]["scores"])
        else:
            continue
        manifest.put_scores(asked.zoo / "manifest.json", model.name, scores)
        print(model.name)
        for name, value in scores.items():
            print(f"  {name:14} {value}", flush=True)


if __name__ == "__main__":
    main()
