"""A decoder is stepped: symbol by symbol, with its own words or with others put into its mouth."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_core.functional import softmax
from lstm_core.layers.codes import Codes
from lstm_core.models.composition import READER, SAID
from lstm_core.models.writing import END, WritingRun, limit
from tests.core.cell_checks import KINDS, small_model

TEXT = KINDS["encoder_decoder"].text


@pytest.mark.parametrize("said", [(END, 3, 1, 1), (END, END, 2, 5)])
def test_words_put_into_its_mouth_are_those_of_teacher_forcing(said: tuple[int, ...]) -> None:
    model = small_model("lstm", "float64", kind="encoder_decoder")
    run = model.run(TEXT, top=6)
    assert isinstance(run, WritingRun)
    stepped = [dict(run.writer.step(symbol)) for symbol in said]
    ids = np.array([token.id for token in run.read])[:, None]
    done = model.composition.forward(model.params, {READER: Codes(ids), SAID: Codes(np.array(said)[:, None])})
    logits, _ = model.composition.output.forward(model.params, done.heard[:, 0])
    for told, expected in zip(stepped, softmax(logits), strict=True):
        assert [told[symbol] for symbol in model.spec.outputs] == pytest.approx(expected.tolist(), abs=1e-13)


def test_a_run_computes_no_more_than_it_is_asked_for() -> None:
    model = small_model("lstm", "float64", kind="encoder_decoder")
    whole, run = model.trace(TEXT), model.run(TEXT)
    assert isinstance(run, WritingRun)
    read = len(run.read)
    run.advance(0, read)
    assert run.writer.steps == 0
    run.advance(0, read + 2)
    assert run.writer.steps == 2
    assert run.predictions(read, read + 2) == list(whole.predictions[read : read + 2])
    assert len(run) == len(whole)
    assert run.writer.steps == len(whole) - read <= limit(read)
