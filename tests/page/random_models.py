"""A model of each kind with random weights: the numbers are real, the sense is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from lstm_core.models import LettersSpec, Model, ModelSpec, build
from lstm_core.weights import native

WORDS = ("the", "a", "film", "is", "not", "bad", "but", "long", "warm", "and", "funny", ",", ".")
LETTERS = ("↵", " ", *"abcdefghijklmnopqrstuvwxyz", *"0123456789", "-")
SPELLING = LettersSpec(alphabet="\x02\x03\x00abcdefghijklmnopqrstuvwxyz", dim=4, width=3, filters=6)

KINDS: dict[str, dict[str, Any]] = {
    "own-letters": {"task": "next-letter", "reads": "letters", "vocabulary": LETTERS},
    "own-class": {
        "task": "class",
        "architecture": "bidirectional",
        "outputs": ("negative", "positive"),
        "letters": SPELLING,
    },
    "own-words-out": {
        "task": "transduce",
        "architecture": "encoder_decoder",
        "outputs": ("⏹", "le", "film", "n'", "est"),
    },
    "own-letters-out": {
        "task": "transduce",
        "architecture": "encoder_decoder",
        "reads": "letters",
        "vocabulary": LETTERS,
        "outputs": ("⏹", *"0123456789-"),
    },
    "own-series": {"task": "forecast", "reads": "numbers", "vocabulary": ()},
    "own-rnn": {"cell": "rnn"},
    "own-stack": {"architecture": "stacked", "layers": 2, "letters": SPELLING},
}


def make(name: str, seed: int = 3, stops: float = 0.0) -> Model:
    """The model called ``name``; ``stops`` is added to the end's bias, for a decoder that stops early or never."""
    plain = {"task": "next-word", "architecture": "vanilla", "cell": "lstm", "vocabulary": WORDS}
    spec = ModelSpec(name=name, units=6, embedding=5, **plain | KINDS[name])
    random = np.random.default_rng(seed)
    params = {key: random.normal(0, 0.8, shape).astype(np.float32) for key, shape in spec.shapes().items()}
    if "⏹" in spec.outputs:
        params["head.b"][0] += stops
    return build(spec, params)


def write(folder: Path, model: Model) -> Path:
    """Saves ``model`` in ``folder``."""
    path = folder / f"{model.name}.safetensors"
    native.save(path, dict(model.params), model.spec)
    return path
