"""The arithmetic that the page writes out agrees with its own digits, over a thousand moments of all models.

The page's modules write their text from the core's arithmetic, without a browser; here it is read as a person reads it,
and computed again from what stands there. ``tests/page/test_written_on_the_page.py`` does so in a browser.
"""

from __future__ import annotations

import json
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import lstm_core
from lstm_core import Model, Trace, formula, zoo
from lstm_core.arithmetic import explain
from tests import node, written

SCRIPT = Path(__file__).resolve().parents[1] / "js" / "written_cases.js"
MOMENTS = 64  # of each model: of all of them more than a thousand
TEXTS = 8


def declared(model: Model, layer: str) -> list[dict[str, Any]]:
    """A layer's signals as the models document declares them."""
    return [
        {
            "name": s.name, "role": s.role, "range": s.range, "label": s.label, "formula": s.formula,
            "tree": formula.parse(s.formula) if s.formula else None,
        }
        for s in model.layer(layer).signals
    ]  # fmt: skip


def held(model: Model, layer: str, unit: int) -> list[str]:
    """A clamp on one of the layer's valves."""
    return [f"{layer}.{gate}[{unit}]=0.35" for gate in model.layer(layer).valves[:1]]


def moments(model: Model, chance: random.Random) -> Iterator[tuple[Trace, int, str, int]]:
    """Random steps and units of random texts; in every eighth a valve is held."""
    traces = [model.trace(text) for text in zoo.manifest()[model.name].examples[:TEXTS]]
    for n in range(MOMENTS):
        trace = chance.choice(traces)
        layer = chance.choice([layer for layer in trace.layers if layer.kind == "recurrent"])
        t, unit = chance.randrange(*(layer.span or (0, len(trace)))), chance.randrange(layer.units)
        again = model.trace(trace.text, held(model, layer.name, unit)) if n % 8 == 0 else trace
        yield again, t, layer.name, unit


def case(model: Model, trace: Trace, t: int, layer: str, unit: int, chance: random.Random) -> dict[str, Any]:
    """What the page is given at a moment: the unit's arithmetic, one sum in full, and one thing that is said."""
    signals = declared(model, layer)
    sums = [signal["name"] for signal in signals if "@" in signal["formula"]]
    terms = [chance.choice(sums)]
    top = trace.predictions[t]
    return {
        "signals": signals,
        "arithmetic": explain(model, trace, t, unit, layer=layer, terms=terms),
        "terms": terms,
        "logit": trace.logit(chance.choice(top)[0], t) if top else None,
        "places": 2,
    }


@pytest.mark.parametrize("card", lstm_core.models(), ids=lambda card: card.name)
def test_every_written_product_and_sum_agrees_with_its_own_digits(card: lstm_core.zoo.ModelCard) -> None:
    model, chance = lstm_core.load(card.name), random.Random(card.name)
    cases = [case(model, *moment, chance) for moment in moments(model, chance)]
    done = subprocess.run(
        [node.find(), SCRIPT], input=json.dumps(cases), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    claims = written.Claims()
    for told in json.loads(done.stdout):
        assert len(told["lines"]) >= 1
        for line in told["lines"]:
            written.chain(line, claims)
        for window in told["windows"]:
            written.window(window, claims)
    assert claims.wrong == []
    assert claims.equal > 20 * MOMENTS
    assert len(claims.near) <= claims.equal // 1000, claims.near


def test_what_disagrees_is_seen() -> None:
    claims = written.Claims()
    for line in (
        "= 0.02 * ( - 2.16 ) = - 0.05",
        "= sigmoid ( 1.33 ) = 0.80",
        "= 0.50 * 0.50 + 0.20 * 0.30 = 0.26 + 0.06 = 0.31",
        "# = exp( 3.33 - 4.21 ) = exp( - 0.89 ) = 0.411",
    ):
        written.chain(line, claims)
    assert claims.wrong == [
        "0.02 * ( - 2.16 ) = - 0.05",
        "sigmoid ( 1.33 ) = 0.80",
        "0.50 * 0.50 + 0.20 * 0.30 = 0.26 + 0.06",
        "0.26 + 0.06 = 0.31",
        "exp( 3.33 - 4.21 ) = exp( - 0.89 )",
    ]
    assert claims.equal == 1
