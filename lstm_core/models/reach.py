"""How far back a prediction reaches: its derivative by everything before, as a trace's reader asks for it.

One prediction back to every step (``TraceGradient``), or every prediction of a text, T × T (``GradientMap``); see
``through_time`` for what the derivatives are. ‖·‖ is the Euclidean norm.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_core.errors import InputError, missing
from lstm_core.functional import Array
from lstm_core.layers.base import Layer
from lstm_core.layers.swept import How
from lstm_core.models.gradients import Target, target
from lstm_core.models.parameters import packed
from lstm_core.models.run import Run
from lstm_core.models.through_time import ThroughTime, every_target, through_time

WORDS = "words"  # by the vectors that the readers give, whatever layers read them
MOST = 300  # steps of a map: it grows with their square
PARTS = ("direct", "rest")  # of the derivative by a belt
_TOGETHER = 64  # targets of a map that go back together: its memory


@dataclass(frozen=True)
class TraceGradient:
    """∂z/∂· of one prediction z by everything before it, in float64."""

    of: Target
    layers: tuple[Layer, ...]
    found: ThroughTime
    about: dict[str, Any]  # model, text, and the token of the step

    @property
    def words(self) -> Array:
        """(T,) ‖∂z/∂ what was read at each step‖."""
        rows: Array = self.found.norms(WORDS)[:, 0]
        return rows

    @property
    def strongest(self) -> int | None:
        """The step before the prediction's own whose word moves it most; None where there is none."""
        own = self.found.steps - 1 if self.of.t is None else self.of.t
        before = self.words[: own + (self.of.t is None)]
        return int(before.argmax()) if len(before) else None

    def __getitem__(self, name: str) -> Array:
        """∂z/∂ of a signal by unit, (T, H): ``g["c"]``, with several layers ``g["layer1.c"]``; x, each state, and of
        the belt's the parts ``direct`` and ``rest``. NotFoundError for any other.
        """
        layer, signal = signal_of(self.layers, self.found, name)
        rows: Array = self.found.rows(layer, signal)[:, 0]
        return rows

    def norms(self, name: str) -> Array:
        """(T,) the norm of ``self[name]`` at each step of the text, NaN where the layer is not at work."""
        rows: Array = self.found.norms(*signal_of(self.layers, self.found, name))[:, 0]
        return rows

    def to_dict(self) -> dict[str, Any]:
        """As in the contract; None stands where a layer is not at work, and for what no float64 holds."""
        return {
            **self.about,
            "t": self.of.t,
            "symbol": self.of.symbol,
            "words": _told(self.words),
            "strongest": self.strongest,
            "layers": [
                {
                    "name": layer.name,
                    "belt": self.found.layers[layer.name].belt,
                    "norms": {
                        signal: _told(self.found.norms(layer.name, signal)[:, 0])
                        for signal in self.found.signals(layer)
                    },
                }
                for layer in self.layers
            ],
        }


@dataclass(frozen=True)
class GradientMap:
    """Every prediction by every step: norms, or the derivative by one unit."""

    targets: tuple[Target, ...]
    by: str  # "words", or layer.signal
    unit: int | None
    values: Array  # (N, T), a row for each target; 0 at steps that come later, NaN where the layer is not at work
    about: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        """As in the contract; the values are packed as float32."""
        return {
            **self.about,
            "by": self.by,
            "unit": self.unit,
            "targets": [{"t": one.t, "symbol": one.symbol} for one in self.targets],
            "values": packed(self.values),
        }


def trace_gradient(run: Run, of: str | None = None, t: int | None = -1, clip: float | None = None) -> TraceGradient:
    """One prediction back to everything before it; see ``gradients.target`` for what can be asked about.

    With ``clip`` the derivatives are clipped on their way back, see ``through_time``, and no part of them is told.
    InputError for one that is not above 0.
    """
    if clip is not None and not 0 < clip < np.inf:
        raise InputError(
            code="bad_clip",
            message=f"Derivatives cannot be clipped at {clip:g}.",
            expected="A norm above 0.",
            action="Leave 'clip' out, or give a number such as 1.",
            field="clip",
        )
    asked = target(run, of, t)
    token = None if asked.t is None else run.tokens[asked.t].text
    return TraceGradient(
        asked,
        run.model.layers,
        through_time(run, [asked], how=How(clip is None, clip)),
        _about(run) | {"token": token},
    )


def gradient_map(run: Run, by: str = WORDS, of: str | None = None, unit: int | None = None) -> GradientMap:
    """Every prediction of a text by every step: of what is said first, or of the symbol ``of`` everywhere.

    ``by`` is "words" or a layer's signal as in ``TraceGradient``; with ``unit`` the derivative by that unit, else the
    norm over all. InputError for more than 300 steps, NotFoundError for what there is not.
    """
    T = len(run)
    if T > MOST:
        raise InputError(
            code="too_many_steps",
            message=f"A map of {T:,} steps is not made: it grows with their square.",
            expected=f"At most {MOST:,} steps.",
            action="Shorten the text, or ask for one prediction.",
            field="text",
        )
    targets = every_target(run, of)
    rows = []
    for start in range(0, len(targets), _TOGETHER):
        found = through_time(run, targets[start : start + _TOGETHER], run.model.spec.dtype, How(by.endswith(PARTS)))
        rows.append(_column(run.model.layers, found, by, unit).T)
    return GradientMap(targets, by, unit, np.concatenate(rows), _about(run))


def _column(layers: tuple[Layer, ...], found: ThroughTime, by: str, unit: int | None) -> Array:
    """(T, B) of one batch of a map's targets."""
    if by == WORDS:
        if unit is not None:
            raise missing("unit", unit, "Words have no units; name a layer's signal, such as layer0.c.", "unit")
        return found.norms(WORDS)
    layer, signal = signal_of(layers, found, by)
    if unit is None:
        return found.norms(layer, signal)
    values = found.rows(layer, signal)
    if not 0 <= unit < values.shape[-1]:
        raise missing("unit", unit, f"The units of {by} go from 0 to {values.shape[-1] - 1}.", "unit")
    whole = np.full((found.steps, values.shape[1]), np.nan)
    first, end = found.spans[layer]
    whole[first:end] = values[..., unit]
    return whole


def signal_of(layers: tuple[Layer, ...], found: ThroughTime, name: str) -> tuple[str, str]:
    """(layer, signal) of a written name; NotFoundError for one that there is not."""
    given, _, signal = name.rpartition(".")
    chosen = [layer for layer in layers if given in ("", layer.name) and signal in found.signals(layer)]
    if len(chosen) != 1:
        known = [f"{layer.name}.{key}" for layer in layers for key in found.signals(layer)]
        raise missing("derivative", name, f"They are: {', '.join(known)}; one layer alone need not be named.", "by")
    return chosen[0].name, signal


def _about(run: Run) -> dict[str, Any]:
    return {"model": run.model.name, "text": run.text}


def _told(values: Array) -> list[float | None]:
    return [float(value) if np.isfinite(value) else None for value in values]
