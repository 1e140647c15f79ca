"""What a cell declares of the state that it only multiplies and adds to: how it is carried, and what is written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Belt:
    """state_t = keeps_t ⊙ state_{t−1} + writes_t, unit by unit: all that a unit holds can be followed to a step.

    Attributes
    ----------
    state:  the name of the state, e.g. ``c``.
    keeps:  a formula over signals of the same step, e.g. ``f``: the part of the state that stays.
    writes: likewise, e.g. ``i * g``: what is added. A test holds both to what is computed.
    """

    state: str
    keeps: str
    writes: str
