"""Weights scaled for one run: what is computed is what the model computes whose weights are so."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_core import Trace, build, cells
from lstm_core.arithmetic import explain, unit_weights
from lstm_core.errors import InputError
from lstm_core.scales import Scale
from tests.core.cell_checks import KINDS, SENTENCE, again, small_model

WRONG = {
    "layer1.U=1": "names no layer of small whose weights can be scaled. These can: layer0",
    "layer0.Q=1": "the LSTM has no weights called “Q”. They are: W_f, U_f, b_f",
    "layer0.U_=1": "has no weights called “U_”",
    "layer0.U_z=1": "has no weights called “U_z”",
    "layer0.U=10.5": "10.5 is no factor for it. A factor lies from 0 to 10.",
    "layer0.U=-1": "-1 is no factor",
    "layer0.U=1e999": "inf is no factor",
}
BAD = [
    "",
    "U=1",
    "layer0.U",
    "layer0.U=",
    "layer0.U=x",
    "layer0.U=nan",
    "layer0.U[1]=1",
    "layer0.U=1.2.3",
    "a.b=" + "1" * 90,
]


@pytest.mark.parametrize(
    ("typed", "written"),
    [(" layer0.U=1.50 ", "layer0.U=1.5"), ("layer0.b_f=0", "layer0.b_f=0"), ("layer0.W_f=1e-5", "layer0.W_f=1e-05")],
)
def test_a_scale_has_one_writing(typed: str, written: str) -> None:
    assert str(Scale.parse(typed)) == written
    assert Scale.parse(written) == Scale.parse(typed)


@pytest.mark.parametrize("typed", BAD)
def test_what_cannot_be_read_is_refused(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        Scale.parse(typed)
    assert (caught.value.code, caught.value.field) == ("bad_scale", "scale")


@pytest.mark.parametrize("typed", WRONG)
def test_what_the_model_lacks_is_refused_before_anything_runs(typed: str) -> None:
    with pytest.raises(InputError) as caught:
        small_model().run(SENTENCE, scales=[typed])
    assert caught.value.code == "bad_scale"
    assert WRONG[typed] in str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cell", cells.names())
def test_a_scaled_run_is_that_of_a_model_with_such_weights(cell: str, kind: str) -> None:
    """Every recurrent matrix of the last layer 1.5 times as large but for one, and a bias half as large."""
    model, text = small_model(cell, "float64", kind=kind), KINDS[kind].text
    layer, gates = model.layers[-1].name, cells.get(cell).gates
    params = dict(model.params)
    for gate in gates:
        params[f"{layer}.U_{gate}"] = params[f"{layer}.U_{gate}"] * (0.25 if gate == gates[-1] else 1.5)
    params[f"{layer}.b_{gates[0]}"] = params[f"{layer}.b_{gates[0]}"] / 2
    scales = [f"{layer}.U=1.5", f"{layer}.U_{gates[-1]}=0.25", f"{layer}.b_{gates[0]}=0.5"]
    trace, expected = model.trace(text, scales=scales), build(model.spec, params).trace(text)
    assert trace.scales == tuple(scales)
    for mine, its in zip(trace.layers, expected.layers, strict=True):
        for name, rows in mine.signals.items():
            np.testing.assert_allclose(rows, its.signals[name], rtol=0, atol=1e-12, err_msg=name)
    for step in model.steps(text, scales=scales):
        assert step.block(trace.layout) == trace.step(step.t).block(trace.layout)
    found, wanted = (
        one.gradient(text, scales=which)[layer].params
        for one, which in ((model, scales), (build(model.spec, params), []))
    )
    for name, array in found.items():
        np.testing.assert_allclose(array, wanted[name], rtol=1e-9, atol=1e-12, err_msg=name)


def test_times_one_changes_nothing_to_the_bit_and_the_model_itself_never_changes() -> None:
    model = small_model()
    before = model.trace(SENTENCE)
    model.trace(SENTENCE, scales=["layer0.W=0", "layer0.U=3"])
    assert model.trace(SENTENCE).to_json() == before.to_json()
    once = model.trace(SENTENCE, scales=["layer0.U=1", "layer0.W_f=1"])
    assert {name: rows.tobytes() for name, rows in once.layers[0].signals.items()} == {
        name: rows.tobytes() for name, rows in before.layers[0].signals.items()
    }
    assert once.predictions == before.predictions


def test_the_later_of_two_counts() -> None:
    model = small_model(dtype="float64")
    one, two = (
        model.trace(SENTENCE, scales=which)
        for which in (["layer0.U_f=2"], ["layer0.U=3", "layer0.U=1", "layer0.U_f=2"])
    )
    assert np.array_equal(one["h"], two["h"])


def test_without_what_it_remembers_a_plain_rnn_knows_the_last_word_alone() -> None:
    model = small_model("rnn", "float64")
    trace = model.trace(SENTENCE, scales=["layer0.U=0"])
    np.testing.assert_allclose(
        trace["h"], np.tanh(trace["x"] @ model.params["layer0.W_h"].T + model.params["layer0.b_h"]), atol=1e-14
    )


def test_the_arithmetic_is_that_of_the_scaled_weights_whichever_model_is_asked() -> None:
    model = small_model(dtype="float64")
    trace = model.trace(SENTENCE, ["layer0.f[3]@2=0.5"], scales=["layer0.U_f=0.5", "layer0.b=2"])
    for asked in (model, trace.source, model.scaled(["layer0.W=7"])):
        names = ["f", "i", "g", "o", "c", "h"]
        for entry in explain(asked, trace, 2, 3, names, terms=names)["signals"]:
            assert again(entry["tree"]) == pytest.approx(entry["value"], rel=0, abs=1e-12), entry["signal"]
    told = explain(model, trace, 1, 3, ["f"], terms=["f"])["signals"][0]["tree"]["args"][0]["args"]
    assert [term["weight"] for term in told[1]["terms"]] == (model.params["layer0.U_f"][3] * 0.5).tolist()
    assert told[2]["value"] == model.params["layer0.b_f"][3] * 2
    assert unit_weights(trace.source, "layer0", 3)["U_f"] == (model.params["layer0.U_f"][3] * 0.5).tolist()


def test_it_writes_on_with_them_and_they_are_written_and_read_back() -> None:
    model = small_model()
    trace = model.write("the dog", 5, scales=["layer0.U=0.5"])
    assert trace["c"][2:].tobytes() != model.write("the dog", 5)["c"][2:].tobytes()
    read = Trace.from_json(trace.to_json())
    assert read.scales == ("layer0.U=0.5",)
    assert trace.start_dict()["scales"] == ["layer0.U=0.5"]
    assert "scales" not in model.trace("the dog").to_dict()
