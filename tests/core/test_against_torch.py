"""The cells against PyTorch's own, on files that PyTorch wrote: see tests/fixtures/make_torch.py."""

import numpy as np
import pytest

from lstm_core import cells
from tests.core.cell_checks import scanned
from tests.core.foreign import ORDER, TOLERANCE, from_torch, load


@pytest.fixture(scope="module")
def torch() -> dict[str, np.ndarray]:
    return load("torch")


def ours(torch: dict[str, np.ndarray], cell: str, units: int, dtype: str) -> dict[str, np.ndarray]:
    """PyTorch's stacked weights by our names."""
    own = {
        name: torch[f"{cell}-{units}/{name}_l0"].astype(dtype)
        for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
    }
    return from_torch(cell, **own)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("steps", [1, 7, 50])
@pytest.mark.parametrize("units", [1, 3, 16, 64])
@pytest.mark.parametrize("name", ORDER)
def test_every_state_of_every_step(torch: dict[str, np.ndarray], name: str, units: int, steps: int, dtype: str) -> None:
    cell, run = cells.get(name), f"{name}-{units}-{steps}"
    initial = {state: torch[f"{run}/{state}_initial"].astype(dtype) for state in cell.states}
    tape = scanned(cell, ours(torch, name, units, dtype), torch[f"{run}/x"].astype(dtype), initial)
    for state in cell.states:
        expected = torch[f"{run}/{state}"]
        assert expected.dtype == np.float64
        assert expected.shape == (steps, units) == tape.arrays[state].shape
        assert tape.arrays[state].dtype == dtype
        assert np.abs(tape.arrays[state] - expected).max() <= TOLERANCE[dtype]
