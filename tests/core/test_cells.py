"""Every registered cell by one table: what it declares is what it computes, and its chain rule is right."""

import math

import numpy as np
import pytest

from lstm_core import cells, formula
from lstm_core.errors import NotFoundError
from tests.core.cell_checks import SENTENCE, random_params, random_tape, small_model

EVERY = cells.names()


def test_the_example_worked_by_hand() -> None:
    """3 units, 4 inputs. σ(0) = ½, σ(ln 3) = ¾, σ(−ln 3) = ¼, tanh(ln 2) = 3/5."""
    ln2, ln3 = math.log(2), math.log(3)
    cell = cells.get("lstm")
    params = {name: np.zeros(shape) for name, shape in cell.parameters(4, 3).items()}
    params["b_i"][:] = ln3
    params["W_g"][0, 0], params["W_g"][1, 1], params["W_g"][2, 3] = ln2, ln2, -ln2
    params["U_o"][0, 1] = -ln3
    packed = cell.pack(params)
    tape = cells.Tape(cell, 1, 3, (), np.dtype("float64"))
    tape.initial = cell.State(h=np.array([0.5, 1.0, 0.0]), c=np.array([4.0, 5.0, 6.0]))
    cells.scan(cell, packed, cell.project(packed, np.array([[1.0, 0.0, 7.0, 1.0]])), tape)
    expected = {
        "f": [0.5, 0.5, 0.5],
        "i": [0.75, 0.75, 0.75],
        "g": [0.6, 0.0, -0.6],
        "o": [0.25, 0.5, 0.5],
        "fc": [2.0, 2.5, 3.0],
        "ig": [0.45, 0.0, -0.45],
        "c": [2.45, 2.5, 2.55],
        "tanh_c": [math.tanh(2.45), math.tanh(2.5), math.tanh(2.55)],
        "h": [math.tanh(2.45) / 4, math.tanh(2.5) / 2, math.tanh(2.55) / 2],
    }
    for name, values in expected.items():
        np.testing.assert_allclose(tape.arrays[name][0], values, rtol=0, atol=1e-15, err_msg=name)


def test_names_and_the_unknown_one() -> None:
    assert {"lstm", "rnn"} <= set(EVERY)
    assert [cells.get(name).name for name in EVERY] == list(EVERY)
    with pytest.raises(NotFoundError, match=r"no cell called “grue”.*lstm"):
        cells.get("grue")


@pytest.mark.parametrize("name", EVERY)
def test_the_declaration_holds_together(name: str) -> None:
    cell = cells.get(name)
    signals = [signal.name for signal in cell.signals]
    assert len(set(signals)) == len(signals)
    assert set(cell.gates) | set(cell.states) <= set(signals)
    assert cell.states[0] == "h"
    known = {"x"} | {f"{state}_prev" for state in cell.states} | set(cell.parameters(3, 2))
    for signal in cell.signals:  # a formula reads nothing that comes after it
        assert set(formula.names(formula.parse(signal.formula))) <= known, signal.name
        known.add(signal.name)
        assert signal.label
        assert signal.description
    assert cell.title
    assert cell.paper
    with pytest.raises(KeyError, match="nothing"):
        cell.signal("nothing")


@pytest.mark.parametrize("name", EVERY)
def test_each_formula_computes_its_signal(name: str) -> None:
    model = small_model(name, "float64")
    trace = model.trace(SENTENCE)
    layer = trace.layers[0]
    params = {key.removeprefix("layer0."): value for key, value in model.params.items()}
    for t in range(len(trace)):
        env = {key: rows[t] for key, rows in layer.signals.items()} | params
        env |= {f"{key}_prev": layer.signals[key][t - 1] if t else first for key, first in layer.initial.items()}
        for signal in cells.get(name).signals:
            value = formula.evaluate(formula.parse(signal.formula), env)
            np.testing.assert_allclose(value, layer.signals[signal.name][t], rtol=0, atol=1e-12, err_msg=signal.name)


@pytest.mark.parametrize("scale", [1.0, 1e4])
@pytest.mark.parametrize("name", EVERY)
def test_every_signal_stays_in_its_range(name: str, scale: float) -> None:
    cell = cells.get(name)
    packed = cell.pack(random_params(cell.parameters(3, 4), 1))
    x = scale * np.random.default_rng(2).standard_normal((60, 3))
    tape = cells.Tape(cell, 60, 4, (), np.dtype("float64"))
    cells.scan(cell, packed, cell.project(packed, x), tape)
    for signal in cell.signals:
        if signal.role == "input":
            continue
        low, high = signal.range
        values = tape.arrays[signal.name]
        assert np.isfinite(values).all()
        assert low is None or values.min() >= low, signal.name
        assert high is None or values.max() <= high, signal.name


@pytest.mark.parametrize("name", EVERY)
def test_a_batch_computes_what_its_members_do(name: str) -> None:
    cell, packed, x, tape = random_tape(name, 6, batch=(3,))
    for b in range(3):
        alone = cells.Tape(cell, 6, 4, (), np.dtype("float64"))
        alone.initial = cell.State(*(state[b] for state in tape.initial))
        cells.scan(cell, packed, cell.project(packed, x[:, b]), alone)
        for state in cell.states:
            np.testing.assert_allclose(alone.arrays[state], tape.arrays[state][:, b], rtol=0, atol=1e-13)


@pytest.mark.parametrize("name", EVERY)
def test_backward_step_is_the_derivative_of_step(name: str) -> None:
    """Loss = Σ over the states of weight · state, after one step; central differences by z, x's share, and states."""
    units, inputs, batch, nudge = 4, 3, 2, 1e-6
    cell = cells.get(name)
    params = random_params(cell.parameters(inputs, units), 7)
    random = np.random.default_rng(8)
    x = random.standard_normal((1, batch, inputs))
    before = [random.standard_normal((batch, units)) for _ in cell.states]
    d = cell.State(*(random.standard_normal((batch, units)) for _ in cell.states))

    def run(params: dict[str, np.ndarray], before: list[np.ndarray]) -> cells.Tape:
        packed = cell.pack(params)
        tape = cells.Tape(cell, 1, units, (batch,), np.dtype("float64"))
        tape.initial = cell.State(*before)
        return cells.scan(cell, packed, cell.project(packed, x), tape)

    def loss(params: dict[str, np.ndarray], before: list[np.ndarray]) -> float:
        now = run(params, before)
        return sum(float((weight * now.arrays[state][0]).sum()) for state, weight in zip(cell.states, d, strict=True))

    def slope(array: np.ndarray, params: dict[str, np.ndarray], before: list[np.ndarray]) -> np.ndarray:
        """d loss / d array, one number at a time; ``array`` is one of the given ones and is changed in place."""
        found = np.empty_like(array)
        for place in np.ndindex(array.shape):
            kept = array[place]
            array[place] = kept + nudge
            above = loss(params, before)
            array[place] = kept - nudge
            found[place] = (above - loss(params, before)) / (2 * nudge)
            array[place] = kept
        return found

    tape = run(params, before)
    dz, d_prev = cell.backward_step(cell.pack(params), tape.frame(-1), tape.frame(0), d)
    assert dz.shape == (batch, len(cell.gates) * units)
    for state, k in zip(cell.states, range(len(before)), strict=True):
        np.testing.assert_allclose(getattr(d_prev, state), slope(before[k], params, before), rtol=0, atol=1e-8)
    gradients = cell.parameter_gradients(x, tape, dz[None])
    assert set(gradients) == set(params)
    for key, gradient in gradients.items():
        np.testing.assert_allclose(gradient, slope(params[key], params, before), rtol=0, atol=1e-8, err_msg=key)
