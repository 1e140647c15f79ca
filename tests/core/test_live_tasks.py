"""What is taught live: every string drawn is one of its language, its answers follow from the rule alone."""

from __future__ import annotations

import re
from random import Random

import pytest

from lstm_core.live import TASKS
from lstm_core.live.tasks import END


def strings(name: str) -> list[str]:
    random = Random(7)
    return [TASKS[name].draw(random) for _ in range(300)] + [TASKS[name].probe]


def test_the_first_letter_is_asked_for_at_the_end() -> None:
    drawn = strings("first")
    assert {string[0] for string in drawn} == set("abcd")
    for string in drawn:
        assert re.fullmatch(r"[abcd]{21}\?", string)
        assert TASKS["first"].answers(string) == [None] * 21 + [string[0]]


def test_counting_is_fixed_from_the_first_b_on() -> None:
    drawn = strings("count")
    assert {len(string) for string in drawn} == {2 * n for n in range(1, 11)}
    for string in drawn:
        n = len(string) // 2
        assert string == "a" * n + "b" * n
        assert TASKS["count"].answers(string) == [None] * n + ["b"] * (n - 1) + [END]


def reduced(string: str) -> str:
    """What is left when pairs are crossed out for as long as there are any."""
    while "()" in string or "[]" in string:
        string = string.replace("()", "").replace("[]", "")
    return string


def test_brackets_are_balanced_and_the_innermost_one_closes_next() -> None:
    drawn = strings("brackets")
    assert len(set(drawn)) > 250
    for string in drawn:
        assert len(string) == 20
        assert reduced(string) == ""
        depths = [len(reduced(string[: t + 1])) for t in range(20)]
        assert max(depths) <= 4
        closes = {"(": ")", "[": "]", "": END}
        assert TASKS["brackets"].answers(string) == [closes[reduced(string[: t + 1])[-1:]] for t in range(20)]


@pytest.mark.parametrize("name", TASKS)
def test_drawing_repeats_from_its_seed(name: str) -> None:
    assert strings(name) == strings(name)
    assert set("".join(strings(name))) <= set(TASKS[name].symbols)
