"""Measure what live trainings come to, over several seeds: `python -m docs.make_live`. It takes some minutes.

Into docs/live-training.md: for every task and net how many seeds have every check string right by the end, at which
update first, and how much of the gradient reached the first letter before anything was learned.
"""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from docs import section
from lstm_core import cells
from lstm_core.live import TASKS, Setup, Trainer, frames

DOCUMENT = section.FOLDER / "live-training.md"
SEEDS = range(5)
NETS = (("lstm", 0), ("lstm", 1), ("lstm", 3), ("lstm", 5), ("gru", 0), ("gru", 3), ("rnn", 0))


class Measured(NamedTuple):
    """One training."""

    reach: float  # of the first letter's state, before the first update
    learned: int | None  # the first update that was looked at with every check string right
    accuracy: float  # in the end


def measure(setup: Setup) -> Measured:
    """Trains to the end."""
    trainer = Trainer(setup)
    found = list(frames(trainer))
    learned = next((frame.update for frame in found if frame.accuracy == 1), None)
    return Measured(found[0].reach[trainer.carries][0], learned, found[-1].accuracy)


def row(task: str, cell: str, bias: float) -> str:
    """One net on one task, over all seeds."""
    each = [measure(Setup(task, cell, forget_bias=bias, seed=seed)) for seed in SEEDS]
    updates = [one.learned for one in each if one.learned is not None]
    named = cells.get(cell).short + (f", forget bias {bias:g}" if Setup(cell=cell).keeps else "")
    when = f"{median(updates):g} ({min(updates)} … {max(updates)})" if updates else "–"
    right = 100 * median(one.accuracy for one in each)
    reach = median(one.reach for one in each)
    return f"| {named} | {len(updates)} of {len(each)} | {when} | {right:.0f} % | {reach:.0e} |"


def table() -> Iterator[str]:
    """A table for each task."""
    for task in TASKS.values():
        yield f"**{task.title}.** {task.says}\n"
        yield "| net | seeds that had all right | first at update, median (range) | right in the end, median | reach |"
        yield "|---|---:|---:|---:|---:|"
        yield from (row(task.name, cell, bias) for cell, bias in NETS)
        yield ""


if __name__ == "__main__":
    section.write(DOCUMENT, "figures", "\n".join(table()).rstrip())
