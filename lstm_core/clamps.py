"""Valves held by hand: units of a gate or a state set to a value at some steps, in the place where the step uses them.

A clamp is written ``layer.gate[units]@steps=value``, units and steps counted from 0 and inclusive:

    layer0.f=1                forget gate of layer0 fully open, every unit, every step
    layer0.i[11]@3-5=0        input gate of unit 11 shut at steps 3, 4 and 5
    layer0.f[0,4-7]@2=0.5     units 0, 4, 5, 6, 7 at step 2
    layer0.c[11]@5=0          unit 11 of the cell state erased at step 5: what step 5 reveals and step 6 finds is 0

Of two clamps that hold the same valve the later one wins. Units and steps are kept as ranges, so a clamp costs what is
written, not what it spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lstm_core.cells import Clamping, Frame
from lstm_core.errors import InputError, shortened
from lstm_core.functional import Array
from lstm_core.layers.base import Layer

LONGEST = 200  # characters of a written clamp
MOST = 99_999  # an index beyond this is no index of any model or text
LARGEST = 1e6  # a state that has no bound of its own is held within this one

Ranges = tuple[tuple[int, int], ...]  # (first, last), both inclusive, in order, apart from each other

_GRAMMAR = re.compile(
    r"(?P<layer>\w+)\.(?P<gate>\w+)(\[(?P<units>[\d,-]+)\])?(@(?P<steps>[\d,-]+))?=(?P<value>[-+]?[\d.]+(e[-+]?\d+)?)",
    re.ASCII,
)
_RANGE = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?", re.ASCII)


def _refuse(written: str, message: str, expected: str) -> InputError:
    return InputError(
        code="bad_clamp",
        message=f"The clamp “{shortened(written)}” cannot be used: {message}",
        expected=expected,
        action="Write it like layer0.f[11]@3-5=0 : layer, gate, units, steps, value.",
        field="clamp",
    )


def _ranges(text: str | None, written: str) -> Ranges | None:
    """``"0,4-5,6"`` → ((0, 0), (4, 6)); None stays None, which means all."""
    if text is None:
        return None
    found: list[tuple[int, int]] = []
    for part in text.split(","):
        match = _RANGE.fullmatch(part)
        if not match:
            raise _refuse(
                written, f"“{shortened(part, 20)}” is no index.", "Indices are written like 3 or 3-5 or 0,4-7."
            )
        first, last = int(match[1]), int(match[2] or match[1])
        if last < first or last > MOST:
            raise _refuse(
                written, f"“{part}” runs backwards or too far.", "A range goes from a smaller to a larger index."
            )
        found.append((first, last))
    return _merged(found)


def _merged(ranges: Iterable[tuple[int, int]]) -> Ranges:
    """In order, those that touch or overlap made one."""
    whole: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if whole and first <= whole[-1][1] + 1:
            whole[-1] = (whole[-1][0], max(last, whole[-1][1]))
        else:
            whole.append((first, last))
    return tuple(whole)


def _written(ranges: Ranges) -> str:
    """((0, 0), (4, 6)) → ``0,4-6``."""
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in ranges)


def _covers(ranges: Ranges | None, index: int) -> bool:
    return ranges is None or any(first <= index <= last for first, last in ranges)


@dataclass(frozen=True)
class Clamp:
    """A gate or a state held. ``units`` and ``steps`` None mean all of them."""

    layer: str
    gate: str
    value: float
    units: Ranges | None = None
    steps: Ranges | None = None

    @classmethod
    def parse(cls, written: str) -> Clamp:
        """Reads the form above; InputError where it cannot."""
        if len(written) > LONGEST:
            raise _refuse(written, f"it has {len(written):,} characters.", f"A clamp has {LONGEST} at most.")
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
            match["layer"], match["gate"], value, _ranges(match["units"], written), _ranges(match["steps"], written)
        )

    def __str__(self) -> str:
        units = "" if self.units is None else f"[{_written(self.units)}]"
        steps = "" if self.steps is None else f"@{_written(self.steps)}"
        value = repr(self.value).removesuffix(".0")  # every digit, so that what is written holds the same value again
        return f"{self.layer}.{self.gate}{units}{steps}={value}"

    def covers(self, layer: str, gate: str, unit: int, t: int) -> bool:
        """Whether it holds this gate of this unit at step t."""
        return (self.layer, self.gate) == (layer, gate) and _covers(self.units, unit) and _covers(self.steps, t)


def holder(clamps: Iterable[Clamp], layer: str, gate: str, unit: int, t: int) -> Clamp | None:
    """The clamp that holds this gate of this unit at step t: the last one that covers it; None if it is free."""
    found = [clamp for clamp in clamps if clamp.covers(layer, gate, unit, t)]
    return found[-1] if found else None


class _Hold(Clamping):
    """The clamps of one layer at one step, ready to be laid on its frame."""

    def __init__(self, clamps: Sequence[Clamp]) -> None:
        self._parts = [
            (clamp.gate, slice(first, last + 1), clamp.value)
            for clamp in clamps
            for first, last in (clamp.units if clamp.units is not None else ((0, MOST),))
        ]

    def __call__(self, frame: Frame, valves: Sequence[str]) -> None:
        for valve, units, value in self._parts:
            if valve in valves:
                getattr(frame, valve)[..., units] = value

    def cut(self, valve: str, dz: Array) -> None:
        for held, units, _ in self._parts:
            if held == valve:
                dz[..., units] = 0


def check(clamp: Clamp, layer: Layer) -> None:
    """InputError for a gate, a unit or a value that ``layer`` does not have."""
    if clamp.gate not in layer.valves:
        raise _refuse(
            str(clamp),
            f"the {layer.title} has no gate or state “{clamp.gate}” to hold.",
            f"It has: {', '.join(layer.valves)}.",
        )
    if clamp.units is not None and clamp.units[-1][1] >= layer.units:
        raise _refuse(str(clamp), f"there is no unit {clamp.units[-1][1]}.", f"Units go from 0 to {layer.units - 1}.")
    low, high = (
        end if bound is None else bound
        for bound, end in zip(layer.signal(clamp.gate).range, (-LARGEST, LARGEST), strict=True)
    )
    if not low <= clamp.value <= high:
        raise _refuse(str(clamp), f"{clamp.value:g} is no value of it.", f"A value lies from {low:,g} to {high:,g}.")


def no_layer(clamp: Clamp, model: str, layers: Iterable[str]) -> InputError:
    """What is told of a clamp on a layer that a model lacks, or whose valves cannot be held."""
    return _refuse(str(clamp), f"it names no layer of {model} that has valves.", f"These have: {', '.join(layers)}.")


def holds(clamps: Iterable[Clamp], layer: str, first: int, steps: int) -> dict[int, Clamping]:
    """What is held in ``layer`` at steps first … first+steps−1 of the text: {row from 0: Clamping}."""
    mine = [clamp for clamp in clamps if clamp.layer == layer]
    found: dict[int, Clamping] = {}
    if not mine:
        return found
    made: dict[tuple[bool, ...], Clamping] = {}  # the same valves held give the same object, however many steps
    for row in range(steps):
        active = tuple(_covers(clamp.steps, first + row) for clamp in mine)
        if any(active):
            if active not in made:
                made[active] = _Hold([clamp for clamp, held in zip(mine, active, strict=True) if held])
            found[row] = made[active]
    return found
