"""Derivatives through time against PyTorch's autograd: see tests/fixtures/make_torch_gradients.py."""

from __future__ import annotations

import numpy as np
import pytest

from lstm_core.models.gradients import Target
from lstm_core.models.run import Run
from lstm_core.models.through_time import every_target, through_time
from tests.core.foreign import load
from tests.core.test_against_torch_models import CELLS, SAID, Arrays, layer, model, part, text

TOLERANCE = 1e-10


@pytest.fixture(scope="module")
def models() -> Arrays:
    return load("torch_models")


@pytest.fixture(scope="module")
def derivatives() -> Arrays:
    return load("torch_gradients")


def stacked(given: Arrays, cell: str) -> Run:
    params = {"embedding.E": given["embedding.weight"], "head.b": given["up.bias"]}
    params |= {"head.P": given["down.weight"], "head.p": given["down.bias"]}
    params |= layer(given, "rnn", "layer0", cell) | layer(given, "rnn", "layer1", cell, "l1")
    return model("stacked", cell, params, layers=2).run(text(given["ids"]))


def bidirectional(given: Arrays, cell: str) -> Run:
    params = {"embedding.E": given["embedding.weight"], "head.O": given["head.weight"], "head.b": given["head.bias"]}
    params |= layer(given, "rnn", "forward", cell) | layer(given, "rnn", "backward", cell, "l0_reverse")
    return model("bidirectional", cell, params, task="class", outputs=("good", "bad", "no")).run(text(given["ids"]))


def encoder_decoder(given: Arrays, cell: str) -> Run:
    params = {"source.E": given["source.weight"], "target.E": given["target.weight"]}
    params |= {"head.O": given["head.weight"], "head.b": given["head.bias"]}
    params |= layer(given, "encoder", "encoder", cell) | layer(given, "decoder", "decoder", cell)
    return model("encoder_decoder", cell, params, task="transduce", outputs=SAID).run(text(given["2.ids"]))


RUNS = {"stacked2": stacked, "bidirectional": bidirectional, "encoder_decoder": encoder_decoder}


@pytest.mark.parametrize("cell", CELLS)
@pytest.mark.parametrize("kind", RUNS)
def test_every_prediction_by_everything_before(models: Arrays, derivatives: Arrays, kind: str, cell: str) -> None:
    run = RUNS[kind](part(models, f"{kind}-{cell}/"), cell)
    expected = part(derivatives, f"{kind}-{cell}/")
    targets = every_target(run)
    answer = run.answer()
    if kind == "bidirectional":
        assert answer is not None
        targets += (Target(None, answer["text"]),)
    found = through_time(run, targets)
    assert len(expected) >= 3
    for name, rows in expected.items():
        ours = found.rows(*name.split("."))
        assert ours.dtype == rows.dtype == np.float64
        scale = np.abs(rows).max()
        assert scale > 0
        np.testing.assert_allclose(ours.swapaxes(0, 1), rows, rtol=0, atol=TOLERANCE * scale)
