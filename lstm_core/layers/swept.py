"""What goes back through a layer for many targets at once, and what comes of it.

T steps, B targets, H units, I inputs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array

Rows = NDArray[np.integer]


class Entering(NamedTuple):
    """What enters by the use that is made of a layer's output."""

    d_output: Array  # (T, B, H)
    first: Rows  # (B,) the first row of each target that is not 0
    last: Rows  # (B,) and the last one


class How(NamedTuple):
    """What a sweep is asked for."""

    direct: bool = True  # what came along the belt alone as well
    clip: float | None = None  # the norm to which those by all states of a step are scaled down before they go on


PLAIN = How()


class Swept(NamedTuple):
    """The derivatives of B targets by what a layer had to do with, each with all that comes of it."""

    x: Array | None  # (T, B, I) by what it read; None where that has no derivative
    states: dict[str, Array]  # (T, B, H) by each state as step t made it
    initial: dict[str, Array]  # (B, H) by each state that it began with
    belt: str | None = None  # the state that is the belt; None where none is told
    direct: Array | None = None  # (T, B, H) of the derivative by the belt the part that came along the belt alone
    direct_initial: Array | None = None  # (B, H) likewise of the belt's first state

    def turned(self) -> Swept:
        """The rows in reverse order."""
        states = {state: rows[::-1] for state, rows in self.states.items()}
        x, direct = (rows if rows is None else rows[::-1] for rows in (self.x, self.direct))
        return self._replace(x=x, states=states, direct=direct)


class Handed(NamedTuple):
    """What another layer hands back, which began with this one's last states."""

    states: Mapping[str, Array]  # (B, H)
    direct: Array | None  # (B, H)
