"""What a layer and a step recorded: the named arrays that a trace is made of. T steps, H units of a layer."""

from __future__ import annotations

import base64
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np

from lstm_core.functional import Array

Top = list[tuple[str, float]]
Answer = Mapping[str, Any]  # {"text": what the model says of the whole, "stopped": why or None, "top": Top}


@dataclass(frozen=True)
class TraceToken:
    """What a step reads, and whether the model knows it.

    ``role``: None for what was typed; ``written`` where the model said it after the step before and reads it now;
    ``output`` where it is what the model says at this very step.
    """

    text: str
    known: bool
    role: str | None = None

    @property
    def output(self) -> bool:
        """Whether the model says it at this step."""
        return self.role == "output"

    @property
    def written(self) -> bool:
        """Whether the model said it after the step before, and reads it now."""
        return self.role == "written"

    def to_dict(self) -> dict[str, Any]:
        """As in the contract."""
        return {"text": self.text, "known": self.known} | ({} if self.role is None else {"role": self.role})


class Lead(NamedTuple):
    """The unit that does most for what is said at a step: of ``layer``, which the output reads."""

    layer: str
    unit: int


@dataclass(frozen=True)
class Slot:
    """One entry of a step's block: ``units`` numbers of ``signal`` in ``layer``."""

    layer: str
    signal: str
    units: int


@dataclass(frozen=True)
class LayerTrace:
    """One layer's part: its initial states (H,) and its signals (T, H), x (T, I).

    A layer that is at work only in some steps says which by ``span``, from … to−1; its signals have a row for each of
    these. Row t of a layer that reads backward is the state after it read the words T−1 … t.
    """

    name: str
    kind: str
    cell: str
    direction: str
    units: int
    initial: Mapping[str, Array]
    signals: Mapping[str, Array]
    span: tuple[int, int] | None = None

    def row(self, t: int) -> int | None:
        """The row of step t in the signals; None where the layer is not at work."""
        if self.span is None:
            return t
        return t - self.span[0] if self.span[0] <= t < self.span[1] else None

    def heard_at(self, t: int | None) -> int:
        """The row that is heard in what is said at step t or, with None, of the whole: where it has read all of it."""
        row = self.row(t) if t is not None else 0 if self.direction == "backward" else len(self.signals["h"]) - 1
        assert row is not None  # something is said there
        return row

    def before(self, state: str, row: int) -> Array:
        """What the layer found of ``state`` at a row: the row it computed before, or the initial state."""
        rows = self.signals[state]
        earlier = row + 1 if self.direction == "backward" else row - 1
        return rows[earlier] if 0 <= earlier < len(rows) else self.initial[state]

    def head(self) -> dict[str, Any]:
        """All but the signals, as in the contract."""
        told = {
            "name": self.name,
            "kind": self.kind,
            "cell": self.cell,
            "direction": self.direction,
            "units": self.units,
            "initial": {name: state.tolist() for name, state in self.initial.items()},
        }
        return told if self.span is None else told | {"span": list(self.span)}


@dataclass(frozen=True)
class Step:
    """What one step computed: ``signals[layer][signal]`` (H,), and the most probable next words.

    ``surprise``: how little its own token was expected, in bits; NaN where there was no telling, None where a model
    expects no tokens. ``token``: what is read here, where the model wrote it itself. ``lead``: the unit that does most
    for the first of ``top``; None where nothing is said.
    """

    t: int
    signals: Mapping[str, Mapping[str, Array]]
    top: Top
    surprise: float | None = None
    token: TraceToken | None = None
    lead: Lead | None = None

    def block(self, layout: Sequence[Slot]) -> bytes:
        """The signals of the layers at work as little-endian float32 in the order of ``layout``."""
        rows = [self.signals[slot.layer][slot.signal] for slot in layout if slot.layer in self.signals]
        return np.concatenate(rows).astype("<f4", copy=False).tobytes()

    def to_dict(self, layout: Sequence[Slot]) -> dict[str, Any]:
        """The stream's ``step`` payload."""
        block = base64.b64encode(self.block(layout)).decode("ascii")
        told = {"t": self.t, "block": block, "top": [list(pair) for pair in self.top], "lead": told_lead(self.lead)}
        if self.surprise is not None:
            told["surprise"] = told_bits(self.surprise)
        return told if self.token is None else told | {"token": self.token.to_dict()}


def told_bits(bits: float) -> float | None:
    """Bits as in the contract, which has no NaN: None where there was no telling."""
    return None if math.isnan(bits) else bits


def told_lead(lead: Lead | None) -> dict[str, Any] | None:
    """A lead as in the contract; None where nothing is said."""
    return None if lead is None else lead._asdict()


def step_of(
    layers: Sequence[LayerTrace],
    t: int,
    top: Top,
    surprise: Array | None = None,
    token: TraceToken | None = None,
    lead: Lead | None = None,
) -> Step:
    """Step t of the layers that are at work in it; of ``surprise`` (T,) its own entry."""
    rows = {layer.name: (layer, layer.row(t)) for layer in layers}
    return Step(
        t,
        {
            name: {signal: values[row] for signal, values in layer.signals.items()}
            for name, (layer, row) in rows.items()
            if row is not None
        },
        top,
        None if surprise is None else float(surprise[t]),
        token,
        lead,
    )
