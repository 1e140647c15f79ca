"""Surprise: by hand from the head's own probabilities, in whatever block it is computed."""

from __future__ import annotations

import json

import numpy as np
import pytest

import lstm_core
from lstm_core import Model, Trace, build
from lstm_core.functional import Array
from lstm_core.models import Writing
from tests.core.cell_checks import KINDS, small_model

TELLING = ("vanilla", "vanilla-letters", "stacked-3", "cnn_lstm")
SENTENCE = "Anna grew up in France and after all these yeers she still speaks fluent French ."


def by_hand(model: Model, text: str) -> Array:
    """−log₂ of the softmax's entry for each next token, in float64 from the hidden states and the parameters."""
    run = model.run(text)
    run.advance(0, len(run))
    h = np.concatenate([run.started[name].output for name in model.composition.heard], axis=1).astype(np.float64)
    z, _ = model.composition.output.forward({k: v.astype(np.float64) for k, v in model.params.items()}, h)
    whole = np.logaddexp.reduce(z, axis=1)  # log Σ e^z
    ids = [token.id for token in run.read]
    after = [np.nan if place is None else (whole[t] - z[t, place]) / np.log(2) for t, place in enumerate(ids[1:])]
    return np.array([np.nan, *after])


@pytest.mark.parametrize("kind", TELLING)
@pytest.mark.parametrize("length", ["text", "long"])
def test_it_is_what_the_probabilities_say(kind: str, length: str) -> None:
    model, text = small_model("lstm", kind=kind), getattr(KINDS[kind], length)
    found = model.trace(text).surprise
    assert found is not None
    np.testing.assert_allclose(found, by_hand(model, text), rtol=0, atol=1e-5)


@pytest.mark.parametrize("name", ["reader-32", "reader-128", "charcnn-lstm", "shakespeare"])
def test_of_shipped_models_in_trace_stream_and_resumed_stream(name: str) -> None:
    model = lstm_core.load(name)
    found = model.trace(SENTENCE).surprise
    assert found is not None
    assert len(found) == len(model.encode(SENTENCE))
    np.testing.assert_allclose(found, by_hand(model, SENTENCE), rtol=0, atol=1e-5)
    for start in (0, 1, 2, 7, len(found) - 1):
        streamed = [step.surprise for step in model.steps(SENTENCE, start=start)]
        np.testing.assert_allclose(np.array(streamed, float), found[start:], rtol=0, atol=1e-6)
    unknown = [token.id is None for token in model.encode(SENTENCE)]
    assert np.isnan(found).tolist() == [True, *unknown[1:]]
    assert any(unknown) == (name != "shakespeare")


def test_of_what_it_writes_itself_it_tells_at_temperature_1_among_all() -> None:
    model = lstm_core.load("reader-32")
    trace = model.write("The old man", 20, 1.5, 30, 4)
    found, together = trace.surprise, model.trace("The old man" + trace.written).surprise
    assert found is not None
    assert together is not None
    np.testing.assert_allclose(found, together, rtol=0, atol=1e-6)
    for t in range(3, 23):
        p = dict(trace.predictions[t - 1]).get(trace.tokens[t].text)
        assert p is None or found[t] == pytest.approx(-np.log2(p), abs=1e-5)
    greedy = model.write("The old man", 20)
    assert greedy.surprise is not None
    expected = [-np.log2(top[0][1]) for top in greedy.predictions[2:-1]]
    np.testing.assert_allclose(greedy.surprise[3:], expected, rtol=0, atol=1e-9)


def test_far_logits_neither_overflow_nor_vanish() -> None:
    small = small_model("lstm", kind="vanilla")
    params = dict(small.params) | {"head.b": np.linspace(-900, 900, 16).astype(np.float32)}
    model = build(small.spec, params)
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        found = model.trace(KINDS["vanilla"].text).surprise
        wrote = model.write("I grew", 3, 0.5)
    assert found is not None
    np.testing.assert_allclose(found, by_hand(model, KINDS["vanilla"].text), rtol=1e-6)
    assert 2_000 < np.nanmax(found) < 3_000
    assert [token.text for token in wrote.tokens if token.written] == ["'s"] * 3


def test_perplexity_is_two_to_the_mean() -> None:
    trace = small_model("lstm").trace("I zzz grew in France")
    assert trace.surprise is not None
    assert np.isnan(trace.surprise).tolist() == [True, True, False, False, False]
    assert trace.perplexity == pytest.approx(2 ** (trace.surprise[2:].sum() / 3), rel=1e-12)
    wrote = small_model("lstm").write("I zzz grew in France", 5, 1)
    assert wrote.perplexity == pytest.approx(trace.perplexity, rel=1e-6)
    for text in ("I", "zzz", "I zzz"):
        assert small_model("lstm").trace(text).perplexity is None


@pytest.mark.parametrize("kind", ["vanilla-numbers", "bidirectional", "encoder_decoder"])
def test_where_nothing_is_expected_nothing_is_told(kind: str) -> None:
    model, text = small_model("lstm", kind=kind), KINDS[kind].text
    trace = model.trace(text)
    assert (trace.surprise, trace.perplexity) == (None, None)
    assert "surprise" not in trace.to_dict()
    assert all("surprise" not in step.to_dict(trace.layout) for step in model.steps(text))
    if kind == "vanilla-numbers":
        assert "surprise" not in model.write(text, 3).to_dict()


def test_the_documents_null_is_nan() -> None:
    model = small_model("lstm")
    trace = model.trace("I zzz grew")
    told = json.loads(trace.to_json())
    assert list(told)[-3:] == ["top", "leads", "surprise"]
    assert told["surprise"][:2] == [None, None]
    assert told["surprise"][2] == trace.to_dict()["surprise"][2] > 0
    read = Trace.from_json(trace.to_json())
    assert read.surprise is not None
    assert read.surprise.tobytes() == np.array([np.nan, np.nan, told["surprise"][2]]).tobytes()
    steps = [step.to_dict(trace.layout) for step in model.steps("I zzz grew")]
    assert [step["surprise"] for step in steps[:2]] == [None, None]
    assert steps[2]["surprise"] == pytest.approx(told["surprise"][2], abs=1e-6)
    del told["surprise"]  # a document from before it was told
    assert Trace.from_json(json.dumps(told)).surprise is None


@pytest.mark.parametrize("top", [1, 10])
def test_it_does_not_depend_on_how_many_are_told(top: int) -> None:
    model = lstm_core.load("reader-32")
    found = model.run(SENTENCE, top=top, writing=Writing(3, 1)).trace().surprise
    usual = model.run(SENTENCE, top=5, writing=Writing(3, 1)).trace().surprise
    assert found is not None
    assert usual is not None
    np.testing.assert_allclose(found, usual, rtol=0, atol=1e-6)
