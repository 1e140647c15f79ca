"""Word lists that several phrases share, written by us."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

SPANS = """ten years|three years|two years|five years|many years|a few years|twenty years|a year|half a year|two summers|
three summers|a winter|six months|a few months|some weeks|most of S life|half S life|a long time"""
JOBS = """nurse|teacher|cook|waiter|lawyer|doctor|driver|painter|gardener|journalist|farmer|baker|pilot|writer|carpenter|
singer|soldier|guide|barber|secretary|nanny|builder|musician|engineer"""
SUBJECTS = "medicine|music|law|history|art|physics|biology|mathematics|cooking|dance|philosophy|literature"
KIN = "mother|father|grandmother|grandfather|family|wife|husband|aunt|uncle|sister|brother|boss|girlfriend|boyfriend|best friend"
KINS = "parents|grandparents|cousins|children|neighbours|ancestors|brothers|sisters|friends|relatives|in-laws"
OTHERS = """the children|the kids|the neighbours|the waiter|the dog|the cat|S mother|S grandmother|S father|S children|
S sister|S friends|S wife|S husband|me|us|everyone|the guests|strangers|customers|S brother|the baby|S cousins|
the driver|S family|S aunt|S boss|our daughter|our son|the teacher|the old man"""
AGES = "six|ten|twelve|eighteen|twenty|thirty|five|nine|fifteen|forty"
FOLK = """woman|man|girl|boy|family|student|couple|nurse|doctor|cook|friend|teacher|musician|lady|tourist|neighbour|
professor|colleague|grandmother|aunt|mother|wife|nanny|painter|farmer|singer|waiter|friend of mine"""

_LISTS = {
    "span": SPANS, "job": JOBS, "subject": SUBJECTS, "kin": KIN, "kins": KINS, "other": OTHERS, "age": AGES, "folk": FOLK,
}  # fmt: skip
LISTS = {name: tuple(word.strip() for word in words.split("|")) for name, words in _LISTS.items()}


def phrases(text: str) -> tuple[str, ...]:
    """The phrases of a block, separated by bars; ``-`` is the empty one, ``3 * x`` counts three times."""
    found: list[str] = []
    for part in text.split("|"):
        phrase, times = " ".join(part.split()), 1
        if match := re.match(r"(\d+) \* ", phrase):
            phrase, times = phrase[match.end() :], int(match[1])
        found += ["" if phrase == "-" else phrase] * times
    return tuple(found)


def verbs(text: str) -> tuple[str, ...]:
    """Phrases that begin with a verb of the person: its forms of be, have and do agree."""
    return tuple(re.sub(r"^(was|has|is|does)\b", r"~\1", phrase) for phrase in phrases(text))


def expand(random: Random, template: str) -> str:
    """Puts a word of a list where its name stands in angle brackets: ``<job>``."""
    return re.sub(r"<(\w+)>", lambda match: random.choice(LISTS[match[1]]), template)


def join(parts: Sequence[str]) -> str:
    """The parts that are not empty, one blank between them."""
    return " ".join(part for part in parts if part)
