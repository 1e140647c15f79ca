"""The shorter families: the newest subject's pronoun, number agreement, topic words, quotes, and plain real text."""

from __future__ import annotations

from random import Random

from lstm_core.tokenizer import tokenize
from training.corpus import phrases_short as say
from training.corpus.document import Document, pick
from training.corpus.people import Person, agree, gendered, several
from training.corpus.text import Sentences

# What real text is taken from, and how many words a passage has.
REAL = {"common_voice": 0.42, "books": 0.26, "tiny_stories": 0.2, "stories": 0.12}
PASSAGE = (24, 64)


def _scene(random: Random, document: Document, person: Person, fill: Sentences, reach: int, held_out: bool) -> int:
    """Something happens to a person, up to where their pronoun comes; returns where the person stands."""
    kind = random.random()
    if kind < 0.25:
        document.say(f"{random.choice(say.WHEN)} {person.inside()}")
        cause = len(document.words) - 1
        document.say(f"{person.agree(pick(random, say.ACTS, held_out))} {random.choice([',', ',', ',', ''])}")
        return cause
    if kind < 0.45:
        document.say(f"{random.choice(say.MEETINGS)} {person.inside()}")
        cause = len(document.words) - 1
        document.say(
            random.choice(["", "", "at the station", "in the garden", "yesterday", "for help", "again", "last night"])
        )
        document.say(random.choice(say.TURNS))
        return cause
    document.say(person.named if random.random() < 0.8 else f"{random.choice(say.AGO)} {person.inside()}")
    cause = len(document.words) - 1
    if kind < 0.58:
        document.say(person.agree(random.choice(say.SAYINGS)))
        return cause
    document.say(person.agree(pick(random, say.ACTS, held_out)))
    document.say(
        random.choice(["", "", "", "yesterday", "last week", "again", "in the morning", "with a friend", "on Monday"])
    )
    turn = tokenize(random.choice(say.TURNS))
    if random.random() < 0.35 and reach > 12:
        document.say(".")
        document.words += fill.some(random, random.randint(4, min(reach, 40)), genderless=True)
        turn = turn[1:] if turn[0] in ".,;" else turn
    document.words += turn
    return cause


def ending(random: Random, held_out: bool) -> str:
    """What somebody is told to have done last; nothing is asked of it."""
    return random.choice(say.ENDS) if random.random() < 0.2 else pick(random, say.ACTS, held_out)


def pronoun(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """One to three people, one after the other; each time the pronoun is that of the newest."""
    document = Document()
    for _ in range(random.choice([1, 1, 2, 2, 3])):
        if document.words and document.words[-1] not in ".?!":
            document.say(".")
        person = several(random) if random.random() < 0.12 else gendered(random)
        cause = _scene(random, document, person, fill, reach, held_out)
        word = person.subject
        starts = document.words[-1] in ".?!"
        document.target(word.capitalize() if starts else word, "pronoun", cause, (word, word.capitalize()))
        document.say(person.agree(ending(random, held_out)))
        if not held_out and random.random() < 0.2:
            document.say(random.choice(say.OWN)).target(person.possessive, "pronoun", cause).say(
                random.choice(say.NOUNS)
            )
    return document.say(".")


def _plural(noun: str) -> str:
    if noun in say.PLURALS:
        return say.PLURALS[noun]
    return noun + ("es" if noun[-1] in "sxho" and noun != "photo" else "s")


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


def _modifier(random: Random, plural: bool, held_out: bool) -> str:
    """What follows a subject before its verb: another noun that could attract it, or a clause."""
    noun, many = random.choice(say.NOUNS), random.random() < 0.5
    if random.random() < 0.3:
        words = pick(random, say.CLAUSES, held_out).replace("<nouns>", _plural(noun)).replace("<noun>", noun).split()
        return " ".join(agree(word[1:], "they" if plural else "he") if word[0] == "~" else word for word in words)
    article = (
        random.choice(["the", "the", "my", "the old", "the two"]) if many else random.choice(["the", "the", "my", "a"])
    )
    return f"{pick(random, say.PREPOSITIONS, held_out)} {article} {_plural(noun) if many else noun}"


def number(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """A subject, other nouns that attract the verb, and the verb that agrees with the subject."""
    document = Document()
    if random.random() < 0.3:
        document.words += fill.some(random, 14)
    subject, plural = _subject(random)
    document.say(f"{random.choice(say.FRONTS)} {subject}")
    cause = len(document.words) - 1
    for _ in range(random.choice([0, 1, 1, 1, 1, 1, 2])):
        document.say(_modifier(random, plural, held_out))
    pair = random.choices(list(say.OFTEN), list(say.OFTEN.values()))[0]
    agreeing = tuple(forms[plural] for forms in say.VERBS)
    document.target(pair[plural], "number", cause, agreeing)
    return document.say(f"{random.choice(say.PREDICATES[say.VERBS[pair]])} .")


def topic(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """A cue, and later the word of its topic; or somebody, and what they have to do with."""
    document = Document()
    word = random.choice(list(say.TOPICS))
    cues, heads = ([part.strip() for part in text.split("|")] for text in say.TOPICS[word])
    agents = [cue[:-1] for cue in cues if cue.endswith("*")]
    done = [head for head in heads if head.startswith("P ")]
    if agents and random.random() < 0.5:
        document.say(
            f"{random.choice(['The', 'The', 'The old', 'A', 'The young', 'My friend the'])} {random.choice(agents)}"
        )
        cause = len(document.words) - 1
        head = random.choice(done)[2:]
        return document.say(head).target(word, "topic", cause).say(".")
    names = [cue.rstrip("*") for cue in cues]
    document.say(pick(random, say.CUES, held_out).replace("@", random.choice(names)))
    cause = len(document.words) - 1
    document.say(f"and the {random.choice(names)} ." if random.random() < 0.5 else random.choice([".", ", and", "and"]))
    if random.random() < 0.5 and document.words[-1] == ".":
        document.words += fill.some(random, min(reach, 30))
    who = random.choice(["he", "she", "everyone", "Tom", "I", "my mother", "the man", "we"])
    head = random.choice(heads)
    return document.say(who + head[1:] if head.startswith("P ") else head).target(word, "topic", cause).say(".")


def quote(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """A quotation mark, a sentence, and the mark that closes it."""
    document = Document().say(f"{random.choice(say.QUOTES)} ,")
    document.say('"')
    cause = len(document.words) - 1
    document.words += random.choice(fill.all)
    return document.target('"', "quote", cause)


def real(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """Real text: one to four single sentences, or a passage of a book or of stories."""
    kind = random.choices(list(REAL), list(REAL.values()))[0]
    if kind in fill.shelves:
        return Document(fill.shelves[kind].passage(random, random.randint(*PASSAGE)))
    document = Document()
    for _ in range(random.choice([1, 2, 3, 4])):
        document.words += random.choice(fill.all)
    return document
