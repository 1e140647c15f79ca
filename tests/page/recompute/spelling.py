"""The letter CNN, place by place: letters → windows → ReLU → maximum → projection."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

START, END, OTHER = 0, 1, 2  # the places of the frame and of any letter that an alphabet lacks
LONGEST = 30


@dataclass
class Spelled:
    """A word as the filters read it: L places with its frame, F filters."""

    answers: np.ndarray  # (L, F) of each filter at each place, before the ReLU
    fired: np.ndarray  # (F,) the strongest, never below 0
    vector: np.ndarray  # (D,)


def spell(word: str, w: dict[str, np.ndarray], letters: dict[str, Any]) -> Spelled:
    alphabet = letters["alphabet"]
    inside = [alphabet.index(a) if a in alphabet else OTHER for a in word.lower()[:LONGEST]]
    codes = [START, *inside, END]
    half = letters["width"] // 2
    answers = np.tile(w["letters.k"], (len(codes), 1))
    for place in range(len(codes)):
        for offset in range(-half, half + 1):
            if 0 <= place + offset < len(codes):
                answers[place] += w["letters.K"][:, :, offset + half] @ w["letters.C"][codes[place + offset]]
    fired = np.maximum(answers.max(axis=0), 0)
    return Spelled(answers, fired, w["letters.P"] @ fired + w["letters.p"])
