"""A model's parameters are one mapping of names; these are the names of one layer's among them, and back."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from typing import Any

from lstm_core.functional import Array


def part(params: Mapping[str, Array], name: str) -> dict[str, Array]:
    """The parameters whose names begin with ``name.``, without it."""
    return {key.partition(".")[2]: array for key, array in params.items() if key.startswith(f"{name}.")}


def named(layer: str, arrays: Mapping[str, Array]) -> dict[str, Array]:
    """The way back of ``part``: the names of one layer's arrays as the model has them."""
    return {f"{layer}.{name}": array for name, array in arrays.items()}


def added(gradients: Iterable[Mapping[str, Array]]) -> dict[str, Array]:
    """The gradients of several parts together; of a parameter that two of them use, the sum."""
    whole: dict[str, Array] = {}
    for each in gradients:
        for name, array in each.items():
            whole[name] = whole[name] + array if name in whole else array
    return whole


def packed(array: Array) -> dict[str, Any]:
    """An array inside a JSON document: its shape, and its values as base64 of little-endian float32."""
    data = base64.b64encode(array.astype("<f4").tobytes()).decode("ascii")
    return {"shape": list(array.shape), "data": data}
