"""Noun phrases and places in both languages at once: articles, possessives, adjectives and their agreement.

French is in full words (``de le``, ``la eau``); ``french_spelling.joined`` elides and contracts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from training.tasks.french_lexicon import ADJECTIVES, NOUNS, Adjective, Noun
from training.tasks.french_spelling import before_vowel

POSSESSIVES = {
    "my": ("mon", "ma", "mes"),
    "your": ("ton", "ta", "tes"),
    "his": ("son", "sa", "ses"),
    "her": ("son", "sa", "ses"),
    "our": ("notre", "notre", "nos"),
    "their": ("leur", "leur", "leurs"),
}
NUMBERS = {"two": "deux", "three": "trois", "four": "quatre", "five": "cinq"}
DEFINITE = ("the",) * 6 + tuple(POSSESSIVES) + ("this",) * 2
ANY = (*DEFINITE, *("one of a kind",) * 7, "a number")
INDEFINITE = (*("one of a kind",) * 5, "a number")
VOWEL_LETTERS = "aeiou"  # before which English has an; no word of the lexicon is an exception


@dataclass(frozen=True)
class Phrase:
    """A noun phrase; ``denied`` is its French after *pas*: ``pas de chat`` for ``un chat``."""

    english: tuple[str, ...]
    french: tuple[str, ...]
    denied: tuple[str, ...]
    gender: str  # m or f
    person: int  # 0 … 5: je, tu, il, nous, vous, ils
    tags: frozenset[str]


def nouns(tags: frozenset[str] | set[str]) -> tuple[Noun, ...]:
    """The nouns that have one of the tags."""
    return tuple(noun for noun in NOUNS if noun.tags & tags)


def agreeing(adjective: Adjective, gender: str, plural: bool, following: str = "") -> str:
    """An adjective's French form; ``following`` is the word after it, for *un bel arbre*."""
    if gender == "m" and not plural and following and before_vowel(following):
        return adjective.vowel
    return adjective.forms[2 * plural + (gender == "f")]


def _adjectives(random: Random, noun: Noun, share: float) -> list[Adjective]:
    """Up to one adjective from before the noun and one from behind it, so never two colours."""
    fitting = [adjective for adjective in ADJECTIVES if adjective.tags & noun.tags]
    chosen = []
    for before in (True, False):
        options = [adjective for adjective in fitting if adjective.before == before]
        if options and random.random() < share:
            chosen.append(random.choice(options))
    return chosen


def article(word: str, gender: str, plural: bool, following: str) -> tuple[str, ...]:
    """The French of *the*, *this*, a possessive or a number before the word ``following``."""
    if word == "the":
        return ("les",) if plural else ("la" if gender == "f" else "le",)
    if word == "this":
        masculine = "cet" if before_vowel(following) else "ce"
        return ("ces",) if plural else ("cette" if gender == "f" else masculine,)
    if word in NUMBERS:
        return (NUMBERS[word],)
    one_m, one_f, many = POSSESSIVES[word]
    feminine = gender == "f" and not before_vowel(following)  # mon amie, not ma amie
    return (many,) if plural else (one_f if feminine else one_m,)


def _indefinite(noun: Noun, plural: bool, prefixed: bool) -> tuple[str, ...]:
    if not noun.counted:
        return ("de", "la" if noun.gender == "f" else "le")
    if plural:
        return ("de",) if prefixed else ("des",)  # de grandes maisons, des maisons rouges
    return ("une" if noun.gender == "f" else "un",)


def _english_indefinite(noun: Noun, plural: bool, following: str, some: str) -> tuple[str, ...]:
    if noun.counted and not plural:
        return ("an" if following[0].casefold() in VOWEL_LETTERS else "a",)
    return (some,) if some else ()


def phrase(
    noun: Noun, word: str, adjectives: Sequence[Adjective] = (), *,
    plural: bool = False, owner: Phrase | None = None, some: str = "", generic: bool = False,
) -> Phrase:  # fmt: skip
    """A noun with its article ``word`` (*the*, *my*, *this*, *two* …, or ``one of a kind``) and its adjectives.

    ``owner`` takes the English article's place: *my brother's cat*. ``some``: what English says before bread and cats,
    where it says anything. ``generic``: bare, they are all of a kind, *les chats*.
    """
    first = next((adjective for adjective in adjectives if adjective.before), None)
    behind = [adjective for adjective in adjectives if not adjective.before]
    core = noun.french_plural if plural else noun.french
    before = () if first is None else (agreeing(first, noun.gender, plural, core),)
    bare = (*before, core, *(agreeing(adjective, noun.gender, plural) for adjective in behind))
    english = (*(adjective.english for adjective in adjectives), noun.english_plural if plural else noun.english)
    denied: tuple[str, ...] = ()
    if word == "one of a kind" and not generic:
        denied = ("de", *bare)
        french = (*_indefinite(noun, plural, first is not None), *bare)
        english = (*_english_indefinite(noun, plural, english[0], some), *english)
    elif owner is not None:
        french = (*article("the", noun.gender, plural, bare[0]), *bare, "de", *owner.french)
        english = (*owner.english, "'s", *english)
    elif generic and word == "one of a kind":
        french = (*article("the", noun.gender, plural, bare[0]), *bare)
    else:
        french = (*article(word, noun.gender, plural, bare[0]), *bare)
        english = ("these" if word == "this" and plural else word, *english)
    return Phrase(english, french, denied or french, noun.gender, 5 if plural else 2, noun.tags)


def noun_phrase(
    random: Random, options: Sequence[Noun], articles: Sequence[str] = ANY, *,
    some: Sequence[str] = ("", "some"), generic: bool = False,
    many: float = 0.3, described: float = 0.25, owned: float = 0.05,
) -> Phrase:  # fmt: skip
    """One of the nouns as a ``phrase``; ``many``, ``described``, ``owned`` are shares of plurals, adjectives, owners.

    An adjective may stand on each side of the French noun.
    """
    noun, word = random.choice(options), random.choice(articles)
    plural = noun.counted and random.random() < many
    if word == "a number":
        word = random.choice(list(NUMBERS)) if noun.counted else "one of a kind"
        plural = noun.counted
    elif generic and word == "one of a kind":
        plural = noun.counted
    owner = None
    if word == "the" and random.random() < owned:
        owner = noun_phrase(random, nouns({"person"}), ("the", "my", "our", "their"), many=0, described=0, owned=0)
    chosen = _adjectives(random, noun, described)
    return phrase(noun, word, chosen, plural=plural, owner=owner, some=random.choice(some), generic=generic)


# Preposition, French, tags of what follows, its articles, share of plurals.
PREPOSITIONS: tuple[tuple[str, str, frozenset[str], Sequence[str], float], ...] = (
    ("in", "dans", frozenset({"in"}), ("the", "the", "the", "my", "your", "our", "their", "this"), 0),
    ("at", "à", frozenset({"to"}), ("the", "the", "the", "my", "our"), 0),
    ("on", "sur", frozenset({"on"}), ("the", "the", "the", "my", "our", "a"), 0.1),
    ("under", "sous", frozenset({"under"}), ("the", "the", "the", "my", "our", "a"), 0.1),
    ("behind", "derrière", frozenset({"in", "to", "under", "opens"}), ("the", "the", "the", "my", "our", "a"), 0.1),
    ("in front of", "devant", frozenset({"in", "to", "under", "opens"}), ("the", "the", "the", "my", "our", "a"), 0.1),
    ("near", "près de", frozenset({"in", "to", "under"}), ("the", "the", "the", "my", "our", "a"), 0.1),
    ("with", "avec", frozenset({"person", "animal"}), DEFINITE, 0.2),
    ("to", "à", frozenset({"to"}), ("the", "the", "the", "the", "my", "our", "their"), 0.1),
    ("from", "de", frozenset({"to"}), ("the", "the", "the", "the", "my", "our", "their"), 0.1),
)
WHERE = ("in", "at", "on", "under", "behind", "in front of", "near")


def place(random: Random, prepositions: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """One of the prepositions with what may follow it: English, French."""
    chosen = random.choice(prepositions)
    english, french, tags, articles, many = next(row for row in PREPOSITIONS if row[0] == chosen)
    articles = tuple("one of a kind" if word == "a" else word for word in articles)
    if "one of a kind" in articles and random.random() < many:
        articles = ("the",)
    elif "one of a kind" in articles:
        many = 0
    found = noun_phrase(random, nouns(tags), articles, many=many, described=0.1, owned=0.03)
    return (*english.split(), *found.english), (*french.split(), *found.french)
