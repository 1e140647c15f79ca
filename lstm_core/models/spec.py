"""A model as data: what a weights file says of itself, checked when read."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from lstm_core import cells
from lstm_core.errors import GatewalkError, WeightsError
from lstm_core.models import shapes

TASKS = ("next-word", "next-letter", "class", "transduce", "forecast")
READS = ("words", "letters", "numbers")
_ONE_BY_ONE = (("next-word", "words"), ("next-letter", "letters"), ("forecast", "numbers"))
_FITTING = {  # architecture → each task that it can do, and what it then reads
    "vanilla": _ONE_BY_ONE,
    "stacked": _ONE_BY_ONE,
    "cnn_lstm": (("next-word", "words"),),
    "bidirectional": (("class", "words"), ("class", "letters")),
    "encoder_decoder": (("transduce", "words"), ("transduce", "letters")),
}


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
    """Everything about a model but its numbers.

    ``task`` is what it says: next-word, next-letter, class, transduce or forecast. ``reads`` is what it takes in:
    words, letters or numbers. ``vocabulary`` holds the words or letters that it knows, in the writing to show;
    ``outputs`` what it says where that is something else: classes, or symbols, of which the first is the end.
    """

    name: str
    task: str
    architecture: str
    cell: str
    units: int  # H
    embedding: int  # D
    vocabulary: tuple[str, ...]  # V display forms, "French", "I", "the"
    letters: LettersSpec | None = None
    dtype: str = "float32"
    reads: str = "words"
    layers: int = 1
    outputs: tuple[str, ...] = ()

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
                    "outputs": tuple(given.get("outputs", ())),
                    "letters": None if letters is None else LettersSpec(**letters),
                }
            )
        except (KeyError, TypeError) as error:
            raise _refuse(f"an entry is missing or misshapen ({error})") from error
        _check(spec)
        return spec

    def shapes(self) -> dict[str, tuple[int, ...]]:
        """The name and shape of every tensor that the model needs."""
        return shapes.of(self)


def _refuse(why: str) -> WeightsError:
    return WeightsError(
        code="bad_spec",
        message=f"The model's specification cannot be used: {why}.",
        expected=f"A specification has the entries {', '.join(field.name for field in fields(ModelSpec))}.",
        action="Save the model anew with lstm_core.weights.native.save.",
    )


def _check(spec: ModelSpec) -> None:
    for name in ("name", "task", "architecture", "cell", "reads"):
        if not isinstance(getattr(spec, name), str):
            raise _refuse(f"“{name}” is no text")
    for name, known in (("task", TASKS), ("reads", READS), ("architecture", shapes.ARCHITECTURES)):
        if getattr(spec, name) not in known:
            raise _refuse(f"its {name} “{getattr(spec, name)}” is none of {', '.join(known)}")
    try:
        cells.get(spec.cell)
    except GatewalkError as error:
        raise _refuse(f"its cell “{spec.cell}” is not known") from error
    _check_fit(spec)
    _check_counts(spec)
    _check_symbols(spec)
    if spec.dtype not in ("float32", "float64"):
        raise _refuse(f"its dtype is “{spec.dtype}”, not float32 or float64")


def _check_fit(spec: ModelSpec) -> None:
    """Entries that are right alone may not fit together; a file is refused here, before it is run."""
    if (spec.task, spec.reads) not in _FITTING[spec.architecture]:
        raise _refuse(f"the architecture {spec.architecture} does not do {spec.task} on {spec.reads}")
    if spec.layers != 1 and spec.architecture not in ("stacked", "cnn_lstm"):
        raise _refuse(f"the architecture {spec.architecture} has one layer, not {spec.layers!r}")
    if spec.letters is None and spec.architecture == "cnn_lstm":
        raise _refuse("a cnn_lstm needs letters")
    if spec.letters is not None and (spec.reads != "words" or spec.architecture == "encoder_decoder"):
        raise _refuse("letters are for words that its table lacks, and it reads none such")


def _check_counts(spec: ModelSpec) -> None:
    counts = {"units": spec.units, "embedding": spec.embedding, "layers": spec.layers}
    if spec.letters is not None:
        counts |= {"letters.dim": spec.letters.dim, "letters.width": spec.letters.width}
        counts |= {"letters.filters": spec.letters.filters}
        if spec.letters.width % 2 == 0 or len(spec.letters.alphabet) < 4:
            raise _refuse("the letter CNN needs an odd width and an alphabet of 4 letters or more")
    for name, count in counts.items():
        if not isinstance(count, int) or isinstance(count, bool) or not 1 <= count <= 65536:
            raise _refuse(f"“{name}” is {count!r}, not a whole number from 1 to 65536")


def _check_symbols(spec: ModelSpec) -> None:
    for name, symbols in (("vocabulary", spec.vocabulary), ("outputs", spec.outputs)):
        if not all(isinstance(symbol, str) and symbol for symbol in symbols):
            raise _refuse(f"“{name}” holds something that is no word")
        same = str.casefold if name == "vocabulary" and spec.reads == "words" else str
        if len({same(symbol) for symbol in symbols}) != len(symbols):
            raise _refuse(f"“{name}” holds a word twice")
    if not spec.vocabulary and spec.reads != "numbers":
        raise _refuse("the vocabulary is empty")
    if not spec.outputs and spec.task in ("class", "transduce"):
        raise _refuse(f"a model for {spec.task} needs outputs")
