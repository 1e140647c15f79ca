"""What the tests of the core share: random layers, and small models of any registered cell and architecture."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import numpy as np

from lstm_core import Model, build, cells
from lstm_core.clamps import Clamp
from lstm_core.functional import Array
from lstm_core.models import LettersSpec, ModelSpec, shapes_of, uniform

WORDS = tuple("I grew up in France and speak French the dog cat runs . , she 's".split())
LETTERS = LettersSpec(alphabet="\x02\x03\x00abcdefghijklmnopqrstuvwxyz", dim=4, width=3, filters=5)
SENTENCE = "I grew up in Frannce, and she speaks"  # two words that the table lacks
LONG = " ".join(WORDS[n * 7 % 13] for n in range(300))  # longer than any block in which steps are computed


class Kind(NamedTuple):
    """What of a small model's spec differs from a reader's, and two texts for it."""

    spec: dict[str, Any]
    text: str
    long: str


#: Every architecture with all that it can read; ``test_every_cell`` sees to it that none is missing.
KINDS = {
    "vanilla": Kind({}, SENTENCE, LONG),
    "vanilla-letters": Kind(
        {"reads": "letters", "task": "next-letter", "vocabulary": (*"abcdefghinoprs", "↵", " "), "letters": None},
        "She grows\nold",
        LONG[:300],
    ),
    "vanilla-numbers": Kind(
        {"reads": "numbers", "task": "forecast", "vocabulary": (), "letters": None},
        "3 4.5 -2 0 7 7 8",
        " ".join(str(n * 7 % 13) for n in range(300)),
    ),
    "stacked-2": Kind({"architecture": "stacked", "layers": 2}, SENTENCE, LONG),
    "stacked-3": Kind({"architecture": "stacked", "layers": 3}, SENTENCE, LONG),
    "cnn_lstm": Kind({"architecture": "cnn_lstm"}, SENTENCE, LONG),
    "bidirectional": Kind(
        {"architecture": "bidirectional", "task": "class", "outputs": ("good", "bad")}, SENTENCE, LONG
    ),
    "encoder_decoder": Kind(
        {"architecture": "encoder_decoder", "task": "transduce", "outputs": ("⏹", *"abcde"), "letters": None},
        "the dog runs",
        LONG[:300],
    ),
}


def random_params(shapes: Mapping[str, tuple[int, ...]], seed: int, dtype: str = "float64") -> dict[str, Array]:
    random = np.random.default_rng(seed)
    return {name: random.normal(0, 0.7, shape).astype(dtype) for name, shape in shapes.items()}


def small_spec(
    cell: str = "lstm",
    dtype: str = "float32",
    units: int = 7,
    letters: LettersSpec | None = LETTERS,
    kind: str = "vanilla",
) -> ModelSpec:
    own = {"architecture": "vanilla", "task": "next-word", "vocabulary": WORDS, "letters": letters}
    return uniform(name="small", cell=cell, units=units, embedding=6, dtype=dtype, **own | KINDS[kind].spec)


def small_model(
    cell: str = "lstm",
    dtype: str = "float32",
    seed: int = 3,
    letters: LettersSpec | None = LETTERS,
    kind: str = "vanilla",
    units: int = 7,
) -> Model:
    spec = small_spec(cell, dtype, units, letters, kind)
    params = random_params(shapes_of(spec), seed, dtype)
    if kind == "encoder_decoder":
        params["head.b"][0] -= 3  # so that more than the end is said
    return build(spec, params, "0" * 64)


def scanned(
    cell: cells.Cell, params: Mapping[str, Array], x: Array, initial: Mapping[str, Array] = MappingProxyType({})
) -> cells.Tape:
    """The tape of x (T, …, I), computed in x's dtype, from zero states where ``initial`` has none."""
    packed = cell.pack(params)
    tape = cells.Tape(cell, len(x), params[f"b_{cell.gates[0]}"].size, x.shape[1:-1], x.dtype)
    tape.initial = tape.initial._replace(**initial)
    return cells.scan(cell, packed, cell.project(packed, x), tape)


def slope(value: Callable[[], float], array: Array, place: tuple[int, ...], step: float = 1e-6) -> float:
    """(value(θ + ε) − value(θ − ε)) / 2ε at one entry of ``array``, which is put back."""
    kept = array[place]
    array[place] = kept + step
    above = value()
    array[place] = kept - step
    below = value()
    array[place] = kept
    return (above - below) / (2 * step)


def again(tree: dict[str, Any]) -> float:
    """An arithmetic tree's value from its leaves and terms alone; checks the value written at every node on the way."""
    match tree["op"]:
        case "name" | "number":
            return float(tree["value"])
        case "held":
            again(tree["args"][0])  # what it would be by itself adds up as well
            value = Clamp.parse(tree["clamp"]).value
        case "matmul":
            assert tree["count"] == len(tree["terms"])
            assert [term["index"] for term in tree["terms"]] == list(range(tree["count"]))
            value = 0.0
            for term in tree["terms"]:
                assert term["product"] == term["weight"] * term["input"]
                value += term["product"]
        case "call":
            (inner,) = map(again, tree["args"])
            value = math.tanh(inner) if tree["fn"] == "tanh" else 1 / (1 + math.exp(-inner))
        case "add":
            value = sum(map(again, tree["args"]))
        case "sub":
            first, second = map(again, tree["args"])
            value = first - second
        case "mul":
            value = math.prod(map(again, tree["args"]))
    assert abs(value - tree["value"]) <= 1e-12
    return value
