"""Sentiment: film reviews and short verdicts of our own, split, and as batches.

Reviews are the sentences of the sentence polarity set (Pang & Lee 2005); pros and cons of products (Bing Liu) may be
added for training. A review's split follows from its words alone: a tenth validation, a tenth test, the same on every
machine, and a sentence that stands twice never on two sides.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

import numpy as np

from lstm_core.functional import Array
from lstm_core.tokenizer import WordTokenizer, tokenize
from training.corpus import text

CLASSES = ("negative", "positive")  # the model's outputs; a label is a place in it
PARTS = ("training", "validation", "test")
WINDOWS = str.maketrans("\x91\x92\x96\x97", "''--")  # quotes and dashes whose code page got lost in the files
SORTED = 8  # batches whose examples are sorted by length together, so that little is padded


class Example(NamedTuple):
    """A text as words, and whether it is positive (1) or negative (0)."""

    words: tuple[str, ...]
    label: int


class ClassBatch(NamedTuple):
    """B examples of at most T words, padded at their ends."""

    ids: Array  # (T, B) word ids; −1 − k where spelled word k is read by its letters; 0 where padded
    spelled: list[str]  # the K words that are read by their letters
    lengths: Array  # (B,) words of each example
    target: Array  # (B,) a place in CLASSES


def part(line: str) -> str:
    """The split that a review belongs to, by a checksum of its text."""
    return {0: "test", 1: "validation"}.get(zlib.crc32(line.encode()) % 10, "training")


def reviews(folder: Path) -> dict[str, list[Example]]:
    """The film reviews of ``folder``/sentence-polarity by split, each in the order of the files."""
    found: dict[str, list[Example]] = {name: [] for name in PARTS}
    for label, ending in enumerate(("neg", "pos")):
        path = folder / "sentence-polarity" / f"rt-polarity.{ending}"
        lines = path.read_text(encoding="utf-8").splitlines()
        for line in dict.fromkeys(" ".join(line.translate(WINDOWS).split()) for line in lines):
            if words := tuple(tokenize(line)):
                found[part(line)].append(Example(words, label))
    return found


def pros_cons(folder: Path, longest: int = 20) -> list[Example]:
    """The short pros and cons of ``folder``/pros-cons, up to ``longest`` words each; all of them for training."""
    found: dict[Example, None] = {}
    for label, name in enumerate(("Cons", "Pros")):
        path = folder / "pros-cons" / f"Integrated{name}.txt"
        for line in path.read_text(encoding="utf-8").splitlines():
            words = tuple(tokenize(line.replace(f"<{name}>", " ").replace(f"</{name}>", " ")))
            if 2 <= len(words) <= longest:
                found[Example(words, label)] = None
    return list(found)


def vocabulary(examples: Sequence[Example], size: int, least: int = 2) -> tuple[str, ...]:
    """The commonest words of ``examples``, lower case, at most ``size`` and each at least ``least`` times there."""
    total = Counter(word.casefold() for example in examples for word in example.words)
    return tuple(word for word, count in total.most_common(size) if count >= least)


def encode(
    examples: Sequence[Example],
    tokenizer: WordTokenizer,
    random: Random | None = None,
    spelled: float = 0.0,
    mistyped: float = 0.0,
) -> ClassBatch:
    """The batch of ``examples``, read as the model reads a typed text.

    With ``random``, a share ``mistyped`` of the longer words gets a typing error and a share ``spelled`` of the known
    words is read by its letters: so the letter reader has something to learn from.
    """
    rows: list[list[int]] = []
    letters: dict[str, int] = {}
    for example in examples:
        row: list[int] = []
        for token in tokenizer.encode(" ".join(example.words)):
            word, id_ = token.word, token.id
            if random is not None:
                if random.random() < mistyped and len(word) > 3 and word.isalpha():
                    word = text.mistype(random, word)
                    id_ = tokenizer.id(word)
                if random.random() < spelled:
                    id_ = None
            row.append(-1 - letters.setdefault(word.lower(), len(letters)) if id_ is None else id_)
        rows.append(row)
    lengths = np.array([len(row) for row in rows])  # (B,)
    ids = np.zeros((int(lengths.max()), len(rows)), np.int64)  # (T, B)
    for b, row in enumerate(rows):
        ids[: len(row), b] = row
    return ClassBatch(ids, list(letters), lengths, np.array([example.label for example in examples]))


def batches(
    sources: Mapping[str, tuple[Sequence[Example], float]],
    tokenizer: WordTokenizer,
    steps: int,
    size: int,
    seed: int,
    spelled: float = 0.1,
    mistyped: float = 0.02,
) -> Iterator[ClassBatch]:
    """``steps`` training batches of ``size``, the same for the same seed.

    ``sources`` gives for each kind of text its examples and how many of a batch's examples come from it, on average,
    as a share of all; each kind is gone through in a new order every time.
    """
    random = Random(seed)
    names, shares = list(sources), [share for _, share in sources.values()]
    left: dict[str, list[Example]] = {name: [] for name in names}

    def draw() -> Example:
        name = random.choices(names, shares)[0]
        if not left[name]:
            left[name] = random.sample(sources[name][0], len(sources[name][0]))
        return left[name].pop()

    step = 0
    while step < steps:
        drawn = sorted((draw() for _ in range(size * SORTED)), key=lambda example: len(example.words))
        groups = [drawn[k : k + size] for k in range(0, len(drawn), size)]
        random.shuffle(groups)
        for group in groups[: steps - step]:
            yield encode(group, tokenizer, random, spelled, mistyped)
            step += 1
