"""The country family: a place early, its language later, real sentences in between; and the same without a place."""

from __future__ import annotations

from random import Random

from training.corpus.document import Document
from training.corpus.heads import head
from training.corpus.introduction import Told, introduce, place, words_of
from training.corpus.intros import intro
from training.corpus.links import AGAIN, JOINS, NEWS, TAILS
from training.corpus.people import Person, anybody, invented
from training.corpus.places import ENGLISH_PLACES, LANGUAGES, PLACES
from training.corpus.text import Sentences
from training.corpus.words import expand

MISTYPED = 0.4  # share of places with a typing error
CARRIED = 0.06  # share of places that stand in a real sentence
ENGLISH_SHARE = 0.07  # share of places where English is spoken
ALONE = 0.35  # share of documents with no filler between place and language


def _carry(random: Random, document: Document, person: Person, name: str, fill: Sentences, mistyped: bool) -> Told:
    """A real sentence with the place in it."""
    before, after = random.choice(fill.carriers)
    document.words += before
    cause = place(random, document, name, mistyped)
    document.words += after
    return Told(cause, random.choice([".", ". now", ". at home", "."]), person.inside())


def _head(
    random: Random, person: Person, held_out: bool, subject: str | None = None, like: str | None = None
) -> list[str]:
    """The words up to the language; with ``like`` only the verb and what follows it."""
    if like:
        _, template = head(random, held_out, bare=True)
        return list(words_of(person.fill(template, None, like)))
    kind, template = head(random, held_out)
    return list(words_of(person.fill(template, subject, {"N": None, "one": "he", "many": "they"}[kind])))


def _filler(random: Random, person: Person, fill: Sentences, count: int) -> list[str]:
    """Exactly ``count`` words: real sentences, sometimes after one about the person."""
    words: list[str] = []
    if random.random() < 0.35:
        words = [*words_of(person.fill(expand(random, f"P {random.choice(NEWS)}"))), "."]
        if len(words) > count or 0 < count - len(words) < 4:
            words = []
    return words + fill.exactly(random, count - len(words))


def _lead(
    random: Random, document: Document, person: Person, words: list[str], between: str, gap: int, fill: Sentences
) -> None:
    """``gap`` words between the introduction and the head, what links them among these, then the head."""
    link = words_of(between)
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
    language = random.choice(LANGUAGES) if random.random() > ENGLISH_SHARE else "English"
    name = random.choice(ENGLISH_PLACES if language == "English" else PLACES[language])
    mistyped = random.random() < MISTYPED if mistyped is None else mistyped
    if distance is None and random.random() < 0.15:
        document.words += fill.some(random, 14)
    person = anybody(random)
    if fill.carriers and random.random() < CARRIED:
        told = _carry(random, document, person, name, fill, mistyped)
    else:
        told = introduce(random, document, person, language, name, held_out, mistyped)
    words = _head(random, person, held_out, told.subject, told.like)
    near = 0 if random.random() < ALONE else random.randint(3, max(4, reach))
    end = told.cause + (near if distance is None else distance)  # where the language is to stand
    if told.like and end - len(document.words) - len(words) >= 5:  # a subject cannot wait so long for its verb
        document.words += [*words_of(person.fill(expand(random, random.choice(NEWS)), None, told.like)), "."]
        words, told = _head(random, person, held_out), told._replace(between="")
    _lead(random, document, person, words, told.between, end - len(document.words) - len(words), fill)
    document.target(language, "country", told.cause)
    document.words += words_of(person.fill(expand(random, random.choice(TAILS))))
    if distance is None and random.random() < 0.2:
        document.words += fill.some(random, max(4, reach // 3))
        document.words += [*words_of(random.choice(AGAIN)), *_head(random, person, held_out)]
        document.target(language, "country", told.cause).say(".")
    return document.named_last()


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
        document.words += words_of(person.fill(template, person.inside()).replace("@", invented(random)))
        document.words += words_of(random.choice(JOINS))
    elif kind < 0.75:
        document.words += words_of(person.fill(expand(random, f"N {random.choice(NEWS)}"), person.inside()))
        document.words += words_of(random.choice(JOINS))
    document.words += _head(random, person, held_out, None if kind < 0.75 else person.inside())
    document.target(random.choice(LANGUAGES), "no place", 0, LANGUAGES)
    document.words += words_of(person.fill(expand(random, random.choice(TAILS))))
    return document
