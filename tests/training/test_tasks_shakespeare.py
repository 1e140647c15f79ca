"""Letters: the split, the streams, and labels on a tiny play."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from training.tasks import shakespeare

PLAY = """COOK:
Salt, I say!
Who's there:

First Guest:
NO ONE:
"""


def test_the_last_tenth_is_held_out(tmp_path: Path) -> None:
    (tmp_path / "tinyshakespeare.txt").write_text("abcdefghij" * 3, encoding="utf-8")
    assert shakespeare.load(tmp_path) == ("abcdefghij" * 2 + "abcdefg", "hij")


def test_letters_have_places_and_an_unknown_one_is_refused() -> None:
    symbols = shakespeare.symbols("b a\nab")
    assert symbols == ("↵", " ", "a", "b")
    np.testing.assert_array_equal(shakespeare.encode("ab\n", symbols), [2, 3, 0])
    with pytest.raises(KeyError):
        shakespeare.encode("c", symbols)


def test_streams_read_on_and_start_afresh_elsewhere() -> None:
    ids = np.arange(45)
    first, second, third, fourth = shakespeare.streams(ids, 4, 4, 4)  # stretches of 11 letters: two batches a round
    np.testing.assert_array_equal(first.inputs.T, [[0, 1, 2, 3], [11, 12, 13, 14], [22, 23, 24, 25], [33, 34, 35, 36]])
    for batch in (first, second, third, fourth):
        np.testing.assert_array_equal(batch.targets, batch.inputs + 1)
    np.testing.assert_array_equal(second.inputs, first.inputs + 4)
    assert [batch.fresh for batch in (first, second, third, fourth)] == [True, False, True, False]
    assert third.inputs[0, 0] == 7 % 4
    np.testing.assert_array_equal(fourth.inputs, third.inputs + 4)


def test_the_last_stream_ends_with_the_text() -> None:
    last = [*shakespeare.streams(np.arange(41), 4, 5, 2)][-1]
    assert last.targets[-1, -1] == 40
    with pytest.raises(ValueError, match="too few"):
        next(shakespeare.streams(np.arange(40), 4, 5, 1))


def where(label: np.ndarray) -> str:
    return "".join(letter if holds else "." for letter, holds in zip(PLAY, label, strict=True)).replace("\n", "/")


def test_a_speakers_name_follows_a_blank_line() -> None:
    labels = shakespeare.labels(PLAY)
    assert where(labels["name"]) == "COOK" + "." * 29 + "First Guest" + "." * 10


def test_letters_capitals_and_starts() -> None:
    labels = shakespeare.labels(PLAY)
    assert where(labels["capital"]).replace(".", "") == "COOKSIWFGNOONE"
    assert where(labels["line start"]).replace(".", "") == "CSWFN"
    assert where(labels["word"]).replace(".", "") == "COOKSaltIsayWho'sthereFirstGuestNOONE"
    assert where(labels["vowel"]).replace(".", "") == "OOaIaoeeiueOOE"


def test_counts() -> None:
    labels = shakespeare.labels(PLAY)
    at = PLAY.index("Who's")
    np.testing.assert_array_equal(labels["in the word"][at : at + 7], [1, 2, 3, 4, 5, 0, 1])
    np.testing.assert_array_equal(labels["position"][at - 2 : at + 2], [11, 12, 0, 1])
    lines = {"COOK": 0, "Salt": 1, "Who": 2, "First": 0, "NO ONE": 1}
    assert {word: labels["in the speech"][PLAY.index(word)] for word in lines} == lines
