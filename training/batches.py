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

WEIGHTS = {"no place": 1.0, "topic": 0.5, "quote": 0.25}  # of a cause's weight; else all of it
SORTED = 8  # batches whose documents are sorted by length together, so that little is padded


def encode(documents: list[Document], ids: dict[str, int], config: ReaderConfig, random: Random) -> Batch:
    """A batch: words by id or, where the table lacks them, by their letters; and the places where a word is asked."""
    longest = max(len(document.words) for document in documents)
    codes = np.zeros((longest, len(documents)), np.int64)  # (T, B)
    spelled: dict[str, int] = {}
    asked: list[tuple[int, int, int, float]] = []  # (t, b, target, weight)
    for b, document in enumerate(documents):
        families = {mark.position: mark.family for mark in document.marks}
        for t, word in enumerate(document.words):
            target = ids.get(word.casefold())
            if t and target is not None:
                family = families.get(t)
                if family is not None:
                    asked.append((t - 1, b, target, config.cause_weight * WEIGHTS.get(family, 1.0)))
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


def generate(fill: text.Sentences, vocabulary: tuple[str, ...], config: ReaderConfig) -> Iterator[Batch]:
    """``config.steps`` batches, the same for the same seed."""
    random = Random(config.seed)
    ids = {word.casefold(): n for n, word in enumerate(vocabulary)}
    step = 0
    while step < config.steps:
        documents = [mix.document(random, fill, config.reach(step)) for _ in range(config.batch * SORTED)]
        documents.sort(key=lambda document: len(document.words))
        groups = [documents[k : k + config.batch] for k in range(0, len(documents), config.batch)]
        random.shuffle(groups)
        for group in groups[: config.steps - step]:
            yield encode(group, ids, config, random)
            step += 1


def _produce(queue: multiprocessing.Queue, data: Path, vocabulary: tuple[str, ...], config: ReaderConfig) -> None:
    training, _ = text.load(data)
    for batch in generate(training, vocabulary, config):
        queue.put(batch)


def stream(data: Path, vocabulary: tuple[str, ...], config: ReaderConfig) -> Iterator[Batch]:
    """The batches of ``generate``, made in a second process."""
    queue: multiprocessing.Queue = multiprocessing.Queue(16)
    worker = multiprocessing.Process(target=_produce, args=(queue, data, vocabulary, config), daemon=True)
    worker.start()
    for _ in range(config.steps):
        yield queue.get()
    worker.join()
