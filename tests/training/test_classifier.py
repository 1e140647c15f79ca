"""The classifier's loss: its gradient through both directions, its verdict, its running mean, and a negation learnt."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_core.models import LettersSpec, ModelSpec, build, compose, uniform
from lstm_core.models.first_weights import first_weights
from lstm_core.tokenizer import WordTokenizer
from training import classifier, sentiment
from training.fit import fit
from training.tasks.sentiment import ClassBatch, Example, batches, encode

ALPHABET = "\x02\x03\x01abcdefghijklmnopqrstuvwxyz"
WORDS = ("it", "is", "not", "good", "dull", ".")


def spec(cell: str = "lstm", dtype: str = "float64") -> ModelSpec:
    return uniform(
        name="small", task="class", architecture="bidirectional", cell=cell, units=4, embedding=3, vocabulary=WORDS,
        letters=LettersSpec(ALPHABET, 3, 3, 4), outputs=("negative", "positive"), dtype=dtype,
    )  # fmt: skip


def sentences() -> list[Example]:
    texts = {"it is good": 1, "it is not good .": 0, "dull": 0, "it is not dreary": 1, "not dull": 1, "goodish": 1}
    return [Example(tuple(text.split()), label) for text, label in texts.items()]


def small_batch() -> ClassBatch:
    return encode(sentences(), WordTokenizer(WORDS))


@pytest.mark.parametrize("cell", ["lstm", "gru"])
def test_the_gradient_agrees_with_differences(cell: str) -> None:
    random, parts, batch = np.random.default_rng(1), compose(spec(cell)), small_batch()
    params = first_weights(spec(cell), 3)
    masks = classifier.draw(random, params, batch, 0.3, 0.3)
    loss = lambda: classifier.loss_and_gradients(parts, params, batch, masks, 0.3)  # noqa: E731
    grads = loss()[1]
    assert set(grads) == set(params)
    for name, array in params.items():
        for _ in range(3):
            place = tuple(int(random.integers(n)) for n in array.shape)
            kept, ends = array[place], []
            for step in (1e-6, -1e-6):
                array[place] = kept + step
                ends.append(loss()[0])
            array[place] = kept
            assert grads[name][place] == pytest.approx((ends[0] - ends[1]) / 2e-6, abs=1e-8), (name, place)


def test_a_batch_without_spelled_words_leaves_the_letters_alone() -> None:
    batch = encode([Example(("not", "good"), 0)], WordTokenizer(WORDS))
    params = first_weights(spec(), 3)
    masks = classifier.draw(np.random.default_rng(1), params, batch, 0.0, 0.0)
    _, grads = classifier.loss_and_gradients(compose(spec()), params, batch, masks, 0.2)
    assert set(grads) == set(params)
    assert not any(grads[name].any() for name in grads if name.startswith("letters."))


def test_the_verdict_and_the_belief_at_a_word_are_the_models_own() -> None:
    params, batch, parts = first_weights(spec(), 5), small_batch(), compose(spec())
    model = build(spec(), params)
    p = np.exp(classifier.log_probabilities(parts, params, batch))
    middle = batch.lengths // 2
    heard = parts.forward(params, classifier.codes(batch), batch.lengths).heard
    seen = heard[middle, np.arange(len(middle))]
    for b, example in enumerate(sentences()):
        trace = model.trace(" ".join(example.words))
        assert dict(map(tuple, trace.answer["top"]))["positive"] == pytest.approx(p[b, 1], abs=1e-12)
        states = [layer.signals["h"][middle[b]] for layer in trace.layers]
        np.testing.assert_allclose(seen[b], np.concatenate(states), atol=1e-12)


def test_masks_drop_their_share_and_keep_the_mean() -> None:
    batch = encode([Example(("it",) * 400, 0)] * 20, WordTokenizer(WORDS))
    masks = classifier.draw(np.random.default_rng(1), first_weights(spec(dtype="float32"), 1), batch, 0.25, 0.5)
    assert masks.x.dtype == np.float32
    assert np.unique(masks.x).tolist() == pytest.approx([0, 4 / 3])
    assert masks.x.mean() == pytest.approx(1, abs=0.02)
    assert np.unique(masks.last).tolist() == [0, 2]
    assert ((masks.middle >= 0) & (masks.middle < 400)).all()
    assert len(set(masks.middle)) > 10


def test_the_best_mean_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    params = {"w": np.zeros(1)}
    best, scores = sentiment.Best(params, 0.5), iter([0.6, 0.9, 0.7])
    monkeypatch.setattr(sentiment, "accuracy", lambda *_: next(scores))
    for value in (4.0, 8.0, 100.0):
        params["w"][:] = value
        best.step()
        best.look(spec(), {"own": []})
    # The first step leaves 1/11 of the mean 0, the second 2/12, later ones at most ½.
    first = 4 * 10 / 11
    assert best.kept["w"][0] == pytest.approx(first / 6 + 8 * 5 / 6)
    assert best.score == 0.9


def test_a_negation_is_learnt() -> None:
    chosen = spec(dtype="float32")
    params, random = first_weights(chosen, 1), np.random.default_rng(1)
    tokenizer = WordTokenizer(WORDS)

    def work():
        for batch in batches({"all": (sentences(), 1.0)}, tokenizer, 300, 6, 1, spelled=0.0, mistyped=0.0):
            masks = classifier.draw(random, params, batch, 0.0, 0.0)
            yield classifier.loss_and_gradients(compose(chosen), params, batch, masks, 0.2)

    assert [reached.step for reached in fit(params, work(), 300, 0.03)] == list(range(1, 301))
    assert sentiment.accuracy(chosen, params, sentences()) == 1.0
    assert sentiment.probabilities(chosen, params, sentences()[:2])[:, 1] == pytest.approx([1, 0], abs=0.1)
