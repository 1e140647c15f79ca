"""The sentences on which it is measured what a unit carries, written by us: two halves that share no wording.

A *property* holds at a word because of what stood before it: a place where French is spoken was named, the subject is a
woman, there are many of them, a quotation is open; or it is a number, the word's place. In each sentence the words are
told at which this is measured (``words``, from … to−1): those after the cause and the word next to it. There the same
words stand whichever property holds, so that what a unit shows there it has carried, and not read.

Half a is for choosing a unit, half b for scoring it; places, names, nouns, clauses are other ones in each half.
``python -m training.units`` writes them into the zoo.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lstm_core.tokenizer import tokenize
from training.corpus.places import PLACES

HALVES = ("a", "b")

Words = Mapping[str, tuple[str, ...]]

_NAMED = {  # P is the place
    "a": (
        "I grew up in P and after all these years I still remember the garden behind our house",
        "We came from P last summer , and in the evening we sat by the river and talked",
        "The old man was born in P . Every morning he opened the window and looked at the street",
    ),
    "b": (
        "My aunt lives in P . On Sundays we walk along the water and feed the birds",
        "They moved to P ten years ago and bought a small shop near the market",
        "The letter came from P , but nobody in the house had time to read it that day",
    ),
}
_SUBJECTS: Mapping[str, Words] = {
    "a": {
        "woman": ("Anna", "Maria", "My sister", "The queen", "The girl", "My mother"),
        "man": ("Tom", "Peter", "My brother", "The king", "The boy", "My father"),
    },
    "b": {
        "woman": ("Sarah", "Laura", "My aunt", "The woman", "My daughter", "The actress"),
        "man": ("John", "David", "My uncle", "The man", "My son", "The actor"),
    },
}
_DONE = {
    "a": (
        "S opened the door and walked slowly to the end of the garden",
        "S came home late and was very tired after the long day in the city",
        "S sat at the table and looked at the old picture on the wall",
    ),
    "b": (
        "S went to the market and bought some bread and a little milk",
        "S stood at the window and waited for the last train to come",
        "S had been ill for a week and could not sleep at night",
    ),
}
_NOUNS: Mapping[str, Words] = {
    "a": {
        "one": ("key", "boy", "dog", "letter", "picture", "tree"),
        "many": ("keys", "boys", "dogs", "letters", "pictures", "trees"),
    },
    "b": {
        "one": ("book", "girl", "cat", "window", "teacher", "flower"),
        "many": ("books", "girls", "cats", "windows", "teachers", "flowers"),
    },
}
_AFTER_NOUN = {  # N is the noun; what stands between it and its verb has nouns of its own
    "a": (
        "The N near the old house on the hill",
        "The N that we saw in the park yesterday",
        "The N with the red marks on the left side",
    ),
    "b": (
        "The N behind the door of the kitchen",
        "The N from the small towns by the sea",
        "The N under the pictures in the room",
    ),
}
_CLAUSES = {
    "a": (
        "the train is late again and nobody knows why",
        "there is a light in the old house tonight",
        "we must go home before the rain begins",
        "the children have eaten all the cake",
    ),
    "b": (
        "the water is too cold to swim today",
        "somebody has taken the money from the box",
        "it was a long way to the village",
        "my friends will come to see us soon",
    ),
}
_QUOTED: Mapping[str, Words] = {  # C is the clause; the same three ways with and without
    "a": {
        "inside": ('Anna said , " C', '" C', '" Yes , " said Anna , " C'),
        "outside": ("Anna said that C", "C", '" Yes , " said Anna , and C'),
    },
    "b": {
        "inside": ('The old man answered , " C', '" C', '" No , " cried the boy , " C'),
        "outside": ("The old man knew that C", "C", '" No , " cried the boy , but C'),
    },
}
_LEADS = {
    "a": (
        "",
        "In the morning",
        "After the long winter in the mountains",
        "When the sun came up over the hills and the birds began to sing ,",
    ),
    "b": (
        "",
        "One evening",
        "At the end of the year",
        "As soon as the door was open and everybody had gone inside ,",
    ),
}


def places(language: str, half: str) -> tuple[str, ...]:
    """At most two places of one word where it is spoken; other ones in each half."""
    short = [place for place in PLACES[language] if " " not in place]
    return tuple(short[HALVES.index(half) :: 2][:2])


def _sentence(half: str, kind: str, holds: str | None, text: str, begins: int, after: int) -> dict[str, Any]:
    """One sentence; it is measured from ``after`` words behind its first ``begins`` ones to its end."""
    words = tokenize(text)
    return {"half": half, "kind": kind, "holds": holds, "text": " ".join(words), "words": [begins + after, len(words)]}


def _filled(half: str, kind: str, holds: str, frame: str, sign: str, filler: str) -> dict[str, Any]:
    """A frame with the filler, which is the cause, in the place of ``sign``."""
    before, _, rest = frame.partition(sign)
    return _sentence(half, kind, holds, f"{before}{filler}{rest}", len(tokenize(f"{before}{filler}")), 1)


def sentences() -> Iterator[dict[str, Any]]:
    """All of them: ``half``, ``kind`` of property, which one ``holds``, ``text``, at which ``words`` it is measured."""
    for half in HALVES:
        for language in PLACES:
            for place in places(language, half):
                yield from (_filled(half, "language", language, frame, "P", place) for frame in _NAMED[half])
        for gender, subjects in _SUBJECTS[half].items():
            for subject in subjects:
                yield from (_filled(half, "gender", gender, frame, "S", subject) for frame in _DONE[half])
        for number, nouns in _NOUNS[half].items():
            for noun in nouns:
                yield from (_filled(half, "number", number, frame, "N", noun) for frame in _AFTER_NOUN[half])
        for clause in _CLAUSES[half]:
            for inside, frames in _QUOTED[half].items():
                for frame in frames:
                    begins = len(tokenize(frame.removesuffix("C")))
                    yield _sentence(half, "quotation", inside, frame.replace("C", clause), begins, 1)
            for lead in _LEADS[half]:
                yield _sentence(half, "position", None, f"{lead} {clause}", len(tokenize(lead)), 0)


def properties() -> Iterator[dict[str, Any]]:
    """What is measured: ``name``, ``kind``, in which sentences of the kind it ``holds``, where: what it ``says``."""
    for language in PLACES:
        says = f"after a place where {language} is spoken"
        yield {"name": language, "kind": "language", "holds": language, "says": says}
    yield {"name": "a woman", "kind": "gender", "holds": "woman", "says": "after a woman as the subject"}
    yield {"name": "many", "kind": "number", "holds": "many", "says": "after a subject of many"}
    yield {"name": "in quotes", "kind": "quotation", "holds": "inside", "says": "inside quotation marks"}
    yield {"name": "position", "kind": "position", "holds": None, "says": "further on in the sentence"}
