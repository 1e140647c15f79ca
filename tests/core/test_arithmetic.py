"""The arithmetic behind one number: every part named, and adding up to what the trace says."""

import json
from typing import Any

import numpy as np
import pytest

from lstm_core import cells
from lstm_core.arithmetic import explain
from lstm_core.errors import NotFoundError
from tests.core.cell_checks import SENTENCE, again, small_model


@pytest.mark.parametrize("name", cells.names())
def test_it_adds_up_to_the_signal_of_a_float32_model(name: str) -> None:
    """As far as float32 goes; test_every_cell holds float64 models to 1e-12."""
    model = small_model(name)
    trace = model.trace(SENTENCE)
    signals = [signal.name for signal in cells.get(name).signals]
    for t in (0, 1, len(trace) - 1):
        for unit in (0, 5):
            told = explain(model, trace, t, unit, terms=signals)
            assert [entry["signal"] for entry in told["signals"]] == signals
            for entry in told["signals"]:
                assert entry["value"] == float(trace[entry["signal"]][t, unit])
                assert again(entry["tree"]) == pytest.approx(entry["value"], rel=0, abs=2e-6)


def test_the_forget_gate_written_out() -> None:
    model = small_model()
    trace = model.trace(SENTENCE)
    told = explain(model, trace, 4, 3, ["f"], terms=["f"])
    assert {key: told[key] for key in told if key != "signals"} == {
        "t": 4,
        "token": "Frannce",
        "layer": "layer0",
        "unit": 3,
        "model": "small",
        "text": SENTENCE,
    }
    (entry,) = told["signals"]
    wx, uh, b = entry["tree"]["args"][0]["args"]
    assert [term["weight"] for term in wx["terms"]] == model.params["layer0.W_f"][3].tolist()
    assert [term["input"] for term in wx["terms"]] == trace["x"][4].tolist()
    assert [term["weight"] for term in uh["terms"]] == model.params["layer0.U_f"][3].tolist()
    assert [term["input"] for term in uh["terms"]] == trace["h"][3].tolist()
    assert b == {"op": "name", "name": "b_f", "value": float(model.params["layer0.b_f"][3]), "source": "parameter"}
    assert json.loads(json.dumps(told, allow_nan=False)) == told


def test_where_names_come_from() -> None:
    model = small_model()
    trace = model.trace(SENTENCE)
    (entry,) = explain(model, trace, 2, 1, ["fc"])["signals"]
    assert entry["tree"]["args"] == [
        {"op": "name", "name": "f", "value": float(trace["f"][2, 1]), "source": "signal"},
        {"op": "name", "name": "c_prev", "value": float(trace["c"][1, 1]), "source": "state"},
    ]
    (first,) = explain(model, trace, 0, 1, ["fc"])["signals"]
    assert first["tree"]["args"][1]["value"] == 0  # the initial state


def test_terms_only_where_they_are_asked_for() -> None:
    model = small_model()
    told = explain(model, model.trace(SENTENCE), 2, 1, ["f", "i"], terms=["i"])
    f, i = (entry["tree"]["args"][0]["args"][0] for entry in told["signals"])
    assert (f["count"], "terms" in f) == (6, False)
    assert (i["count"], len(i["terms"])) == (6, 6)
    assert f["value"] == pytest.approx(
        float(model.params["layer0.W_f"][1].astype(np.float64) @ model.trace(SENTENCE)["x"][2]), abs=1e-12
    )


def test_a_unit_beyond_the_narrower_input() -> None:
    model = small_model()  # 7 units, 6 inputs
    told = explain(model, model.trace(SENTENCE), 0, 6)
    assert [entry["signal"] for entry in told["signals"]] == ["f", "i", "g", "o", "fc", "ig", "c", "tanh_c", "h"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"t": 99}, "t"),
        ({"t": -1}, "t"),
        ({"unit": 7}, "unit"),
        ({"unit": -1}, "unit"),
        ({"unit": 6, "signals": ["x"]}, "unit"),
        ({"signals": ["q"]}, "signal"),
        ({"terms": ["q"]}, "signal"),
        ({"layer": "layer1"}, "layer"),
    ],
)
def test_what_does_not_exist(given: dict[str, Any], field: str) -> None:
    model = small_model()
    with pytest.raises(NotFoundError) as caught:
        explain(model, model.trace(SENTENCE), **({"t": 0, "unit": 0} | given))
    assert caught.value.field == field
