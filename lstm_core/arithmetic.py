"""One unit at one step, written out: every term of every signal, where it comes from, and its value.

The formulas that the cell declares are walked as they stand, so nothing here knows a cell: what is explained is
what is declared, and a test holds the declaration to what is computed. All values are float64, computed from the
model's weights and from the trace's own inputs and states.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from lstm_core import cells, formula
from lstm_core.errors import NotFoundError
from lstm_core.formula import Tree
from lstm_core.functional import Array
from lstm_core.models import Model
from lstm_core.trace import LayerTrace, Trace


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
    ``{index, weight, input, product}``, in the order of the index, adding up to its value.
    NotFoundError for a layer, signal, unit or step that does not exist.
    """
    found, row = _find(trace, t, layer)
    declared = {s.name: s for s in cells.get(found.cell).signals}
    chosen = [name for name in declared if unit < found.signals[name].shape[-1]] if signals is None else list(signals)
    if signals is None and not chosen:
        raise _missing("unit", unit, f"The units of {layer} go from 0 to {found.units - 1}.")
    wanted = set(terms)
    for name in [*chosen, *wanted]:
        if name not in declared:
            raise _missing("signal", name, f"The signals of {layer} are: {', '.join(declared)}.")
        if not 0 <= unit < found.signals[name].shape[-1]:
            last = found.signals[name].shape[-1] - 1
            raise _missing("unit", unit, f"The units of “{name}” go from 0 to {last}.")
    known = _names(model, found, row)
    return {
        "t": t,
        "token": trace.tokens[t].text,
        "layer": layer,
        "unit": unit,
        "model": trace.model["name"],
        "text": trace.text,
        "signals": [
            {
                "signal": name,
                "unit": unit,
                "value": float(found.signals[name][row, unit]),
                "formula": formula.parse(declared[name].formula),
                "tree": _written(formula.parse(declared[name].formula), unit, known, name in wanted),
            }
            for name in chosen
        ],
    }


def _missing(what: str, given: object, expected: str) -> NotFoundError:
    return NotFoundError(
        code=f"unknown_{what}",
        message=f"There is no {what} {given}.",
        expected=expected,
        action="Choose one of these.",
        field="t" if what == "step" else what,
    )


def _find(trace: Trace, t: int, layer: str) -> tuple[LayerTrace, int]:
    """The layer, and its row for step ``t``."""
    if not 0 <= t < len(trace):
        raise _missing("step", t, f"The sentence has the steps 0 to {len(trace) - 1}.")
    recurrent = [found for found in trace.layers if found.cell in cells.names()]
    for found in recurrent:
        if found.name == layer:
            row = found.row(t)
            if row is None:
                first, end = found.span or (0, 0)
                raise _missing("step", t, f"The {layer} is at work in the steps {first} to {end - 1}.")
            return found, row
    raise _missing("layer", layer, f"The recurrent layers are: {', '.join(found.name for found in recurrent)}.")


def _names(model: Model, layer: LayerTrace, row: int) -> _Names:
    """Signals of this step, the states before it, the layer's parameters."""
    signals = {name: rows[row] for name, rows in layer.signals.items()}
    states = {f"{name}_prev": layer.before(name, row) for name in layer.initial}
    prefix = f"{layer.name}."
    params = {name.removeprefix(prefix): array for name, array in model.params.items() if name.startswith(prefix)}
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
