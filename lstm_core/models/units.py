"""What each unit does on one text, as measured on its trace: how long it keeps, its gates, its part in what is said.

    kept       K = median_t κ_t    κ_t is the part of the unit's state that step t keeps, as the cell's belt declares it
                                   (f for an LSTM, z for a GRU), over the steps that find something to keep
    half-life  log ½ / log K       steps after which half of what it holds is left, if each keeps K of it
    shut       the share of steps with a gate below SHUT; open: above OPEN
    term       O_vu·h_u            what it adds to the logit of v, what is said (``logit``)
    erased     p_v with the unit erased (``erasing``), and log₂ (p_v / p_v,erased): how many bits it is worth to v;
               of a forecast the value, and how far the unit moves it

The median, since a unit that keeps all for many words and is cleared once has a long memory; a mean of logarithms would
say none. A cell that makes its state anew at each step, as a plain RNN, has no belt: no K and no half-life.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np

from lstm_core.cells import belt_of
from lstm_core.cells.belt import Belt
from lstm_core.formula import evaluate, parse
from lstm_core.functional import Array
from lstm_core.layers.base import Layer
from lstm_core.models.carrying import state_of
from lstm_core.models.erasing import Erasing, erasable
from lstm_core.models.logit import logit
from lstm_core.models.prepared import PreparedModel
from lstm_core.steps import LayerTrace
from lstm_core.trace import Trace

SHUT, OPEN = 0.1, 0.9  # a gate below is called shut, above open
WORK = 5 * 10**9  # products of the re-runs that are made unless asked otherwise: some tenths of a second


def units(
    model: PreparedModel, trace: Trace, symbol: str | None = None, t: int | None = -1, work: float = math.inf
) -> dict[str, Any]:
    """What each unit does, as in ``docs/trace-format.md``; ``symbol`` and ``t`` are those of ``logit``.

    ``layers`` tells each layer whose units are measured, ``units`` has an entry for each, in the order of layers and
    units. Where erasing all would take more than ``work`` products, those of the largest terms are erased, as many as
    can be; the others have None. Raises as ``logit`` does.
    """
    told = logit(model, trace, symbol, t)
    at = told["t"]
    layers = [(layer, next(one for one in trace.layers if one.name == layer.name)) for layer in erasable(model.layers)]
    terms = {(term["layer"], term["unit"]): term["product"] for term in told["terms"]}
    rows = [row for layer, found in layers for row in _measured(layer, found, at, terms)]
    first = ("model", "text", "t", "token", "symbol", "probability", "value")
    head = {name: told[name] for name in first if name in told}
    erased = _erased(model, Erasing(model, trace, at), told, chosen(model, trace, rows, work))
    return head | {
        "shut": SHUT,
        "open": OPEN,
        "layers": [_told(layer, found) for layer, found in layers],
        "units": [row | {"erased": erased.get((row["layer"], row["unit"]))} for row in rows],
    }


def _told(layer: Layer, found: LayerTrace) -> dict[str, Any]:
    """A layer's head: what of it is measured, and over how many steps."""
    belt = belt_of(layer.cell)
    return {
        "name": layer.name,
        "units": layer.units,
        "steps": len(found.signals["h"]),
        "state": state_of(layer.cell, layer.states),
        "keeps": belt.keeps if belt else None,
        "gates": [signal.name for signal in layer.signals if signal.role == "gate"],
    }


def kept(found: LayerTrace, belt: Belt) -> Array | None:
    """(H,) K, the median of what the steps keep; None where no step finds anything.

    The first step finds nothing where the layer begins with zeros.
    """
    keeps = evaluate(parse(belt.keeps), found.signals)  # (T, H) float64
    order = keeps[::-1] if found.direction == "backward" else keeps
    later = order if found.initial[belt.state].any() else order[1:]
    return np.median(later, axis=0) if len(later) else None


def half_life(K: float | None) -> float | None:
    """Steps after which half is left, where each keeps K; None where all of it stays, or K is not known."""
    if K is None or K >= 1:
        return None
    return math.log(0.5) / math.log(K) if K > 0 else 0.0


def _measured(
    layer: Layer, found: LayerTrace, t: int | None, terms: dict[tuple[str, int], float]
) -> Iterator[dict[str, Any]]:
    """An entry for each unit of a layer, but for what erasing it does."""
    belt, told = belt_of(layer.cell), _told(layer, found)
    gates = {name: found.signals[name] for name in told["gates"]}  # each (T, H)
    shut = {name: (rows < SHUT).mean(axis=0).tolist() for name, rows in gates.items()}
    open_ = {name: (rows > OPEN).mean(axis=0).tolist() for name, rows in gates.items()}
    keeps = kept(found, belt) if belt else None
    K = [None] * layer.units if keeps is None else keeps.tolist()
    row = None if t is not None and found.row(t) is None else found.heard_at(t)
    state = [None] * layer.units if row is None else found.signals[told["state"]][row].tolist()
    for unit in range(layer.units):
        yield {
            "layer": layer.name,
            "unit": unit,
            "state": state[unit],
            "kept": K[unit],
            "half_life": half_life(K[unit]),
            "gates": {name: {"shut": shut[name][unit], "open": open_[name][unit]} for name in gates},
            "term": terms.get((layer.name, unit)),
        }


def chosen(model: PreparedModel, trace: Trace, rows: list[dict[str, Any]], work: float) -> dict[str, list[int]]:
    """The units to be erased, by layer: all, or as many of the largest terms as ``work`` products are enough for."""
    later = [layer.units * model.weights[layer.name].b.size for layer in erasable(model.layers)]  # H · G·H each
    one = len(trace) * sum(later)  # of one re-run, at most
    order = sorted(rows, key=lambda row: -abs(row["term"] or 0.0))
    found: dict[str, list[int]] = {layer.name: [] for layer in erasable(model.layers)}
    for row in order[: int(min(len(rows), work // one))]:
        found[row["layer"]].append(row["unit"])
    return found


def _erased(
    model: PreparedModel, erasing: Erasing, told: dict[str, Any], asked: dict[str, list[int]]
) -> dict[tuple[str, int], dict[str, Any]]:
    """What is said without each unit that is asked about."""
    h = np.array([[term["h"] for term in told["terms"]]])  # (1, ΣH)
    say = _forecasts if model.spec.task == "forecast" else _choices
    found: dict[tuple[str, int], dict[str, Any]] = {}
    for layer, erased in asked.items():
        ordered = iter(sorted(erased))
        for heard in erasing.heard(layer, sorted(erased)):
            rows = say(model, told, np.concatenate([h.astype(heard.dtype), heard]))
            found |= {(layer, unit): row for row, unit in zip(rows, ordered, strict=False)}  # the rows end first
    return found


def _choices(model: PreparedModel, told: dict[str, Any], h: Array) -> list[dict[str, Any]]:
    """Of each row but the first, which is as it was: p of the symbol, what it lost in bits, what is said first."""
    p = model.teller.probabilities(h)  # (1 + B, V)
    symbols = model.spec.outputs or model.spec.vocabulary
    mine = p[:, symbols.index(told["symbol"])].astype(np.float64)
    logs = np.log2(np.maximum(mine, np.finfo(np.float32).tiny))
    columns = zip(mine[1:].tolist(), (logs[0] - logs[1:]).tolist(), p[1:].argmax(axis=1).tolist(), strict=True)
    return [{"probability": one, "bits": lost, "says": symbols[first]} for one, lost, first in columns]


def _forecasts(model: PreparedModel, told: dict[str, Any], h: Array) -> list[dict[str, Any]]:
    """Of each row but the first the value that is said, and how far the unit moves it."""
    weights, bias, _ = model.teller.weighed(h[0], "next")
    values = (told["last"] + told["step"] * (float(weights @ row) + bias) for row in h[1:])
    return [{"value": value, "moves": told["value"] - value} for value in values]
