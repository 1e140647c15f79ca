"""Documents to batches, made by a process of its own while the model learns."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator
from pathlib import Path
from random import Random

import numpy as np

from training.config import ReaderConfig
from training.corpus import mix, text
from training.corpus.document import Document
from training.reader import Batch

# Of a cause's weight; a language, which lies farthest away, has all of it.
WEIGHTS = {"pronoun": 0.5, "number": 0.4, "topic": 0.2, "quote": 0.1, "fact": 0.1, "city": 0.6, "full name": 0.3}
SORTED = 8  # batches whose documents are sorted by length together, so that little is padded


def encode(
    documents: list[Document], ids: dict[str, int], config: ReaderConfig, random: Random, cause_weight: float
) -> Batch:
    """A batch: words by id or, where the table lacks them, by their letters; and the places where a word is asked."""
    longest = max(len(document.words) for document in documents)
    codes = np.zeros((longest, len(documents)), np.int64)  # (T, B)
    spelled: dict[str, int] = {}
    emphasis = WEIGHTS | config.emphasis
    asked: list[tuple[int, int, int, float]] = []  # (t, b, target, weight)
    for b, document in enumerate(documents):
        families = {mark.position: mark.family for mark in document.marks}
        for t, word in enumerate(document.words):
            target = ids.get(word.casefold())
            if t and target is not None:
                family = families.get(t)
                if family is not None:
                    asked.append((t - 1, b, target, cause_weight * emphasis.get(family, 1.0)))
                elif random.random() < config.ordinary:
                    asked.append((t - 1, b, target, 1.0))
            if random.random() < config.mistyped and len(word) > 3 and word.isalpha():
                word = text.mistype(random, word)
            code = ids.get(word.casefold())
            if code is None or random.random() < config.spelled:
                code = -1 - spelled.setdefault(word.lower(), len(spelled))
            codes[t, b] = code
    at_t, at_b, target_ids, weight = zip(*asked, strict=True)
    return Batch(
        codes, list(spelled), np.array(at_t), np.array(at_b), np.array(target_ids), np.array(weight, np.float32)
    )


def generate(
    fill: text.Sentences, vocabulary: tuple[str, ...], config: ReaderConfig, start: int = 0
) -> Iterator[Batch]:
    """The batches of the steps from ``start`` on, the same for the same seed wherever one begins."""
    ids = {word.casefold(): n for n, word in enumerate(vocabulary)}
    for first in range(start - start % SORTED, config.steps, SORTED):
        random = Random(f"{config.seed} {first}")
        documents = [mix.document(random, fill, config.reach(first)) for _ in range(config.batch * SORTED)]
        documents.sort(key=lambda document: len(document.words))
        groups = [documents[k : k + config.batch] for k in range(0, len(documents), config.batch)]
        random.shuffle(groups)
        for step, group in enumerate(groups[: config.steps - first], first):
            batch = encode(group, ids, config, random, config.weight(first))._replace(seed=random.getrandbits(32))
            if step >= start:
                yield batch


def _produce(
    queue: multiprocessing.Queue, data: Path, vocabulary: tuple[str, ...], config: ReaderConfig, start: int
) -> None:
    training, _ = text.load(data)
    for batch in generate(training, vocabulary, config, start):
        queue.put(batch)


def stream(data: Path, vocabulary: tuple[str, ...], config: ReaderConfig, start: int = 0) -> Iterator[Batch]:
    """The batches of ``generate``, made in a second process."""
    queue: multiprocessing.Queue = multiprocessing.Queue(16)
    worker = multiprocessing.Process(target=_produce, args=(queue, data, vocabulary, config, start), daemon=True)
    worker.start()
    for _ in range(start, config.steps):
        yield queue.get()
    worker.join()
