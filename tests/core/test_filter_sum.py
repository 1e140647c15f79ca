"""A letter filter's answer, written out: from the parameters by hand, and held to what the trace says."""

from __future__ import annotations

import math

import numpy as np
import pytest

import lstm_core
from lstm_core import GatewalkError, Trace
from lstm_core.models import Model
from lstm_core.models.filter_sum import filter_sum
from tests.core.cell_checks import small_model

TEXT = "Anna grew up in Frannce , and she's there"


def check(model: Model, trace: Trace, t: int, word: str, unit: int) -> float:
    """The value, its terms held to the letters' vectors and the filter's weights, place by place."""
    told = filter_sum(model, trace, t, unit)
    assert model.spec.letters is not None
    letters, width = model.spec.letters.alphabet, model.spec.letters.width
    inside = [letters.index(a) if a in letters else 2 for a in word.lower()]
    codes = [0, *inside, 1]
    C, K, k = (model.params[f"letters.{name}"].astype(float) for name in ("C", "K", "k"))
    answers = {}
    for at in range(len(codes)):
        seen = [(at + w - width // 2, w) for w in range(width) if 0 <= at + w - width // 2 < len(codes)]
        answers[at] = k[unit] + sum(K[unit, :, w] @ C[codes[place]] for place, w in seen)
    best = max(answers, key=lambda at: answers[at])
    assert (told["from"], told["to"]) == (max(0, best - width // 2), min(len(codes), best + width // 2 + 1))
    assert told["sum"] == pytest.approx(answers[best], abs=1e-9)
    assert told["sum"] == math.fsum([*(term["product"] for term in told["terms"]), told["bias"]])
    for term in told["terms"]:
        assert term["input"] == C[codes[term["place"]], term["index"]]
        assert term["weight"] == K[unit, term["index"], term["place"] - best + width // 2]
        assert term["product"] == term["input"] * term["weight"]
    assert told["value"] == max(0, told["sum"])
    return float(told["value"])


@pytest.mark.parametrize("name", ["charcnn-lstm", "small"])
def test_it_is_what_fired(name: str) -> None:
    model = small_model("lstm", kind="cnn_lstm") if name == "small" else lstm_core.load(name)
    trace = model.trace(TEXT)
    words = [token.word for token in model.encode(TEXT)]
    fired = trace["letters.fired"]
    for t in range(len(trace)):
        for unit in range(0, fired.shape[1], 5):
            assert check(model, trace, t, words[t], unit) == pytest.approx(fired[t, unit], abs=2e-6)


def test_of_a_word_that_a_reader_lacks_all_filters_make_its_vector() -> None:
    model = lstm_core.load("reader-32")
    trace = model.trace("Anna grew up in Frannce")
    fired = [check(model, trace, 4, "Frannce", unit) for unit in range(len(model.params["letters.k"]))]
    vector = model.params["letters.P"] @ np.array(fired) + model.params["letters.p"]
    np.testing.assert_allclose(trace["x"][4], vector, atol=1e-5)


def test_of_a_word_that_it_wrote() -> None:
    model = small_model("lstm", kind="cnn_lstm")
    wrote = model.write("I grew up", 2)
    assert check(model, wrote, 3, wrote.tokens[3].text, 2) == pytest.approx(wrote["letters.fired"][3, 2], abs=1e-6)


@pytest.mark.parametrize(
    ("name", "t", "unit", "code"),
    [
        ("reader-32", 0, 0, "unknown_filter"),  # its table holds the word
        ("counter", 0, 0, "unknown_filter"),
        ("charcnn-lstm", 9, 0, "unknown_step"),
        ("charcnn-lstm", 0, 999, "unknown_filter"),
    ],
)
def test_what_is_not_there_is_refused(name: str, t: int, unit: int, code: str) -> None:
    model = lstm_core.load(name)
    with pytest.raises(GatewalkError) as error:
        filter_sum(model, model.trace("the"), t, unit)
    assert error.value.code == code
