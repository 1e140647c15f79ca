"""The alignment against the plainest dynamic programme, and against what an alignment is."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_core.alignment import MOST, Match, align
from lstm_core.errors import InputError

TEXTS = st.lists(st.sampled_from("abc"), max_size=9)


def distance(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """The edit distance as it is defined, by recursion: what is changed counts as left out and put in."""

    @cache
    def of(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        return min(of(i - 1, j - 1) + 2 * (a[i - 1] != b[j - 1]), of(i - 1, j) + 1, of(i, j - 1) + 1)

    return of(len(a), len(b))


def changes(a: list[str], b: list[str], matches: list[Match]) -> int:
    return sum(1 if i is None or j is None else 2 * (a[i] != b[j]) for i, j in matches)


@settings(max_examples=400, deadline=None, database=None)
@given(TEXTS, TEXTS)
def test_it_needs_as_few_changes_as_the_recursion(a: list[str], b: list[str]) -> None:
    matches = align(a, b)
    assert changes(a, b, matches) == distance(tuple(a), tuple(b))
    assert [i for i, _ in matches if i is not None] == list(range(len(a)))
    assert [j for _, j in matches if j is not None] == list(range(len(b)))
    assert (None, None) not in matches


@settings(max_examples=200, deadline=None, database=None)
@given(TEXTS, TEXTS)
def test_the_other_way_round_costs_as_much(a: list[str], b: list[str]) -> None:
    assert changes(a, b, align(a, b)) == changes(b, a, align(b, a))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("", "", []),
        ("x", "", [(0, None)]),
        ("", "x y", [(None, 0), (None, 1)]),
        ("it was not good", "it was good", [(0, 0), (1, 1), (2, None), (3, 2)]),
        ("he met Anna", "he met Tom", [(0, 0), (1, 1), (2, 2)]),
        ("the old king came", "the queen came", [(0, 0), (1, None), (2, 1), (3, 2)]),
        (
            "in France and then she",
            "in the south of Spain and she",
            [
                (0, 0),
                (None, 1),
                (None, 2),
                (None, 3),
                (1, 4),
                (2, 5),
                (3, None),
                (4, 6),
            ],
        ),
        ("a a a", "a a", [(0, 0), (1, 1), (2, None)]),
    ],
)
def test_by_hand(a: str, b: str, expected: list[Match]) -> None:
    assert align(a.split(), b.split()) == expected


def test_what_is_too_long_is_refused_and_what_is_alike_does_not_count() -> None:
    side = int(MOST**0.5) + 1
    alike = ["x"] * 100_000
    assert align([*alike, "a"], [*alike, "b"])[-1] == (100_000, 100_000)
    with pytest.raises(InputError) as caught:
        align(["a"] * side, ["b"] * side)
    assert caught.value.code == "too_long"
