"""The word table: the commonest words of the mix, each in the writing that it has inside sentences."""

from __future__ import annotations

from collections import Counter
from random import Random

from lstm_core.tokenizer import tokenize
from training.corpus import mix
from training.corpus.places import LANGUAGES, PLACES
from training.corpus.text import Sentences

SAMPLE = 60_000  # generated documents that are counted beside the real sentences


def count(fill: Sentences, size: int, seed: int) -> tuple[str, ...]:
    """``size`` display forms: every place and language, then the commonest words."""
    random = Random(seed)
    documents = [mix.document(random, fill, 20).words for _ in range(SAMPLE)] + fill.all
    total: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for words in documents:
        before = "."
        for word in words:
            total[word.casefold()] += 1
            if before not in '.?!"':  # at a sentence's start the case tells nothing
                inside[word] += 1
            before = word
    forms: dict[str, str] = {}
    for word, n in inside.items():
        key = word.casefold()
        if key not in forms or n > inside[forms[key]]:
            forms[key] = word
    needed = [word for names in PLACES.values() for name in names for word in tokenize(name)] + list(LANGUAGES)
    forms |= {word.casefold(): word for word in needed}
    order = dict.fromkeys([word.casefold() for word in needed] + [key for key, _ in total.most_common(2 * size)])
    return tuple(forms.get(key, key) for key in list(order)[:size])
