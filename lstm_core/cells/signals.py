"""What a layer says of each of its signals, as data: the page, the arithmetic and the docs are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["input", "gate", "candidate", "product", "state", "output", "position"]
Bound = float | None


@dataclass(frozen=True)
class Signal:
    """One named vector that a layer computes at each step.

    Attributes
    ----------
    name:        its key in a trace, e.g. ``f``.
    role:        what it does; a page gives each role its look. A position counts places, it is no quantity.
    range:       (lowest, highest) value it can take, None where unbounded.
    formula:     an expression over ``x``, the previous states ``h_prev`` ``c_prev``, parameters, and signals
                 of the same step, with ``@ + - *``, ``sigmoid`` and ``tanh``. It is what is computed: a test
                 evaluates it on traces. Empty where such an expression cannot say it.
    label:       the field's term, e.g. "forget gate".
    description: one plain sentence part for a reader who meets it first.
    """

    name: str
    role: Role
    range: tuple[Bound, Bound]
    formula: str
    label: str
    description: str


def affine(gate: str) -> str:
    """The pre-activation every gate shares: W_g·x_t + U_g·h_{t−1} + b_g."""
    return f"W_{gate} @ x + U_{gate} @ h_prev + b_{gate}"


INPUT = Signal("x", "input", (None, None), "x", "input", "what the layer reads at this step")
