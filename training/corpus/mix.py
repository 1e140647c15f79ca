"""The corpus: which family comes how often."""

from __future__ import annotations

from random import Random

from training.corpus.country import country, no_place
from training.corpus.document import Document
from training.corpus.short import number, pronoun, quote, real, topic
from training.corpus.text import Sentences

FAMILIES = {country: 0.36, no_place: 0.09, pronoun: 0.22, number: 0.07, topic: 0.05, quote: 0.02, real: 0.19}


def document(random: Random, fill: Sentences, reach: int) -> Document:
    """One training document; causes lie up to ``reach`` words before what they cause."""
    family = random.choices(list(FAMILIES), list(FAMILIES.values()))[0]
    return family(random, fill, reach)
