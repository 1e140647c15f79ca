"""A typed text → what each step reads: the tokens, whether the model knows them, and their vectors."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tests.page.recompute.spelling import Spelled, spell

#: A word with its inner apostrophes, hyphens and points between digits; a final 's; a row of points or dashes; a mark.
PIECE = re.compile(r"[^\W_]+(?:(?:'(?!s(?![^\W_]))|-|(?<=\d)[.,:](?=\d))[^\W_]+)*|'s(?![^\W_])|\.{2,}|-{2,}|\S")
STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@dataclass
class Read:
    """The T tokens of a text."""

    tokens: list[str]
    known: list[bool]
    x: list[np.ndarray]
    spelled: list[Spelled] = field(default_factory=list)  # of every word, where words are read by letters alone
    values: list[float] = field(default_factory=list)  # of a series
    scale: list[float] = field(default_factory=list)  # how large a step of the series usually is, by then


def read(text: str, w: dict[str, np.ndarray], spec: dict[str, Any]) -> Read:
    return {"words": read_words, "letters": read_letters, "numbers": read_numbers}[spec["reads"]](text, w, spec)


def table_of(w: dict[str, np.ndarray]) -> np.ndarray:
    """The vectors of what is read: a model that answers in other symbols has two tables."""
    return w["source.E"] if "source.E" in w else w["embedding.E"]


def read_words(text: str, w: dict[str, np.ndarray], spec: dict[str, Any]) -> Read:
    places = {word.casefold(): n for n, word in enumerate(spec["vocabulary"])}
    found = Read([], [], [])
    E = table_of(w)
    for typed in split(text, places):
        word = word_of(typed)
        place = places.get(word.casefold())
        by_letters = None if spec["letters"] is None else spell(word, w, spec["letters"])
        found.tokens.append(typed)
        found.known.append(place is not None)
        if spec["architecture"] == "cnn_lstm":
            found.spelled.append(by_letters)
            found.x.append(by_letters.vector)
        elif place is not None:
            found.x.append(E[place])
        else:
            found.x.append(np.zeros(E.shape[1]) if by_letters is None else by_letters.vector)
    return found


def split(text: str, places: dict[str, int]) -> list[str]:
    """Words and marks as they were typed; a word with hyphens stays whole where the table has it."""
    tokens = []
    for found in PIECE.finditer(text.translate(STRAIGHT)):
        typed = text[found.start() : found.end()]
        whole = "-" not in found[0].strip("-") or word_of(typed).casefold() in places
        tokens += [typed] if whole else [part for part in re.split("(-)", typed) if part]
    return tokens


def word_of(typed: str) -> str:
    """The writing in which words are looked up and spelled: straight quotes, one dash, one sign for points."""
    plain = typed.translate(STRAIGHT)
    if len(plain) > 1 and set(plain) in ({"."}, {"-"}):
        return {".": "…", "-": "-"}[plain[0]]
    return plain


def read_letters(text: str, w: dict[str, np.ndarray], spec: dict[str, Any]) -> Read:
    places = {letter: n for n, letter in enumerate(spec["vocabulary"])}
    E = table_of(w)
    tokens = list(text.replace("\n", "↵"))
    found = [places.get(letter, places.get(letter.lower())) for letter in tokens]
    x = [np.zeros(E.shape[1]) if place is None else E[place] for place in found]
    return Read(tokens, [place is not None for place in found], x)


def read_numbers(text: str, w: dict[str, np.ndarray], spec: dict[str, Any]) -> Read:  # noqa: ARG001 - as the others
    tokens = re.split(r"[\s,;]+", text.strip())
    v = [float(token) for token in tokens]
    x, scale = [], []
    for t in range(len(v)):
        steps = [v[k] - v[k - 1] for k in range(1, t + 1)]
        s = float(np.sqrt(np.mean(np.square(steps)))) if steps else 0.0
        past = np.array(v[: t + 1]) - v[0]
        deviation = float(np.std(past))
        step = steps[-1] if steps else 0.0
        x.append(np.array([step / (s or 1.0), (past[-1] - np.mean(past)) / (deviation or 1.0)]))
        scale.append(s)
    return Read(tokens, [True] * len(v), x, values=v, scale=scale)
