"""A model as data: what a weights file says of itself, checked when read."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from lstm_core import cells
from lstm_core.errors import GatewalkError, WeightsError


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
class ModelSpec:
    """Everything about a model but its numbers."""

    name: str
    task: str
    architecture: str
    cell: str
    units: int  # H
    embedding: int  # D
    vocabulary: tuple[str, ...]  # V display forms, "French", "I", "the"
    letters: LettersSpec | None = None
    dtype: str = "float32"

    def to_dict(self) -> dict[str, Any]:
        """The spec as JSON-ready data."""
        return asdict(self)

    @classmethod
    def from_dict(cls, given: dict[str, Any]) -> ModelSpec:
        """Reads and checks ``given``; WeightsError says what is wrong with it."""
        known = {field.name for field in fields(cls)}
        if unknown := sorted(set(given) - known):
            raise _refuse(f"it has the unknown entry “{unknown[0]}”")
        try:
            letters = given.get("letters")
            spec = cls(
                **given
                | {
                    "vocabulary": tuple(given["vocabulary"]),
                    "letters": None if letters is None else LettersSpec(**letters),
                }
            )
        except (KeyError, TypeError) as error:
            raise _refuse(f"an entry is missing or misshapen ({error})") from error
        _check(spec)
        return spec

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """The name and shape of every tensor that the model needs."""
        V, D, H = len(self.vocabulary), self.embedding, self.units
        shapes: dict[str, tuple[int, ...]] = {"embedding.E": (V, D)}
        if self.letters is not None:
            A, d, F = len(self.letters.alphabet), self.letters.dim, self.letters.filters
            shapes |= {
                "letters.C": (A, d),
                "letters.K": (F, d, self.letters.width),
                "letters.k": (F,),
                "letters.P": (D, F),
                "letters.p": (D,),
            }
        shapes |= {f"layer0.{name}": shape for name, shape in cells.get(self.cell).parameters(D, H).items()}
        return shapes | {"head.P": (D, H), "head.p": (D,), "head.b": (V,)}


def _refuse(why: str) -> WeightsError:
    return WeightsError(
        code="bad_spec",
        message=f"The model's specification cannot be used: {why}.",
        expected="A specification names task, architecture, cell, units, embedding, vocabulary, letters and dtype.",
        action="Save the model anew with lstm_core.weights.native.save.",
    )


def _check(spec: ModelSpec) -> None:
    for name in ("name", "task", "architecture", "cell"):
        if not isinstance(getattr(spec, name), str):
            raise _refuse(f"“{name}” is no text")
    try:
        cells.get(spec.cell)
    except GatewalkError as error:
        raise _refuse(f"its cell “{spec.cell}” is not known") from error
    counts = {"units": spec.units, "embedding": spec.embedding}
    if spec.letters is not None:
        counts |= {"letters.dim": spec.letters.dim, "letters.width": spec.letters.width}
        counts |= {"letters.filters": spec.letters.filters}
        if spec.letters.width % 2 == 0 or len(spec.letters.alphabet) < 4:
            raise _refuse("the letter CNN needs an odd width and an alphabet of 4 letters or more")
    for name, count in counts.items():
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= 65536:
            raise _refuse(f"“{name}” is {count!r}, not a whole number from 1 to 65536")
    if not spec.vocabulary or not all(isinstance(word, str) and word for word in spec.vocabulary):
        raise _refuse("the vocabulary is empty or holds something that is no word")
    if len({word.casefold() for word in spec.vocabulary}) != len(spec.vocabulary):
        raise _refuse("the vocabulary holds a word twice")
    if spec.dtype not in ("float32", "float64"):
        raise _refuse(f"its dtype is “{spec.dtype}”, not float32 or float64")
