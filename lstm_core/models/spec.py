"""A model as data: what a weights file says of itself. ``spec_reader`` reads and checks it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

NEXT_SYMBOL = ("next-word", "next-letter")  # tasks whose every step tells how probable each symbol is to be read next
NEXT = (*NEXT_SYMBOL, "forecast")  # … or what number it takes to be next: what is said could be read
TASKS = (*NEXT, "class", "transduce")
READS = ("words", "letters", "numbers")


@dataclass(frozen=True)
class LettersSpec:
    """The letter CNN for words that the table lacks.

    ``alphabet[0]`` frames a word's start, ``alphabet[1]`` its end, ``alphabet[2]`` stands for any other letter.
    """

    alphabet: str
    dim: int  # width of a letter's vector, d
    width: int  # letters a filter sees, odd
    filters: int  # F


@dataclass(frozen=True)
class TokenizerSpec:
    """What a step reads: words, letters or numbers; and the ones that the table holds, in the writing to show."""

    reads: str
    vocabulary: tuple[str, ...] = ()


@dataclass(frozen=True)
class LayerSpec:
    """A recurrent layer: its cell, its H ``units``, and the end of the text from which it reads."""

    name: str
    cell: str
    units: int
    direction: str = "forward"


@dataclass(frozen=True)
class OutputSpec:
    """What a model says.

    ``symbols``, where that is something else than it reads: classes, or symbols of which the first is the end.
    ``tied``: its matrix is the word table.
    """

    symbols: tuple[str, ...] = ()
    tied: bool = False


@dataclass(frozen=True)
class ModelSpec:
    """Everything about a model but its numbers.

    ``task`` is what it says: next-word, next-letter, class, transduce or forecast. ``layers`` are those that recur,
    from below upwards or in the order in which they are at work.
    """

    name: str
    task: str
    architecture: str
    tokenizer: TokenizerSpec
    embedding: int  # D
    layers: tuple[LayerSpec, ...]
    output: OutputSpec = OutputSpec()
    letters: LettersSpec | None = None
    dtype: str = "float32"

    @property
    def reads(self) -> str:
        """Words, letters or numbers."""
        return self.tokenizer.reads

    @property
    def vocabulary(self) -> tuple[str, ...]:
        """The V words or letters that it knows, in the writing to show: "French", "I", "the"."""
        return self.tokenizer.vocabulary

    @property
    def outputs(self) -> tuple[str, ...]:
        """The C classes or symbols that it says, where these are not what it reads."""
        return self.output.symbols

    @property
    def cell(self) -> str:
        """The cell of its first layer."""
        return self.layers[0].cell

    @property
    def units(self) -> int:
        """The units of its first layer, H."""
        return self.layers[0].units

    def to_dict(self) -> dict[str, Any]:
        """The spec as JSON-ready data."""
        return asdict(self)
