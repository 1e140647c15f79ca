"""English → French, word by word, from a grammar of our own.

What it covers: the adjective's place and form (a big red car → une grande voiture rouge), gender, plurals, articles
that elide and contract (l', du, au), some and any, possession, numbers, ne … pas, jamais and plus, pas de, the
pronoun before the verb (she loves him → elle l'aime), passé composé with avoir and être, avoir froid, il y a, c'est,
est-ce que. What English leaves open is fixed: *you* is tu and *you all* vous; I, we, you and they are masculine;
friend, student and teacher too; *eats* and *is eating* are both the present.

A sentence is held out by its French, so that no other English writing of it is in training either.
"""

from __future__ import annotations

import zlib
from random import Random

from training.pairs import Pair
from training.tasks.french_phrases import ANY, noun_phrase, nouns, place
from training.tasks.french_sentences import SENTENCES
from training.tasks.french_spelling import joined

HELD_OUT = 10  # one sentence in this many is kept from training
LONGEST = 12  # English words and marks of a sentence
FRAGMENTS = 0.12  # share of what is no sentence: a red car, in the garden

EXAMPLES = (
    "a big red car",
    "The old man doesn't drink coffee.",
    "She loves him.",
    "My sister's cat is going to sleep on the chair.",
    "Is there a white horse near the church?",
    "They aren't waiting for our old friend.",
)


def is_held_out(french: tuple[str, ...]) -> bool:
    """True for a fixed tenth of all sentences, with or without their full stop; the same on every machine."""
    words = french[:-1] if french[-1] in ".?" else french
    return zlib.crc32(" ".join(words).encode()) % HELD_OUT == 0


def _fragment(random: Random) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if random.random() < 0.25:
        return place(random, ("in", "at", "on", "under", "behind", "in front of", "near", "with"))
    kinds = nouns({"person", "animal", "thing", "food", "mass", "place"})
    phrase = noun_phrase(random, kinds, ANY, described=0.5, owned=0.1)
    return phrase.english, phrase.french


def _any(random: Random) -> Pair:
    if random.random() < FRAGMENTS:
        english, french = _fragment(random)
        mark = "." if random.random() < 0.1 else ""
    else:
        makers, weights = zip(*SENTENCES, strict=True)
        english, french, question = random.choices(makers, weights)[0](random)
        stop = random.random() < (0.8 if question else 0.5)
        mark = ("?" if question else ".") if stop else ""
    end = (mark,) if mark else ()
    return Pair((*english, *end), (*joined(french), *end))


def pair(random: Random, held_out: bool = False) -> Pair:
    """An English phrase and its French; ``held_out`` gives one that no training pair can be."""
    while True:
        found = _any(random)
        if len(found.source) <= LONGEST and is_held_out(found.target) == held_out:
            return found
