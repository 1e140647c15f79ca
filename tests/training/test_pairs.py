"""Batches of pairs: what the decoder reads is what it should have said one symbol before."""

from __future__ import annotations

import numpy as np
import pytest

from training.pairs import END, Pair, batch, table

SOURCES = table(("a", "B", "c"))
TARGETS = table((END, "x", "y"))


def test_a_batch_by_hand() -> None:
    got = batch([Pair(("a", "b", "?"), ("x",)), Pair(("c",), ("y", "x"))], SOURCES, TARGETS)
    assert np.array_equal(got.source, [[0, 2], [1, 0], [-1, 0]])  # the unknown is −1, padding 0
    assert np.array_equal(got.source_lengths, [3, 1])
    assert np.array_equal(got.said, [[0, 0], [1, 2], [0, 1]])
    assert np.array_equal(got.target, [[1, 2], [0, 1], [0, 0]])
    assert np.array_equal(got.target_lengths, [2, 3])
    assert np.array_equal(got.weight, [[1, 1], [1, 1], [0, 1]])


def test_what_is_not_in_the_table_cannot_be_asked_for() -> None:
    with pytest.raises(KeyError):
        batch([Pair(("a",), ("z",))], SOURCES, TARGETS)
    with pytest.raises(ValueError, match="twice"):
        table(("a", "A"))
