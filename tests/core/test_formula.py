"""Formulas as data: what is read, what is refused, and what a tree evaluates to."""

import math

import numpy as np
import pytest

from lstm_core import formula
from lstm_core.errors import InputError


def name(text: str) -> dict:
    return {"op": "name", "name": text}


TREES = {
    "b": name("b"),
    "2": {"op": "number", "value": 2},
    "a + b": {"op": "add", "args": [name("a"), name("b")]},
    "a + (b + c) + 1": {"op": "add", "args": [name("a"), name("b"), name("c"), {"op": "number", "value": 1}]},
    "a - b - c": {"op": "sub", "args": [{"op": "sub", "args": [name("a"), name("b")]}, name("c")]},
    "a * b + c": {"op": "add", "args": [{"op": "mul", "args": [name("a"), name("b")]}, name("c")]},
    "W @ x": {"op": "matmul", "args": [name("W"), name("x")]},
    "tanh(a)": {"op": "call", "fn": "tanh", "args": [name("a")]},
    "sigmoid(W @ x + b)": {
        "op": "call",
        "fn": "sigmoid",
        "args": [{"op": "add", "args": [{"op": "matmul", "args": [name("W"), name("x")]}, name("b")]}],
    },
}
BAD = [
    *("", " ", "a +", "a / b", "a ** 2", "a[0]", "a.b", "-a", "1.5", "True", "'a'", "a if b else c", "lambda: a"),
    *("exp(a)", "tanh(a, b)", "tanh()", "tanh(x=a)", "tanh(*a)", "a.tanh(b)", "(a, b)", "a; b", "a = b", "a\x00"),
    "__import__('os')",
]


@pytest.mark.parametrize("text", TREES)
def test_the_tree(text: str) -> None:
    assert formula.parse(text) == TREES[text]


@pytest.mark.parametrize("text", BAD)
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="cannot be read") as caught:
        formula.parse(text)
    assert caught.value.code == "bad_formula"


DEEP = {
    "signs": "-" * 500 + "a",
    "more signs": "-" * 100_000 + "a",
    "brackets": "(" * 500 + "a" + ")" * 500,
    "calls": "tanh(" * 60 + "a" + ")" * 60,
    "differences": " - ".join(["a"] * 60),
    "many differences": " - ".join(["a"] * 5_000),
    "sums": " + ".join(["a"] * 5_000),
}


@pytest.mark.parametrize("text", DEEP.values(), ids=list(DEEP))
def test_a_formula_without_end_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(InputError, match="cannot be read") as caught:
        formula.parse(text)
    assert caught.value.code == "bad_formula"
    assert len(str(caught.value)) < 500


def test_a_formula_may_be_as_deep_as_told() -> None:
    tree = formula.parse(" - ".join(["a"] * formula.DEEPEST))
    assert formula.evaluate(tree, {"a": np.array([2.0])}) == [2.0 * (2 - formula.DEEPEST)]


def test_names_in_the_order_of_reading() -> None:
    assert formula.names(formula.parse("tanh(W @ x + U @ h + b) * x")) == ["W", "x", "U", "h", "b"]


def test_values() -> None:
    env = {
        "W": np.array([[1, 2], [3, 4]], np.float32),
        "x": np.array([10, 100], np.float32),
        "a": np.array([1.0, -2.0]),
        "b": np.array([0.5, 0.25]),
    }
    expected = {
        "W @ x": [210, 430],
        "a + b + 1": [2.5, -0.75],
        "1 - b": [0.5, 0.75],
        "a - b - b": [0, -2.5],
        "a * b * a": [0.5, 1],
        "tanh(a)": [math.tanh(1), math.tanh(-2)],
        "sigmoid(a)": [1 / (1 + math.exp(-1)), 1 / (1 + math.exp(2))],
        "3": 3,
    }
    for text, value in expected.items():
        found = formula.evaluate(formula.parse(text), env)
        assert found.dtype == np.float64
        np.testing.assert_allclose(found, value, rtol=0, atol=1e-15, err_msg=text)


def test_a_name_without_a_value() -> None:
    with pytest.raises(InputError, match=r"uses “z”.*The names with a value are: a, b") as caught:
        formula.evaluate(formula.parse("a + z"), {"a": np.zeros(1), "b": np.zeros(1)})
    assert caught.value.code == "unknown_name"
