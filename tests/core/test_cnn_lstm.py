"""The letters in front of the LSTM: which filter fired how strongly and where, against plain loops."""

import numpy as np

from lstm_core import build
from tests.core.cell_checks import LETTERS, small_model

TEXT = "dog Frannce q ЖЖ " + "ab" * 40  # known, misspelt, one letter, letters it lacks, longer than is read


def test_each_filter_fires_where_it_matches_best() -> None:
    model = small_model(dtype="float64", kind="cnn_lstm")
    p = {name.removeprefix("letters."): value for name, value in model.params.items() if name.startswith("letters.")}
    trace = model.trace(TEXT)
    (filters, layer) = trace.layers
    assert (filters.name, filters.cell, filters.units) == ("letters", "letter-cnn", LETTERS.filters)
    assert filters.initial == {}
    words = ["dog", "frannce", "q", "\x00\x00", "ab" * 15]  # \x00: any letter that the alphabet lacks
    assert [token.known for token in trace.tokens] == [True, False, False, False, False]
    silent = 0
    for t, word in enumerate(words):
        letters = f"\x02{word}\x03"
        e = [
            np.zeros(LETTERS.dim),
            *(p["C"][LETTERS.alphabet.index(letter)] for letter in letters),
            np.zeros(LETTERS.dim),
        ]
        match = np.array(
            [
                [
                    k + sum(K[:, j] @ e[at + j] for j in range(LETTERS.width))
                    for K, k in zip(p["K"], p["k"], strict=True)
                ]
                for at in range(len(letters))
            ]
        )  # (L, F)
        fired = np.maximum(match.max(axis=0), 0)
        np.testing.assert_allclose(trace["letters.fired"][t], fired, rtol=0, atol=1e-12)
        np.testing.assert_array_equal(trace["letters.at"][t], match.argmax(axis=0))
        np.testing.assert_allclose(layer.signals["x"][t], p["P"] @ fired + p["p"], rtol=0, atol=1e-12)
        silent += int((fired == 0).sum())
    assert silent < len(words) * LETTERS.filters / 2


def test_a_known_word_is_read_by_its_letters_too() -> None:
    """The word table serves the output alone: other rows of it change what is said, and no state."""
    model = small_model(dtype="float64", kind="cnn_lstm")
    before = model.trace(TEXT)
    turned = dict(model.params) | {"embedding.E": model.params["embedding.E"][::-1].copy()}
    after = build(model.spec, turned).trace(TEXT)
    assert np.array_equal(before["layer0.h"], after["layer0.h"])
    assert before.predictions != after.predictions
