"""What a small network is taught in front of a class: strings, and what is to be said of each at which steps.

A task is a rule: it draws strings, and tells of any string what the right symbol is after each letter; None where
nothing is asked. Both are pure, so a seed fixes all that is learned from.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.errors import missing
from lstm_core.functional import Array

END = "⏹"
Answers = list[str | None]


@dataclass(frozen=True)
class Task:
    """One thing to learn.

    Attributes
    ----------
    name:    its short name.
    title:   the same for people.
    says:    what is to be learned, one sentence.
    symbols: all that is read and said.
    probe:   the string on which the network is watched while it learns.
    draw:    makes a string.
    answers: the right symbol after each letter of a string, None where nothing is asked.
    """

    name: str
    title: str
    says: str
    symbols: tuple[str, ...]
    probe: str
    draw: Callable[[Random], str]
    answers: Callable[[str], Answers]


class Batch(NamedTuple):
    """B strings of at most T letters, padded at their ends with a weight of 0."""

    ids: NDArray[np.integer]  # (T, B) places in the task's symbols
    target: NDArray[np.integer]  # (T, B) the right symbol where one is asked for, else 0
    weight: Array  # (T, B) what each place counts: all that are asked for count 1 together


def encode(task: Task, strings: Sequence[str]) -> Batch:
    """The strings as a batch; every place at which something is asked for counts alike."""
    shape = max(map(len, strings)), len(strings)
    place = {symbol: n for n, symbol in enumerate(task.symbols)}
    ids, target, weight = np.zeros(shape, np.int64), np.zeros(shape, np.int64), np.zeros(shape)
    for b, string in enumerate(strings):
        ids[: len(string), b] = [place[letter] for letter in string]
        for t, answer in enumerate(task.answers(string)):
            if answer is not None:
                target[t, b], weight[t, b] = place[answer], 1
    return Batch(ids, target, weight / weight.sum())


LETTERS = "abcd"
BETWEEN = 20  # letters between the first one and the question
LONGEST = 10  # the largest n of aⁿbⁿ
PAIRS = {"(": ")", "[": "]"}
DEEPEST = 4
BRACKETS = 20  # the length of a string of brackets


def _first_letter(random: Random) -> str:
    return "".join(random.choices(LETTERS, k=1 + BETWEEN)) + "?"


def _first_answers(string: str) -> Answers:
    return [string[0] if letter == "?" else None for letter in string]


def _count(random: Random) -> str:
    n = random.randint(1, LONGEST)
    return "a" * n + "b" * n


def _count_answers(string: str) -> Answers:
    """Fixed from the first b on: as many b as there were a, then the end."""
    found: Answers = []
    left = 0
    for letter in string:
        left += 1 if letter == "a" else -1
        found.append(None if letter == "a" else "b" if left > 0 else END)
    return found


def _brackets(random: Random) -> str:
    """A balanced string: at each letter open or close, as far as what is left leaves the choice."""
    made: list[str] = []
    closing: list[str] = []
    while len(made) < BRACKETS:
        left = BRACKETS - len(made)
        opens = not closing or (len(closing) < min(DEEPEST, left - 1) and random.random() < 0.5)
        if opens and len(closing) < left:
            made.append(random.choice("(["))
            closing.append(PAIRS[made[-1]])
        else:
            made.append(closing.pop())
    return "".join(made)


def _bracket_answers(string: str) -> Answers:
    """What closes the innermost bracket that is open; the end where none is."""
    found: Answers = []
    closing: list[str] = []
    for letter in string:
        if letter in PAIRS:
            closing.append(PAIRS[letter])
        elif closing:
            closing.pop()
        found.append(closing[-1] if closing else END)
    return found


TASKS = {
    task.name: task
    for task in (
        Task(
            "first", "The first letter, 20 letters later",
            "Remember the first letter while 20 others go by, and say it at the question mark.",
            (*LETTERS, "?"), "cbadabdcdaabcdbbadcab?", _first_letter, _first_answers,
        ),
        Task(
            "count", "aⁿbⁿ: count",
            "Count the a's: as many b's follow, then the end.",
            ("a", "b", END), "aaaaaaaabbbbbbbb", _count, _count_answers,
        ),
        Task(
            "brackets", "Brackets: what closes next",
            "After each bracket say which one closes what is open, or the end where nothing is.",
            (*"()[]", END), "([()][[]])([([])])()", _brackets, _bracket_answers,
        ),
    )
}  # fmt: skip


def get(name: str) -> Task:
    """The task called ``name``; NotFoundError if there is none."""
    if name not in TASKS:
        raise missing("task", name, TASKS)
    return TASKS[name]
