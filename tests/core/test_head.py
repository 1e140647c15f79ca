"""The next words: exactly the k most probable, whatever the size of the table, ties in its order."""

import numpy as np
import pytest

from lstm_core.models.head import Head
from tests.core.cell_checks import random_params

UNITS, EMBEDDING = 5, 4


def head(words: int, seed: int = 1) -> tuple[Head, dict[str, np.ndarray]]:
    shapes = {"embedding.E": (words, EMBEDDING), "head.P": (EMBEDDING, UNITS), "head.p": (EMBEDDING,)}
    params = random_params(shapes | {"head.b": (words,)}, seed)
    return Head.tied(params, [f"w{n}" for n in range(words)]), params


def expected(params: dict[str, np.ndarray], h: np.ndarray, k: int) -> list[tuple[str, float]]:
    """One row in float64, by sorting the whole table."""
    logits = params["embedding.E"] @ (params["head.P"] @ h + params["head.p"]) + params["head.b"]
    p = np.exp(logits - logits.max())
    p /= p.sum()
    return [(f"w{n}", p[n]) for n in np.argsort(-p, kind="stable")[:k]]


@pytest.mark.parametrize("k", [1, 10, 100])
@pytest.mark.parametrize("words", [1, 2, 9, 10, 11, 63, 64, 65, 127, 128, 1000, 5003])
def test_the_most_probable_words(words: int, k: int) -> None:
    tied, params = head(words)
    h = np.random.default_rng(2).uniform(-1, 1, (7, UNITS))
    for row, found in zip(h, tied.top(h, k), strict=True):
        wanted = expected(params, row, k)
        assert [word for word, _ in found] == [word for word, _ in wanted]
        assert [p for _, p in found] == pytest.approx([p for _, p in wanted], rel=0, abs=1e-14)


@pytest.mark.parametrize("words", [12, 64, 700])
def test_ties_stay_in_the_order_of_the_table(words: int) -> None:
    tied = Head.tied({name: 0 * value for name, value in head(words)[1].items()}, [f"w{n}" for n in range(words)])
    for found in tied.top(np.zeros((3, UNITS)), 10):
        assert [word for word, _ in found] == [f"w{n}" for n in range(10)]
        assert [p for _, p in found] == pytest.approx([1 / words] * 10, rel=1e-12)


def test_far_logits_overflow_nowhere() -> None:
    _, params = head(100)
    params["head.b"][:] = np.linspace(-1e4, 1e4, 100)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        (found,) = Head.tied(params, [f"w{n}" for n in range(100)]).top(np.zeros((1, UNITS)), 2)
    assert found == [("w99", 1.0), ("w98", pytest.approx(0, abs=1e-60))]


@pytest.mark.parametrize("shift", [-1e3, -61, -59, 59, 61, 1e3])
def test_what_all_logits_share_changes_nothing(shift: float) -> None:
    _, params = head(300)
    h = np.random.default_rng(2).uniform(-1, 1, (5, UNITS)).astype("float32")
    tops = []
    for moved in (0, shift):
        own = {name: value.astype("float32") for name, value in params.items()}
        own["head.b"] = np.round(own["head.b"] * 1024) / 1024 + np.float32(moved)  # exact in float32
        tops.append(Head.tied(own, [f"w{n}" for n in range(300)]).top(h, 5))
    for usual, far in zip(*tops, strict=True):
        assert [word for word, _ in far] == [word for word, _ in usual]
        assert [p for _, p in far] == pytest.approx([p for _, p in usual], rel=2e-4 if abs(shift) > 100 else 2e-5)
