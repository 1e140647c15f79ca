"""How far back a place reaches: the derivative of its language's logit by it, at growing distances.

``python -m training.reach --data ../shared/data`` writes docs/reach.md anew.

Held-out documents of the generator, with held-out real sentences between the place and its language, the same ones for
every model. The number is ‖∂z/∂x‖: z the logit of the right language at the word before it, x the vector that was read
for the place. It is float64, through the whole network; see ``lstm_core.models.reach``.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np

import lstm_core
from lstm_core.models import Model
from training.corpus import text
from training.corpus.country import country
from training.corpus.text import Sentences
from training.scores.asked import word_id

DISTANCES = (5, 10, 20, 40, 80)
COUNT = 200  # documents a distance
DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "reach.md"


class Asked(NamedTuple):
    """A document up to the word before its language, and where in it the place stands."""

    words: str
    place: int
    language: str


class Quartiles(NamedTuple):
    """Of the norms at one distance."""

    low: float
    median: float
    high: float


def documents(fill: Sentences, distance: int, count: int, models: Sequence[Model]) -> list[Asked]:
    """``count`` held-out documents with the place ``distance`` words before its language, which all models can say."""
    random, found = Random(distance), list[Asked]()
    while len(found) < count:
        document = country(random, fill, distance, True, distance, mistyped=False)
        mark = document.marks[0]
        words, language = " ".join(document.words[: mark.position]), mark.answers[0]
        fits = mark.distance == distance and all(word_id(model, language) is not None for model in models)
        if fits and all(len(model.encode(words)) == mark.position for model in models):
            found.append(Asked(words, mark.cause, language))
    return found


def reach(model: Model, asked: Asked) -> float:
    """‖∂z/∂x‖ of one document."""
    gradient = model.trace(asked.words, top=1).gradient(asked.language)
    return float(gradient.words[asked.place])


def measured(model: Model, rows: Sequence[Sequence[Asked]]) -> list[Quartiles]:
    """At each distance."""
    norms = [[reach(model, asked) for asked in row] for row in rows]
    return [Quartiles(*map(float, np.percentile(row, (25, 50, 75)))) for row in norms]


def written(found: dict[str, list[Quartiles]], distances: Sequence[int], count: int) -> str:
    """The document."""
    head = "| words between | " + " | ".join(found) + " |\n|---" * 1 + "|---" * len(found) + "|"
    lines = [
        f"| {distance} | "
        + " | ".join(f"{rows[k].median:.3g} ({rows[k].low:.3g} … {rows[k].high:.3g})" for rows in found.values())
        + " |"
        for k, distance in enumerate(distances)
    ]
    first, last = distances[0], distances[-1]
    says = " ".join(
        f"In {name} the median at {last} words is {rows[-1].median / rows[0].median:.2g} times that at {first}."
        for name, rows in found.items()
    )
    return f"""# How far back the language reaches

`python -m training.reach --data ../shared/data` wrote this page.

A held-out sentence names a place, and the language that is spoken there is asked for later. The number is the norm of
the derivative of that language's logit by the vector that was read for the place: the median over {count} sentences at
each distance, the quartiles in brackets. Every model is given the same sentences.

{head}
{chr(10).join(lines)}

{says}

It says how much a small change of the place's vector would move the logit at that point. It does not say how often a
model is right: that is in [models.md](models.md). Each column is one network, trained once.
"""


def main() -> None:
    """Measures, prints and writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--models", nargs="+", default=["compare-rnn", "compare-lstm"])
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--out", type=Path, default=DOCUMENT)
    asked = parser.parse_args()
    models = [lstm_core.load(name) for name in asked.models]
    _, fill = text.load(asked.data)
    rows = [documents(fill, distance, asked.count, models) for distance in DISTANCES]
    page = written({model.name: measured(model, rows) for model in models}, DISTANCES, asked.count)
    asked.out.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
