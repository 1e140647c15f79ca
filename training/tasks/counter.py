"""aⁿbⁿ: as many b as there were a, then the end. To know when, a network must count (Gers & Schmidhuber 2001).

While a's are read the next letter is open: another a, or the first b. From the first b on everything is fixed: n b's in
all, and after the last of them the end. Training has the n up to ``LONGEST``, but for every ``GAP``-th; those, and all
beyond, are held out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

import numpy as np

from lstm_core.functional import Array
from training.pairs import END

SYMBOLS = ("a", "b", END)  # what is read and said
LONGEST = 50  # the largest n of training
GAP = 7  # one n in this many is kept from training
OPEN = 0.1  # what a letter after an a counts, one after a b counting 1

EXAMPLES = ("aaabbb", "aaaaabb", "ab", "aaaaaaaabbbbbbbb", "aaaaaaabbbbbbb", "a" * 25 + "b" * 25)


class CountBatch(NamedTuple):
    """B words of at most T letters, padded at their ends with a weight of 0."""

    inputs: Array  # (T, B) places in SYMBOLS
    targets: Array  # (T, B) the letter after each
    weight: Array  # (T, B) float32, what it counts


def word(n: int) -> str:
    """aⁿbⁿ; ValueError for n < 1."""
    if n < 1:
        raise ValueError(f"a word has one a or more, not {n}")
    return "a" * n + "b" * n


def is_held_out(n: int) -> bool:
    """True for the n that training never sees."""
    return n > LONGEST or n % GAP == 0


def batch(random: Random, size: int, longest: int = LONGEST) -> CountBatch:
    """``size`` words of training with n up to ``longest``, short ones as often as long ones."""
    numbers = random.choices([n for n in range(1, longest + 1) if not is_held_out(n)], k=size)
    T = 2 * max(numbers)
    inputs, targets = np.zeros((T, size), np.int64), np.zeros((T, size), np.int64)
    weight = np.zeros((T, size), np.float32)
    for b, n in enumerate(numbers):
        letters = [SYMBOLS.index(letter) for letter in (*word(n), END)]
        inputs[: 2 * n, b], targets[: 2 * n, b] = letters[:-1], letters[1:]
        weight[:n, b], weight[n : 2 * n, b] = OPEN, 1
    return CountBatch(inputs, targets, weight)


def right(says: Callable[[str], Sequence[str]], n: int) -> bool:
    """Whether a network counts to n: after the n-th b it says the end, before never, and after every other b a b.

    ``says`` gives the most probable letter after each letter of a text.
    """
    said = says(word(n))
    return END not in said[:n] and all(letter == "b" for letter in said[n:-1]) and said[-1] == END


def reach(says: Callable[[str], Sequence[str]], limit: int = 200) -> int:
    """The largest n up to which it counts right without a miss, at most ``limit``."""
    return next((n - 1 for n in range(1, limit + 1) if not right(says, n)), limit)
