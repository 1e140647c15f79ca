"""A recurrent layer reads each text of a batch from its own end, whatever is padded."""

import numpy as np
import pytest

from lstm_core.layers.base import Given
from lstm_core.layers.recurrent import Recurrent, turned
from tests.core.cell_checks import random_params


def test_each_text_is_turned_within_its_own_length() -> None:
    rows, lengths = np.array([[[1], [4]], [[2], [5]], [[3], [0]]]), np.array([3, 2])
    found = turned(rows, lengths)
    np.testing.assert_array_equal(found[..., 0].T, [[3, 2, 1], [5, 4, 0]])
    np.testing.assert_array_equal(turned(found, lengths), rows)
    np.testing.assert_array_equal(turned(rows, None), rows[::-1])


@pytest.mark.parametrize("direction", ["forward", "backward"])
def test_a_padded_batch_computes_and_derives_what_its_texts_do_alone(direction: str) -> None:
    random = np.random.default_rng(4)
    layer = Recurrent("layer0", "lstm", 4, 3, direction)
    weights = layer.prepare(random_params(layer.parameters(), 1))
    lengths = np.array([5, 2, 3])
    x, dh = random.standard_normal((5, 3, 3)), random.standard_normal((5, 3, 4))
    dh[np.arange(5)[:, None] >= lengths] = 0  # nothing is asked of what is padded
    together = layer.start(weights, Given(x, lengths=lengths))
    together.advance(0, 5)
    back = together.backward(dh, keep=True)
    params = {name: np.zeros_like(grad) for name, grad in back.params.items()}
    for b, T in enumerate(lengths):
        alone = layer.start(weights, Given(x[:T, b]))
        alone.advance(0, T)
        np.testing.assert_allclose(together.output[:T, b], alone.output, rtol=0, atol=1e-14)
        own = alone.backward(dh[:T, b], keep=True)
        np.testing.assert_allclose(back.x[:T, b], own.x, rtol=0, atol=1e-13)
        for state, rows in own.states.items():
            np.testing.assert_allclose(back.states[state][:T, b], rows, rtol=0, atol=1e-13)
        for name, grad in own.params.items():
            params[name] += grad
    for name, grad in back.params.items():
        np.testing.assert_allclose(grad, params[name], rtol=0, atol=1e-12, err_msg=name)
