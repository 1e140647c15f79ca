"""What is asked for of a live training: a value whose one written form is also the name of the net that comes out.

    live-first-lstm-16-b3-r0.02-clipped-s0-n300

The name holds all that the weights depend on, so whoever has it can make them again; with another n it is the same
training earlier or later.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from lstm_core import cells
from lstm_core.errors import InputError
from lstm_core.live import tasks
from lstm_core.models.spec import ModelSpec
from lstm_core.models.spec_reader import uniform

EMBEDDING = 4
MOST_UNITS = 64
MOST_BIAS = 10.0
SLOWEST, FASTEST = 0.0001, 1.0  # learning rates
LAST_SEED = 999_999
MOST_UPDATES = 100_000
WRITTEN = re.compile(
    r"live-(?P<task>[a-z]+)-(?P<cell>[a-z_-]+?)-(?P<units>\d{1,3})-b(?P<forget_bias>-?[\d.]{1,8})-r(?P<rate>[\d.]{1,8})"
    r"-(?P<clip>clipped|free)-s(?P<seed>\d{1,6})-n(?P<steps>\d{1,6})",
    re.ASCII,
)


@dataclass(frozen=True)
class Setup:
    """A task, the network that learns it, and how. Making one checks it: InputError or NotFoundError, its field named.

    ``forget_bias``: what the bias of the gate that keeps begins with; 0 for a cell that has no such gate.
    ``clip``: whether gradients longer than 1 are shortened to 1. ``steps``: updates in all.
    """

    task: str = "first"
    cell: str = "lstm"
    units: int = 16
    forget_bias: float = 3.0
    rate: float = 0.02
    clip: bool = True
    seed: int = 0
    steps: int = 300

    def __post_init__(self) -> None:
        tasks.get(self.task)
        cell = cells.get(self.cell)
        _within("units", self.units, 1, MOST_UNITS)
        _within("forget_bias", self.forget_bias, -MOST_BIAS, MOST_BIAS)
        _within("rate", self.rate, SLOWEST, FASTEST)
        _within("seed", self.seed, 0, LAST_SEED)
        _within("steps", self.steps, 0, MOST_UPDATES)
        # One net, one name: what the cell has no gate for, and what is beyond the name's digits, is not kept.
        object.__setattr__(self, "rate", float(f"{self.rate:.4g}"))
        object.__setattr__(self, "forget_bias", float(f"{self.forget_bias:.4g}") + 0.0 if keeper(cell) else 0.0)

    @property
    def keeps(self) -> str | None:
        """The gate that keeps, whose bias ``forget_bias`` is; None where the cell has no such gate."""
        return keeper(cells.get(self.cell))

    @property
    def name(self) -> str:
        """The written form."""
        clip = "clipped" if self.clip else "free"
        return (
            f"live-{self.task}-{self.cell}-{self.units}-b{self.forget_bias:g}-r{_plain(self.rate)}-{clip}"
            f"-s{self.seed}-n{self.steps}"
        )

    @classmethod
    def named(cls, name: str) -> Setup | None:
        """The setup that is written so; None for a name of another form. Raises as making one does."""
        found = WRITTEN.fullmatch(name)
        if found is None:
            return None
        given = found.groupdict()
        return cls(
            given["task"], given["cell"], int(given["units"]), _number("forget_bias", given["forget_bias"]),
            _number("rate", given["rate"]), given["clip"] == "clipped", int(given["seed"]), int(given["steps"]),
        )  # fmt: skip

    def at(self, steps: int) -> Setup:
        """The same training after so many updates."""
        return replace(self, steps=steps)

    def spec(self, dtype: str = "float32") -> ModelSpec:
        """The network as a model that walks: it reads letters and says what comes next."""
        return uniform(
            self.name, "next-letter", "vanilla", self.cell, self.units, EMBEDDING, tasks.get(self.task).symbols,
            reads="letters", dtype=dtype,
        )  # fmt: skip


def keeper(cell: cells.Cell) -> str | None:
    """The gate that a cell's belt is multiplied by; None where it has none."""
    return cell.belt.keeps if cell.belt and cell.belt.keeps in cell.gates else None


def _plain(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")


def _number(field: str, written: str) -> float:
    try:
        return float(written)
    except ValueError:
        raise refused(field, written, "A number such as 0.02.") from None


def _within(field: str, value: float, low: float, high: float) -> None:
    if not (math.isfinite(value) and low <= value <= high):
        raise refused(field, f"{value:g}", f"A number from {low:g} to {high:g}.")


def refused(field: str, value: str, expected: str) -> InputError:
    """What is told of a parameter of a training that cannot be used."""
    return InputError(
        code="bad_training",
        message=f"The training's '{field}' is {value}.",
        expected=expected,
        action=f"Change '{field}'.",
        field=field,
    )
