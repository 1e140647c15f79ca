"""Kneser and Ney's estimate: by hand on two short texts, by plain loops on longer ones; and that it adds up to one."""

from __future__ import annotations

from collections import Counter, defaultdict

import numpy as np
import pytest

from training.tasks.kneser_ney import FEW, KneserNey, discounts

A, B, C, D = range(4)


def texts(*written: str) -> list[np.ndarray]:
    return [np.array(["abcd".index(letter) for letter in text]) for text in written]


def test_discounts_by_the_formula() -> None:
    # n₁ = 4, n₂ = 2, n₃ = 1, n₄ = 1: Y = 4/8 = ½; D₁ = 1 − 2·½·2/4, D₂ = 2 − 3·½·1/2, D₃ = 3 − 4·½·1/1.
    np.testing.assert_allclose(discounts(np.array([1, 1, 1, 1, 2, 2, 3, 4, 9, 0])), [0.5, 1.25, 1.0], atol=1e-15)
    assert tuple(discounts(np.array([1, 1, 2]))) == FEW, "no k-gram occurs three times: nothing to estimate with"


def test_two_symbols_by_hand() -> None:
    # Begin a b a c, begin a b: the counts are too few to estimate discounts, so D₁ = ½, D₂ = 1.
    model = KneserNey(texts("abac", "ab"), 2, 4)
    # One symbol: a follows begin and b, b follows a, c follows a: 2 · 1 · 1 of 4. γ = (1 + ½ + ½) / 4 = ½, p₀ = ¼.
    unigram = {A: (2 - 1) / 4 + 0.5 / 4, B: 0.5 / 4 + 0.5 / 4, C: 0.5 / 4 + 0.5 / 4, D: 0.5 / 4}
    assert sum(unigram.values()) == 1
    # After a: b twice, c once. γ(a) = (1 + ½) / 3.
    after_a = {w: n / 3 + 0.5 * unigram[w] for w, n in {A: 0, B: 2 - 1, C: 1 - 0.5, D: 0}.items()}
    # After begin: a twice. γ = 1 / 2. After b: a once, γ = ½. After c and d: nothing.
    for symbol, after in ((A, after_a), (C, unigram), (D, unigram)):
        for asked in (A, B, C, D):
            p = model.probabilities(np.array([symbol, asked]))
            np.testing.assert_allclose(p[1], after[asked], atol=1e-15)
    np.testing.assert_allclose(model.probabilities(np.array([A, B, B, A]))[0], 1 / 2 + 0.5 * unigram[A], atol=1e-15)
    np.testing.assert_allclose(model.probabilities(np.array([B, A]))[1], 0.5 + 0.5 * unigram[A], atol=1e-15)


class Loops:
    """The same by dictionaries, written from the paper."""

    def __init__(self, given: list[np.ndarray], order: int, size: int) -> None:
        begin, self.size = size, size
        raw: Counter[tuple[int, ...]] = Counter()
        for text in given:
            whole = (begin, *(int(symbol) for symbol in text))
            raw.update(whole[n : n + k] for k in range(1, order + 1) for n in range(len(whole) - k + 1))
        preceded: defaultdict[tuple[int, ...], set[int]] = defaultdict(set)
        for gram in raw:
            preceded[gram[1:]].add(gram[0])
        self.c = {
            gram: n if len(gram) == order or gram[0] == begin else len(preceded[gram])
            for gram, n in raw.items()
            if gram != (begin,)
        }
        self.D = {
            k: (0.0, *discounts(np.array([n for gram, n in self.c.items() if len(gram) == k])))
            for k in range(1, order + 1)
        }
        self.begin, self.order = begin, order

    def p(self, history: tuple[int, ...], symbol: int) -> float:
        history = history[max(0, len(history) - self.order + 1) :]
        lower = self.p(history[1:], symbol) if history else 1 / self.size
        after = [n for gram, n in self.c.items() if gram[:-1] == history]
        if not after:
            return lower
        D, n = self.D[len(history) + 1], self.c.get((*history, symbol), 0)
        left = sum(D[min(count, 3)] for count in after)
        return float((n - D[min(n, 3)] + left * lower) / sum(after))


RANDOM = np.random.default_rng(4)
GIVEN = [np.minimum(RANDOM.geometric(0.4, RANDOM.integers(1, 30)) - 1, 6) for _ in range(40)]


@pytest.mark.parametrize("order", [1, 2, 3, 5])
def test_against_plain_loops(order: int) -> None:
    model, loops = KneserNey(GIVEN, order, 8), Loops(GIVEN, order, 8)
    if order > 1:
        assert any(found != FEW for found in (D[1:] for D in loops.D.values())), "some discounts are estimated"
    for _ in range(12):
        text = RANDOM.integers(0, 8, 14)
        whole = (loops.begin, *(int(symbol) for symbol in text))
        expected = [loops.p(whole[: n + 1], whole[n + 1]) for n in range(len(text))]
        np.testing.assert_allclose(model.probabilities(text), expected, atol=1e-14)


def test_after_anything_the_estimates_add_up_to_one() -> None:
    model = KneserNey(GIVEN, 5, 8)
    for text in (GIVEN[0], RANDOM.integers(0, 8, 40), np.array([7, 7, 7])):
        total = sum(model.probabilities(text, np.full(len(text), symbol)) for symbol in range(8))
        np.testing.assert_allclose(total, 1, atol=1e-12)
        assert min(model.probabilities(text, np.full(len(text), symbol)).min() for symbol in range(8)) > 0
