"""This tree against another checkout of it, in turns: `python -m benchmarks --against ../other`.

Each tree runs in a process of its own, one thread, and the two take turns, so that a busy moment of the machine falls
on both. A turn's time is the best of three runs; what is told is the median of the rounds' ratios.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

GOAL = 1.05  # times the other's
HERE = Path(__file__).resolve().parent.parent
SENTENCE = "Anna grew up in France and went to school there , so she still speaks"
MODELS = {"reader-32": 50, "reader-128": 50, "stacked-2": 50, "charcnn-lstm": 50, "sentiment-bilstm": 50}


class Rival:
    """A tree in a process of its own."""

    def __init__(self, tree: Path, contestants: list[dict[str, Any]]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(HERE / "benchmarks" / "rival.py")],
            cwd=tree,
            env={**os.environ, "PYTHONPATH": str(tree), "OPENBLAS_NUM_THREADS": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        used = self._ask(json.dumps(contestants))
        if not Path(used).is_relative_to(tree):
            raise SystemExit(f"{tree} is no checkout of Gatewalk: its lstm_core would be {used}.")

    def _ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def run(self, number: int) -> float:
        """Seconds of one run of a contestant."""
        return float(self._ask(str(number)))

    def end(self) -> None:
        """Ends the process."""
        self._process.communicate()


def _contestants(units: tuple[int, ...], layers: tuple[int, ...], steps: int) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {
        f"H = {count}, {f'{words:,} words' if words else 'no output'}": {"units": count, "words": words, "steps": steps}
        for words in layers
        for count in units
    }
    words = SENTENCE.split()
    for name, count in MODELS.items():
        text = " ".join((words * count)[:count])
        found[f"{name}, {count} words"] = {"model": name, "text": text}
    return found


def compare(other: Path, units: tuple[int, ...], layers: tuple[int, ...], steps: int, rounds: int) -> None:
    """Prints each contestant's times in both trees and their ratio."""
    contestants = _contestants(units, layers, steps)
    trees = [Rival(HERE, list(contestants.values())), Rival(other.resolve(), list(contestants.values()))]
    taken: list[list[list[float]]] = [[[], []] for _ in contestants]
    for turn in range(rounds):
        for number in range(len(contestants)):
            for side in (0, 1) if turn % 2 else (1, 0):
                taken[number][side].append(trees[side].run(number))
    print(f"this tree against the other, ms: medians of {rounds} rounds in turns")
    for name, (ours, theirs) in zip(contestants, taken, strict=True):
        ratio = median(a / b for a, b in zip(ours, theirs, strict=True))
        verdict = f"goal {GOAL:g}: {'met' if ratio <= GOAL else 'missed'}"
        print(f"  {name:<26} {median(ours) * 1e3:7.2f} {median(theirs) * 1e3:7.2f}   × {ratio:.3f} ({verdict})")
    for tree in trees:
        tree.end()
