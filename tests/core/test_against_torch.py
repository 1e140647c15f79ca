"""The cells against PyTorch's own, on files that PyTorch wrote: see tests/fixtures/make_torch.py."""

from pathlib import Path

import numpy as np
import pytest

from lstm_core import cells

FIXTURES = Path(__file__).parent.parent / "fixtures" / "torch.npz"
ORDER = {"lstm": "ifgo", "rnn": "h"}  # PyTorch's order of the gates in its stacked matrices
TOLERANCE = {"float64": 1e-12, "float32": 2e-6}


@pytest.fixture(scope="module")
def torch() -> dict[str, np.ndarray]:
    with np.load(FIXTURES) as file:
        return {name: file[name] for name in file.files}


def ours(torch: dict[str, np.ndarray], cell: str, units: int, dtype: str) -> dict[str, np.ndarray]:
    """PyTorch's stacked weights by our names; its two biases are one sum."""
    own = {name: torch[f"{cell}-{units}/{name}_l0"].astype(dtype) for name in ("weight_ih", "weight_hh")}
    own["bias"] = sum(torch[f"{cell}-{units}/bias_{side}_l0"].astype(dtype) for side in ("ih", "hh"))
    letters = {"weight_ih": "W", "weight_hh": "U", "bias": "b"}
    return {
        f"{letters[name]}_{gate}": stacked[k * units : (k + 1) * units]
        for name, stacked in own.items()
        for k, gate in enumerate(ORDER[cell])
    }


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("steps", [1, 7, 50])
@pytest.mark.parametrize("units", [1, 3, 16, 64])
@pytest.mark.parametrize("name", ["lstm", "rnn"])
def test_every_state_of_every_step(torch: dict[str, np.ndarray], name: str, units: int, steps: int, dtype: str) -> None:
    cell = cells.get(name)
    packed = cell.pack(ours(torch, name, units, dtype))
    tape = cells.Tape(cell, steps, units, (), np.dtype(dtype))
    run = f"{name}-{units}-{steps}"
    tape.initial = cell.State(*(torch[f"{run}/{state}_initial"].astype(dtype) for state in cell.states))
    cells.scan(cell, packed, cell.project(packed, torch[f"{run}/x"].astype(dtype)), tape)
    for state in cell.states:
        expected = torch[f"{run}/{state}"]
        assert expected.dtype == np.float64
        assert expected.shape == (steps, units) == tape.arrays[state].shape
        assert tape.arrays[state].dtype == dtype
        assert np.abs(tape.arrays[state] - expected).max() <= TOLERANCE[dtype]
