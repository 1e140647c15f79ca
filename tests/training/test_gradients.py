"""Every backward pass against central differences, in float64: layers and whole losses; cells: core/test_every_cell."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from lstm_core import cells
from lstm_core.layers import conv1d, dense, embedding, letters
from lstm_core.models import LettersSpec, ModelSpec, compose, shapes_of, uniform
from tests.core.cell_checks import slope
from training.pairs import END, Pair, batch, table
from training.reader import Batch, loss_and_gradients
from training.translator import loss_and_gradients as translate

ALPHABET = "\x02\x03\x01abcdefgh"


def agree(loss: Callable[[], float], arrays: dict[str, np.ndarray], grads: dict[str, np.ndarray], random) -> None:
    for name, array in arrays.items():
        assert grads[name].shape == array.shape, name
        for _ in range(4):
            place = tuple(int(random.integers(n)) for n in array.shape)
            assert grads[name][place] == pytest.approx(slope(loss, array, place), abs=2e-8), (name, place)


@pytest.fixture
def random() -> np.random.Generator:
    return np.random.default_rng(7)


def test_dense(random) -> None:
    W, b, x, r = random.normal(size=(3, 4)), random.normal(size=3), random.normal(size=(2, 5, 4)), None
    r = random.normal(size=(2, 5, 3))
    dx, dW, db = dense.backward(W, x, r)
    agree(
        lambda: float((dense.forward(W, b, x) * r).sum()), {"W": W, "b": b, "x": x}, {"W": dW, "b": db, "x": dx}, random
    )


def test_embedding_adds_up_rows_that_are_read_twice(random) -> None:
    E, ids, r = random.normal(size=(5, 3)), np.array([4, 1, 4, 0]), random.normal(size=(4, 3))
    dE = embedding.backward(5, ids, r)
    agree(lambda: float((embedding.forward(E, ids) * r).sum()), {"E": E}, {"E": dE}, random)
    np.testing.assert_allclose(dE[4], r[0] + r[2])
    assert not dE[2].any()


def test_convolution_by_hand_and_by_differences(random) -> None:
    y = conv1d.forward(np.array([[[1.0, 10.0, 100.0]]]), np.array([0.5]), np.array([[[1.0], [2.0], [3.0]]]))
    np.testing.assert_array_equal(y[0, :, 0], [210.5, 321.5, 32.5])
    K, k, x = random.normal(size=(3, 2, 3)), random.normal(size=3), random.normal(size=(2, 6, 2))
    r = random.normal(size=(2, 6, 3))
    dx, dK, dk = conv1d.backward(K, x, r)
    agree(
        lambda: float((conv1d.forward(K, k, x) * r).sum()),
        {"K": K, "k": k, "x": x},
        {"K": dK, "k": dk, "x": dx},
        random,
    )


def letter_params(random, D: int = 4) -> dict[str, np.ndarray]:
    shapes = {"C": (len(ALPHABET), 3), "K": (5, 3, 3), "k": (5,), "P": (D, 5), "p": (D,)}
    return {name: random.normal(size=shape) for name, shape in shapes.items()}


def test_letters(random) -> None:
    params, r = letter_params(random), random.normal(size=(3, 4))
    codes, lengths = letters.codes(["abba", "Ha!", "g"], ALPHABET)
    _, cache = letters.forward(params, codes, lengths)
    agree(
        lambda: float((letters.forward(params, codes, lengths)[0] * r).sum()),
        params,
        letters.backward(params, cache, r),
        random,
    )


def test_a_word_reads_the_same_alone_and_beside_longer_ones(random) -> None:
    params = letter_params(random)
    together, _ = letters.forward(params, *letters.codes(["ab", "abcdefgh"], ALPHABET))
    alone, _ = letters.forward(params, *letters.codes(["ab"], ALPHABET))
    np.testing.assert_allclose(together[0], alone[0], atol=1e-14)


def reader(cell: str, layers: int = 1, architecture: str = "stacked") -> ModelSpec:
    return uniform(
        "small", "next-word", architecture, cell, 5, 4, tuple("abcdefg"), layers=layers, dtype="float64",
        letters=LettersSpec(ALPHABET, 3, 3, 5),
    )  # fmt: skip


def randomly(spec: ModelSpec, random) -> dict[str, np.ndarray]:
    return {name: random.normal(size=shape) for name, shape in shapes_of(spec).items()}


@pytest.mark.parametrize("layers", [1, 3])
@pytest.mark.parametrize("name", cells.names())
def test_the_readers_whole_loss(name: str, layers: int, random) -> None:
    spec = reader(name, layers)
    params, parts = randomly(spec, random), compose(spec)
    asked = Batch(
        np.array([[1, 2], [-1, 6], [3, -2], [5, 0]]), ["bad", "cage"],
        np.array([0, 1, 2, 0]), np.array([0, 0, 0, 1]), np.array([4, 3, 5, 6]), np.array([1.0, 8.0, 1.0, 2.0]),
    )  # fmt: skip
    _, grads = loss_and_gradients(parts, params, asked)
    assert set(grads) == set(params)
    agree(lambda: loss_and_gradients(parts, params, asked)[0], params, grads, random)
    _, grads = loss_and_gradients(parts, params, asked, dropout=0.4)  # the same is dropped each time
    agree(lambda: loss_and_gradients(parts, params, asked, dropout=0.4)[0], params, grads, random)


def test_the_loss_of_a_reader_of_letters_alone(random) -> None:
    """Every word is spelled; the table serves the output."""
    spec = reader("lstm", 2, "cnn_lstm")
    params, parts = randomly(spec, random), compose(spec)
    asked = Batch(
        np.array([[-1, -2], [-3, -1], [-2, 0]]), ["bad", "cage", "a"],
        np.array([0, 1, 1]), np.array([0, 0, 1]), np.array([4, 3, 5]), np.array([1.0, 8.0, 1.0]),
    )  # fmt: skip
    _, grads = loss_and_gradients(parts, params, asked)
    assert set(grads) == set(params)
    agree(lambda: loss_and_gradients(parts, params, asked)[0], params, grads, random)


@pytest.mark.parametrize("name", cells.names())
def test_an_encoder_decoder_through_its_hand_over(name: str, random) -> None:
    """A symbol that the table lacks, a symbol read twice, targets of two lengths."""
    spec = uniform(
        "small", "transduce", "encoder_decoder", name, 4, 3, ("-", "a", "b", "c", "d"), dtype="float64",
        outputs=(END, "x", "y", "z"),
    )  # fmt: skip
    params, parts = randomly(spec, random), compose(spec)
    pairs = [Pair(("a", "b", "?"), ("x",)), Pair(("c", "c", "a"), ("y", "x", "y"))]
    made = batch(pairs, table(spec.vocabulary), table(spec.outputs))
    assert made.source[2, 0] == -1
    _, grads = translate(parts, params, made)
    assert set(grads) == set(params)
    agree(lambda: translate(parts, params, made)[0], params, grads, random)
