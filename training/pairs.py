"""Pairs of a source and a target as batches for an encoder–decoder.

    source   s_1 … s_n                 what the encoder reads
    said     ⏹ y_1 … y_m               what the decoder reads: always the right symbol before (teacher forcing)
    target     y_1 … y_m ⏹             what it is to say

``⏹`` is symbol 0 of the outputs: the end, and what the decoder reads first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from lstm_core.functional import Array

END = "⏹"


class Pair(NamedTuple):
    """What is read and what is to be said, symbol by symbol, the end not among them."""

    source: tuple[str, ...]
    target: tuple[str, ...]


class PairBatch(NamedTuple):
    """B pairs, padded at their ends with 0; ``lengths`` tell what is padding."""

    source: Array  # (T_in, B) ids, −1 where the table lacks the symbol: its vector is zero
    source_lengths: Array  # (B,)
    said: Array  # (T_out, B) ids
    target: Array  # (T_out, B) ids
    target_lengths: Array  # (B,) the end counted

    @property
    def weight(self) -> Array:
        """1 where a symbol is asked for and 0 where padded, (T_out, B)."""
        return (np.arange(len(self.target))[:, None] < self.target_lengths).astype(np.float32)


def table(symbols: Iterable[str]) -> dict[str, int]:
    """Symbol → id, without regard to case; ValueError where two differ in case alone."""
    ids: dict[str, int] = {}
    for n, symbol in enumerate(symbols):
        if ids.setdefault(symbol.casefold(), n) != n:
            raise ValueError(f"the symbol “{symbol}” is there twice")
    return ids


def batch(pairs: Sequence[Pair], sources: Mapping[str, int], targets: Mapping[str, int]) -> PairBatch:
    """The pairs by their ids, ``sources`` and ``targets`` being tables; KeyError for a target that is in no table."""
    end = targets[END]
    source_lengths = np.array([len(pair.source) for pair in pairs])
    target_lengths = np.array([len(pair.target) + 1 for pair in pairs])
    source = np.zeros((int(source_lengths.max()), len(pairs)), np.int64)
    said = np.zeros((int(target_lengths.max()), len(pairs)), np.int64)
    target = np.zeros_like(said)
    for b, pair in enumerate(pairs):
        ids = [targets[symbol.casefold()] for symbol in pair.target]
        source[: len(pair.source), b] = [sources.get(symbol.casefold(), -1) for symbol in pair.source]
        said[: len(ids) + 1, b] = [end, *ids]
        target[: len(ids) + 1, b] = [*ids, end]
    return PairBatch(source, source_lengths, said, target, target_lengths)
