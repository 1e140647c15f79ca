"""What the tests of the core share: random layers and small models of any registered cell."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from lstm_core import Model, build, cells
from lstm_core.functional import Array
from lstm_core.models import LettersSpec, ModelSpec

WORDS = (
    "I",
    "grew",
    "up",
    "in",
    "France",
    "and",
    "speak",
    "French",
    "the",
    "dog",
    "cat",
    "runs",
    ".",
    ",",
    "she",
    "'s",
)
LETTERS = LettersSpec(alphabet="\x02\x03\x00abcdefghijklmnopqrstuvwxyz", dim=4, width=3, filters=5)
SENTENCE = "I grew up in Frannce, and she speaks"  # two words that the table lacks


def random_params(shapes: Mapping[str, tuple[int, ...]], seed: int, dtype: str = "float64") -> dict[str, Array]:
    random = np.random.default_rng(seed)
    return {name: random.normal(0, 0.7, shape).astype(dtype) for name, shape in shapes.items()}


def small_spec(
    cell: str = "lstm", dtype: str = "float32", units: int = 7, letters: LettersSpec | None = LETTERS
) -> ModelSpec:
    return ModelSpec(
        name="small",
        task="next-word",
        architecture="vanilla",
        cell=cell,
        units=units,
        embedding=6,
        vocabulary=WORDS,
        letters=letters,
        dtype=dtype,
    )


def small_model(
    cell: str = "lstm", dtype: str = "float32", seed: int = 3, letters: LettersSpec | None = LETTERS
) -> Model:
    spec = small_spec(cell, dtype, letters=letters)
    return build(spec, random_params(spec.shapes(), seed, dtype), "0" * 64)


def random_tape(
    name: str, steps: int, units: int = 4, inputs: int = 3, batch: tuple[int, ...] = ()
) -> tuple[cells.Cell, cells.Packed, Array, cells.Tape]:
    """(cell, packed, x (T, …, I), tape already scanned), float64, random initial states."""
    cell = cells.get(name)
    packed = cell.pack(random_params(cell.parameters(inputs, units), 5))
    random = np.random.default_rng(6)
    x = random.standard_normal((steps, *batch, inputs))
    tape = cells.Tape(cell, steps, units, batch, np.dtype("float64"))
    tape.initial = cell.State(*(random.standard_normal((*batch, units)) for _ in cell.states))
    return cell, packed, x, cells.scan(cell, packed, cell.project(packed, x), tape)


def scanned(
    cell: cells.Cell, params: Mapping[str, Array], x: Array, initial: Mapping[str, Array] = MappingProxyType({})
) -> cells.Tape:
    """The tape of x (T, …, I), computed in x's dtype, from zero states where ``initial`` has none."""
    packed = cell.pack(params)
    tape = cells.Tape(cell, len(x), params[f"b_{cell.gates[0]}"].size, x.shape[1:-1], x.dtype)
    tape.initial = tape.initial._replace(**initial)
    return cells.scan(cell, packed, cell.project(packed, x), tape)
