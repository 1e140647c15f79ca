"""A file without a server writes out what the model says itself: number by number as the core does."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lstm_core
from lstm_core import Trace
from lstm_core.models.logit import carried
from tests import node
from tests.around.test_explain_in_the_page import same
from tests.core.cell_checks import KINDS, small_model

SCRIPT = Path(__file__).resolve().parents[1] / "js" / "logit_cases.js"


def questions(trace: Trace) -> Iterator[dict[str, Any]]:
    """All that is said at the first, a middle and the last step at which anything is, and of the whole."""
    told = [t for t, top in enumerate(trace.predictions) if top]
    for t in {told[0], told[len(told) // 2], told[-1]}:
        yield from ({"t": t, "symbol": symbol} for symbol, _ in trace.predictions[t])
    if trace.answer is not None:
        yield from ({"t": None, "symbol": symbol} for symbol, _ in trace.answer["top"])


def traces() -> Iterator[Trace]:
    for kind, (_, text, _) in KINDS.items():
        model = small_model("lstm", kind=kind)
        yield model.trace(text)
        if kind.startswith(("vanilla", "cnn_lstm")):
            yield model.write(text, 4)
    yield lstm_core.load("reader-32").trace("I grew up in France and I speak", clamps=["layer0.o[0-9]=0"])
    yield lstm_core.load("forecaster").write("3 4.5 -2 0 7 7 8", 5)


def test_the_page_writes_out_what_the_core_does() -> None:
    runs, expected = [], []
    for trace in traces():
        asked = list(questions(trace))
        head = json.loads(json.dumps(carried(trace.source, trace), allow_nan=False))
        runs.append({"document": {"trace": trace.to_dict(), "weights": {}, "head": head}, "questions": asked})
        expected.append([trace.logit(**question) for question in asked])
    done = subprocess.run(
        [node.find(), SCRIPT], input=json.dumps(runs), capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert sum(map(len, expected)) > 100
    same(expected, json.loads(done.stdout), "logit")
