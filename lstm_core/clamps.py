"""Valves held by hand: a gate's units set to a value at some steps, in the place where the step uses them.

A clamp is written ``layer.gate[units]@steps=value``, units and steps counted from 0 and inclusive:

    layer0.f=1                forget gate of layer0 fully open, every unit, every step
    layer0.i[11]@3-5=0        input gate of unit 11 shut at steps 3, 4 and 5
    layer0.f[0,4-7]@2=0.5     units 0, 4, 5, 6, 7 at step 2
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lstm_core.cells import Cell, Clamping, Frame
from lstm_core.errors import InputError

_GRAMMAR = re.compile(
    r"(?P<layer>\w+)\.(?P<gate>\w+)(\[(?P<units>[\d,-]+)\])?(@(?P<steps>[\d,-]+))?=(?P<value>[-+]?[\d.]+(e[-+]?\d+)?)"
)
_MOST = 100_000  # an index beyond this is no index of any model or sentence


def _refuse(written: str, message: str, expected: str) -> InputError:
    return InputError(
        code="bad_clamp",
        message=f"The clamp “{written[:80]}” cannot be used: {message}",
        expected=expected,
        action="Write it like layer0.f[11]@3-5=0 : layer, gate, units, steps, value.",
        field="clamp",
    )


def _indices(text: str | None, written: str) -> tuple[int, ...] | None:
    """``"0,4-7"`` → (0, 4, 5, 6, 7); None stays None, which means all."""
    if text is None:
        return None
    found: list[int] = []
    for part in text.split(","):
        match = re.fullmatch(r"(\d{1,6})(?:-(\d{1,6}))?", part)
        if not match:
            raise _refuse(written, f"“{part[:20]}” is no index.", "Indices are written like 3 or 3-5 or 0,4-7.")
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first or last > _MOST:
            raise _refuse(
                written, f"“{part}” runs backwards or too far.", "A range goes from a smaller to a larger index."
            )
        found.extend(range(first, last + 1))
    return tuple(sorted(set(found)))


def _compact(indices: Sequence[int]) -> str:
    """(0, 4, 5, 6) → ``0,4-6``."""
    parts: list[list[int]] = []
    for n in indices:
        if parts and n == parts[-1][1] + 1:
            parts[-1][1] = n
        else:
            parts.append([n, n])
    return ",".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


@dataclass(frozen=True)
class Clamp:
    """One valve held. ``units`` and ``steps`` None mean all of them."""

    layer: str
    gate: str
    value: float
    units: tuple[int, ...] | None = None
    steps: tuple[int, ...] | None = None

    @classmethod
    def parse(cls, written: str) -> Clamp:
        """Reads the form above; InputError where it cannot."""
        match = _GRAMMAR.fullmatch(written.strip())
        if not match:
            raise _refuse(written, "it is not in the form that is read.", "The form is layer.gate[units]@steps=value.")
        try:
            value = float(match["value"])
        except ValueError:
            raise _refuse(
                written, f"“{match['value']}” is no number.", "The value is a number like 0 or 0.5."
            ) from None
        return cls(
            match["layer"], match["gate"], value, _indices(match["units"], written), _indices(match["steps"], written)
        )

    def __str__(self) -> str:
        units = "" if self.units is None else f"[{_compact(self.units)}]"
        steps = "" if self.steps is None else f"@{_compact(self.steps)}"
        value = repr(self.value).removesuffix(".0")  # every digit, so that what is written holds the same value again
        return f"{self.layer}.{self.gate}{units}{steps}={value}"


@dataclass(frozen=True)
class _Hold(Clamping):
    """The clamps of one layer at one step, ready to be laid on its frame."""

    clamps: tuple[Clamp, ...]

    def __call__(self, frame: Frame, gates: Sequence[str]) -> None:
        for clamp in self.clamps:
            if clamp.gate not in gates:
                continue
            row = getattr(frame, clamp.gate)
            row[..., slice(None) if clamp.units is None else list(clamp.units)] = clamp.value


def _check(clamp: Clamp, cell: Cell, units: int) -> None:
    if clamp.gate not in cell.gates:
        raise _refuse(
            str(clamp), f"the {cell.title} has no gate “{clamp.gate}”.", f"Its gates are: {', '.join(cell.gates)}."
        )
    if clamp.units is not None and clamp.units[-1] >= units:
        raise _refuse(str(clamp), f"there is no unit {clamp.units[-1]}.", f"Units go from 0 to {units - 1}.")
    low, high = cell.signal(clamp.gate).range
    if (low is not None and clamp.value < low) or (high is not None and clamp.value > high):
        raise _refuse(str(clamp), f"{clamp.value:g} is no value of it.", f"A value lies from {low} to {high}.")


def holds(clamps: Iterable[Clamp], layer: str, cell: Cell, units: int, steps: int) -> dict[int, Clamping]:
    """What is held in ``layer`` at each step: {t: Clamping}. InputError for a gate, unit or value that it lacks."""
    mine = [clamp for clamp in clamps if clamp.layer == layer]
    for clamp in mine:
        _check(clamp, cell, units)
    found: dict[int, Clamping] = {}
    for t in range(steps):
        active = tuple(clamp for clamp in mine if clamp.steps is None or t in clamp.steps)
        if active:
            found[t] = _Hold(active)
    return found
