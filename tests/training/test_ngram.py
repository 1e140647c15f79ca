"""Witten and Bell's estimate by hand on a text of seven letters."""

from __future__ import annotations

import numpy as np
import pytest

from training.tasks.ngram import NGram

TEXT = np.array([0, 1, 0, 2, 0, 1, 0])  # a b a c a b a


def test_one_letter() -> None:
    # Seven letters of three kinds, a four times; a fourth kind, d, never: p = (n + 3 · ¼) / (7 + 3).
    p = NGram(TEXT, 1, 4).probabilities(np.array([0, 1, 2, 3]))
    np.testing.assert_allclose(p, [0.475, 0.275, 0.175, 0.075], atol=1e-15)


def test_two_letters() -> None:
    # After a came b, c, b: n = 3, d = 2. After b came a twice: n = 2, d = 1. After d nothing: the one-letter estimate.
    p = NGram(TEXT, 2, 4).probabilities(np.array([0, 1, 0, 0, 3, 2]))
    expected = [
        0.475,
        (2 + 2 * 0.275) / 5,
        (2 + 1 * 0.475) / 3,
        (0 + 2 * 0.475) / 5,
        (0 + 2 * 0.075) / 5,
        0.175,
    ]
    np.testing.assert_allclose(p, expected, atol=1e-15)


def test_three_letters() -> None:
    # a b went on with a, twice: n = 2, d = 1, over the two-letter estimate of a after b.
    p = NGram(TEXT, 3, 4).probabilities(np.array([0, 1, 0]))
    assert p[2] == pytest.approx((2 + (2 + 0.475) / 3) / 3, abs=1e-15)


def test_the_estimates_after_any_letters_add_up_to_one() -> None:
    model = NGram(TEXT, 4, 4)
    for before in ([0, 1, 0], [2, 0, 1], [3, 3, 0], [1, 0, 2]):
        assert sum(model.probabilities(np.array([*before, last]))[-1] for last in range(4)) == pytest.approx(
            1, abs=1e-14
        )


def test_bits_and_what_does_not_fit() -> None:
    assert NGram(TEXT, 1, 4).bits(np.array([0, 3])) == pytest.approx(-np.log2(0.475 * 0.075) / 2, abs=1e-15)
    with pytest.raises(ValueError, match="do not fit"):
        NGram(TEXT, 12, 65)
