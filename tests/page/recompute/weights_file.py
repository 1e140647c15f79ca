"""The bytes of a weights file → its tensors in float64, and its spec."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

DTYPES = {"F16": "<f2", "F32": "<f4", "F64": "<f8"}
#: What a spec means that does not say it.
PLAIN = {"reads": "words", "layers": 1, "outputs": [], "letters": None}


def read_weights(path: Path) -> tuple[dict[str, np.ndarray], dict[str, Any]]:
    """The tensors and the spec, by the safetensors format: 8 bytes of header length, JSON header, raw numbers."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    data = raw[8 + size :]
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, stop = entry["data_offsets"]
            flat = np.frombuffer(data[start:stop], DTYPES[entry["dtype"]])
            tensors[name] = flat.reshape(entry["shape"]).astype(np.float64)
    return tensors, PLAIN | json.loads(header["__metadata__"]["spec"])


def layer_of(w: dict[str, np.ndarray], name: str) -> dict[str, np.ndarray]:
    """The weights of one layer, without its name."""
    return {key.removeprefix(f"{name}."): tensor for key, tensor in w.items() if key.startswith(f"{name}.")}
