"""The corpus: which family comes how often."""

from __future__ import annotations

from random import Random

from training.corpus.cities import city
from training.corpus.compared import compared
from training.corpus.country import country, no_place
from training.corpus.document import Document
from training.corpus.facts import facts
from training.corpus.kept_out import is_made
from training.corpus.short import number, pronoun, quote, real, topic
from training.corpus.text import Sentences

FAMILIES = {
    country: 0.19, no_place: 0.05, city: 0.05, pronoun: 0.11, compared: 0.04, number: 0.05, topic: 0.03, quote: 0.01,
    facts: 0.06, real: 0.41,
}  # fmt: skip


def document(random: Random, fill: Sentences, reach: int) -> Document:
    """One training document; causes lie up to ``reach`` words before what they cause."""
    while True:
        family = random.choices(list(FAMILIES), list(FAMILIES.values()))[0]
        made = family(random, fill, reach)
        if not is_made(made.words):
            return made
