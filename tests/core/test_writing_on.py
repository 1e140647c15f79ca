"""A model that writes on: what it says is what it reads next, on one time line, however its steps are computed."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

import numpy as np
import pytest

import lstm_core
from lstm_core import Model, Trace, build
from lstm_core.arithmetic import explain
from lstm_core.errors import InputError, NotFoundError
from lstm_core.models import Writing, shapes_of, uniform
from lstm_core.models.going_on import GoingOnRun
from lstm_core.models.head import Head
from lstm_core.models.number_reader import LARGEST
from tests import one_file_layer
from tests.core.cell_checks import KINDS, again, random_params, small_model

SYMBOLS = ("vanilla", "vanilla-letters", "stacked-3", "cnn_lstm")  # a choice among what can be said
WRITERS = (*SYMBOLS, "vanilla-numbers")
GREEDY, SAMPLED = Writing(12), Writing(12, 0.9, 7, 5)
WAYS = [pytest.param(kind, writing, id=f"{kind}-{name}") for name, writing in (("greedy", GREEDY), ("sampled", SAMPLED))
        for kind in (WRITERS if writing is GREEDY else SYMBOLS)]  # fmt: skip


@cache
def model_of(kind: str, dtype: str = "float32", cell: str = "lstm") -> Model:
    return small_model(cell, dtype, kind=kind)


@cache
def trace_of(kind: str, writing: Writing) -> Trace:
    return model_of(kind).run(KINDS[kind].text, writing=writing).trace()


def written(trace: Trace) -> list[str]:
    return [token.text for token in trace.tokens if token.written]


@pytest.mark.parametrize(("kind", "writing"), WAYS)
def test_what_is_said_is_read_next_on_the_same_layers(kind: str, writing: Writing) -> None:
    """By value: the trace of text and writing together, which a run of the usual kind computes, is this trace."""
    model, trace = model_of(kind), trace_of(kind, writing)
    read = len(model.encode(KINDS[kind].text))
    assert len(trace) == read + 12
    assert [token.role for token in trace.tokens] == [None] * read + ["written"] * 12
    together = model.trace(trace.text + trace.written)
    assert [token.text for token in together.tokens] == [token.text for token in trace.tokens]
    for layer, other in zip(trace.layers, together.layers, strict=True):
        for signal, rows in layer.signals.items():
            assert rows.tobytes() == other.signals[signal].tobytes(), (layer.name, signal)
    for top, other_top in zip(trace.predictions, together.predictions, strict=True):
        assert [symbol for symbol, _ in top] == [symbol for symbol, _ in other_top]
        assert [p for _, p in top] == pytest.approx([p for _, p in other_top], rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("kind", WRITERS)
def test_greedy_is_the_top_of_each_step(kind: str) -> None:
    trace = trace_of(kind, GREEDY)
    for t in range(len(trace) - 12, len(trace)):
        symbol, value = trace.predictions[t - 1][0]
        if kind == "vanilla-numbers":
            assert (symbol, float(trace.tokens[t].text)) == ("next", value)
            assert trace.tokens[t].text == repr(value).removesuffix(".0")
        else:
            assert trace.tokens[t].text == symbol


@pytest.mark.parametrize(("kind", "writing"), WAYS)
def test_step_by_step_and_resumed_anywhere_it_says_the_same(kind: str, writing: Writing) -> None:
    model, text, trace = model_of(kind), KINDS[kind].text, trace_of(kind, writing)
    T, read = len(trace), len(trace) - 12
    for start in (0, 1, read - 1, read, read + 1, T - 1, T):
        steps = list(model.steps(text, start=start, writing=writing))
        assert [step.t for step in steps] == list(range(start, T))
        for step in steps:
            whole = trace.step(step.t)
            assert step.block(trace.layout) == whole.block(trace.layout)
            assert step.token == whole.token == (trace.tokens[step.t] if step.t >= read else None)
            assert [symbol for symbol, _ in step.top] == [symbol for symbol, _ in whole.top]
            assert [p for _, p in step.top] == pytest.approx([p for _, p in whole.top], rel=1e-6, abs=1e-6)
            if trace.surprise is not None:
                assert step.surprise == pytest.approx(trace.surprise[step.t], abs=1e-6, nan_ok=True)


@pytest.mark.parametrize("kind", SYMBOLS)
def test_the_same_seed_says_the_same_and_another_another(kind: str) -> None:
    model, text = model_of(kind), KINDS[kind].text
    first = model.write(text, 12, 0.9, 7, 5)
    assert first.writing == SAMPLED
    assert written(first) == written(model.write(text, 12, 0.9, 7, 5, top=1)) == written(trace_of(kind, SAMPLED))
    assert written(model.write(text, 5, 0.9, 7, 5)) == written(first)[:5]
    assert len({tuple(written(model.write(text, 12, 0.9, 7, seed))) for seed in range(6)}) > 3


@pytest.mark.parametrize("kind", SYMBOLS)
def test_among_one_it_chooses_as_greedy_does(kind: str) -> None:
    model, text = model_of(kind), KINDS[kind].text
    assert written(model.write(text, 12, 2, 1, 99)) == written(trace_of(kind, GREEDY))
    assert model.write(text, 12, 0, 40, 99).writing == GREEDY


@pytest.mark.parametrize("name", ["reader-32", "charcnn-lstm", "shakespeare", "counter"])
def test_shipped_models_write_alike_here_and_step_by_step(name: str) -> None:
    model = lstm_core.load(name)
    text = {"counter": "aaab", "shakespeare": "ROMEO:\n"}.get(name, "The clouds are in the")
    for writing in (Writing(25), Writing(25, 0.8, 40, 7)):
        trace = model.run(text, writing=writing).trace()
        steps = list(model.steps(text, writing=writing))
        assert [step.token.text for step in steps if step.token] == written(trace)
        assert [token.id for token in model.encode(text + trace.written)] == [
            next(token.id for token in model.encode(read.text)) if name.startswith(("reader", "char")) else
            model.spec.vocabulary.index(read.text) for read in trace.tokens
        ]  # fmt: skip


def test_a_new_architecture_writes_too() -> None:
    spec = uniform("one", "next-letter", "averaged", "lstm", 4, 3, tuple("abc"), reads="letters", dtype="float64")
    assert spec.architecture == one_file_layer.AVERAGED.name
    model = build(spec, random_params(shapes_of(spec), 2))
    trace = model.write("abc", 6, 1, seed=4)
    assert np.array_equal(trace["average.m"], model.trace("abc" + trace.written)["average.m"])


# --- no more than is asked for


def test_nothing_is_computed_before_it_is_asked_for() -> None:
    model, text = model_of("vanilla"), KINDS["vanilla"].text
    run = model.run(text, writing=SAMPLED)
    assert isinstance(run, GoingOnRun)
    start = run.start_dict()
    assert (len(run), len(run.tokens), run.computed) == (len(run.read) + 12, len(run.read), 0)
    assert start["tokens"] == [token.to_dict() for token in run.reading.told]
    assert start["writing"] == {"words": 12, "temperature": 0.9, "top_k": 7, "seed": 5}
    assert start == trace_of("vanilla", SAMPLED).start_dict()
    steps = run.steps()
    for t in range(len(run.read) + 3):
        next(steps)
        assert run.computed <= max(t + 1, len(run.read))
    assert len(run.tokens) == len(run.read) + 3


@pytest.fixture
def rows(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many hidden states were turned into distributions, call by call."""
    counted: list[int] = []
    logits = Head.logits

    def counting(self: Head, h: np.ndarray) -> np.ndarray:
        counted.append(len(h))
        return logits(self, h)

    monkeypatch.setattr(Head, "logits", counting)
    return counted


@pytest.mark.parametrize("writing", [None, GREEDY, SAMPLED])
def test_no_distribution_is_computed_twice(rows: list[int], writing: Writing | None) -> None:
    model, text = model_of("vanilla"), KINDS["vanilla"].text
    T = len(model.run(text, writing=writing).trace())
    assert sum(rows) == T
    rows.clear()
    assert len(list(model.steps(text, writing=writing))) == sum(rows) == T
    rows.clear()
    list(model.steps(text, start=3))
    assert sum(rows) == len(model.encode(text)) - 2, "and what word 3 was expected to be"


# --- all that a trace is good for


@pytest.mark.parametrize("kind", WRITERS)
def test_a_valve_held_at_a_written_step(kind: str) -> None:
    model, text = model_of(kind), KINDS[kind].text
    free, read = trace_of(kind, GREEDY), len(trace_of(kind, GREEDY)) - 12
    clamp = f"layer0.i[2-5]@{read + 1}=1"
    held = model.write(text, 12, clamps=[clamp])
    gate = held["layer0.i"]
    assert (gate[read + 1, 2:6] == 1).all()
    assert not (gate[[read, read + 2], 2:6] == 1).any()
    assert np.array_equal(held["layer0.h"][: read + 1], free["layer0.h"][: read + 1])
    assert not np.array_equal(held["layer0.h"][read + 1], free["layer0.h"][read + 1])
    together = model.trace(text + held.written, [clamp])
    assert np.array_equal(held["layer0.h"], together["layer0.h"])
    assert written(held)[:1] == written(free)[:1]


def test_what_is_held_changes_what_is_written() -> None:
    model, text = lstm_core.load("reader-32"), "Anna grew up in France and after all these years she still speaks"
    free, held = model.write(text, 8), model.write(text, 8, clamps=["layer0.o@13=0"])  # as it reads the first
    assert written(held)[:1] == written(free)[:1]
    assert written(held)[1:] != written(free)[1:]


@pytest.mark.parametrize("kind", WRITERS)
def test_the_gradient_at_a_written_step_is_that_of_the_same_text_read(kind: str) -> None:
    model, text = model_of(kind, "float64"), KINDS[kind].text
    trace = model.write(text, 6)
    for t in (-1, len(trace) - 4, 2):
        found = model.gradient(text, t=t, writing=Writing(6))
        expected = model.gradient(text + trace.written, t=t)
        assert list(found) == list(expected)
        for layer, grads in found.items():
            for name, grad in grads.params.items():
                np.testing.assert_array_equal(grad, expected[layer].params[name], err_msg=f"{layer}.{name}")
            if grads.x is not None:
                np.testing.assert_array_equal(grads.x, expected[layer].x)
                assert grads.x[: len(trace) + t + 1 if t < 0 else t + 1].any(axis=1).sum() >= t
            for state, rows_ in grads.states.items():
                np.testing.assert_array_equal(rows_, expected[layer].states[state])


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
@pytest.mark.parametrize("kind", ["vanilla", "vanilla-numbers"])
def test_the_arithmetic_of_a_written_step_adds_up(kind: str, cell: str) -> None:
    model = model_of(kind, "float64", cell)
    trace = model.write(KINDS[kind].text, 5)
    for t in (len(trace) - 5, len(trace) - 1):
        told = explain(model, trace, t, 3, terms=["h"])
        assert told["token"] == trace.tokens[t].text
        for entry in told["signals"]:
            assert abs(again_all(entry) - float(trace[entry["signal"]][t, 3])) <= 1e-12
    with pytest.raises(NotFoundError):
        explain(model, trace, len(trace), 0)


def again_all(entry: dict[str, Any]) -> float:
    """The value of a tree; of sums that are not listed term by term, the sum itself."""

    def whole(tree: dict[str, Any]) -> bool:
        return tree["op"] != "matmul" and all(whole(arg) for arg in tree.get("args", ()))

    return again(entry["tree"]) if whole(entry["tree"]) else float(entry["tree"]["value"])


@pytest.mark.parametrize(("kind", "writing"), WAYS)
def test_json_and_back_exactly(kind: str, writing: Writing) -> None:
    trace = trace_of(kind, writing)
    text = trace.to_json()
    read = Trace.from_json(text)
    assert (read.tokens, read.writing, read.predictions) == (trace.tokens, writing, trace.predictions)
    assert (read.written, read.perplexity, read.clamps) == (trace.written, trace.perplexity, ())
    if trace.surprise is None:
        assert read.surprise is None
    else:
        assert read.surprise is not None
        assert read.surprise.tobytes() == trace.surprise.tobytes()
    assert read.to_json() == text
    assert json.loads(text) == trace.to_dict()
    assert json.loads(text)["writing"] == writing.to_dict()
    assert json.loads(text)["tokens"][-1] == {"text": trace.tokens[-1].text, "known": True, "role": "written"}


@pytest.mark.parametrize("change", [{"words": 0}, {"words": "3"}, {"heat": 3}, {"seed": -1}])
def test_a_document_whose_writing_is_none_is_refused(change: dict[str, Any]) -> None:
    told = trace_of("vanilla", SAMPLED).to_dict()
    told["writing"] |= change
    with pytest.raises(InputError):
        Trace.from_json(json.dumps(told))


# --- what cannot be


@pytest.mark.parametrize("kind", ["bidirectional", "encoder_decoder"])
def test_what_is_not_read_cannot_be_written_on(kind: str) -> None:
    with pytest.raises(InputError) as caught:
        model_of(kind).write(KINDS[kind].text, 3)
    assert (caught.value.code, caught.value.field) == ("cannot_write", "write")


def test_a_forecast_is_no_choice() -> None:
    with pytest.raises(InputError) as caught:
        model_of("vanilla-numbers").write("1 2 3", 3, temperature=0.5)
    assert (caught.value.code, caught.value.field) == ("bad_writing", "temperature")


def test_a_forecast_that_grows_beyond_what_can_be_read_is_told() -> None:
    spec = model_of("vanilla-numbers").spec
    params = {name: np.zeros(shape, np.float32) for name, shape in shapes_of(spec).items()}
    params["head.b"] += 5  # every step five times as large as the steps before
    model = build(spec, params)
    with pytest.raises(InputError) as caught:
        model.write("1 2 3", 60)
    assert (caught.value.code, caught.value.field) == ("bad_writing", "write")
    (possible,) = (int(word) for word in caught.value.action.split() if word.isdigit())
    trace = model.write("1 2 3", possible)
    assert 1e8 < float(trace.tokens[-1].text) <= LARGEST < trace.predictions[-1][0][1]
    with pytest.raises(InputError):
        model.write("1 2 3", possible + 1)


def test_the_clamps_and_the_text_are_checked_as_ever() -> None:
    for text, clamps in (("", []), ("the", ["layer0.zz=1"])):
        with pytest.raises(InputError):
            model_of("vanilla").write(text, 3, clamps=clamps)
