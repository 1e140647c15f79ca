"""The country family: a place early, its language later, real sentences in between; and the same without a place."""

from __future__ import annotations

import re
from functools import lru_cache
from random import Random
from typing import NamedTuple

from lstm_core.tokenizer import tokenize
from training.corpus.document import Document
from training.corpus.heads import head
from training.corpus.intros import intro
from training.corpus.links import AGAIN, AND, ENGLISH, JOINS, MOVES, NEWS, TAILS
from training.corpus.people import Person, anybody
from training.corpus.places import ENGLISH_PLACES, LANGUAGES, PEOPLES, PLACES
from training.corpus.text import Sentences, mistype
from training.corpus.words import expand

MISTYPED = 0.3  # share of places with a typing error
CARRIED = 0.06  # share of places that stand in a real sentence
ALONE = 0.35  # share of documents with no filler between place and language

_words = lru_cache(maxsize=100_000)(tokenize)


def _place(random: Random, document: Document, name: str, mistyped: bool) -> int:
    words = tokenize(name)
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
    document.words += _words(before)
    cause = _place(random, document, named, mistyped)
    document.words += _words(rest)
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


def _introduce(
    random: Random, document: Document, person: Person, language: str, name: str, held_out: bool, mistyped: bool
) -> Told:
    """Says that somebody has to do with the place."""
    kind, template = intro(random, held_out)
    template, told = _plan(random, kind, template, person)
    text = person.fill(template, person.inside(), told.like)
    cause = _around(random, document, text, language, name, mistyped)
    if kind in ("statement", "there") and random.random() < 0.05:
        document.words += _words(person.fill(random.choice(ENGLISH)).replace("§", random.choice(ENGLISH_PLACES)))
    return told._replace(cause=cause)


def _carry(random: Random, document: Document, person: Person, name: str, fill: Sentences, mistyped: bool) -> Told:
    """A real sentence with the place in it."""
    before, after = random.choice(fill.carriers)
    document.words += before
    cause = _place(random, document, name, mistyped)
    document.words += after
    return Told(cause, random.choice([".", ". now", ". at home", "."]), person.inside())


def _head(
    random: Random, person: Person, held_out: bool, subject: str | None = None, like: str | None = None
) -> list[str]:
    """The words up to the language; with ``like`` only the verb and what follows it."""
    if like:
        _, template = head(random, held_out, bare=True)
        return list(_words(person.fill(template, None, like)))
    kind, template = head(random, held_out)
    return list(_words(person.fill(template, subject, {"N": None, "one": "he", "many": "they"}[kind])))


def _filler(random: Random, person: Person, fill: Sentences, count: int) -> list[str]:
    """Exactly ``count`` words: real sentences, sometimes after one about the person."""
    words: list[str] = []
    if random.random() < 0.35:
        words = [*_words(person.fill(expand(random, f"P {random.choice(NEWS)}"))), "."]
        if len(words) > count or 0 < count - len(words) < 4:
            words = []
    return words + fill.exactly(random, count - len(words))


def _lead(
    random: Random, document: Document, person: Person, words: list[str], between: str, gap: int, fill: Sentences
) -> None:
    """``gap`` words between the introduction and the head, what links them among these, then the head."""
    link = _words(between)
    if gap < len(link) + 5:
        document.words += [*link, *words]
        return
    if document.words[-1] not in ".?!":
        document.words.append(".")
        gap -= 1
    start = [word for word in link if word not in ".,;"] if random.random() < 0.5 else []
    document.words += [*_filler(random, person, fill, gap - len(start)), *start, *words]


def country(
    random: Random,
    fill: Sentences,
    reach: int,
    held_out: bool = False,
    distance: int | None = None,
    mistyped: bool | None = None,
) -> Document:
    """A place and, ``distance`` words later where that can be done (any up to ``reach`` if None), its language."""
    document = Document()
    language = random.choice(LANGUAGES)
    name = random.choice(PLACES[language])
    mistyped = random.random() < MISTYPED if mistyped is None else mistyped
    if distance is None and random.random() < 0.15:
        document.words += fill.some(random, 14)
    person = anybody(random)
    if fill.carriers and random.random() < CARRIED:
        told = _carry(random, document, person, name, fill, mistyped)
    else:
        told = _introduce(random, document, person, language, name, held_out, mistyped)
    words = _head(random, person, held_out, told.subject, told.like)
    near = 0 if random.random() < ALONE else random.randint(3, max(4, reach))
    end = told.cause + (near if distance is None else distance)  # where the language is to stand
    if told.like and end - len(document.words) - len(words) >= 5:  # a subject cannot wait so long for its verb
        document.words += [*_words(person.fill(expand(random, random.choice(NEWS)), None, told.like)), "."]
        words, told = _head(random, person, held_out), told._replace(between="")
    _lead(random, document, person, words, told.between, end - len(document.words) - len(words), fill)
    document.target(language, "country", told.cause)
    document.words += _words(person.fill(expand(random, random.choice(TAILS))))
    if distance is None and random.random() < 0.2:
        document.words += fill.some(random, max(4, reach // 3))
        document.words += [*_words(random.choice(AGAIN)), *_head(random, person, held_out)]
        document.target(language, "country", told.cause).say(".")
    return document


def no_place(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """The same head with no such place before it: any language would do, none is known."""
    document = Document()
    document.words += fill.some(random, max(4, reach // 2))
    person, kind = anybody(random), random.random()
    if kind < 0.3:
        while True:
            sort, template = intro(random, held_out)
            if sort == "statement":
                break
        document.words += _words(person.fill(template, person.inside()).replace("@", random.choice(ENGLISH_PLACES)))
        document.words += _words(random.choice(JOINS))
    elif kind < 0.75:
        document.words += _words(person.fill(expand(random, f"N {random.choice(NEWS)}"), person.inside()))
        document.words += _words(random.choice(JOINS))
    document.words += _head(random, person, held_out, None if kind < 0.75 else person.inside())
    document.target(random.choice(LANGUAGES), "no place", 0, LANGUAGES)
    document.words += _words(person.fill(expand(random, random.choice(TAILS))))
    return document
