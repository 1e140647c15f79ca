"""The shorter families: the newest subject's pronoun, number agreement, topic words, quotes, and plain real text."""

from __future__ import annotations

from random import Random

from lstm_core.tokenizer import tokenize
from training.corpus import phrases_short as say
from training.corpus.document import Document, pick
from training.corpus.people import gendered
from training.corpus.text import Sentences


def pronoun(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """One to three people, one after the other; each time the pronoun is that of the newest."""
    document = Document()
    for _ in range(random.choice([1, 1, 2, 2, 3])):
        if document.words and document.words[-1] not in ".?!":
            document.say(".")
        person, kind = gendered(random), random.random()
        if kind < 0.25:
            document.say(f"{random.choice(['When', 'After', 'Before', 'Because', 'While'])} {person.inside()}")
            cause = len(document.words) - 1
            document.say(f"{pick(random, say.ACTS, held_out)} ,")
        elif kind < 0.55:
            document.say(f"{random.choice(say.MEETINGS)} {person.inside()}")
            cause = len(document.words) - 1
            document.say(random.choice(["", "", "at the station", "in the garden", "yesterday", "for help"]))
            document.say(random.choice(say.TURNS))
        elif kind < 0.7:
            document.say(person.named)
            cause = len(document.words) - 1
            document.say(random.choice(say.SAYINGS))
        else:
            document.say(person.named)
            cause = len(document.words) - 1
            document.say(pick(random, say.ACTS, held_out))
            turn = tokenize(random.choice(say.TURNS))
            if random.random() < 0.4 and reach > 12:
                document.say(".")
                document.words += fill.some(random, random.randint(4, min(reach, 40)), genderless=True)
                turn = turn[1:] if turn[0] in ".," else turn
            document.words += turn
        word = person.subject
        starts = document.words[-1] in ".?!"
        document.target(word.capitalize() if starts else word, "pronoun", cause, (word, word.capitalize()))
        document.say(random.choice(say.ENDS))
    return document.say(".")


def _plural(noun: str) -> str:
    if noun in say.PLURALS:
        return say.PLURALS[noun]
    return noun + ("es" if noun[-1] in "sxh" else "s")


def _subject(random: Random) -> tuple[str, bool]:
    """(a subject, whether it is plural)."""
    noun, kind = random.choice(say.NOUNS), random.random()
    if kind < 0.08:
        return f"{random.choice(['Every', 'Each', 'One', 'This', 'That'])} {noun}", False
    if kind < 0.18:
        return f"{random.choice(['These', 'Those', 'Many', 'Some', 'Two', 'All', 'Several'])} {_plural(noun)}", True
    if kind < 0.24:
        return (
            f"{random.choice(['My', 'Our', 'The'])} {random.choice(['parents', 'friends', 'children', 'people'])}",
            True,
        )
    if kind < 0.3:
        return f"The {noun} and the {random.choice(['', 'old ', 'young '])}{random.choice(say.NOUNS)}", True
    if kind < 0.33:
        return random.choice([("Everybody", False), ("Nobody", False), ("The police", True)])
    plural = random.random() < 0.5
    adjective = random.choice(["", "", "old ", "new ", "big ", "red "])
    return f"{random.choice(['The', 'The', 'My', 'Our', 'His'])} {adjective}{_plural(noun) if plural else noun}", plural


def number(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """A subject, other nouns that attract the verb, and the verb that agrees with the subject."""
    document = Document()
    if random.random() < 0.4:
        document.words += fill.some(random, 14)
    subject, plural = _subject(random)
    document.say(subject)
    cause = len(document.words) - 1
    for _ in range(random.choice([0, 1, 1, 1, 2, 2])):
        noun, many = random.choice(say.NOUNS), random.random() < 0.5
        article = (
            random.choice(["the", "the", "my", "the old", "the two"]) if many else random.choice(["the", "my", "a"])
        )
        document.say(f"{pick(random, say.PREPOSITIONS, held_out)} {article} {_plural(noun) if many else noun}")
    pair = random.choice([*say.VERBS, ("is", "are"), ("was", "were")])
    agreeing = tuple(forms[plural] for forms in say.VERBS)
    document.target(pair[plural], "number", cause, agreeing)
    return document.say(f"{random.choice(say.PREDICATES[say.VERBS[pair]])} .")


def topic(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """A cue, and later the word of its topic."""
    document = Document()
    word = random.choice(list(say.TOPICS))
    cues, heads = (text.split("|") for text in say.TOPICS[word])
    document.say(pick(random, say.CUES, held_out).replace("@", random.choice(cues).strip()))
    cause = len(document.words) - 1
    document.say(f"and the {random.choice(cues).strip()} ." if random.random() < 0.5 else ".")
    if random.random() < 0.6:
        document.words += fill.some(random, min(reach, 30))
    who = random.choice(["He", "She", "Everyone", "Tom", "I"])
    head = random.choice(heads).strip()
    head = who + head[1:] if head.startswith("P ") else head[0].upper() + head[1:]
    return document.say(head).target(word, "topic", cause).say(".")


def quote(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """A quotation mark, a sentence, and the mark that closes it."""
    document = Document().say(f"{random.choice(say.QUOTES)} ,")
    document.say('"')
    cause = len(document.words) - 1
    document.words += random.choice(fill.all)
    return document.target('"', "quote", cause)


def real(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """One to three real sentences."""
    document = Document()
    for _ in range(random.choice([1, 2, 3])):
        document.words += random.choice(fill.all)
    return document
