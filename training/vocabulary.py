"""The word table: words that every reader has, and the commonest of the mix, as they are written inside sentences."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from random import Random

from lstm_core.tokenizer import tokenize
from training.corpus import mix
from training.corpus.places import CITIES, ENGLISH_PLACES, LANGUAGES, PEOPLES, PLACES
from training.corpus.text import Sentences

SAMPLE = 60_000  # generated documents that are counted beside the real sentences
# The readers' table before they had books to learn from: every reader has these words, so all can be asked for them.
COMMON = Path(__file__).with_name("common_words.txt")


@cache
def common() -> tuple[str, ...]:
    """The words of ``COMMON``."""
    return tuple(COMMON.read_text(encoding="utf-8").split())


def count(fill: Sentences, size: int, seed: int) -> tuple[str, ...]:
    """``size`` display forms: every place, people and language, the common words, then the commonest of the mix."""
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
    names = [
        name for found in (*PLACES.values(), *CITIES.values(), *PEOPLES.values(), ENGLISH_PLACES) for name in found
    ]
    needed = [word for name in names for word in tokenize(name)] + list(LANGUAGES)
    forms |= {word.casefold(): word for word in needed}
    order = dict.fromkeys([word.casefold() for word in (*needed, *common())] + [key for key, _ in total.most_common()])
    return tuple(forms.get(key, key) for key in list(order)[:size])
