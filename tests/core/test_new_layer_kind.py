"""A kind of layer and an architecture of one file, ``tests/one_file_layer.py``, go through everything."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

import lstm_core
from lstm_core import Model, Trace, build
from lstm_core.arithmetic import explain, layer_weights, unit_weights
from lstm_core.errors import InputError, WeightsError
from lstm_core.models import read_spec, shapes_of, uniform, write_spec
from lstm_core.weights import native
from tests import one_file_layer
from tests.core.cell_checks import again, random_params

TEXT = "abcabbc"


@pytest.fixture(scope="module")
def model() -> Model:
    name = one_file_layer.AVERAGED.name
    spec = uniform("one", "next-letter", name, "lstm", 4, 3, tuple("abc"), reads="letters", dtype="float64")
    return build(spec, random_params(shapes_of(spec), 2))


def test_its_trace_is_its_equations(model: Model) -> None:
    trace = model.trace(TEXT, top=3)
    average, layer = trace.layers
    assert (average.kind, average.cell, average.units, layer.kind) == ("average", "running-average", 3, "recurrent")
    a, m = model.params["average.a"], np.zeros(3)
    for t, letter in enumerate(TEXT):
        m = m + a * (model.params["embedding.E"]["abc".index(letter)] - m)
        np.testing.assert_allclose(average.signals["m"][t], m, rtol=0, atol=1e-14)
        z = model.params["head.O"] @ np.concatenate([m, layer.signals["h"][t]]) + model.params["head.b"]
        p = np.exp(z - z.max()) / np.exp(z - z.max()).sum()
        assert dict(trace.predictions[t]) == pytest.approx(dict(zip("abc", p, strict=True)), abs=1e-12)
    assert np.array_equal(layer.signals["x"], average.signals["m"])


def test_stream_and_document(model: Model) -> None:
    trace = model.trace(TEXT)
    for step in model.steps(TEXT, start=2):
        assert step.block(trace.layout) == trace.step(step.t).block(trace.layout)
    told = json.loads(trace.to_json())
    assert [(layer["name"], layer["kind"]) for layer in told["layers"]] == [
        ("average", "average"),
        ("layer0", "recurrent"),
    ]
    read = Trace.from_json(trace.to_json(), "float64")
    assert [layer.kind for layer in read.layers] == ["average", "recurrent"]
    assert np.array_equal(read["average.m"], trace["average.m"])


def test_its_arithmetic_comes_from_its_declaration(model: Model) -> None:
    trace = model.trace(TEXT)
    for t in (0, 3):
        for entry in explain(model, trace, t, 1, layer="average")["signals"]:
            assert abs(again(entry["tree"]) - entry["value"]) <= 1e-14
    assert unit_weights(model, "average", 1) == {"a": float(model.params["average.a"][1])}
    assert list(layer_weights(model)) == ["average", "layer0"]


def test_it_has_no_valve_and_the_layer_above_has(model: Model) -> None:
    with pytest.raises(InputError, match=r"no layer of one that has valves.*These have: layer0"):
        model.trace(TEXT, ["average.a=1"])
    assert (model.trace(TEXT, ["layer0.f[1]=0.5"])["layer0.f"][:, 1] == 0.5).all()


def test_its_weights_are_saved_read_and_refused(model: Model, tmp_path: Path) -> None:
    path = tmp_path / "one.safetensors"
    native.save(path, dict(model.params), model.spec)
    assert np.array_equal(lstm_core.load(path).trace(TEXT)["average.m"], model.trace(TEXT)["average.m"])
    assert read_spec(write_spec(model.spec)) == model.spec
    with pytest.raises(WeightsError, match="one recurrent layer follows the average"):
        read_spec(write_spec(model.spec) | {"layers": 2})
