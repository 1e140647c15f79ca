"""A spec out of JSON, checked entry by entry: a weights file may hold anything.

Two forms are read. The whole one has the fields of ``ModelSpec``. The short one says of models whose layers are all
alike no more than one ``cell``, one number of ``units`` and how many ``layers``; it is the older one, and the one that
is written where it says it all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields
from typing import Any

from lstm_core import cells
from lstm_core.errors import WeightsError, shortened
from lstm_core.models import architecture as architectures
from lstm_core.models.spec import READS, TASKS, LayerSpec, LettersSpec, ModelSpec, OutputSpec, TokenizerSpec

LARGEST = 65_536  # of a count: units, embedding, filters …
MOST_LAYERS = 64
DTYPES = ("float32", "float64")


def uniform(
    name: str,
    task: str,
    architecture: str,
    cell: str,
    units: int,
    embedding: int,
    vocabulary: Iterable[str],
    *,
    letters: LettersSpec | None = None,
    dtype: str = "float32",
    reads: str = "words",
    layers: int = 1,
    outputs: Iterable[str] = (),
) -> ModelSpec:
    """The short form: the spec of a model whose layers are alike. NotFoundError for an architecture there is not."""
    return ModelSpec(
        name=name,
        task=task,
        architecture=architecture,
        tokenizer=TokenizerSpec(reads, tuple(vocabulary)),
        embedding=embedding,
        layers=_architecture(architecture).layers(cell, units, layers),
        output=OutputSpec(tuple(outputs), tied=task == "next-word"),
        letters=letters,
        dtype=dtype,
    )


def write_spec(spec: ModelSpec) -> dict[str, Any]:
    """The spec as JSON-ready data, in the short form where that says it all."""
    short: dict[str, Any] = {
        "name": spec.name, "task": spec.task, "architecture": spec.architecture, "cell": spec.cell, "units": spec.units,
        "embedding": spec.embedding, "vocabulary": spec.vocabulary, "dtype": spec.dtype, "reads": spec.reads,
        "outputs": spec.outputs,
    }  # fmt: skip
    for layers in (len(spec.layers), 1):
        if uniform(**short, letters=spec.letters, layers=layers) == spec:
            letters = None if spec.letters is None else vars(spec.letters)
            return short | {"layers": layers, "letters": letters}
    return spec.to_dict()


def read_spec(given: Any) -> ModelSpec:
    """The spec that ``given`` describes; WeightsError says what is wrong with it."""
    found = _mapping(given, "the specification")
    spec = _whole(found) if isinstance(found.get("layers"), list) else _short(found)
    _check(spec)
    return spec


def _whole(given: Mapping[str, Any]) -> ModelSpec:
    tokenizer, output = _mapping(given.get("tokenizer"), "tokenizer"), _mapping(given.get("output", {}), "output")
    return ModelSpec(
        **_only(given, ModelSpec)
        | {
            "tokenizer": TokenizerSpec(
                **_only(tokenizer, TokenizerSpec) | {"vocabulary": _symbols(tokenizer, "vocabulary")}
            ),
            "output": OutputSpec(**_only(output, OutputSpec) | {"symbols": _symbols(output, "symbols")}),
            "layers": tuple(LayerSpec(**_only(_mapping(layer, "a layer"), LayerSpec)) for layer in given["layers"]),
            "letters": _letters(given),
        }
    )


SHORT = ("name", "task", "architecture", "cell", "units", "embedding", "vocabulary")  # what it must have
SHORT_TOO = ("letters", "dtype", "reads", "layers", "outputs")  # what it may have


def _short(given: Mapping[str, Any]) -> ModelSpec:
    if unknown := sorted(set(given) - {*SHORT, *SHORT_TOO}):
        raise refuse(f"it has the unknown entry “{shortened(unknown[0])}”")
    if lacking := [name for name in SHORT if name not in given]:
        raise refuse(f"its entry “{lacking[0]}” is missing")
    count = given.get("layers", 1)
    _count("layers", count, MOST_LAYERS)
    _architecture(given["architecture"])
    read = {
        "vocabulary": _symbols(given, "vocabulary"),
        "outputs": _symbols(given, "outputs"),
        "letters": _letters(given),
    }
    return uniform(**dict(given) | read)


def _letters(given: Mapping[str, Any]) -> LettersSpec | None:
    letters = given.get("letters")
    return None if letters is None else LettersSpec(**_only(_mapping(letters, "letters"), LettersSpec))


def refuse(why: str) -> WeightsError:
    """What is told of a spec that cannot be used."""
    return WeightsError(
        code="bad_spec",
        message=f"The model's specification cannot be used: {why}.",
        expected=f"A specification has the entries {', '.join(field.name for field in fields(ModelSpec))}.",
        action="Save the model anew with lstm_core.weights.native.save.",
    )


def _mapping(given: Any, what: str) -> Mapping[str, Any]:
    if not isinstance(given, dict):
        raise refuse(f"{what} is {shortened(repr(given), 40)}, not a list of entries by name")
    return given


def _only(given: Mapping[str, Any], kind: type) -> dict[str, Any]:
    """The entries of a record: none that is unknown, none missing that must be there."""
    known = {field.name: field.default for field in fields(kind)}
    if unknown := sorted(set(given) - set(known)):
        raise refuse(f"it has the unknown entry “{shortened(unknown[0])}”")
    if lacking := [name for name, default in known.items() if default is MISSING and name not in given]:
        raise refuse(f"its entry “{lacking[0]}” is missing")
    return dict(given)


def _symbols(given: Mapping[str, Any], name: str) -> tuple[str, ...]:
    symbols = given.get(name, [])
    if not isinstance(symbols, list | tuple) or not all(isinstance(symbol, str) and symbol for symbol in symbols):
        raise refuse(f"“{name}” holds something that is no word")
    return tuple(symbols)


def _text(name: str, given: Any) -> None:
    if not isinstance(given, str):
        raise refuse(f"“{name}” is no text")


def _count(name: str, given: Any, largest: int = LARGEST) -> None:
    if not isinstance(given, int) or isinstance(given, bool) or not 1 <= given <= largest:
        raise refuse(f"“{name}” is {shortened(repr(given), 40)}, not a whole number from 1 to {largest}")


def _architecture(name: Any) -> architectures.Architecture:
    _text("architecture", name)
    return architectures.get(_one_of("architecture", name, architectures.names()))


def _one_of(name: str, given: Any, known: Iterable[str]) -> str:
    _text(name, given)
    if given not in known:
        raise refuse(f"its {name} “{shortened(given)}” is none of {', '.join(known)}")
    return str(given)


def _check(spec: ModelSpec) -> None:
    _text("name", spec.name)
    _one_of("task", spec.task, TASKS)
    _one_of("reads", spec.reads, READS)
    _one_of("dtype", spec.dtype, DTYPES)
    _count("embedding", spec.embedding)
    made = _architecture(spec.architecture)
    if (spec.task, spec.reads) not in made.does:
        raise refuse(f"the architecture {made.name} does not do {spec.task} on {spec.reads}")
    _check_layers(spec)
    _check_letters(spec)
    _check_symbols(spec)
    if spec.letters is not None and spec.reads != "words":
        raise refuse("letters are for words that its table lacks, and it reads none such")
    if spec.output.tied and (spec.outputs or spec.reads != "words"):
        raise refuse("an output is tied to the table of words that are read, and it says something else")
    if (why := made.misfit(spec)) is not None:
        raise refuse(why)


def _check_layers(spec: ModelSpec) -> None:
    if not 1 <= len(spec.layers) <= MOST_LAYERS:
        raise refuse(f"it has {len(spec.layers)} layers, not 1 to {MOST_LAYERS}")
    for layer in spec.layers:
        _text("name", layer.name)
        _one_of("cell", layer.cell, cells.names())
        _one_of("direction", layer.direction, ("forward", "backward"))
        _count("units", layer.units)
    if len({layer.name for layer in spec.layers}) < len(spec.layers):
        raise refuse("two of its layers have one name")


def _check_letters(spec: ModelSpec) -> None:
    if spec.letters is None:
        return
    _text("letters.alphabet", spec.letters.alphabet)
    for name in ("dim", "width", "filters"):
        _count(f"letters.{name}", getattr(spec.letters, name))
    if spec.letters.width % 2 == 0 or len(spec.letters.alphabet) < 4:
        raise refuse("the letter CNN needs an odd width and an alphabet of 4 letters or more")


def _check_symbols(spec: ModelSpec) -> None:
    if not isinstance(spec.output.tied, bool):
        raise refuse("“tied” is neither true nor false")
    for name, symbols in (("vocabulary", spec.vocabulary), ("outputs", spec.outputs)):
        same = str.casefold if name == "vocabulary" and spec.reads == "words" else str
        if len({same(symbol) for symbol in symbols}) != len(symbols):
            raise refuse(f"“{name}” holds a word twice")
    if not spec.vocabulary and spec.reads != "numbers":
        raise refuse("the vocabulary is empty")
    if not spec.outputs and spec.task in ("class", "transduce"):
        raise refuse(f"a model for {spec.task} needs outputs")
