"""The letters' loss: its gradient over layers and carried states, its score, and a text learnt by heart."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_core.functional import log_softmax
from lstm_core.models import ModelSpec, build, compose, uniform
from lstm_core.models.first_weights import first_weights
from training import letters
from training.fit import fit
from training.tasks import shakespeare
from training.tasks.shakespeare import StreamBatch

TEXT = "abcbb↵" * 30
SYMBOLS = ("↵", "a", "b", "c")


def spec(cell: str = "lstm", layers: int = 1, dtype: str = "float64") -> ModelSpec:
    return uniform(
        name="small", task="next-letter", architecture="stacked", cell=cell, units=5, embedding=3, vocabulary=SYMBOLS,
        reads="letters", layers=layers, dtype=dtype,
    )  # fmt: skip


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("layers", [1, 2])
def test_the_gradient_agrees_with_differences(cell: str, layers: int) -> None:
    random, parts = np.random.default_rng(1), compose(spec(cell, layers))
    params = first_weights(spec(cell, layers), 3)
    states = letters.read(parts, params, random.integers(0, 4, (3, 2)), None)[1]
    batch = StreamBatch(random.integers(0, 4, (4, 2)), random.integers(0, 4, (4, 2)), fresh=False)
    grads = letters.loss_and_gradients(parts, params, batch, states)[1]
    assert set(grads) == set(params)
    for name, array in params.items():
        place = tuple(int(random.integers(n)) for n in array.shape)
        kept, ends = array[place], []
        for step in (1e-6, -1e-6):
            array[place] = kept + step
            ends.append(letters.loss_and_gradients(parts, params, batch, states)[0])
        array[place] = kept
        assert grads[name][place] == pytest.approx((ends[0] - ends[1]) / 2e-6, abs=1e-8), name


def test_a_batch_goes_on_where_the_one_before_ended() -> None:
    params, parts = first_weights(spec(layers=2), 1), compose(spec(layers=2))
    ids = shakespeare.encode(TEXT, SYMBOLS)[:13, None]
    whole = StreamBatch(ids[:12], ids[1:], fresh=True)
    halves = [StreamBatch(ids[:6], ids[1:7], fresh=True), StreamBatch(ids[6:12], ids[7:], fresh=False)]
    losses = [loss for loss, _ in letters.work(parts, params, iter([whole, *halves]))]
    assert losses[0] == pytest.approx((losses[1] + losses[2]) / 2, abs=1e-12)
    afresh = [halves[0], halves[1]._replace(fresh=True)]
    assert losses[2] != pytest.approx([loss for loss, _ in letters.work(parts, params, iter(afresh))][1], abs=1e-6)


def test_bits_and_states_are_those_of_the_model() -> None:
    params = first_weights(spec(layers=2), 2)
    model = build(spec(layers=2), params)
    text = TEXT[:25]
    ids = shakespeare.encode(text, SYMBOLS)
    h = model.trace(text.replace("↵", "\n"), top=4).layers[-1].signals["h"]
    for state in ("h", "c"):
        found = letters.states_of(model.composition, params, ids, state)
        np.testing.assert_allclose(found, model.trace(text, top=4).layers[-1].signals[state], atol=1e-12)
    log_p = log_softmax(h @ params["head.O"].T + params["head.b"])[np.arange(24), ids[1:]]
    assert letters.bits(model.composition, params, ids) == pytest.approx(-log_p.mean() / np.log(2), abs=1e-12)


def test_blocks_change_nothing() -> None:
    params, parts = first_weights(spec(), 2), compose(spec())
    ids = shakespeare.encode(TEXT, SYMBOLS)
    pieces = [done.heard[:, 0] for done in letters.read_on(parts, params, ids, block=7)]
    np.testing.assert_allclose(np.concatenate(pieces), letters.states_of(parts, params, ids, "h"), atol=1e-12)


def test_a_text_is_learnt_by_heart() -> None:
    params, parts = first_weights(spec(dtype="float32"), 1), compose(spec(dtype="float32"))
    ids = shakespeare.encode(TEXT, SYMBOLS)
    before = letters.bits(parts, params, ids)
    for reached in fit(params, letters.work(parts, params, shakespeare.streams(ids, 4, 20, 300)), 300, 0.03):
        assert reached.params is params
    assert before > 1.5
    assert letters.bits(parts, params, ids) < 0.2
