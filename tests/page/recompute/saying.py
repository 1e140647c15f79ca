"""Hidden states → what a model says."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Ranked = list[tuple[str, float]]


def ranked(logits: np.ndarray, symbols: Sequence[str]) -> Ranked:
    """The softmax, the most probable first."""
    p = np.exp(logits - logits.max())
    p /= p.sum()
    return [(symbols[n], float(p[n])) for n in np.argsort(-p, kind="stable")]


def tied(w: dict[str, np.ndarray], h: np.ndarray) -> np.ndarray:
    """The logits of the words, by the table that also reads them."""
    return w["embedding.E"] @ (w["head.P"] @ h + w["head.p"]) + w["head.b"]


def plain(w: dict[str, np.ndarray], h: np.ndarray) -> np.ndarray:
    """The logits of letters, classes or output symbols; a forecaster's one number."""
    return w["head.O"] @ h + w["head.b"]


def written(symbols: Sequence[str], reads: str) -> str:
    """An answer in one piece: letters side by side, words apart but for apostrophes and stops."""
    if reads == "letters":
        return "".join(symbols)
    return " ".join(symbols).replace("' ", "'").replace(" .", ".").replace(" ,", ",")
