"""Contestants timed in turns, so that a busy moment of the machine falls on all of them."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import NamedTuple


class Timing(NamedTuple):
    """Microseconds a step over the rounds."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.median:7.1f} µs ({self.low:.1f} … {self.high:.1f})"


def interleaved(contestants: Mapping[str, Callable[[], object]], steps: int, rounds: int) -> dict[str, Timing]:
    """Run every contestant once a round, each round starting with another one; one round before is not counted."""
    names = list(contestants)
    taken: dict[str, list[float]] = {name: [] for name in names}
    gc.collect()
    gc.disable()
    try:
        for turn in range(-1, rounds):
            first = turn % len(names)
            for name in names[first:] + names[:first]:
                start = time.perf_counter()
                contestants[name]()
                if turn >= 0:
                    taken[name].append((time.perf_counter() - start) * 1e6 / steps)
    finally:
        gc.enable()
    return {name: Timing(median(times), min(times), max(times)) for name, times in taken.items()}
