"""The squashing functions against the math module, and where an exponential would overflow."""

import math

import numpy as np
import pytest

from lstm_core import functional

FAR = np.array([-1e4, -800.0, -90.0, 90.0, 800.0, 1e4])


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_sigmoid(dtype: str) -> None:
    z = np.linspace(-20, 20, 401)
    found = functional.sigmoid(z.astype(dtype))
    assert found.dtype == dtype
    expected = [1 / (1 + math.exp(-value)) for value in z.astype(dtype).tolist()]
    np.testing.assert_allclose(found, expected, rtol=0, atol=2e-7 if dtype == "float32" else 4e-16)
    with np.errstate(all="raise"):
        np.testing.assert_array_equal(functional.sigmoid(FAR.astype(dtype)), [0, 0, 0, 1, 1, 1])


def test_softmax() -> None:
    z = np.array([[math.log(1), math.log(2), math.log(5)], [0, 0, 0]])
    np.testing.assert_allclose(functional.softmax(z), [[1 / 8, 2 / 8, 5 / 8], [1 / 3] * 3], rtol=0, atol=1e-15)
    np.testing.assert_allclose(functional.softmax(z.T, axis=0), functional.softmax(z).T, rtol=0, atol=0)
    np.testing.assert_allclose(functional.log_softmax(z), np.log(functional.softmax(z)), rtol=0, atol=1e-15)


@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_softmax_far_out(dtype: str) -> None:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        p = functional.softmax(FAR.astype(dtype))
        logs = functional.log_softmax(FAR.astype(dtype))
    np.testing.assert_array_equal(p, [0, 0, 0, 0, 0, 1])
    np.testing.assert_array_equal(logs, (FAR - 1e4).astype(dtype))  # exact: nothing vanished on the way
