"""How a symbol is drawn: reshaped as worked out by hand, by the inverse distribution function, and by χ²."""

from __future__ import annotations

import math
from collections import Counter
from typing import Any

import numpy as np
import pytest

import lstm_core
from lstm_core.errors import InputError
from lstm_core.functional import Array, softmax
from lstm_core.models import Model, Writing
from lstm_core.sampling import Sampler
from tests.core.cell_checks import small_model

EIGHTS = np.log([2.0, 8.0, 1.0, 4.0, 1.0])  # p = 2/16, 8/16, 1/16, 4/16, 1/16


@pytest.mark.parametrize(
    ("temperature", "top_k", "expected"),
    [
        (1, 0, [2 / 16, 8 / 16, 1 / 16, 4 / 16, 1 / 16]),
        (0.5, 0, [4 / 86, 64 / 86, 1 / 86, 16 / 86, 1 / 86]),  # squares
        (2, 0, [2**0.5, 8**0.5, 1, 2, 1]),  # square roots, to be divided by their sum
        (1, 3, [2 / 14, 8 / 14, 0, 4 / 14, 0]),
        (0.5, 2, [0, 64 / 80, 0, 16 / 80, 0]),
        (1, 1, [0, 1, 0, 0, 0]),
        (1, 4, [2 / 15, 8 / 15, 1 / 15, 4 / 15, 0]),  # of two alike the first in the table
        (1, 5, [2 / 16, 8 / 16, 1 / 16, 4 / 16, 1 / 16]),
        (1, 1_000, [2 / 16, 8 / 16, 1 / 16, 4 / 16, 1 / 16]),
    ],
)
@pytest.mark.parametrize("shift", [0, -700, 9e3])
def test_temperature_and_top_k_worked_out_by_hand(
    temperature: float, top_k: int, expected: list[float], shift: float
) -> None:
    found = Sampler(Writing(1, temperature, top_k)).shares(EIGHTS + shift)
    assert found.tolist() == pytest.approx((np.array(expected) / sum(expected)).tolist(), rel=1e-11)
    assert [p > 0 for p in found] == [p > 0 for p in expected]


def test_the_coldest_is_all_but_greedy_and_nothing_overflows() -> None:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        found = Sampler(Writing(1, 0.01)).shares(EIGHTS)
    assert found[1] == pytest.approx(1, abs=1e-29)


@pytest.mark.parametrize(
    ("u", "place"),
    [
        *((0.0, 0), (0.1249, 0), (0.1251, 1), (0.6249, 1), (0.6251, 2), (0.6874, 2), (0.6876, 3), (0.9374, 3)),
        *((0.9376, 4), (1 - 2**-53, 4)),
    ],
)
def test_a_symbol_is_where_the_distribution_function_passes_u(
    monkeypatch: pytest.MonkeyPatch, u: float, place: int
) -> None:
    monkeypatch.setattr(Sampler, "uniform", lambda _: u)
    assert Sampler(Writing(1, 1)).draw(np.log(np.array([2, 8, 1, 4, 1]) / 16)) == place


def test_what_is_left_out_is_never_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    for u, place in ((0.0, 1), (0.66, 1), (0.67, 3), (1 - 2**-53, 3)):
        monkeypatch.setattr(Sampler, "uniform", lambda _, u=u: u)
        assert Sampler(Writing(1, 1, 2)).draw(EIGHTS) == place


def test_the_numbers_of_a_seed_never_change() -> None:
    """PCG64's raw numbers, as another implementation would make them: pinned, since links depend on them."""
    sampler = Sampler(Writing(9, 1, seed=7))
    assert [sampler.uniform() for _ in range(3)] == [0.625095466604667, 0.8972138009695755, 0.7756856902451935]
    assert Sampler(Writing(9, 1)).uniform() == 0.6369616873214543


@pytest.mark.parametrize(
    ("given", "field"),
    [
        *(({"words": words}, "write") for words in (0, -1, 100_001, 1.0, "3", True, None)),
        *(({"temperature": t}, "temperature") for t in (-0.01, 2.006, 1e9, math.inf, math.nan, "1", True, None, 1j)),
        *(({"top_k": k}, "top_k") for k in (-1, 1_001, 2.0, "2", False)),
        *(({"seed": seed}, "seed") for seed in (-1, 2**31, 0.5, "x", True)),
    ],
)
def test_what_is_no_way_of_writing(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InputError) as caught:
        Writing(**{"words": 3, "temperature": 1} | given)
    assert (caught.value.code, caught.value.field) == ("bad_writing", field)
    assert all(part.endswith(".") for part in (caught.value.message, caught.value.expected, caught.value.action))


def test_a_way_of_writing_has_one_form() -> None:
    assert Writing(3, 0, 40, 7) == Writing(3, 0.0049, 9, 1) == Writing(3) != Writing(3, 0.005)
    assert Writing(np.int64(3), np.float32(0.8), np.int8(4), 5) == Writing(3, 0.8, 4, 5)  # type: ignore[arg-type]
    assert str(Writing(3, -0.0).temperature) == "0.0"
    assert [Writing(1, t).temperature for t in (0.125, 1.115, 0.8049, 2)] == [0.13, 1.11, 0.8, 2.0]
    assert Writing(3, 0.8, 4, 5).to_dict() == {"words": 3, "temperature": 0.8, "top_k": 4, "seed": 5}


# --- against the model's own distribution


def critical(freedom: int) -> float:
    """The value that χ² exceeds once in a thousand (Wilson & Hilferty 1931)."""
    return float(freedom * (1 - 2 / (9 * freedom) + 3.0902 * math.sqrt(2 / (9 * freedom))) ** 3)


def chi_squared(counts: Counter[int], p: Array) -> tuple[float, int]:
    """(χ², degrees of freedom), what is expected fewer than eight times put together."""
    drawn = sum(counts.values())
    seen = np.array([counts[place] for place in range(len(p))])
    common = p * drawn >= 8
    expected = np.append(p[common], p[~common].sum()) * drawn
    found = np.append(seen[common], seen[~common].sum())
    kept = expected > 0
    assert not found[~kept].any()
    return float(((found - expected)[kept] ** 2 / expected[kept]).sum()), int(kept.sum()) - 1


def own_shares(model: Model, text: str, temperature: float, top_k: int) -> Array:
    """The distribution after ``text``, by plain means: all logits in float64, sorted."""
    run = model.run(text)
    run.advance(0, len(run))
    h = np.concatenate([run.started[name].output[-1] for name in model.composition.heard]).astype(np.float64)
    params = {name: array.astype(np.float64) for name, array in model.params.items()}
    z, _ = model.composition.output.forward(params, h)
    left_out = np.argsort(-z, kind="stable")[top_k or len(z) :]
    z = z / temperature
    z[left_out] = -np.inf
    return softmax(z)


@pytest.mark.parametrize(("temperature", "top_k"), [(1, 0), (0.6, 0), (1.7, 40)])
@pytest.mark.parametrize(
    ("name", "text", "draws"),
    [
        ("small", "I grew up", 1_500),
        ("small-letters", "old", 1_500),
        ("reader-32", "The old man", 1_500),
    ],
)
def test_what_is_drawn_is_distributed_as_the_model_says(
    name: str, text: str, draws: int, temperature: float, top_k: int
) -> None:
    small = {"small": "vanilla", "small-letters": "vanilla-letters"}
    model = small_model("lstm", kind=small[name]) if name in small else lstm_core.load(name)
    place = {symbol: n for n, symbol in enumerate(model.spec.vocabulary)}
    said = Counter(place[model.write(text, 1, temperature, top_k, seed).tokens[-1].text] for seed in range(draws))
    found, freedom = chi_squared(said, own_shares(model, text, temperature, top_k))
    assert freedom >= 2
    assert found < critical(freedom)


def test_another_temperature_would_be_found() -> None:
    sampler = Sampler(Writing(1, 1, seed=3))
    said = Counter(sampler.draw(EIGHTS) for _ in range(20_000))
    for temperature, is_it in ((1, True), (0.9, False), (1.1, False)):
        found, freedom = chi_squared(said, Sampler(Writing(1, temperature)).shares(EIGHTS))
        assert (found < critical(freedom)) == is_it


def test_every_draw_of_a_long_run_passes_its_own_distribution() -> None:
    """Letters of one run: where u fell in each step's distribution is uniform, and each letter is the one it hit."""
    model = small_model("gru", kind="vanilla-letters")
    text, words, seed = "She grows", 3_000, 11
    trace = model.write(text, words, 0.9, seed=seed, top=100)
    raw = np.random.PCG64(seed)
    bins: Counter[int] = Counter()
    read = len(trace) - words
    for t in range(read, len(trace)):
        p = dict(trace.predictions[t - 1])
        shares = np.array([p[letter] for letter in model.spec.vocabulary]) ** (1 / 0.9)
        reached = np.cumsum(shares) / shares.sum()
        u = (raw.random_raw() >> 11) * 2.0**-53
        assert model.spec.vocabulary[int(np.searchsorted(reached, u, side="right"))] == trace.tokens[t].text
        bins[int(20 * u)] += 1
    found, freedom = chi_squared(bins, np.full(20, 0.05))
    assert found < critical(freedom)
