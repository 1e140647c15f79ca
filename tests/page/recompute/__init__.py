"""Every model a second time, for the truth test alone: plain NumPy float64 from the bytes of a weights file.

It uses nothing of ``lstm_core``, so that an error there cannot hide here. Every gate is written out by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tests.page.recompute.architectures import ARCHITECTURES, Told
from tests.page.recompute.cells import Valve
from tests.page.recompute.reading import Read, read
from tests.page.recompute.weights_file import read_weights


@dataclass
class Recomputed:
    """A text, read and answered."""

    spec: dict[str, Any]
    read: Read
    told: Told


def recompute(
    path: Path, text: str, valves: Sequence[Valve] = (), factors: Mapping[str, float] = MappingProxyType({})
) -> Recomputed:
    """What the model in the file makes of ``text`` while ``valves`` are held and weights are times ``factors``."""
    w, spec = read_weights(path)
    w = {name: array * factors.get(name, 1.0) for name, array in w.items()}
    found = read(text, w, spec)
    return Recomputed(spec, found, ARCHITECTURES[spec["architecture"]](found, w, spec, valves))
