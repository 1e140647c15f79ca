"""One unit at one step, written out: every term of every signal, where it comes from, and its value.

The formulas that a layer declares are walked as they stand, so nothing here knows a cell: what is explained is
what is declared, and a test holds the declaration to what is computed. All values are float64, computed from the
model's weights, scaled as the trace says, and from the trace's own inputs and states. A gate or a state that was held
is a node of its own, ``held``: the value that it was held at, above the tree of what it would have been.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_core import formula
from lstm_core.cells import Signal
from lstm_core.clamps import Clamp, holder
from lstm_core.errors import missing
from lstm_core.formula import Tree
from lstm_core.functional import Array
from lstm_core.models import Layer, Model
from lstm_core.models.parameters import packed, part
from lstm_core.steps import LayerTrace
from lstm_core.trace import Trace


@dataclass(frozen=True)
class _Names:
    """What a formula's names stand for at one step."""

    values: Mapping[str, Array]  # float64 vectors and matrices
    sources: Mapping[str, str]  # name → signal, state or parameter


def explain(
    model: Model,
    trace: Trace,
    t: int,
    unit: int,
    signals: Iterable[str] | None = None,
    layer: str = "layer0",
    terms: Iterable[str] = (),
) -> dict[str, Any]:
    """The arithmetic of ``signals`` (all that the unit has, if None) of ``unit`` at step ``t``.

    Each signal has its ``value`` (the trace's own), its ``formula`` and a ``tree`` with a ``value`` at every node. A
    product of matrix and vector tells how many terms it ``count``s; for the signals named in ``terms`` it lists them:
    ``{index, weight, input, product}``, in the order of the index, adding up to its value. Of a gate that is held here
    the tree is ``{"op": "held", "value", "clamp", "args": [the tree of its own value]}``. A signal that no formula can
    say has neither formula nor tree. NotFoundError for a layer, signal, unit or step that does not exist.
    """
    of, found, model = model.layer(layer), _find(trace, layer), model.scaled(trace.scales)
    row = _row(trace, found, t)
    declared = {s.name: s for s in of.signals}
    chosen = [name for name in declared if unit < found.signals[name].shape[-1]] if signals is None else list(signals)
    if signals is None and not chosen:
        raise missing("unit", unit, f"The units of {layer} go from 0 to {found.units - 1}.")
    wanted = set(terms)
    for name in [*chosen, *wanted]:
        of.signal(name)
        if not 0 <= unit < found.signals[name].shape[-1]:
            last = found.signals[name].shape[-1] - 1
            raise missing("unit", unit, f"The units of “{name}” go from 0 to {last}.")
    known, clamps = _names(model, found, row), [Clamp.parse(clamp) for clamp in trace.clamps]
    return {
        "t": t,
        "token": trace.tokens[t].text,
        "layer": layer,
        "unit": unit,
        "model": trace.model["name"],
        "text": trace.text,
        "signals": [
            _signal(declared[name], found, row, unit, known, name in wanted, holder(clamps, layer, name, unit, t))
            for name in chosen
        ],
    }


def _signal(
    signal: Signal, layer: LayerTrace, row: int, unit: int, known: _Names, with_terms: bool, clamp: Clamp | None
) -> dict[str, Any]:
    """One signal of the unit, written out."""
    value = float(layer.signals[signal.name][row, unit])
    parsed = formula.parse(signal.formula) if signal.formula else None
    tree = None if parsed is None else _written(parsed, unit, known, with_terms)
    if clamp is not None:
        tree = {"op": "held", "value": value, "clamp": str(clamp), "args": [tree]}
    return {"signal": signal.name, "unit": unit, "value": value, "formula": parsed, "tree": tree}


def unit_weights(model: Model, layer: str, unit: int) -> dict[str, float | list[float]]:
    """Row ``unit`` of every parameter of a layer that formulas explain, by name: W_f (I,), U_f (H,), b_f a number.

    With the trace it is all that the arithmetic of the unit needs. NotFoundError for a layer or a unit that is not
    there, and for a layer whose signals no formula can say.
    """
    found = model.layer(layer)
    if not _explained(found):
        explained = ", ".join(one.name for one in model.layers if _explained(one))
        raise missing("layer", layer, f"Those that formulas explain are: {explained}.")
    if not 0 <= unit < found.units:
        raise missing("unit", unit, f"The units of {layer} go from 0 to {found.units - 1}.")
    return {name: array[unit].tolist() for name, array in part(model.params, layer).items()}


def layer_weights(model: Model) -> dict[str, dict[str, dict[str, Any]]]:
    """Every parameter of the layers that formulas explain.

    {layer: {name: {"shape", "data": base64 of little-endian float32}}}.
    """
    return {
        layer.name: {name: packed(array) for name, array in part(model.params, layer.name).items()}
        for layer in model.layers
        if _explained(layer)
    }


def _explained(layer: Layer) -> bool:
    return any(signal.formula for signal in layer.signals if signal.role != "input")


def _find(trace: Trace, layer: str) -> LayerTrace:
    for found in trace.layers:
        if found.name == layer:
            return found
    raise missing("layer", layer, f"The layers of this trace are: {', '.join(found.name for found in trace.layers)}.")


def _row(trace: Trace, layer: LayerTrace, t: int) -> int:
    """The layer's row for step ``t``."""
    if not 0 <= t < len(trace):
        raise missing("step", t, f"The sentence has the steps 0 to {len(trace) - 1}.", "t")
    row = layer.row(t)
    if row is None:
        first, end = layer.span or (0, 0)
        raise missing("step", t, f"The {layer.name} is at work in the steps {first} to {end - 1}.", "t")
    return row


def _names(model: Model, layer: LayerTrace, row: int) -> _Names:
    """Signals of this step, the states before it, the layer's parameters."""
    signals = {name: rows[row] for name, rows in layer.signals.items()}
    states = {f"{name}_prev": layer.before(name, row) for name in layer.initial}
    params = part(model.params, layer.name)
    sources = dict.fromkeys(params, "parameter") | dict.fromkeys(signals, "signal") | dict.fromkeys(states, "state")
    return _Names({name: np.asarray(v, np.float64) for name, v in (params | signals | states).items()}, sources)


def _written(tree: Tree, unit: int, names: _Names, with_terms: bool) -> dict[str, Any]:
    """The tree with the value that each node has for ``unit``."""
    match tree["op"]:
        case "number":
            return dict(tree)
        case "name":
            name = tree["name"]
            return {**tree, "value": float(names.values[name][unit]), "source": names.sources[name]}
        case "matmul":
            return _product(tree, unit, names, with_terms)
        case "call":
            inner = _written(tree["args"][0], unit, names, with_terms)
            value = float(formula.FUNCTIONS[tree["fn"]](np.array(inner["value"], np.float64)))
            return {**tree, "args": [inner], "value": value}
        case op:
            args = [_written(arg, unit, names, with_terms) for arg in tree["args"]]
            values = [arg["value"] for arg in args]
            value = {"add": math.fsum, "sub": lambda v: v[0] - v[1], "mul": math.prod}[op](values)
            return {**tree, "args": args, "value": float(value)}


def _product(tree: Tree, unit: int, names: _Names, with_terms: bool) -> dict[str, Any]:
    """Row ``unit`` of a matrix times a vector: Σ_k weight_k · input_k."""
    matrix, vector = tree["args"]
    weights = formula.evaluate(matrix, names.values)[unit]  # (I,)
    inputs = formula.evaluate(vector, names.values)  # (I,)
    products = weights * inputs
    written = {**tree, "value": math.fsum(products), "count": len(products)}
    if with_terms:
        columns = zip(weights.tolist(), inputs.tolist(), products.tolist(), strict=True)
        written["terms"] = [{"index": k, "weight": w, "input": a, "product": p} for k, (w, a, p) in enumerate(columns)]
    return written
