"""A model's training as data: one TOML file each, in ``training/configs``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lstm_core.models import LettersSpec

# The first three frame a word and stand for any other letter; see ``lstm_core.layers.letters``.
ALPHABET = "\x02\x03\x01abcdefghijklmnopqrstuvwxyz'-0123456789"


@dataclass(frozen=True, kw_only=True)
class Config:
    """What every model's training has."""

    name: str
    title: str
    description: str
    group: str  # what it teaches, the heading under which a page lists it
    sources: list[str]  # what it learned from, see ``training.manifest``
    cell: str
    units: int
    embedding: int
    seed: int
    steps: int
    batch: int
    rate: float  # Adam's, at its peak
    clip: float
    examples: list[str]
    scope: dict[str, Any]  # what it is for, see lstm_core.zoo.scope
    notices: list[dict[str, Any]] = field(default_factory=list)  # what is said of a text outside of that, likewise
    wording: dict[str, str] = field(default_factory=dict)  # what a page calls what it reads, see lstm_core.zoo.WORDS


@dataclass(frozen=True, kw_only=True)
class ReaderConfig(Config):
    """How a reader of sentences is made."""

    vocabulary: int
    letters: dict[str, int]  # dim, width, filters
    cause_weight: list[list[float]]  # [until this part of the steps, what a caused word counts]; an ordinary one: 1
    ordinary: float  # share of the ordinary words that are asked for at all
    spelled: float  # share of known words that are read by their letters
    mistyped: float  # share of words with a typing error
    curriculum: list[list[float]]  # [until this part of the steps, causes up to this many words away]
    architecture: str = "vanilla"
    layers: int = 1
    emphasis: dict[str, float] = field(default_factory=dict)  # of a cause's weight, by family, where not as in batches
    dropout: float = 0.0  # share of the uppermost states that the output does not hear
    orthogonal: bool = False  # first recurrent weights: a rotation, without which a plain RNN hardly learns

    @property
    def letters_spec(self) -> LettersSpec:
        """The letter CNN's shape."""
        return LettersSpec(ALPHABET, **self.letters)

    def reach(self, step: int) -> int:
        """How far causes lie at ``step``."""
        return int(self._at(step, self.curriculum))

    def weight(self, step: int) -> float:
        """What a caused word counts at ``step``."""
        return self._at(step, self.cause_weight)

    def _at(self, step: int, parts: list[list[float]]) -> float:
        return next(value for until, value in parts if step < until * self.steps)


def read(path: Path) -> dict[str, Any]:
    """The entries of a TOML file, over those of the one that its ``base`` names."""
    own = tomllib.loads(path.read_text(encoding="utf-8"))
    base = own.pop("base", None)
    return own if base is None else tomllib.loads((path.parent / base).read_text(encoding="utf-8")) | own
