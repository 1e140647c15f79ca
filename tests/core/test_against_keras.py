"""The GRU against Keras's own, reset after the product and before it, on files that Keras wrote.

See tests/fixtures/make_keras.py.
"""

import numpy as np
import pytest

from lstm_core import cells
from tests.core.cell_checks import scanned
from tests.core.foreign import TOLERANCE, load, split

ORDER = "zrn"  # Keras calls the candidate h


@pytest.fixture(scope="module")
def keras() -> dict[str, np.ndarray]:
    return load("keras")


def ours(given: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Keras multiplies x·kernel: its matrices are ours on their side. Reset after has two biases, reset before one."""
    found = split(given["kernel"].T, "W", ORDER) | split(given["recurrent_kernel"].T, "U", ORDER)
    if given["bias"].ndim == 1:
        return found | split(given["bias"], "b", ORDER)
    both = split(given["bias"].sum(axis=0), "b", ORDER)
    inside, behind = (split(bias, "b", ORDER)["b_n"] for bias in given["bias"])
    return found | both | {"b_n": inside, "d_n": behind}


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("units", [1, 3, 16])
@pytest.mark.parametrize(("name", "reset"), [("gru", "after"), ("gru-before", "before")])
def test_every_state_of_every_step(keras: dict[str, np.ndarray], name: str, reset: str, units: int, dtype: str) -> None:
    run = {key.partition("/")[2]: array for key, array in keras.items() if key.startswith(f"{reset}-{units}/")}
    given = {key: array.astype(dtype) for key, array in run.items() if key != "h"}
    tape = scanned(cells.get(name), ours(given), given["x"], {"h": given["h_initial"]})
    assert run["h"].dtype == np.float64
    assert run["h"].shape == tape.arrays["h"].shape == (12, units)
    assert tape.arrays["h"].dtype == dtype
    assert np.abs(tape.arrays["h"] - run["h"]).max() <= TOLERANCE[dtype]


def test_the_two_are_not_one(keras: dict[str, np.ndarray]) -> None:
    """What is read with the reset in the wrong place is far off, so that the test above tells them apart."""
    run = {key.partition("/")[2]: array.astype(float) for key, array in keras.items() if key.startswith("before-16/")}
    params = ours(run) | {"d_n": np.zeros(16)}
    tape = scanned(cells.get("gru"), params, run["x"], {"h": run["h_initial"]})
    assert np.abs(tape.arrays["h"] - run["h"]).max() > 0.1
