"""Verbs in both languages: tense, agreement, negation, questions, the pronoun before the verb.

| English | French |
|---|---|
| eats, is eating | present |
| ate, went | passé composé, with avoir or être; was, had: imparfait |
| is going to eat | va + infinitive |
| wants to, can, must eat | veut, peut, doit + infinitive |
| does not, never, no longer | ne … pas, jamais, plus around the word that is conjugated |

A past participle agrees with the subject beside être, with the pronoun before it beside avoir.
"""

from __future__ import annotations

from dataclasses import dataclass

from training.tasks.french_lexicon import ALLER, AVAIT, AVOIR, DEVOIR, ETAIT, ETRE, POUVOIR, VOULOIR, Verb

HAVE, BE = "have", "be"
BEING = Verb("be", "is", "", "was", ETRE, "être", "été", False, frozenset(), frozenset({"willed"}))
NEGATIONS = {"not": "pas", "never": "jamais", "no longer": "plus"}
MODALS = {"want": VOULOIR, "can": POUVOIR, "must": DEVOIR}
IMPERFECT = {BE: ETAIT, HAVE: AVAIT}
AM = ("am", "are", "is", "are", "are", "are")
WAS = ("was", "were", "was", "were", "were", "were")
SHORT = {
    ("do", "not"): "don't", ("does", "not"): "doesn't", ("did", "not"): "didn't", ("can", "not"): "can't",
    ("is", "not"): "isn't", ("are", "not"): "aren't", ("was", "not"): "wasn't", ("were", "not"): "weren't",
}  # fmt: skip
SHORT_SUBJECTS = {
    ("I", "am"): ("I'm",), ("you", "are"): ("you're",), ("he", "is"): ("he", "'s"), ("she", "is"): ("she", "'s"),
    ("we", "are"): ("we're",), ("they", "are"): ("they're",),
}  # fmt: skip


@dataclass(frozen=True)
class Subject:
    """Who does it: English, French, 0 … 5 (je, tu, il, nous, vous, ils), gender; what kind of noun it is."""

    english: tuple[str, ...]
    french: tuple[str, ...]
    person: int
    gender: str
    tags: frozenset[str]


@dataclass(frozen=True)
class Pronoun:
    """Whom: English, French before the verb, the gender and number that a participle takes from it."""

    english: str
    french: str
    person: int
    gender: str


@dataclass(frozen=True)
class Manner:
    """How a verb is said; ``short``: English has *doesn't* and *I'm*."""

    tense: str  # present, progressive, past, future, want, can, must
    negation: str = ""  # or a key of NEGATIONS
    question: bool = False
    short: bool = False


def _auxiliary(verb: Verb, person: int, manner: Manner) -> tuple[str, tuple[str, ...]]:
    """English: the word that *not* follows and that a question begins with, and what comes after it."""
    is_being = verb.base == BE
    if manner.tense == "present":
        return (AM[person], ()) if is_being else ("does" if person == 2 else "do", tuple(verb.base.split()))
    if manner.tense == "past":
        return (WAS[person], ()) if is_being else ("did", tuple(verb.base.split()))
    if manner.tense == "progressive":
        return AM[person], tuple(verb.ing.split())
    if manner.tense == "future":
        return AM[person], ("going", "to", *verb.base.split())
    if manner.tense == "want":
        return "does" if person == 2 else "do", ("want", "to", *verb.base.split())
    return manner.tense, tuple(verb.base.split())


def _plain(verb: Verb, person: int, manner: Manner) -> tuple[str, ...] | None:
    """English without an auxiliary: *eats*, *ate*, *wants to eat*; None where there is always one."""
    if verb.base == BE or manner.tense not in ("present", "past", "want"):
        return None
    if manner.tense == "want":
        return ("wants" if person == 2 else "want", "to", *verb.base.split())
    if manner.tense == "past":
        return tuple(verb.past.split())
    return tuple((verb.third if person == 2 else verb.base).split())


def english(subject: Subject, verb: Verb, manner: Manner) -> tuple[str, ...]:
    """Subject and verb: ``the cat does not eat``, ``does the cat eat``."""
    auxiliary, rest = _auxiliary(verb, subject.person, manner)
    if manner.question:
        return (auxiliary, *subject.english, *rest)
    if manner.negation == "not":
        return (*_denied(subject, auxiliary, manner.short), *rest)
    adverb = tuple(manner.negation.split())
    plain = _plain(verb, subject.person, manner)
    if plain is not None:
        return (*subject.english, *adverb, *plain)
    pronoun = SHORT_SUBJECTS.get((" ".join(subject.english), auxiliary)) if manner.short else None
    return (*(pronoun or (*subject.english, auxiliary)), *adverb, *rest)


def _denied(subject: Subject, auxiliary: str, short: bool) -> tuple[str, ...]:
    if short and auxiliary == "am":
        return ("I'm", "not")
    if short and (auxiliary, "not") in SHORT:
        return (*subject.english, SHORT[auxiliary, "not"])
    return (*subject.english, "cannot") if auxiliary == "can" else (*subject.english, auxiliary, "not")


def agreeing(participle: str, gender: str, plural: bool) -> str:
    """A participle's form: vu, vue, vus, vues."""
    return participle + ("e" if gender == "f" else "") + ("s" if plural else "")


def french(subject: Subject, verb: Verb, manner: Manner, whom: Pronoun | None = None) -> tuple[str, ...]:
    """Subject and verb in full words: ``le chat ne mange pas``, ``est-ce que le chat mange``, ``je ne la vois pas``."""
    before = () if whom is None else (whom.french,)
    after: tuple[str, ...] = ()
    if manner.tense in ("present", "progressive"):
        finite = verb.present[subject.person]
    elif manner.tense == "past" and verb.base in IMPERFECT:
        finite = IMPERFECT[verb.base][subject.person]
    elif manner.tense == "past":
        finite = (ETRE if verb.being else AVOIR)[subject.person]
        participle = verb.participle
        if verb.being:
            participle = agreeing(participle, subject.gender, subject.person >= 3)
        elif whom is not None:
            participle = agreeing(participle, whom.gender, whom.person >= 3)
        after = (participle,)
    else:
        finite = (ALLER if manner.tense == "future" else MODALS[manner.tense])[subject.person]
        before, after = (), (*before, verb.infinitive)
    group = (*before, finite)
    if manner.negation:
        group = ("ne", *group, NEGATIONS[manner.negation])
    return (*(("est-ce", "que") if manner.question else ()), *subject.french, *group, *after)
