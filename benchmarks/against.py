"""This tree against another checkout of it, in turns: `python -m benchmarks --against ../other`.

Each tree runs in a process of its own, one thread, and the two take turns, so that a busy moment of the machine falls
on both. A turn's time is the best of three runs; what is told is the median of the rounds' ratios. Where weights happen
to lie in memory makes a process a fifth faster or slower for all its life, so there are several pairs of processes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

from lstm_core import load, zoo

GOAL = 1.05  # times the other's
PAIRS = 7
HERE = Path(__file__).resolve().parent.parent
WORDS, LETTERS = 50, 200  # of a text for a whole model


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
    for name, card in zoo.manifest().items():
        text = " ".join(card.examples)
        letters = load(name).spec.reads == "letters"
        whole = (text * LETTERS)[:LETTERS] if letters else " ".join((text.split() * WORDS)[:WORDS])
        found[name] = {"model": name, "text": whole}
    return found


def compare(other: Path, units: tuple[int, ...], layers: tuple[int, ...], steps: int, rounds: int) -> None:
    """Prints each contestant's times in both trees and their ratio."""
    contestants = _contestants(units, layers, steps)
    told = [_pair(other.resolve(), list(contestants.values()), max(1, rounds // PAIRS)) for _ in range(PAIRS)]
    print(f"this tree against the other, ms: medians of {PAIRS} pairs of processes, {rounds} rounds in turns in all")
    for name, found in zip(contestants, zip(*told, strict=True), strict=True):
        ours, theirs, ratio = (median(values) for values in zip(*found, strict=True))
        verdict = f"goal {GOAL:g}: {'met' if ratio <= GOAL else 'missed'}"
        print(f"  {name:<26} {ours * 1e3:7.2f} {theirs * 1e3:7.2f}   × {ratio:.3f} ({verdict})")


def _pair(other: Path, contestants: list[dict[str, Any]], rounds: int) -> list[tuple[float, float, float]]:
    """(ours, theirs, ratio) of each contestant, from one process of either tree."""
    trees = [Rival(HERE, contestants), Rival(other, contestants)]
    taken: list[list[list[float]]] = [[[], []] for _ in contestants]
    for turn in range(rounds):
        for number in range(len(contestants)):
            for side in (0, 1) if turn % 2 else (1, 0):
                taken[number][side].append(trees[side].run(number))
    for tree in trees:
        tree.end()
    return [
        (median(ours), median(theirs), median(a / b for a, b in zip(ours, theirs, strict=True)))
        for ours, theirs in taken
    ]
