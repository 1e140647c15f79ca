"""The letter reader: a small convolutional network that reads a word the table lacks by its letters.

    e_l = C[letter_l]                   letter table, the word framed by a start and an end letter
    y   = relu(conv(e; K, k))           see ``conv1d``
    m_f = max_l y[l, f]                 the strongest match of each filter anywhere in the word
    out = P·m + p                       a vector of the word table's kind

C (A, d), K (F, d, width), k (F,), P (D, F), p (D,); a word of L letters has L + 2 places; out (N, D).
After Kim et al. 2016, "Character-Aware Neural Language Models", without their highway layer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from lstm_core.functional import Array
from lstm_core.layers import conv1d, dense, embedding

START, END, OTHER = 0, 1, 2  # the places in every alphabet: word's start, word's end, any letter it lacks
LONGEST = 30  # letters of a word that are read; the rest is cut


class Cache(NamedTuple):
    """What ``backward`` needs of a ``forward``."""

    codes: NDArray[np.integer]  # (N, L)
    inside: NDArray[np.bool_]  # (N, L) true at a word's own places
    e: Array  # (N, L, d)
    best: NDArray[np.integer]  # (N, F) the place of each filter's maximum
    m: Array  # (N, F)


def shapes(letters: int, dim: int, width: int, filters: int, outputs: int) -> dict[str, tuple[int, ...]]:
    """The shape of each parameter: A ``letters`` of the alphabet, d ``dim``, F ``filters``, D ``outputs``."""
    return {
        "C": (letters, dim),
        "K": (filters, dim, width),
        "k": (filters,),
        "P": (outputs, filters),
        "p": (outputs,),
    }


def codes(words: Sequence[str], alphabet: str) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """(codes (N, L), lengths (N,)): each word lower-cased, cut to 30 letters, framed; short ones filled with END.

    L is the longest word's framed length. ``alphabet[0]`` and ``[1]`` are the frame, ``[2]`` any other letter.
    """
    place = {letter: n for n, letter in enumerate(alphabet)}
    rows = [[START, *(place.get(a, OTHER) for a in word.lower()[:LONGEST]), END] for word in words]
    lengths = np.array([len(row) for row in rows], np.int64)  # (N,)
    filled = np.full((len(rows), int(lengths.max(initial=0))), END, np.int64)  # (N, L)
    for n, row in enumerate(rows):
        filled[n, : len(row)] = row
    return filled, lengths


def forward(
    params: Mapping[str, Array], codes: NDArray[np.integer], lengths: NDArray[np.integer]
) -> tuple[Array, Cache]:
    """(out (N, D), cache) of the words whose letters are ``codes``; places from ``lengths`` on are not there."""
    inside = np.arange(codes.shape[1]) < lengths[:, None]  # (N, L)
    e = embedding.forward(params["C"], codes) * inside[..., None].astype(params["C"].dtype)  # (N, L, d)
    y = conv1d.forward(params["K"], params["k"], e)  # (N, L, F)
    y[~inside] = -np.inf  # a place after the word is no match of anything
    best = y.argmax(axis=1)  # (N, F)
    m = np.maximum(np.take_along_axis(y, best[:, None], axis=1)[:, 0], 0)  # (N, F) relu and max commute
    return dense.forward(params["P"], params["p"], m), Cache(codes, inside, e, best, m)


def backward(params: Mapping[str, Array], cache: Cache, d_out: Array) -> dict[str, Array]:
    """The gradients by name from d_out (N, D). Words have no gradient: their letters are where it ends."""
    dm, dP, dp = dense.backward(params["P"], cache.m, d_out)
    dm = dm * (cache.m > 0)  # relu
    N, L, _ = cache.e.shape
    dy = np.zeros((N, L, dm.shape[1]), dm.dtype)  # (N, L, F)
    np.put_along_axis(dy, cache.best[:, None], dm[:, None], axis=1)
    de, dK, dk = conv1d.backward(params["K"], cache.e, dy)
    dC = embedding.backward(len(params["C"]), cache.codes[cache.inside], de[cache.inside])
    return {"C": dC, "K": dK, "k": dk, "P": dP, "p": dp}
