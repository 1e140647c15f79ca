"""A model's training as data: one TOML file each, in ``training/configs``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from lstm_core.models import LettersSpec

# The first three frame a word and stand for any other letter; see ``lstm_core.layers.letters``.
ALPHABET = "\x02\x03\x01abcdefghijklmnopqrstuvwxyz'-0123456789"


@dataclass(frozen=True)
class Config:
    """How one reader is made."""

    name: str
    title: str
    description: str
    group: str  # what it teaches, the heading under which a page lists it
    cell: str
    units: int
    embedding: int
    vocabulary: int
    letters: dict[str, int]  # dim, width, filters
    seed: int
    steps: int
    batch: int
    rate: float  # Adam's, at its peak
    clip: float
    cause_weight: float  # what a caused word counts, an ordinary one counting 1
    ordinary: float  # share of the ordinary words that are asked for at all
    spelled: float  # share of known words that are read by their letters
    mistyped: float  # share of words with a typing error
    curriculum: list[list[float]]  # [until this part of the steps, causes up to this many words away]
    examples: list[str]
    architecture: str = "vanilla"
    layers: int = 1
    orthogonal: bool = False  # first recurrent weights: a rotation, without which a plain RNN hardly learns

    @classmethod
    def read(cls, path: Path) -> Config:
        """Reads a TOML file, over the one that its ``base`` names; TypeError names a missing or unknown entry."""
        own = tomllib.loads(path.read_text(encoding="utf-8"))
        base = own.pop("base", None)
        shared = {} if base is None else tomllib.loads((path.parent / base).read_text(encoding="utf-8"))
        return cls(**shared | own)

    @property
    def letters_spec(self) -> LettersSpec:
        """The letter CNN's shape."""
        return LettersSpec(ALPHABET, **self.letters)

    def reach(self, step: int) -> int:
        """How far causes lie at ``step``."""
        return next(int(words) for until, words in self.curriculum if step < until * self.steps)
