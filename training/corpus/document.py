"""A document of the corpus: words, and marks at the words whose cause lies earlier."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from random import Random

from lstm_core.tokenizer import tokenize

HELD_OUT = 8  # one template, carrier or name in this many is kept from training


@dataclass(frozen=True)
class Mark:
    """The word at ``position`` follows from the word at ``cause``; any of ``answers`` would be right there."""

    family: str
    cause: int
    position: int
    answers: tuple[str, ...]

    @property
    def distance(self) -> int:
        """How many words after its cause the target stands."""
        return self.position - self.cause


@dataclass
class Document:
    """Words as the tokenizer gives them, and the marks in them. Built from left to right."""

    words: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)

    def say(self, text: str) -> Document:
        """Adds the words of a text."""
        self.words += tokenize(text)
        return self

    def target(self, word: str, family: str, cause: int, answers: tuple[str, ...] = ()) -> Document:
        """Adds ``word`` as something that follows from the word at ``cause``."""
        self.marks.append(Mark(family, cause, len(self.words), answers or (word,)))
        self.words.append(word)
        return self

    def named_last(self) -> Document:
        """Puts the marks within names behind the others, so that the first one is what the document is about."""
        self.marks.sort(key=lambda mark: mark.family == "full name")
        return self


def is_held_out(key: str) -> bool:
    """True for a fixed eighth of all keys; the same on every machine, whatever else changes."""
    return zlib.crc32(key.encode()) % HELD_OUT == 0


@cache
def _split(options: tuple[str, ...], held_out: bool) -> tuple[str, ...]:
    return tuple(option for option in options if is_held_out(option) == held_out)


def pick(random: Random, options: Sequence[str], held_out: bool) -> str:
    """One of the options of training, or of the held-out ones."""
    return random.choice(_split(tuple(options), held_out))
