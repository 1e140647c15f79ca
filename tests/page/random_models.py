"""A model of each kind with random weights: the numbers are real, the sense is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import numpy as np
from playwright.sync_api import Page

from lstm_core import Trace
from lstm_core.models import LettersSpec, Model, build, shapes_of, uniform
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
    spec = uniform(name=name, units=6, embedding=5, **plain | KINDS[name])
    random = np.random.default_rng(seed)
    params = {key: random.normal(0, 0.8, shape).astype(np.float32) for key, shape in shapes_of(spec).items()}
    if "⏹" in spec.outputs:
        params["head.b"][0] += stops
    return build(spec, params)


def write(folder: Path, model: Model) -> Path:
    """Saves ``model`` in ``folder``."""
    path = folder / f"{model.name}.safetensors"
    native.save(path, dict(model.params), model.spec)
    return path


LAST_PHASE = 5
SERIES = "20.0 21.6\n21.75,22.0;23.2\t-3.5"
FILM = "the film is not bad but long"
DATE = "4 july"
TEXTS = {
    "own-letters": "to be\nor é",
    "own-class": FILM,
    "own-words-out": "the film is not bad",
    "own-letters-out": DATE,
    "own-series": SERIES,
    "own-rnn": FILM,
    "own-stack": FILM,
}
#: The models that the tests serve; one decoder ends by itself, the other never does.
MODELS = {
    name: make(name, **{"own-words-out": {"seed": 24}, "own-letters-out": {"seed": 4, "stops": -50.0}}.get(name, {}))
    for name in KINDS
}


def moment(page: Page, kinds: str, name: str, t: int, layer: str | None = None, phase: int = LAST_PHASE) -> Trace:
    """Opens the page at the moment, on the text of ``TEXTS``; the trace that it must show."""
    query = {"model": name, "text": TEXTS[name], "t": t, "phase": phase} | ({} if layer is None else {"layer": layer})
    page.goto(f"{kinds}/?{urlencode(query)}")
    page.wait_for_selector("[data-part=next][data-task]")
    return MODELS[name].trace(TEXTS[name])
