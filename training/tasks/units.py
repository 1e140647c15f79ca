"""Units that follow something: found by measurement on one half of a text, scored on the other.

A unit is *named* only where, on the half it was not found on, it follows the label closely and clearly better than the
best unit of the same network before training, found and scored in the same way. (An untrained network already knows
much of what the last few letters say.)
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lstm_core.functional import Array

AUC = 0.95  # a named unit's area under the curve is at least this …
SHARE = 0.5  # … and what it lacks to 1 at most this share of what the untrained network's best unit lacks
CORRELATION = 0.7  # a named unit's |r| is at least this …
MARGIN = 0.2  # … and this much above the untrained network's best unit


class Finding(NamedTuple):
    """The best unit for a label, and how it does on the other half."""

    unit: int
    sign: int  # 1 where the unit rises with the label, −1 where it falls
    found: float  # AUC or |r| on the half it was found on
    score: float  # on the other half, with the sign found
    untrained: float  # the untrained network's best unit, found and scored alike
    named: bool


def _ranks(column: Array) -> Array:
    """The rank of each value (N,), from 1; equal values share their mean rank."""
    order = np.argsort(column, kind="stable")
    ordered = column[order]
    begins = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])  # each run of equal values
    ends = np.r_[begins[1:], len(column)]
    ranks = np.empty(len(column))
    ranks[order] = np.repeat((begins + 1 + ends) / 2, ends - begins)
    return ranks


def auc(values: Array, label: Array) -> Array:
    """P(value where the label holds > value where not) + ½·P(equal), for each column: values (N, H) → (H,).

    The area under the ROC curve, by ranks (Mann & Whitney 1947). ``label`` (N,) are booleans; ValueError unless both
    occur.
    """
    label = np.asarray(label, bool)
    yes = int(label.sum())
    no = len(label) - yes
    if not yes or not no:
        raise ValueError("the label is the same everywhere")
    total = np.array([_ranks(column)[label].sum() for column in values.T])  # (H,)
    return (total - yes * (yes + 1) / 2) / (yes * no)


def correlation(values: Array, label: Array) -> Array:
    """Pearson's r of each column with ``label``: values (N, H), label (N,) → (H,); 0 for a column that never changes.

    ValueError for a label that never changes.
    """
    v = values.astype(np.float64) - values.mean(axis=0, dtype=np.float64)  # (N, H)
    y = label - np.mean(label, dtype=np.float64)  # (N,)
    spread = np.sqrt((v * v).sum(axis=0))  # (H,)
    if not y.any():
        raise ValueError("the label is the same everywhere")
    flat = spread <= 1e-12 * np.sqrt(len(v))
    r: Array = np.where(flat, 0.0, y @ v / (np.where(flat, 1.0, spread) * np.sqrt(y @ y)))
    return r


def _best(values: Array, label: Array) -> tuple[int, int, float, float]:
    """(unit, sign, on the first half, on the second) of the unit that follows ``label`` best on the first half."""
    half = len(label) // 2
    if label.dtype == bool:
        found = auc(values[:half], label[:half])
        unit = int(np.abs(found - 0.5).argmax())
        sign = 1 if found[unit] >= 0.5 else -1
        score = float(auc(sign * values[half:, unit : unit + 1], label[half:])[0])
        return unit, sign, float(max(found[unit], 1 - found[unit])), score
    found = correlation(values[:half], label[:half])
    unit = int(np.abs(found).argmax())
    sign = 1 if found[unit] >= 0 else -1
    score = float(sign * correlation(values[half:, unit : unit + 1], label[half:])[0])
    return unit, sign, float(abs(found[unit])), score


def find(values: Array, untrained: Array, label: Array) -> Finding:
    """The unit that follows ``label`` best; values and untrained (N, H) in the order of the text, label (N,).

    A boolean label is scored by its AUC, a number by |r|. The halves are the text's first and second, so that no
    sentence stands on both sides. ValueError where the label never changes within a half.
    """
    unit, sign, found, score = _best(values, label)
    *_, before = _best(untrained, label)
    if label.dtype == bool:
        named = score >= AUC and 1 - score <= SHARE * (1 - before)
    else:
        named = score >= CORRELATION and score >= before + MARGIN
    return Finding(unit, sign, found, score, before, named)
