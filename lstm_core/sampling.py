"""How a model writes on: how many symbols it says, and by which of its own probabilities it chooses each.

    p_v ∝ e^{z_v / τ}                       over the K most probable symbols (K = 0: all), ties in the table's order
    u_k = ⌊r_k / 2¹¹⌋ · 2⁻⁵³                r_k the k-th raw number of PCG64 (O'Neill 2014), begun with the seed
    said_k = min { v : Σ_{w ≤ v} p_w > u_k } in the table's order, which is the inverse of the distribution function

τ = 0 is greedy: the most probable symbol. Raw numbers of a seed are the same in every version of NumPy, what its
``Generator`` makes of them need not be. V symbols.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_core.errors import InputError, shortened
from lstm_core.functional import Array

MOST_WORDS, HOTTEST, MOST_KEPT, LAST_SEED = 100_000, 2.0, 1_000, 2**31 - 1
_HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Writing:
    """How a model writes on, in one form.

    The temperature is kept to the nearest hundredth, and greedy writing (temperature 0) has neither ``top_k`` nor
    ``seed``, since it depends on neither. InputError ``bad_writing`` for what is out of range.

    Attributes
    ----------
    words:       symbols that it says (words, letters or numbers), 1 … 100,000.
    temperature: τ, 0 (always the most probable) … 2.
    top_k:       K, the most probable ones among which it chooses, 0 (all) … 1,000.
    seed:        of the draws, 0 … 2,147,483,647.
    """

    words: int
    temperature: float = 0.0
    top_k: int = 0
    seed: int = 0

    def __post_init__(self) -> None:
        whole = {
            "words": _whole("write", self.words, 1, MOST_WORDS),
            "top_k": _whole("top_k", self.top_k, 0, MOST_KEPT),
            "seed": _whole("seed", self.seed, 0, LAST_SEED),
        }
        temperature = _temperature(self.temperature)
        if not temperature:
            whole |= {"top_k": 0, "seed": 0}
        for name, value in (whole | {"temperature": temperature}).items():
            object.__setattr__(self, name, value)

    def to_dict(self) -> dict[str, Any]:
        """As in the contract."""
        return asdict(self)


def refused(field: str, given: object, expected: str) -> InputError:
    """What is told of a parameter of writing that cannot be used."""
    return InputError(
        code="bad_writing",
        message=f"The parameter '{field}' is {shortened(repr(given), 40)}.",
        expected=expected,
        action=f"Change '{field}', or leave it out.",
        field=field,
    )


def _whole(field: str, given: Any, least: int, most: int) -> int:
    value = int(given) if isinstance(given, int | np.integer) and not isinstance(given, bool) else least - 1
    if not least <= value <= most:
        raise refused(field, given, f"A whole number from {least} to {most:,}.")
    return value


def _temperature(given: Any) -> float:
    number = isinstance(given, int | float | np.integer | np.floating) and not isinstance(given, bool)
    value = -1.0
    if number and 0 <= given <= HOTTEST:
        value = float(abs(Decimal(float(given)).quantize(_HUNDREDTH, ROUND_HALF_UP)))  # as JavaScript's toFixed
    if not 0 <= value <= HOTTEST:
        raise refused("temperature", given, f"A number from 0 to {HOTTEST:g}.")
    return value


class Sampler:
    """Draws symbols, one after another, by ``writing``, whose temperature is above 0."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing
        self._raw = np.random.PCG64(writing.seed)

    def uniform(self) -> float:
        """The next u, in [0, 1)."""
        return float(self._raw.random_raw() >> 11) * 2.0**-53

    def shares(self, logs: Array) -> Array:
        """p (V,) from logits or log-probabilities (V,) float64."""
        p: Array = np.exp((logs - logs.max()) / self.writing.temperature)
        if 0 < self.writing.top_k < len(p):
            p[~_highest(logs, self.writing.top_k)] = 0
        p /= p.sum()
        return p

    def draw(self, logs: Array) -> int:
        """The place of the symbol that is said next, of logits or log-probabilities (V,) float64."""
        reached = self.shares(logs).cumsum()  # (V,)
        return int(reached.searchsorted(self.uniform() * reached[-1], side="right"))


def _highest(values: Array, k: int) -> NDArray[np.bool_]:
    """(V,) true at the k highest of the values (V,); of equal ones the first."""
    bar = np.partition(values, -k)[-k]
    kept: NDArray[np.bool_] = values > bar
    kept[np.flatnonzero(values == bar)[: k - int(kept.sum())]] = True
    return kept
