"""The page keeps a unit's ledger itself, from the trace that it holds: number by number as the core does."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import lstm_core
from app.entries import describe
from lstm_core import Model, Trace, cells
from tests import node
from tests.around.test_explain_in_the_page import same
from tests.core.cell_checks import KINDS, small_model

SCRIPT = Path(__file__).resolve().parents[1] / "js" / "ledger_cases.js"
HELD = ["f[0-4]@2=0.25", "i[2]=1", "z[0-4]@1=0.25"]


def runs() -> Iterator[tuple[Model, Trace]]:
    """Every cell in every shape, free and with valves held; a shipped model that writes on."""
    for cell in cells.names():
        for kind, (_, text, _) in KINDS.items():
            model = small_model(cell, kind=kind)
            held = [f"{la.name}.{one}" for la in model.layers for one in HELD if one[0] in la.valves]
            yield model, model.trace(text, held)
    free = small_model().trace(KINDS["vanilla"].text)
    yield small_model(), replace(free, clamps=("layer0.c[2]@3=0.5",))  # the state itself is held
    model = lstm_core.load("reader-32")
    yield model, model.write("I grew up in France and I speak", 5)


def kept(trace: Trace, layer: str, unit: int) -> list[dict[str, Any]]:
    """The library's, a step an entry, in the order of reading."""
    ledger = trace.ledger(unit, layer)
    told = ledger.to_dict()
    return [
        {
            "t": ledger.first + row,
            **{name: told[name][row] for name in ("keep", "before", "kept", "erased", "written", "value", "left")},
            "held": ledger.first + row in ledger.held,
            "shares": read(ledger.shares(ledger.first + row).tolist(), ledger.order, row),
        }
        for row in ledger.order
    ]


def read(values: list[float], order: list[int], row: int) -> list[float]:
    return [values[0], *(values[1 + one] for one in order[: order.index(row) + 1])]


def test_the_page_keeps_the_ledger_that_the_core_keeps() -> None:
    asked, expected = [], []
    for model, trace in runs():
        entries = {one["name"]: one for one in describe(model.spec, model.sha256, None)["layers"]}
        for layer in trace.layers:
            belt = cells.belt_of(layer.cell)
            for unit in (2, layer.units - 1):
                asked.append({"trace": trace.to_dict(), "layer": entries[layer.name], "unit": unit})
                expected.append(kept(trace, layer.name, unit) if belt else [])
    done = subprocess.run(
        [node.find(), SCRIPT], input=json.dumps(asked), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert sum(map(len, expected)) > 500
    same(expected, json.loads(done.stdout), "ledger")
