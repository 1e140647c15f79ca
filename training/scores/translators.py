"""What an encoder–decoder scores: pairs that are right from the first symbol to the last."""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

from lstm_core.models import Model
from training.pairs import Pair
from training.translators import TASKS, Task

COUNT = 2000  # held-out pairs


def asked(task: Task, source: tuple[str, ...]) -> str:
    """A source as a person would type it."""
    return ("" if task.reads == "letters" else " ").join(source)


def right(model: Model, task: Task, pair: Pair) -> bool:
    """Whether the model says the pair's target, all of it and no more."""
    run = model.run(asked(task, pair.source), top=1)
    said = [token.text for token in run.tokens if token.output]
    return said[:-1] == list(pair.target) and said[-1] == task.target[0]


def score(model: Model, data: Path) -> dict[str, Any]:  # noqa: ARG001 - all pairs are made
    """The share of ``COUNT`` pairs, each seen once and none in training, that are exactly right."""
    task, random = TASKS[model.name], Random(2026)
    found: set[Pair] = set()
    while len(found) < COUNT:
        found.add(task.pair(random, True))
    exact = sum(right(model, task, pair) for pair in sorted(found)) / COUNT
    return {"exact": exact, "unseen_pairs": COUNT}
