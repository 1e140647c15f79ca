"""The family of cities: a country early, and later one of its cities, where a home, an office, a friend is."""

from __future__ import annotations

from random import Random

from training.corpus.document import Document, is_held_out
from training.corpus.introduction import introduce, words_of
from training.corpus.people import Person, anybody
from training.corpus.places import CITIES, LANGUAGE_OF
from training.corpus.text import Sentences
from training.corpus.words import expand, join, phrases, verbs

# Up to the city. ``P S O`` are the person's pronouns, ``~verb`` agrees with the person.
HAVING = verbs("""
6 * has | 3 * ~own | 2 * bought | ~rent | rented | ~keep | found | sold | ~share | inherited | has kept | ~dream of | ~need | ~look for |
would like to buy | never sold | never gave up | had to leave
""")
ADVERBS = phrases("6 * - | 5 * still | 2 * now | even | also | always")
OWNED = phrases("""
3 * a house | 3 * a flat | 2 * an apartment | 3 * a home | a small home | a little house | 3 * an office | a second office | a shop | a small shop |
a room | a place | a studio | a restaurant | a café | a garden | a bank account | a big family | many friends | an old friend | friends |
a brother | a sister | two cousins | an aunt | S parents | a dentist | a job | a company | a house with a garden | a flat near the river
""")
GOING = verbs("""
3 * flew back | 3 * went back | 2 * moved back | 2 * returned | 2 * took the train | took the bus | drove | drove back | travelled | flew |
~fly back | ~go back every summer | often ~travel | ~travel every year | sent a letter | sent a postcard | phoned S mother | came home |
~want to go back | ~hope to return | will return | wrote to a friend | a plane took O | the train took O
""")
DOING = verbs("""
3 * ~live | lived for <span> | lived | met S wife | met S husband | went to university | went to school |
~stay with friends | stayed at a hotel | opened a shop | ran a restaurant | landed | arrived | got married | was happy | spent last summer |
~spend every summer | ~spend Christmas | now ~live | ~rent a room | visited S aunt
""")
SAID = phrases("""
2 * the capital is | the capital is of course | the best city is | S favourite city is | S home town is |
the most beautiful city there is | the first city P saw was | the city P ~love most is | the city P ~miss most is | the train went to |
""")
ASKED = (
    "The capital of",
    "The capital city of",
    "As you know , the capital of",
    "I think the capital of",
)
WHEN = phrases(
    "5 * - | now | today | these days | later | last year | every summer | after the war | of course | in the end | since then"
)
CAPITALS = frozenset(CITIES) - {"America", "the United States", "Australia"}  # whose first city is the capital
TOLD = 0.12  # share of the documents that just tell a capital
CAPITAL = 0.65  # share of the documents in which the city is the country's first one


def _template(random: Random, bare: bool) -> str:
    kind = random.random()
    subject = "" if bare else "P"
    when = "" if bare else random.choice(WHEN)
    if kind < 0.5:
        return join([when, subject, random.choice(ADVERBS), random.choice(HAVING), random.choice(OWNED), "in"])
    if kind < 0.72:
        return join([when, subject, random.choice(GOING), "to"])
    if kind < 0.92 or bare:
        return join([when, subject, random.choice(DOING), "in"])
    return random.choice(SAID)


def _head(random: Random, person: Person, held_out: bool, like: str | None) -> list[str]:
    """The words up to the city; with ``like``, the pronoun of a subject that was said before, only the verb's."""
    while True:
        template = expand(random, _template(random, like is not None))
        if is_held_out(template) == held_out:
            return list(words_of(person.fill(template, None, like)))


def _capital(random: Random, country: str) -> Document:
    """A country's first city is told to be its capital."""
    first, cities = CITIES[country][0], CITIES[country]
    if random.random() < 0.75:
        document = Document().say(
            f"{random.choice(ASKED)} {country} {random.choice(['is', 'is', 'is', 'was', 'is called'])}"
        )
        document.target(first, "city", len(document.words) - 2, cities)
    else:
        document = Document().say(f"{first} is the {random.choice(['capital', 'capital city'])} of")
        words = country.split()
        document.say(" ".join(words[:-1])).target(words[-1], "city", 0)
    return document.say(".")


def city(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """Somebody has to do with a country, and later with a city of it."""
    document, person = Document(), anybody(random)
    country = random.choice(list(CITIES))
    if random.random() < TOLD and country in CAPITALS:
        return _capital(random, country)
    language = LANGUAGE_OF.get(country, "English")
    if random.random() < 0.1:
        document.words += fill.some(random, 14)
    told = introduce(random, document, person, language, country, held_out, mistyped=False)
    first, *others = CITIES[country]
    name = first if not others or random.random() < CAPITAL else random.choice(others)
    between = [*words_of(told.between)]
    if told.like is None and random.random() < 0.5:
        document.words += [] if document.words[-1] in ".?!" else ["."]
        document.words += fill.some(random, min(reach, 24))
        between = []
    document.words += [*between, *_head(random, person, held_out, told.like)]
    document.target(name, "city", told.cause, CITIES[country])
    return document.say(random.choice(["."] * 6 + [", too .", "now .", "again ."])).named_last()
