"""Trains a classifier that reads a sentence from both ends.

See ``training.classifier`` for the loss. The weights kept are a running mean over the steps, as it was when it did best
on validation: film reviews and our own negations and contrasts, half and half.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from lstm_core.functional import Array
from lstm_core.models import LettersSpec, ModelSpec, compose, uniform
from lstm_core.models.first_weights import first_weights
from lstm_core.tokenizer import WordTokenizer
from training.classifier import draw, log_probabilities, loss_and_gradients
from training.config import ALPHABET, Config
from training.fit import Checkpoint, fit
from training.tasks import sentiment, sentiment_own
from training.tasks.sentiment import Example

OWN = {"training": 40_000, "validation": 1000, "test": 1000}  # verdicts of our own that are composed
SEEDS = {"training": 11, "validation": 12, "test": 13}
EVERY = 100  # steps between two looks at validation
AT_ONCE = 250  # examples that are scored together


@dataclass(frozen=True, kw_only=True)
class SentimentConfig(Config):
    """How a classifier is made."""

    vocabulary: int
    letters: dict[str, int]  # dim, width, filters
    shares: dict[str, float]  # of a batch: reviews, own, pros_cons
    spelled: float  # share of known words that are read by their letters
    mistyped: float  # share of words with a typing error
    dropped: float  # share of the entries of x that are set to zero
    dropped_last: float  # likewise of the last states
    middle: float  # what the verdict in the middle of a sentence weighs
    memory: float  # of the running mean: what a step leaves of it


def examples(data: Path, part: str, kinds: Iterable[str] = ("reviews", "own")) -> dict[str, list[Example]]:
    """A split's examples by kind: ``reviews``, ``own``; ``pros_cons``, which are for training only."""
    makers: dict[str, Callable[[], list[Example]]] = {
        "reviews": lambda: sentiment.reviews(data)[part],
        "own": lambda: sentiment_own.examples(part, OWN[part], SEEDS[part]),
        "pros_cons": lambda: sentiment.pros_cons(data),
    }
    return {kind: makers[kind]() for kind in kinds}


def probabilities(spec: ModelSpec, params: Mapping[str, Array], found: Sequence[Example]) -> Array:
    """p of each class for each example, (N, C)."""
    tokenizer, composition = WordTokenizer(spec.vocabulary), compose(spec)
    order = sorted(range(len(found)), key=lambda n: len(found[n].words))
    p = np.zeros((len(found), len(spec.outputs)))
    for k in range(0, len(order), AT_ONCE):
        places = order[k : k + AT_ONCE]
        batch = sentiment.encode([found[n] for n in places], tokenizer)
        p[places] = np.exp(log_probabilities(composition, params, batch))
    return p


def accuracy(spec: ModelSpec, params: Mapping[str, Array], found: Sequence[Example]) -> float:
    """The share of examples whose label is the most probable class."""
    return float(np.mean(probabilities(spec, params, found).argmax(axis=1) == [example.label for example in found]))


class Best:
    """A running mean of the weights, and a copy of it as it was when it scored best."""

    def __init__(self, params: Mapping[str, Array], memory: float) -> None:
        self._params, self._memory = params, memory
        self._mean = {name: array.copy() for name, array in params.items()}
        self._steps = 0
        self.score = -1.0
        self.kept: dict[str, Array] = {}

    def step(self) -> None:
        """Takes the weights as they are now into the mean; in the beginning the mean forgets faster."""
        self._steps += 1
        memory = min(self._memory, self._steps / (self._steps + 10))
        for name, mean in self._mean.items():
            mean *= memory
            mean += (1 - memory) * self._params[name]

    def look(self, spec: ModelSpec, validation: Mapping[str, Sequence[Example]]) -> dict[str, float]:
        """Scores the mean, and keeps a copy if it is the best so far: the mean over the kinds of text decides."""
        scores = {kind: accuracy(spec, self._mean, found) for kind, found in validation.items()}
        if (score := float(np.mean(list(scores.values())))) > self.score:
            self.score = score
            self.kept = {name: array.copy() for name, array in self._mean.items()}
        return scores


def train(config: SentimentConfig, data: Path) -> tuple[ModelSpec, Iterator[Checkpoint]]:
    """The spec, and the training checkpoint by checkpoint; the last one has the weights that did best on validation."""
    training, validation = examples(data, "training", config.shares), examples(data, "validation")
    words = [example for found in training.values() for example in found]
    spec = uniform(
        name=config.name, task="class", architecture="bidirectional", cell=config.cell, units=config.units,
        embedding=config.embedding, vocabulary=sentiment.vocabulary(words, config.vocabulary),
        letters=LettersSpec(ALPHABET, **config.letters), outputs=sentiment.CLASSES,
    )  # fmt: skip
    params, composition = first_weights(spec, config.seed), compose(spec)
    random, best = np.random.default_rng(config.seed), Best(params, config.memory)
    batches = sentiment.batches(
        {kind: (training[kind], share) for kind, share in config.shares.items()},
        WordTokenizer(spec.vocabulary), config.steps, config.batch, config.seed, config.spelled, config.mistyped,
    )  # fmt: skip

    def work() -> Iterator[tuple[float, dict[str, Array]]]:
        for step, batch in enumerate(batches):
            if step and step % EVERY == 0:
                best.look(spec, validation)
            masks = draw(random, params, batch, config.dropped, config.dropped_last)
            yield loss_and_gradients(composition, params, batch, masks, config.middle)
            best.step()  # the weights have taken their step by now

    def checkpoints() -> Iterator[Checkpoint]:
        for reached in fit(params, work(), config.steps, config.rate, config.clip):
            yield reached
        best.look(spec, validation)
        yield reached._replace(params=best.kept)

    return spec, checkpoints()
