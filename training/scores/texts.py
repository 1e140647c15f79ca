"""Held-out real texts as all models are asked them, and the real texts of training as they are counted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from lstm_core.tokenizer import WordTokenizer
from training import vocabulary
from training.corpus.text import Sentences

SENTENCES = 1000  # of Common Voice
PASSAGES = 300  # of books, of children's stories, of simple stories
LONGEST = 60  # words of a passage


@cache
def common() -> WordTokenizer:
    """Reads a text by the common words, which are those that all models are asked."""
    return WordTokenizer(vocabulary.common())


def common_voice(fill: Sentences) -> list[list[str]]:
    """Single sentences, each a text."""
    return fill.all[:SENTENCES]


def passages(texts: Sequence[Sequence[list[str]]]) -> list[list[str]]:
    """Of texts, given as their sentences, ``PASSAGES`` at most: whole sentences, together ``LONGEST`` words at most.

    A sentence that is longer stands alone. They are taken at even distances.
    """
    found: list[list[str]] = []
    for text in texts:
        words: list[str] = []
        for sentence in text:
            if words and len(words) + len(sentence) > LONGEST:
                found.append(words)
                words = []
            words = words + sentence
        if words:
            found.append(words)
    count = min(PASSAGES, len(found))
    return [found[k * len(found) // count] for k in range(count)]


def held_out(fill: Sentences) -> Mapping[str, list[list[str]]]:
    """Kind → texts to ask a model, as words."""
    return {"common_voice": common_voice(fill)} | {kind: passages(shelf.texts) for kind, shelf in fill.shelves.items()}


def all_of(fill: Sentences) -> Iterator[list[str]]:
    """Every real text of a split as words: a sentence of Common Voice, a whole book, a whole story."""
    yield from fill.all
    for shelf in fill.shelves.values():
        for text in shelf.texts:
            yield [word for sentence in text for word in sentence]
