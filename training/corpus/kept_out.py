"""Sentences that no training text may hold, for the readers are asked them: the articles' own, and a child's first.

They are compared without marks and capitals, and with every name, place, people, language and number as one of its
kind, so that what is kept out of the generated corpus cannot be had from it by filling in a template either.
"""

from __future__ import annotations

import re
from functools import cache

from lstm_core.tokenizer import tokenize
from training.corpus.people import NAMES
from training.corpus.places import ENGLISH_PLACES, LANGUAGE_OF, LANGUAGES, PEOPLES

_WORDS = re.compile(r"[\w']+")
_ASKED = """
the clouds are in the sky | the sun rises in the east | he grew up in |
I have been staying in Spain for the last 20 years I can speak fluently | I have been staying in Spain for the last 20 years I can speak fluent |
I grew up in France I still have a home in | I grew up in France I speak fluent French | Vignesh is a year older than Maria Maria is French yesterday |
once upon a time there was a little girl | once upon a time there was a little boy | good morning how are you |
he was thirsty so he drank a glass of
"""
_NUMBERS = (
    """two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred""".split()
)
_ALSO = {"vignesh": "NAME", "english": "LANGUAGE"}


@cache
def _kinds() -> tuple[dict[str, str], frozenset[str]]:
    """(word → its kind, the places of several words)."""
    places = [" ".join(_plain_words(name)) for name in (*LANGUAGE_OF, *ENGLISH_PLACES)]
    kinds = {name: "PLACE" for name in places if " " not in name}
    kinds |= {word.lower(): "PEOPLE" for words in PEOPLES.values() for word in words}
    kinds |= {word.lower(): "LANGUAGE" for word in LANGUAGES}
    kinds |= {word.lower(): "NAME" for word in NAMES} | dict.fromkeys(_NUMBERS, "NUMBER") | _ALSO
    return kinds, frozenset(name for name in places if " " in name)


def _plain_words(text: str) -> list[str]:
    return [word.lower() for word in _WORDS.findall(text)]


def plain(words: list[str]) -> str:
    """Words without marks and capitals, blanks around them: what two texts are compared by."""
    return f" {' '.join(_plain_words(' '.join(words)))} "


def classed(words: list[str]) -> str:
    """``plain`` with every name, place, people, language and number as its kind. French counts as a language."""
    kinds, long = _kinds()
    text = plain(words)
    for name in sorted(long, key=len, reverse=True):
        if name in text:
            text = text.replace(f" {name} ", " PLACE ")
    return f" {' '.join('NUMBER' if word.isdigit() else kinds.get(word, word) for word in text.split())} "


KEPT_OUT = tuple(tuple(tokenize(asked)) for asked in _ASKED.split("|"))
_PLAIN = tuple(plain(list(asked)) for asked in KEPT_OUT)
_CLASSED = tuple(classed(list(asked)) for asked in KEPT_OUT)


def is_kept_out(words: list[str]) -> bool:
    """True for real text that holds one of these sentences."""
    text = plain(words)
    return any(asked in text for asked in _PLAIN)


def is_made(words: list[str]) -> bool:
    """True for a generated document that holds one of them, other names, places and numbers in it or not."""
    text = classed(words)
    return any(asked in text for asked in _CLASSED)
