"""The gradient of any output by anything earlier, one call for every model: against central differences, in float64."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from lstm_core import Model, build, cells
from lstm_core.errors import NotFoundError
from lstm_core.models import shapes_of, uniform
from lstm_core.models.composition import READER
from lstm_core.models.run import Run
from tests import one_file_layer
from tests.core.cell_checks import KINDS, random_params, slope, small_model

EVERY = [pytest.param(cell, kind, id=f"{cell}-{kind}") for kind in KINDS for cell in cells.names()]


def said(run: Run, of: str | None, t: int | None) -> float:
    """What the gradient is of, computed anew: the logit of ``of`` at step t, or the forecast."""
    run.advance(0, len(run))
    at = len(run) - 1 if t is None else t % len(run)
    composition = run.model.composition
    rows = run.heard_at(None if t is None else at)
    h = np.concatenate([run.started[name].output[row] for name, row in zip(composition.heard, rows, strict=True)])
    z, _ = composition.output.forward(run.model.params, h)
    return float(composition.output.seed(of, run.reading, at) @ z)


def check(model: Model, text: str, clamps: list[str], of: str | None, t: int | None) -> None:
    """Every parameter of every layer, and what the first layer reads, at random places."""
    random = np.random.default_rng(5)
    found = model.gradient(text, of, t, clamps)
    assert list(found) == [layer.name for layer in model.layers]
    top = model.trace(text, clamps).predictions[-1 if t is None else t]
    asked = of or (None if model.spec.task == "forecast" else top[0][0])

    def value() -> float:
        again = build(model.spec, model.params)
        return said(again.run(text, clamps), asked, t)

    for layer, grads in found.items():
        for name, grad in grads.params.items():
            array = model.params[f"{layer}.{name}"]
            assert grad.shape == array.shape
            place = tuple(int(random.integers(n)) for n in array.shape)
            assert grad[place] == pytest.approx(slope(value, array, place), rel=1e-6, abs=3e-8), (layer, name)
    read_by = [found[wire.layer.name].x for wire in model.composition.wires if wire.reads == READER]
    if read_by[0] is not None:
        by_word = sum(read_by)  # a word moves what is said through every layer that reads it
        model.looked_up = None  # what is read is changed below, behind the table's back
        whole = model.run(text, clamps).reading
        for row in {0, len(whole.given) // 2}:
            place = (row, int(random.integers(whole.given.shape[1])))

            def read() -> float:
                run = model.run(text, clamps)
                run.__dict__["reading"] = replace(whole)
                return said(run, asked, t)

            assert by_word[place] == pytest.approx(slope(read, whole.given, place), rel=1e-6, abs=3e-8), place


@pytest.mark.parametrize(("name", "kind"), EVERY)
@pytest.mark.parametrize("held", ["", "gates", "states"])
def test_every_cell_in_every_model(name: str, kind: str, held: str) -> None:
    """Held: every gate of a unit at one step; every state, each of a unit of its own, at another."""
    model = small_model(name, "float64", kind=kind, units=4)
    layer = next(layer for layer in reversed(model.layers) if layer.valves)
    first = (model.trace(KINDS[kind].text).layers[-1].span or (0,))[0]
    gates = [f"{layer.name}.{gate}[1]@{first + 1}=0.25" for gate in cells.get(name).gates]
    states = [f"{layer.name}.{state}[{unit}]@{first}=0.25" for unit, state in enumerate(layer.states)]
    check(model, KINDS[kind].text, {"": [], "gates": gates, "states": states}[held], None, -1)


def test_a_valve_that_is_held_everywhere_passes_nothing() -> None:
    model = small_model("lstm", "float64", units=4)
    free, held = model.gradient("I grew up"), model.gradient("I grew up", clamps=["layer0.i=0.5"])
    assert free["layer0"].params["W_i"].any()
    assert not held["layer0"].params["W_i"].any()
    assert held["layer0"].params["W_f"].any()


def test_of_a_word_that_is_not_the_first_and_at_an_earlier_step() -> None:
    model = small_model("lstm", "float64", units=4)
    check(model, "I grew up in France and", [], "dog", 3)
    found = model.gradient("I grew up in France and", "dog", 3)["layer0"]
    assert found.x[:4].any(axis=1).all()
    assert not found.x[4:].any(), "what comes later moves nothing"
    assert {state: rows.shape for state, rows in found.states.items()} == {"h": (6, 4), "c": (6, 4)}


def test_of_the_verdict_of_both_ends() -> None:
    check(small_model("gru", "float64", kind="bidirectional", units=4), "I grew up in France", [], "bad", None)


def test_through_a_layer_of_a_new_kind() -> None:
    spec = uniform("one", "next-letter", "averaged", "lstm", 4, 3, tuple("abc"), reads="letters", dtype="float64")
    assert spec.architecture == one_file_layer.AVERAGED.name
    check(build(spec, random_params(shapes_of(spec), 2)), "abcab", ["layer0.f[1]@2=0.5"], "b", -1)


def test_by_a_state_as_the_next_step_finds_it() -> None:
    """∂z/∂h_t and ∂z/∂c_t: a decoder's first states are the encoder's last ones."""
    model = small_model("lstm", "float64", kind="encoder_decoder", units=4)
    text = KINDS["encoder_decoder"].text
    found = model.gradient(text, t=3)
    first = found["decoder"].initial
    for state in ("h", "c"):
        np.testing.assert_allclose(found["encoder"].states[state][-1], getattr(first, state), rtol=0, atol=1e-15)
        assert getattr(first, state).any()


def test_what_does_not_exist_is_refused() -> None:
    model = small_model("lstm", "float64", kind="encoder_decoder", units=4)
    text = KINDS["encoder_decoder"].text
    for asked in ({"t": 99}, {"of": "zebra"}, {"t": 0}):
        with pytest.raises(NotFoundError):
            model.gradient(text, **asked)
