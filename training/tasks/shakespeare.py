"""Letters of Shakespeare: the text split, read as parallel streams, and labelled letter by letter.

A letter's labels say what is true once it has been read; nothing of them looks ahead, apart from ``name``, which
asks whether the line turns out to be a speaker's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array
from lstm_core.joining import NEWLINE

HELD_OUT = 0.1  # the last part of the text, never trained on
SPEAKER = re.compile(r"(?:\A|(?<=\n\n))[A-Z][A-Za-z' ]*(?=:\n)")  # a line "NAME:" after a blank one


class StreamBatch(NamedTuple):
    """B places in the text read on by T letters. Where ``fresh``, the states start from zero, else they go on."""

    inputs: NDArray[np.int64]  # (T, B)
    targets: NDArray[np.int64]  # (T, B) the letter after each
    fresh: bool


def load(folder: Path) -> tuple[str, str]:
    """(training, held-out) text of ``folder``/tinyshakespeare.txt."""
    whole = (folder / "tinyshakespeare.txt").read_text(encoding="utf-8")
    cut = len(whole) - round(HELD_OUT * len(whole))
    return whole[:cut], whole[cut:]


def symbols(training: str) -> tuple[str, ...]:
    """Every letter of the training text, in the order of Unicode: the line break first, as the reader shows it."""
    return tuple(NEWLINE if letter == "\n" else letter for letter in sorted(set(training)))


def encode(text: str, symbols: tuple[str, ...]) -> NDArray[np.int64]:
    """The letters' places in ``symbols`` (N,), a line break as ``↵``; KeyError for a letter that is not there."""
    place = {letter: n for n, letter in enumerate(symbols)}
    return np.array([place[letter] for letter in text.replace("\n", NEWLINE)], np.int64)


def streams(ids: NDArray[np.int64], size: int, length: int, steps: int) -> Iterator[StreamBatch]:
    """``steps`` batches of ``size`` streams, each reading on ``length`` letters from where the batch before stopped.

    The text is cut into ``size`` equal stretches. Once they are read, the next round starts a little later, so that
    the cuts fall elsewhere; that batch is ``fresh``. ValueError where the text is too short for one batch.
    """
    stretch = (len(ids) - 1) // size
    if stretch < 2 * length:
        raise ValueError(f"{len(ids)} letters are too few for {size} streams of {length}")
    starts = np.arange(size) * stretch  # (B,)
    inside = np.arange(length)[:, None]  # (T, 1)
    at, round_ = 0, 0
    for step in range(steps):
        fresh = step == 0
        if at + length > stretch:
            round_ += 1
            at, fresh = round_ * 7 % length, True
        places = starts + at + inside  # (T, B)
        yield StreamBatch(ids[places], ids[places + 1], fresh)
        at += length


def labels(text: str) -> dict[str, Array]:
    """What is true of each letter of ``text``, (N,) each: booleans, and counts as float64.

    - ``name``: in a speaker's name, its colon not included
    - ``capital``, ``vowel``, ``word``: an upper-case letter, a vowel, a word's letter or inner apostrophe
    - ``line start``: the first letter of a line that is not empty
    - ``position``: letters of the line before this one
    - ``in the word``: letters of the word up to this one, 0 outside words
    - ``in the speech``: lines since the speaker's name, 0 in the name's own line
    """
    N = len(text)
    name = np.zeros(N, bool)
    for match in SPEAKER.finditer(text):
        name[match.start() : match.end()] = True
    word = np.zeros(N, bool)
    in_word = np.zeros(N)
    for match in re.finditer(r"[A-Za-z]+(?:'[A-Za-z]+)*", text):
        word[match.start() : match.end()] = True
        in_word[match.start() : match.end()] = np.arange(1, match.end() - match.start() + 1)
    position, in_speech = np.zeros(N), np.zeros(N)
    column, line = 0, 0
    for n, letter in enumerate(text):
        if name[n] and column == 0:
            line = 0
        position[n], in_speech[n] = column, line
        column += 1
        if letter == "\n":
            column, line = 0, line + 1
    letters = np.array(list(text))
    return {
        "name": name,
        "capital": np.char.isupper(letters),
        "vowel": np.isin(letters, list("aeiouAEIOU")),
        "word": word,
        "line start": (position == 0) & (letters != "\n"),
        "position": position,
        "in the word": in_word,
        "in the speech": in_speech,
    }
