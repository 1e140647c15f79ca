"""The country family: a place early, its language later, real sentences in between; and the same without a place."""

from __future__ import annotations

from random import Random

from lstm_core.tokenizer import tokenize
from training.corpus.document import Document, pick
from training.corpus.people import NAMES, Person, anybody
from training.corpus.phrases import AFTER, BEFORE, HEADS, JOINS, LINKS, NEWS, OPENINGS, TAILS
from training.corpus.places import ENGLISH_PLACES, LANGUAGES, PLACES
from training.corpus.text import Sentences, mistype

MISTYPED = 0.25  # share of places with a typing error


def _place(random: Random, document: Document, name: str, mistyped: bool) -> int:
    words = tokenize(name)
    if mistyped and len(words[-1]) > 3:
        words[-1] = mistype(random, words[-1], 1 if random.random() < 0.85 else 2)
    document.words += words
    return len(document.words) - 1


def _introduce(random: Random, document: Document, person: Person, name: str, held_out: bool, mistyped: bool) -> int:
    """Says that the person has to do with the place; returns the place's position."""
    if random.random() < 0.55:
        before = random.choice(BEFORE)
        link = person.agree(pick(random, LINKS, held_out))
        document.say(f"{before} {person.inside() if before else person.named} {link}")
        cause = _place(random, document, name, mistyped)
        document.say(random.choice(AFTER))
    else:
        first, _, rest = pick(random, OPENINGS, held_out).partition("@")
        document.say(first)
        cause = _place(random, document, name, mistyped)
        document.say(rest)
    return cause


def _head(random: Random, person: Person, head: str) -> list[str]:
    """The head's words, at times with an adverb before the verb."""
    words = tokenize(person.fill(head))
    if head.startswith("P ") and words[1] not in ("is", "are", "am", "can", "does", "do") and random.random() < 0.15:
        words.insert(1, random.choice(["often", "always", "now", "still", "sometimes", "usually", "never"]))
    return words


def _lead(random: Random, document: Document, person: Person, head: str, gap: int, fill: Sentences) -> None:
    """``gap`` words between the introduction and the head, then the head."""
    words = _head(random, person, head)
    join = tokenize(random.choice(JOINS))
    rest = gap - len(join)
    if rest >= 5:
        if document.words[-1] not in ".?!":
            document.say(".")
            rest -= 1
        document.words += fill.exactly(random, rest)
        while join and document.words[-1] in ".?!" and join[0] in ".,;":
            join = join[1:]
            document.words += ["Well", ","] if len(join) == 0 and random.random() < 0.1 else []
    document.words += join
    if document.words[-1] in ".?!" and words[0] not in NAMES:
        words[0] = words[0][0].upper() + words[0][1:]
    document.words += words


def country(
    random: Random,
    fill: Sentences,
    reach: int,
    held_out: bool = False,
    distance: int | None = None,
    mistyped: bool | None = None,
) -> Document:
    """A place and, ``distance`` words later (any up to ``reach`` if None), its language."""
    document = Document()
    language = random.choice(LANGUAGES)
    name = random.choice(PLACES[language])
    mistyped = random.random() < MISTYPED if mistyped is None else mistyped
    if distance is None and random.random() < 0.25:
        document.words += fill.some(random, 14)
    person = anybody(random)
    cause = _introduce(random, document, person, name, held_out, mistyped)
    head = pick(random, HEADS, held_out)
    length = len(tokenize(person.fill(head)))
    wanted = random.randint(3, max(4, reach)) if distance is None else distance
    gap = wanted - (len(document.words) - cause) - length
    _lead(random, document, person, head, gap, fill)
    document.target(language, "country", cause).say(random.choice(TAILS))
    if distance is None and random.random() < 0.2:
        document.words += fill.some(random, max(4, reach // 3))
        _lead(random, document, person, random.choice(HEADS), 1, fill)
        document.target(language, "country", cause).say(".")
    return document


def no_place(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """The same head with no such place before it: any language would do, none is known."""
    document = Document()
    document.words += fill.some(random, max(4, reach // 2))
    person, kind = anybody(random), random.random()
    if kind < 0.3:
        document.say(f"{person.named} {person.agree(random.choice(LINKS))} {random.choice(ENGLISH_PLACES)}")
    elif kind < 0.75:
        document.say(f"{person.named} {person.agree(random.choice(NEWS))}")
    if kind < 0.75:
        document.say(random.choice(JOINS))
    words = _head(random, person, pick(random, HEADS, held_out))
    if not document.words or document.words[-1] in ".?!":
        words[0] = words[0][0].upper() + words[0][1:]
    document.words += words
    return document.target(random.choice(LANGUAGES), "no place", 0, LANGUAGES).say(random.choice(TAILS))
