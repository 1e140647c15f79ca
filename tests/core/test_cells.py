"""The registry of cells, and the LSTM on numbers worked by hand; every cell's own tests are in test_every_cell."""

import math

import numpy as np
import pytest

from lstm_core import cells
from lstm_core.errors import NotFoundError
from tests.core.cell_checks import scanned


def test_the_example_worked_by_hand() -> None:
    """3 units, 4 inputs. σ(0) = ½, σ(ln 3) = ¾, σ(−ln 3) = ¼, tanh(ln 2) = 3/5."""
    ln2, ln3 = math.log(2), math.log(3)
    cell = cells.get("lstm")
    params = {name: np.zeros(shape) for name, shape in cell.parameters(4, 3).items()}
    params["b_i"][:] = ln3
    params["W_g"][0, 0], params["W_g"][1, 1], params["W_g"][2, 3] = ln2, ln2, -ln2
    params["U_o"][0, 1] = -ln3
    before = {"h": np.array([0.5, 1.0, 0.0]), "c": np.array([4.0, 5.0, 6.0])}
    tape = scanned(cell, params, np.array([[1.0, 0.0, 7.0, 1.0]]), before)
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
    assert {"rnn", "lstm", "peephole", "peephole-fi", "cifg", "gru", "gru-before"} <= set(cells.names())
    assert [cells.get(name).name for name in cells.names()] == list(cells.names())
    with pytest.raises(NotFoundError, match=r"no cell called “grue”.*lstm"):
        cells.get("grue")
