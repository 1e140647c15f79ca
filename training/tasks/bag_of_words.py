"""What a bag of words gets: logistic regression on how often each word occurs, to compare a network's score with.

    p(positive | words) = σ(Σ_words w_word + b)
    loss = mean over the examples of −log p(label) + ½·λ·|w|²

The order of the words is not seen, so a negation or a turn of a sentence is not either. λ is chosen on validation.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_core.functional import Array, sigmoid
from lstm_core.optim import Adam, cosine
from training.tasks.sentiment import Example

STEPS = 400  # of Adam on the whole training set, enough to converge at every λ below
RATE = 0.1
PENALTIES = (1e-2, 3e-3, 1e-3, 3e-4, 1e-4, 3e-5)


class BagOfWords:
    """Weights by word; words that training lacks count nothing."""

    def __init__(self, words: Sequence[str]) -> None:
        self.ids = {word: n for n, word in enumerate(words)}
        self.params = {"w": np.zeros(len(words)), "b": np.zeros(1)}

    def _bags(self, examples: Sequence[Example]) -> tuple[Array, Array]:
        """(row, word id) of every known word of the examples."""
        pairs = [
            (row, id_)
            for row, example in enumerate(examples)
            for word in example.words
            if (id_ := self.ids.get(word.casefold())) is not None
        ]
        found = np.array(pairs, np.int64).reshape(-1, 2)
        return found[:, 0], found[:, 1]

    def _scores(self, rows: Array, ids: Array, count: int) -> Array:
        return np.bincount(rows, self.params["w"][ids], count) + self.params["b"]

    def fit(self, examples: Sequence[Example], penalty: float) -> BagOfWords:
        """Minimises the loss of this file's head on ``examples``; returns itself."""
        rows, ids = self._bags(examples)
        labels = np.array([example.label for example in examples], np.float64)
        adam, N, V = Adam(self.params), len(examples), len(self.ids)
        for step in range(STEPS):
            d = (sigmoid(self._scores(rows, ids, N)) - labels) / N  # (N,)
            grads = {"w": np.bincount(ids, d[rows], V) + penalty * self.params["w"], "b": d.sum(keepdims=True)}
            adam.step(grads, cosine(step, STEPS, RATE))
        return self

    def accuracy(self, examples: Sequence[Example]) -> float:
        """The share of ``examples`` on whose label's side the score lies; a score of 0 counts as negative."""
        rows, ids = self._bags(examples)
        said = self._scores(rows, ids, len(examples)) > 0
        return float(np.mean(said == np.array([example.label for example in examples])))


def fit(training: Sequence[Example], validation: Sequence[Example]) -> tuple[BagOfWords, float]:
    """(the model, λ): of the λ tried, the one that is right most often on ``validation``; of equals the larger."""
    words = list(dict.fromkeys(word.casefold() for example in training for word in example.words))
    fitted = [(BagOfWords(words).fit(training, penalty), penalty) for penalty in PENALTIES]
    return max(fitted, key=lambda pair: pair[0].accuracy(validation))
