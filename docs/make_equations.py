"""Write `equations.md` from what each cell declares of itself: `python -m docs.make_equations`."""

from __future__ import annotations

import re
from pathlib import Path

from docs.section import FOLDER
from lstm_core import cells
from lstm_core.cells import Cell, Signal

TARGET = FOLDER / "equations.md"
INTRODUCTION = """\
# Equations

Written by `python -m docs.make_equations` from the declarations in `lstm_core/cells/`; the page's arithmetic, its
legends and its scales come from the same declarations, and tests evaluate these very formulas on traces.

A layer has H units and reads a vector x of I numbers at each step. A name without an index is of this step, t;
h_{t−1} and c_{t−1} are the layer's states after the step before, zero at the start. σ(z) = 1 / (1 + e^{−z}), · is the
product of a matrix and a vector, ⊙ multiplies unit by unit. A signal's name is its key in a trace: `trace["f"]`.
"""
#: Sizes that stand for the letters, to read a shape back as letters.
UNITS, INPUTS = 3, 2
LETTERS = {UNITS: "H", INPUTS: "I"}
NOTATION = (
    (r"\b(\w)_prev\b", r"\1_{t−1}"),
    (r"\bsigmoid\(", "σ("),
    (r" @ ", "·"),
    (r" \* ", " ⊙ "),
    (r" - ", " − "),
)


def notation(formula: str) -> str:
    """A declared formula in the field's notation: `f * c_prev` → `f ⊙ c_{t−1}`."""
    for pattern, written in NOTATION:
        formula = re.sub(pattern, written, formula)
    return formula


def render() -> str:
    """The whole document."""
    return "\n".join([INTRODUCTION, *(_cell(cells.get(name)) for name in cells.names())])


def _cell(cell: Cell) -> str:
    computed = [signal for signal in cell.signals if signal.role != "input"]
    width = max(len(signal.name) for signal in computed)
    shapes = cell.parameters(INPUTS, UNITS)
    parameters = ", ".join(f"`{name}` ({_shape(shape)})" for name, shape in shapes.items())
    states = ", ".join(f"`{name}`" for name in cell.states)
    return "\n".join(
        [
            f"## {cell.title[0].upper()}{cell.title[1:]} (`{cell.name}`)",
            "",
            f"{cell.paper}.",
            "",
            "```",
            *(f"{signal.name:<{width}} = {notation(signal.formula)}" for signal in computed),
            "```",
            "",
            "| signal | is | role | range | what it is for |",
            "|---|---|---|---|---|",
            *(_row(signal) for signal in cell.signals),
            "",
            f"States handed to the next step: {states}. Parameters: {parameters}.",
            "",
        ]
    )


def _row(signal: Signal) -> str:
    cells_of_row = (f"`{signal.name}`", signal.label, signal.role, _range(signal), signal.description)
    return f"| {' | '.join(cells_of_row)} |"


def _range(signal: Signal) -> str:
    low, high = (None if bound is None else f"{bound:g}".replace("-", "−") for bound in signal.range)
    if low is None and high is None:
        return "any number"
    return f"{'−∞' if low is None else low} … {'∞' if high is None else high}"


def _shape(shape: tuple[int, ...]) -> str:
    letters = ", ".join(LETTERS[size] for size in shape)
    return f"{letters}," if len(shape) == 1 else letters


def main(target: Path = TARGET) -> None:
    """Write the document."""
    target.write_text(render(), encoding="utf-8")


if __name__ == "__main__":
    main()
