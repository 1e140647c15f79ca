"""The corpus: which family comes how often."""

from __future__ import annotations

from random import Random

from training.corpus.country import country, no_place
from training.corpus.document import Document
from training.corpus.short import number, pronoun, quote, real, topic
from training.corpus.text import Sentences

FAMILIES = {country: 0.40, no_place: 0.05, pronoun: 0.18, number: 0.08, topic: 0.05, quote: 0.02, real: 0.22}


def document(random: Random, fill: Sentences, reach: int) -> Document:
    """One training document; causes lie up to ``reach`` words before what they cause."""
    family = random.choices(list(FAMILIES), list(FAMILIES.values()))[0]
    return family(random, fill, reach)
