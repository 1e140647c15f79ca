"""Letters and numbers: how they are read, what is said of them, and what is refused."""

import math
from itertools import pairwise

import numpy as np
import pytest

from lstm_core.errors import InputError
from lstm_core.models.number_reader import features
from tests.core.cell_checks import KINDS, small_model

SERIES = [3.0, 4.5, -2.0, 0.0, 7.0, 7.0, 8.0]


def test_a_step_for_each_letter_and_a_sign_for_a_line_break() -> None:
    model = small_model(kind="vanilla-letters")
    trace = model.trace("Ab\r\n Ж↵\tc")
    assert [token.text for token in trace.tokens] == ["A", "b", "↵", " ", "Ж", "↵", " ", "c"]
    assert [token.known for token in trace.tokens] == [True] * 4 + [False] + [True] * 3
    E, letters = model.params["embedding.E"], model.spec.vocabulary
    for t, letter in enumerate("ab↵ Ж↵ c"):  # a capital is read as the small letter where the table has that alone
        expected = E[letters.index(letter)] if letter in letters else np.zeros(6)
        assert np.array_equal(trace["x"][t], expected)


def test_the_next_letter_is_the_head_in_plain_numpy() -> None:
    model = small_model(kind="vanilla-letters", dtype="float64")
    trace = model.trace("she ran", top=99)
    for t, top in enumerate(trace.predictions):
        logits = model.params["head.O"] @ trace["h"][t] + model.params["head.b"]
        p = np.exp(logits) / np.exp(logits).sum()
        order = np.argsort(-p)
        assert [letter for letter, _ in top] == [model.spec.vocabulary[n] for n in order]
        np.testing.assert_allclose([q for _, q in top], p[order], rtol=0, atol=1e-12)


@pytest.mark.parametrize(("text", "code"), [("", "empty_text"), (" \n", "empty_text"), ("a\x00b", "control_character")])
def test_letters_that_cannot_be_read(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        small_model(kind="vanilla-letters").run(text)
    assert caught.value.code == code


def in_words(values: list[float]) -> tuple[list[list[float]], list[float]]:
    """The equations of ``number_reader`` one number at a time, in plain Python."""
    x, s = [], []
    for t in range(len(values)):
        seen = values[: t + 1]
        steps = [b - a for a, b in pairwise(seen)]
        s.append(math.sqrt(sum(step * step for step in steps) / t) if t else 0.0)
        mean = sum(seen) / len(seen)
        deviation = math.sqrt(sum((v - mean) ** 2 for v in seen) / len(seen))
        x.append([(steps[-1] if t else 0.0) / (s[-1] or 1), (values[t] - mean) / (deviation or 1)])
    return x, s


@pytest.mark.parametrize("values", [SERIES, [5.0], [2.0, 2.0, 2.0], [1e8 + 1, 1e8 + 3, 1e8 + 2, 1e8 + 9], [-1e9, 1e9]])
def test_the_features_of_a_series(values: list[float]) -> None:
    x, s = features(np.array(values))
    expected_x, expected_s = in_words(values)
    np.testing.assert_allclose(x, expected_x, rtol=0, atol=1e-12)
    np.testing.assert_allclose(s, expected_s, rtol=1e-14, atol=0)


def test_nothing_of_the_future_is_known() -> None:
    whole, _ = features(np.array(SERIES))
    for t in range(1, len(SERIES)):
        assert np.array_equal(features(np.array(SERIES[:t]))[0], whole[:t])


def test_unit_and_origin_of_a_series_change_nothing_but_the_forecasts_own() -> None:
    """A model that learned on one series serves for another: what it forecasts moves and stretches with the series."""
    model = small_model(kind="vanilla-numbers", dtype="float64")
    first = model.trace(" ".join(map(str, SERIES)))
    other = model.trace(" ".join(str(8 * value + 64) for value in SERIES))  # exact in binary
    np.testing.assert_allclose(other["h"], first["h"], rtol=0, atol=1e-12)
    forecasts = [[top[0][1] for top in trace.predictions] for trace in (first, other)]
    np.testing.assert_allclose(forecasts[1], 8 * np.array(forecasts[0]) + 64, rtol=0, atol=1e-10)


def test_the_forecast_in_plain_numpy() -> None:
    model = small_model(kind="vanilla-numbers", dtype="float64")
    trace = model.trace(KINDS["vanilla-numbers"].text)
    assert KINDS["vanilla-numbers"].text == "3 4.5 -2 0 7 7 8"
    _, s = in_words(SERIES)
    for t, top in enumerate(trace.predictions):
        said = model.params["head.O"][0] @ trace["h"][t] + model.params["head.b"][0]
        assert top == [("next", pytest.approx(SERIES[t] + s[t] * said, rel=0, abs=1e-12))]


def test_how_numbers_may_be_typed() -> None:
    trace = small_model(kind="vanilla-numbers").trace("3, 4.5;−2\n0 +7 7e0 8")
    assert [token.text for token in trace.tokens] == ["3", "4.5", "−2", "0", "+7", "7e0", "8"]
    assert all(token.known for token in trace.tokens)
    np.testing.assert_allclose(trace["x"], in_words(SERIES)[0], rtol=0, atol=1e-6)


REFUSED = {"": "empty_text", " , ;": "empty_text"} | dict.fromkeys(
    ["1 two 3", "nan", "inf", "1e10", "1_0", "٣", "1e999"], "not_a_number"
)


@pytest.mark.parametrize("text", REFUSED)
def test_a_series_that_cannot_be_read(text: str) -> None:
    with pytest.raises(InputError) as caught:
        small_model(kind="vanilla-numbers").run(text)
    assert caught.value.code == REFUSED[text]
