"""Other libraries' stacked weights by our names: which rows belong to which gate, and where their biases go."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from lstm_core.functional import Array

FIXTURES = Path(__file__).parent.parent / "fixtures"
TOLERANCE = {"float64": 1e-12, "float32": 2e-6}
ORDER = {"lstm": "ifgo", "rnn": "h", "gru": "rzn"}  # PyTorch's gates in their order


def load(name: str) -> dict[str, Array]:
    """The arrays of a fixture file by their names."""
    with np.load(FIXTURES / f"{name}.npz") as file:
        return {key: file[key] for key in file.files}


def split(stacked: Array, kind: str, gates: str) -> dict[str, Array]:
    """(G·H, …) → {kind_gate: (H, …)}."""
    units = len(stacked) // len(gates)
    return {f"{kind}_{gate}": stacked[k * units : (k + 1) * units] for k, gate in enumerate(gates)}


def from_torch(cell: str, weight_ih: Array, weight_hh: Array, bias_ih: Array, bias_hh: Array) -> dict[str, Array]:
    """PyTorch's two biases are one sum, but for the GRU's candidate, whose second one the reset gate scales."""
    gates = ORDER[cell]
    found = split(weight_ih, "W", gates) | split(weight_hh, "U", gates) | split(bias_ih + bias_hh, "b", gates)
    if cell == "gru":
        found |= {"b_n": split(bias_ih, "b", gates)["b_n"], "d_n": split(bias_hh, "d", gates)["d_n"]}
    return found
