"""The family of everyday facts: where things are and what they do, one to three of them among real sentences."""

from __future__ import annotations

import re
from random import Random

from training.corpus.document import Document, is_held_out
from training.corpus.phrases_facts import FACTS
from training.corpus.text import Sentences

_CHOICE = re.compile(r"\{([^{}]*)\}")


def fact(random: Random, held_out: bool) -> tuple[str, str, str]:
    """(what asks, the word that answers, what follows) of one sentence of ``FACTS``."""
    while True:
        line = random.choice(FACTS)
        text = _CHOICE.sub(lambda found: random.choice(found[1].split("|")), line)
        asks, _, rest = text.partition(">")
        answers, _, after = rest.strip().partition(" ")
        if is_held_out(asks) == held_out:
            return asks, random.choice(answers.split("|")), after


def facts(random: Random, fill: Sentences, reach: int, held_out: bool = False) -> Document:
    """One to three everyday sentences, sometimes after or before real ones."""
    document = Document()
    if random.random() < 0.25:
        document.words += fill.some(random, 14)
    for _ in range(random.choice([1, 1, 2, 3])):
        asks, answer, after = fact(random, held_out)
        document.say(asks).target(answer, "fact", max(0, len(document.words) - 2)).say(after)
        if document.words[-1] not in ".?!":
            document.say(random.choice([".", ".", ".", ".", ".", "!"]))
    if random.random() < 0.25:
        document.words += fill.some(random, 14)
    return document
