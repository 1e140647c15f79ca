"""Peepholes against ONNX's reference evaluator, coupled gates against ONNX Runtime, on files that these wrote.

See tests/fixtures/make_onnx.py.
"""

import numpy as np
import pytest

from lstm_core import cells
from tests.core.cell_checks import scanned
from tests.core.foreign import TOLERANCE, load, split

ORDER, PEEPHOLES = "iofg", "iof"  # ONNX calls the candidate c


@pytest.fixture(scope="module")
def onnx() -> dict[str, np.ndarray]:
    return load("onnx")


def ours(given: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    bias = sum(np.split(given["B"], 2))
    return split(given["W"], "W", ORDER) | split(given["R"], "U", ORDER) | split(bias, "b", ORDER)


def run_of(onnx: dict[str, np.ndarray], name: str, dtype: str) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    """What was given, in ``dtype``, and the states that came out, as they were written."""
    run = {key.partition("/")[2]: array for key, array in onnx.items() if key.startswith(f"{name}/")}
    states = {state: run.pop(state) for state in "hc"}
    return {key: array.astype(dtype) for key, array in run.items()}, states


def agree(tape: cells.Tape, states: dict[str, np.ndarray], dtype: str, tolerance: float) -> None:
    for state, expected in states.items():
        assert expected.dtype == dtype
        assert expected.shape == tape.arrays[state].shape
        assert np.abs(tape.arrays[state] - expected).max() <= tolerance, state


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("units", [1, 3, 16])
@pytest.mark.parametrize("name", ["peephole", "peephole-fi"])
def test_peepholes(onnx: dict[str, np.ndarray], name: str, units: int, dtype: str) -> None:
    given, states = run_of(onnx, f"{name}-{units}", dtype)
    peepholes = split(given["P"], "p", PEEPHOLES)
    cell = cells.get(name)
    absent = [key for key in peepholes if key not in cell.parameters(5, units)]
    assert absent == ([] if name == "peephole" else ["p_o"])
    assert not any(peepholes.pop(key).any() for key in absent)
    tape = scanned(cell, ours(given) | peepholes, given["X"], {"h": given["initial_h"], "c": given["initial_c"]})
    agree(tape, states, "float64", TOLERANCE[dtype])


@pytest.mark.parametrize("units", [1, 3, 16])
def test_coupled_gates(onnx: dict[str, np.ndarray], units: int) -> None:
    """ONNX keeps the input gate and makes f = 1 − i; ours keeps f and makes i. σ(−z) = 1 − σ(z): the sign turns."""
    given, states = run_of(onnx, f"coupled-{units}", "float32")
    params = ours(given)
    params |= {f"{kind}_f": -params[f"{kind}_i"] for kind in "WUb"}
    tape = scanned(cells.get("cifg"), params, given["X"], {"h": given["initial_h"], "c": given["initial_c"]})
    agree(tape, states, "float32", 2e-6)
