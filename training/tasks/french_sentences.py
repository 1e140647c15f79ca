"""The kinds of sentences of the English → French grammar: each English, French in full words, is it a question."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from training.tasks.french_lexicon import ADJECTIVES, VERBS, Verb
from training.tasks.french_phrases import ANY, DEFINITE, INDEFINITE, WHERE, agreeing, noun_phrase, nouns, place
from training.tasks.french_verbs import BEING, Manner, Pronoun, Subject, english, french

Made = tuple[tuple[str, ...], tuple[str, ...], bool]

PERSON = frozenset({"person", "handsome", "aged"})  # a pronoun may be called old and beautiful
PRONOUNS = tuple(
    Subject(tuple(said.split()), (meant,), person, gender, PERSON)
    for said, meant, person, gender in (
        ("I", "je", 0, "m"), ("you", "tu", 1, "m"), ("he", "il", 2, "m"), ("she", "elle", 2, "f"),
        ("we", "nous", 3, "m"), ("you all", "vous", 4, "m"), ("they", "ils", 5, "m"),
    )
)  # fmt: skip
WHOM = (
    Pronoun("me", "me", 0, "m"), Pronoun("you", "te", 1, "m"), Pronoun("him", "le", 2, "m"),
    Pronoun("her", "la", 2, "f"), Pronoun("us", "nous", 3, "m"), Pronoun("you all", "vous", 4, "m"),
    Pronoun("them", "les", 5, "m"),
)  # fmt: skip
FEELINGS = {"hungry": "faim", "thirsty": "soif", "cold": "froid", "hot": "chaud", "afraid": "peur", "right": "raison"}
LANGUAGES = {"French": "français", "English": "anglais"}
WHEN = {
    "present": {"every day": "tous les jours", "today": "aujourd'hui", "now": "maintenant"},
    "progressive": {"today": "aujourd'hui", "now": "maintenant"},
    "past": {"yesterday": "hier", "today": "aujourd'hui"},
    "future": {"tomorrow": "demain", "today": "aujourd'hui"},
}
PLAIN = frozenset({"open", "closed", "French", "English", "red", "blue", "green", "brown"})
BY_BASE = {verb.base: verb for verb in VERBS}


def _verbs(flag: str) -> tuple[Verb, ...]:
    return tuple(verb for verb in VERBS if flag in verb.flags)


def subject(random: Random, tags: set[str]) -> Subject:
    """Someone, or something where the tags ask for it: a pronoun, a noun phrase, or two of them."""
    if "person" in tags and random.random() < 0.5:
        return random.choice(PRONOUNS)
    options = nouns(tags)
    if random.random() < 0.06:
        one, two = (noun_phrase(random, options, DEFINITE, many=0.1, described=0, owned=0) for _ in range(2))
        gender = "f" if one.gender == two.gender == "f" else "m"
        joint = one.tags & two.tags
        if joint:
            return Subject((*one.english, "and", *two.english), (*one.french, "et", *two.french), 5, gender, joint)
    counted = [noun for noun in options if noun.counted]
    if random.random() < 0.3:  # a bird, two birds; bare, *birds* and *bread* would be all of a kind
        one = noun_phrase(random, counted, INDEFINITE, many=0, described=0.15)
    else:
        one = noun_phrase(random, options, DEFINITE, described=0.15)
    return Subject(one.english, one.french, one.person, one.gender, one.tags)


def manner(random: Random, verb: Verb, tenses: tuple[str, ...] = ()) -> Manner:
    """A tense that the verb has, perhaps denied, perhaps asked."""
    weights = {
        "present": 0.4,
        "progressive": 0.2 if verb.ing else 0,
        "past": 0.2 if verb.past else 0,
        "future": 0.1 if "willed" in verb.flags else 0,
        "want": 0.06 if "willed" in verb.flags else 0,
        "can": 0.06 if "can" in verb.flags else 0,
        "must": 0.05 if "willed" in verb.flags and verb.base != "have" else 0,
    }
    allowed = {tense: weight for tense, weight in weights.items() if not tenses or tense in tenses}
    tense = random.choices(list(allowed), list(allowed.values()))[0]
    short, asked = random.random() < 0.4, random.random()
    if asked < 0.12:
        return Manner(tense, question=True)
    if asked < 0.4:
        others = {"present": ["never", "no longer"], "past": ["never"]}.get(tense, [])
        return Manner(tense, random.choice(["not", "not", "not", *others]), short=short)
    return Manner(tense, short=short)


def _when(random: Random, verb: Verb, how: Manner) -> tuple[tuple[str, ...], tuple[str, ...]]:
    options = list(WHEN.get(how.tense, {}).items()) if "when" in verb.flags else []
    if not options or how.negation in ("never", "no longer") or random.random() > 0.15:
        return (), ()
    said, meant = random.choice(options)
    return tuple(said.split()), tuple(meant.split())


def _said(
    random: Random, who: Subject, verb: Verb, how: Manner,
    after: tuple[tuple[str, ...], tuple[str, ...]], whom: Pronoun | None = None,
) -> Made:  # fmt: skip
    said, meant = _when(random, verb, how)
    before = () if whom is None else tuple(whom.english.split())
    return (
        (*english(who, verb, how), *before, *after[0], *said),
        (*french(who, verb, how, whom), *after[1], *meant),
        how.question,
    )


def _does(random: Random, verb: Verb, tenses: tuple[str, ...] = ()) -> tuple[Subject, Manner]:
    kinds = {"person", "animal"} if "animal" in verb.flags and random.random() < 0.4 else {"person"}
    return subject(random, kinds), manner(random, verb, tenses)


def _some(how: Manner) -> tuple[str, ...]:
    return ("", "any") if how.negation else ("", "some")


def something(random: Random) -> Made:
    """The student reads a good book."""
    verb = random.choice([verb for verb in VERBS if verb.objects])
    who, how = _does(random, verb)
    if "generic" in verb.flags:
        if "person" in verb.objects and random.random() < 0.3:
            what = noun_phrase(random, nouns({"person"}), DEFINITE)
        else:
            articles = (*DEFINITE, *["one of a kind"] * 9)
            what = noun_phrase(random, nouns(verb.objects - {"person"}), articles, some=("",), generic=True)
    else:
        what = noun_phrase(random, nouns(verb.objects), some=_some(how))
    return _said(random, who, verb, how, (what.english, what.denied if how.negation else what.french))


def someone(random: Random) -> Made:
    """She loves him."""
    verb = random.choice(_verbs("whom"))
    who, how = _does(random, verb)
    others = [whom for whom in WHOM if whom.person % 3 != who.person % 3 or whom.person % 3 == 2]
    return _said(random, who, verb, how, ((), ()), random.choice(others))


def gift(random: Random) -> Made:
    """The queen gives a key to the child."""
    verb = random.choice(_verbs("gift"))
    who, how = _does(random, verb)
    what = noun_phrase(random, nouns({"given"}), some=_some(how), described=0.12)
    to = noun_phrase(random, nouns({"person"}), DEFINITE, described=0.08, owned=0)
    meant = what.denied if how.negation else what.french
    return _said(random, who, verb, how, ((*what.english, "to", *to.english), (*meant, "à", *to.french)))


def rest(random: Random) -> Made:
    """The dog is sleeping under the table."""
    verb = random.choice([*_verbs("rest"), *_verbs("leaves")])
    who, how = _does(random, verb)
    if random.random() < 0.5 and "rest" in verb.flags:
        return _said(random, who, verb, how, place(random, (*WHERE, "with")))
    return _said(random, who, verb, how, ((), ()))


def way(random: Random) -> Made:
    """We went to the station; he comes from the market; she lives in a village."""
    verb, preposition = random.choice([("go", "to"), ("go", "to"), ("come", "from"), ("live", "in")])
    who, how = _does(random, BY_BASE[verb])
    return _said(random, who, BY_BASE[verb], how, place(random, (preposition,)))


def language(random: Random) -> Made:
    """My brother speaks French."""
    said, meant = random.choice(list(LANGUAGES.items()))
    who, how = _does(random, BY_BASE["speak"])
    return _said(random, who, BY_BASE["speak"], how, ((said,), (meant,)))


def quality(random: Random) -> Made:
    """The kitchen is very small."""
    kinds = random.choice([{"person"}, {"person"}, {"animal"}, {"thing"}, {"place"}, {"food", "mass"}])
    who = subject(random, kinds)
    how = manner(random, BEING, ("present", "past", "future"))
    adjective = random.choice([adjective for adjective in ADJECTIVES if adjective.tags & who.tags])
    form = agreeing(adjective, who.gender, who.person >= 3)
    very = random.random() < 0.2 and adjective.english not in PLAIN
    said, meant = ("very", adjective.english), ("très", form)
    return _said(random, who, BEING, how, (said, meant) if very else (said[1:], meant[1:]))


def feeling(random: Random) -> Made:
    """I am not hungry."""
    said, meant = random.choice(list(FEELINGS.items()))
    who = subject(random, {"person"} if said == "right" else {"person", "animal"})
    how = manner(random, BEING, ("present", "past", "future"))
    have = BY_BASE["have"]
    return (*english(who, BEING, how), said), (*french(who, have, how), meant), how.question


def whereabouts(random: Random) -> Made:
    """The key is on the table."""
    who = subject(random, random.choice([{"person"}, {"animal"}, {"thing", "food"}]))
    how = manner(random, BEING, ("present", "past"))
    return _said(random, who, BEING, how, place(random, WHERE))


def there(random: Random) -> Made:
    """There is a bird in the garden; there are no eggs."""
    how = manner(random, BEING, ("present", "past"))
    kinds = nouns({"person", "animal", "thing", "food", "mass"})
    where = place(random, WHERE) if random.random() < 0.6 else ((), ())
    if how.negation:
        what = noun_phrase(random, kinds, ("one of a kind",), some=("",))
        words = ("no", *what.english[what.english[0] in ("a", "an") :])
    else:
        what = noun_phrase(random, kinds, INDEFINITE)
        words = what.english
    be = {"present": ("is", "are"), "past": ("was", "were")}[how.tense][what.person == 5]
    verb = {"present": "a", "past": "avait"}[how.tense]
    if how.question:
        return (be, "there", *words, *where[0]), ("est-ce", "que", "il", "y", verb, *what.french, *where[1]), True
    if how.negation:
        return ("there", be, *words, *where[0]), ("il", "ne", "y", verb, "pas", *what.denied, *where[1]), False
    return ("there", be, *words, *where[0]), ("il", "y", verb, *what.french, *where[1]), False


def this(random: Random) -> Made:
    """This is my house; these are not apples."""
    kind = random.random()
    negation = "not" if kind < 0.3 else ""
    tense = random.choice(["present", "present", "present", "past"])
    how = Manner(tense, negation, question=kind > 0.9, short=random.random() < 0.3)
    articles = [word for word in ANY if word not in ("this", "a number")]
    kinds = nouns({"person", "animal", "thing", "food", "mass", "place"})
    what = noun_phrase(random, kinds, articles, some=("",))
    who = Subject(("these" if what.person == 5 else "this",), ("ce",), what.person, "m", PERSON)
    return (*english(who, BEING, how), *what.english), (*french(who, BEING, how), *what.french), how.question


SENTENCES: tuple[tuple[Callable[[Random], Made], float], ...] = (
    (something, 5), (someone, 1.5), (gift, 1), (rest, 2), (way, 2), (language, 0.4), (quality, 2.5), (feeling, 0.8),
    (whereabouts, 1), (there, 1.2), (this, 1.2),
)  # fmt: skip
