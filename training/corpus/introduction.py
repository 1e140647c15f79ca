"""How a document tells that somebody has to do with a place: the sentence, the place in it, what links on."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random
from typing import NamedTuple

from lstm_core.tokenizer import tokenize
from training.corpus.document import Document
from training.corpus.intros import intro
from training.corpus.links import AND, ENGLISH, JOINS, MOVES
from training.corpus.people import Person
from training.corpus.places import ENGLISH_PLACES, FULL_NAMES, LANGUAGES, PEOPLES, PLACES
from training.corpus.text import mistype
from training.corpus.words import expand

words_of = lru_cache(maxsize=100_000)(tokenize)


def place(random: Random, document: Document, name: str, mistyped: bool) -> int:
    """Says the place's name; returns where its last word stands. The end of a full name is asked for too."""
    words = tokenize(name)
    if name in FULL_NAMES and not mistyped:
        document.words += words[:-1]
        document.target(words[-1], "full name", len(document.words) - 1)
        return len(document.words) - 1
    if mistyped and len(words[-1]) > 3:
        words[-1] = mistype(random, words[-1], 1 if random.random() < 0.85 else 2)
    document.words += words
    return len(document.words) - 1


class Told(NamedTuple):
    """An introduction that was said."""

    cause: int  # the place's position
    between: str  # what links it with what follows
    subject: str | None = None  # how the head names its subject; None: by the pronoun
    like: str | None = None  # set where the subject stands there already: the pronoun that the head's verb agrees with


def _around(random: Random, document: Document, text: str, language: str, name: str, mistyped: bool) -> int:
    """Says the text with the place at ``@``, or what its people are called at ``#``; returns its position."""
    mark, named = ("#", random.choice(PEOPLES[language])) if "#" in text else ("@", name)
    before, _, rest = text.partition(mark)
    document.words += words_of(before)
    cause = place(random, document, named, mistyped)
    document.words += words_of(rest)
    return cause


def _who(template: str, person: Person) -> str:
    """The pronoun that fits the subject of an introduction that names only its subject."""
    if template.startswith("N"):
        return person.subject
    return "they" if template.startswith("two") or re.search(r"s in @", template) else "he"


def _plan(random: Random, kind: str, template: str, person: Person) -> tuple[str, Told]:
    """(the template, what follows it) of one kind of introduction; the position is not known yet."""
    named = person.inside()
    if kind == "who":
        return template, Told(0, "", like=_who(template, person))
    if kind == "fronted":
        between = random.choice([",", ",", ",", ""])
        if random.random() < 0.4 and re.search(r"\bP\b", template):
            return re.sub(r"\bP\b", "N", template, count=1), Told(0, between)
        return template, Told(0, between, named)
    if kind == "statement":
        if random.random() < 0.05:
            moved = expand(random, random.choice(MOVES)).replace("§", random.choice(PLACES[random.choice(LANGUAGES)]))
            template = f"N {moved} @"
        if random.random() < 0.22:
            return template, Told(0, random.choice(AND), like=person.subject)
    return template, Told(0, random.choice(JOINS), named if random.random() < 0.14 else None)


def introduce(
    random: Random, document: Document, person: Person, language: str, name: str, held_out: bool, mistyped: bool
) -> Told:
    """Says that somebody has to do with the place."""
    kind, template = intro(random, held_out)
    template, told = _plan(random, kind, template, person)
    text = person.fill(template, person.inside(), told.like)
    cause = _around(random, document, text, language, name, mistyped)
    if kind in ("statement", "there") and random.random() < 0.05:
        document.words += words_of(person.fill(random.choice(ENGLISH)).replace("§", random.choice(ENGLISH_PLACES)))
    return told._replace(cause=cause)
