"""The page explains its numbers itself: every tree of it is the core's, node by node and term by term."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lstm_core import Model, Trace, cells, formula
from lstm_core.arithmetic import explain, unit_weights
from tests import node
from tests.core.cell_checks import KINDS, small_model

SCRIPT = Path(__file__).resolve().parents[1] / "js" / "explain_cases.js"
#: What differs between them is how a step's states before it are found.
SHAPES = ("vanilla", "stacked-2", "bidirectional", "encoder_decoder", "cnn_lstm")
UNITS = (0, 5, 6)  # the last is beyond the six inputs


def declared(model: Model) -> list[dict[str, Any]]:
    """The layers as the models document declares them, as far as a formula goes."""
    return [
        {
            "name": layer.name,
            "signals": [
                {"name": s.name, "tree": formula.parse(s.formula) if s.formula else None} for s in layer.signals
            ],
        }
        for layer in model.layers
    ]


def clamps_for(model: Model) -> list[str]:
    """Every valve of every layer held somewhere; of some units two clamps, of which the later one wins."""
    return [
        f"{layer.name}.{valve}{where}"
        for layer in model.layers
        for valve in layer.valves
        for where in ("=0.3", "[5-6]@1-2=1", "[0,3]@1=0")
    ]


def questions(model: Model, trace: Trace) -> Iterator[dict[str, Any]]:
    """Units at the first, second and last step of each layer that formulas explain, some with every term."""
    for layer in trace.layers:
        signals = model.layer(layer.name).signals
        if not any(signal.formula for signal in signals):
            continue
        first, end = layer.span or (0, len(trace))
        for t in (first, first + 1, end - 1):
            for unit in UNITS:
                terms = [s.name for s in signals if unit < 6] if t == first + 1 else []
                weights = unit_weights(model, layer.name, unit)
                yield {"layer": layer.name, "t": t, "unit": unit, "terms": terms, "weights": weights}


def same(mine: Any, theirs: Any, where: str) -> None:
    """Alike to the last key, numbers to 1e-12."""
    if isinstance(mine, dict):
        assert isinstance(theirs, dict), where
        assert set(mine) == set(theirs), where
        for key, value in mine.items():
            same(value, theirs[key], f"{where}.{key}")
    elif isinstance(mine, list):
        assert len(mine) == len(theirs), where
        for k, (one, other) in enumerate(zip(mine, theirs, strict=True)):
            same(one, other, f"{where}[{k}]")
    elif isinstance(mine, float):
        assert abs(mine - theirs) <= 1e-12 * max(1, abs(mine)), where
    else:
        assert mine == theirs, where


def nodes(tree: Any, op: str) -> int:
    """How many nodes of one operation there are."""
    if isinstance(tree, list):
        return sum(nodes(one, op) for one in tree)
    if not isinstance(tree, dict):
        return 0
    return (tree.get("op") == op) + sum(nodes(one, op) for one in tree.values())


@pytest.mark.parametrize("held", [False, True], ids=["free", "held"])
@pytest.mark.parametrize("cell", cells.names())
def test_the_page_explains_what_the_core_does(cell: str, held: bool) -> None:
    runs, expected = [], []
    for kind in SHAPES:
        model = small_model(cell, kind=kind)
        trace = model.trace(KINDS[kind].text, clamps_for(model) if held else ())
        asked = list(questions(model, trace))
        runs.append({"trace": trace.to_dict(), "layers": declared(model), "questions": asked})
        expected.append([explain(model, trace, q["t"], q["unit"], layer=q["layer"], terms=q["terms"]) for q in asked])
    done = subprocess.run(
        [node.find(), SCRIPT], input=json.dumps(runs), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert (nodes(expected, "held") > 0) == held
    same(expected, json.loads(done.stdout), cell)
