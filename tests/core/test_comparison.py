"""Two traces side by side: differences by NumPy, distributions from the equations, and what cannot be compared."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

import lstm_core
from lstm_core import Comparison, GatewalkError, Model, Trace, build, compare
from lstm_core.models import shapes_of
from tests.core.cell_checks import KINDS, WORDS, random_params, small_spec
from tests.core.test_logit import logits, symbols


def model_of(
    kind: str, cell: str = "lstm", seed: int = 3, words: tuple[str, ...] | None = None, dtype: str = "float64"
) -> Model:
    """A small model with a sha256 of its own; ``words`` in place of its table's."""
    spec = small_spec(cell, dtype, kind=kind)
    if words is not None:
        spec = replace(spec, tokenizer=replace(spec.tokenizer, vocabulary=words))
    return build(spec, random_params(shapes_of(spec), seed, spec.dtype), f"{kind} {cell} {seed}")


ONE, OTHER = "I grew up in France and she speaks", "she grew up in the dog , and speaks"


def distribution(model: Model, trace: Trace, t: int) -> dict[str, float]:
    """p of every symbol after step t, from the parameters as the equations stand."""
    heard = [layer for name in model.composition.heard for layer in trace.layers if layer.name == name]
    rows = [layer.row(t) for layer in heard]
    h = np.concatenate([layer.signals["h"][row] for layer, row in zip(heard, rows, strict=True)])
    z = logits(model, h.astype(np.float64))
    e = np.exp(z - z.max())
    return dict(zip(symbols(model), (e / e.sum()).tolist(), strict=True))


def check_said(comparison: Comparison, models: tuple[Model, Model]) -> int:
    """Every number that is told of what both say; how many pairs say something."""
    told = 0
    for pair, said in zip(comparison.pairs, comparison.said, strict=True):
        if said is None:
            continue
        assert pair.a is not None
        assert pair.b is not None
        told += 1
        tops = comparison.a.predictions[pair.a], comparison.b.predictions[pair.b]
        assert (said.a, said.b) == (tops[0][0][0], tops[1][0][0])
        assert {word for word, _, _ in said.words} == {word for top in tops for word, _ in top}
        if models[0].spec.task == "forecast":
            values = tuple(top[0][1] for top in tops)
            assert said.words == (("next", *values),)
            assert (said.distance, said.differs) == (abs(values[0] - values[1]), values[0] != values[1])
            continue
        p = distribution(models[0], comparison.a, pair.a)
        q = distribution(models[1], comparison.b, pair.b)
        assert said.differs == (max(p, key=p.__getitem__) != max(q, key=q.__getitem__))
        for word, mine, its in said.words:
            assert mine == pytest.approx(p.get(word), abs=1e-12) if word in p else mine is None
            assert its == pytest.approx(q.get(word), abs=1e-12) if word in q else its is None
        total = sum(abs(p.get(word, 0.0) - q.get(word, 0.0)) for word in {*p, *q})
        assert said.distance == pytest.approx(total / 2, abs=1e-12)
    return told


@pytest.mark.parametrize("name", KINDS)
def test_every_number_of_two_texts(name: str) -> None:
    model, kind = model_of(name), KINDS[name]
    a, b = model.trace(kind.text), model.trace(" ".join(kind.text.split(" ")[1:]) + kind.text[:1])
    comparison = compare(a, b)
    assert comparison.same_weights
    assert check_said(comparison, (model, model)) > 0
    found = {(largest.layer, largest.signal): largest for largest in comparison.largest()}
    for mine, its in zip(a.layers, b.layers, strict=True):
        for signal in mine.signals:
            rows = comparison.difference(mine.name, signal)
            sizes = []
            for k, (pair, row) in enumerate(zip(comparison.pairs, rows, strict=True)):
                one = None if pair.a is None else mine.row(pair.a)
                other = None if pair.b is None else its.row(pair.b)
                if one is None or other is None:
                    assert np.isnan(row).all()
                    continue
                for unit, value in enumerate(row):
                    expected = float(mine.signals[signal][one][unit]) - float(its.signals[signal][other][unit])
                    assert value == expected
                    sizes.append((abs(expected), k, unit, expected))
            largest = found[mine.name, signal]
            assert abs(largest.value) == max(sizes)[0]
            assert (abs(largest.value), largest.pair, largest.unit, largest.value) in sizes
            assert largest.mean == pytest.approx(np.mean([size for size, *_ in sizes]), rel=1e-12)


def test_two_models_of_other_cells_and_other_words() -> None:
    one, other = model_of("vanilla"), model_of("vanilla", "gru", words=(*WORDS[3:], "Norway"))
    comparison = compare(one.trace(ONE), other.trace(ONE))
    assert not comparison.same_weights
    assert all(pair.same for pair in comparison.pairs)
    assert check_said(comparison, (one, other)) == len(comparison.pairs)
    words = {word: (mine, its) for said in comparison.said if said for word, mine, its in said.words}
    assert any(its is None for _, its in words.values())
    assert any(mine is None for mine, _ in words.values())
    assert comparison.largest() == ()
    with pytest.raises(GatewalkError) as caught:
        comparison.difference("layer0", "h")
    assert (caught.value.code, caught.value.field) == ("other_units", "against")


def test_before_and_after_a_valve() -> None:
    model = model_of("vanilla", dtype="float32")
    free, held = model.trace(ONE), model.trace(ONE, ("layer0.f@3=0",))
    comparison = compare(held, free)
    rows = comparison.difference("layer0", "c")
    assert not rows[:3].any()
    assert rows[3].any()
    assert (rows == held["c"].astype(np.float64) - free["c"]).all()
    firsts = [(x[0][0], y[0][0]) for x, y in zip(held.predictions, free.predictions, strict=True)]
    differing = [t for t, (x, y) in enumerate(firsts) if x != y]
    assert comparison.parts == (differing[0] if differing else None)
    assert [said.distance for said in comparison.said[:3] if said] == [0, 0, 0]
    same = compare(free, free)
    assert (same.parts, {said.distance for said in same.said if said}) == (None, {0})


def test_a_trace_against_its_document() -> None:
    """Of a document no more is told than it holds."""
    trace = model_of("vanilla").trace(ONE, top=3)
    other = model_of("vanilla", seed=5).trace(OTHER, top=3)
    documents = Trace.from_json(trace.to_json()), Trace.from_json(other.to_json())
    comparison = compare(*documents)
    assert comparison.pairs == compare(trace, other).pairs
    for pair, said in zip(comparison.pairs, comparison.said, strict=True):
        if said is None:
            continue
        assert said.distance is None
        mine, its = dict(trace.predictions[pair.a or 0]), dict(other.predictions[pair.b or 0])
        assert said.words == tuple((word, mine.get(word), its.get(word)) for word in {**mine, **its})


def test_what_is_said_is_aligned_with_what_is_said() -> None:
    model = model_of("encoder_decoder")
    a, b = model.trace("the dog runs"), model.trace("the dog")
    comparison = compare(a, b)
    for pair in comparison.pairs:
        if pair.a is not None and pair.b is not None:
            assert a.tokens[pair.a].output == b.tokens[pair.b].output
    assert comparison.answer is not None
    assert (comparison.answer.a, comparison.answer.b) == (a.answer and a.answer["text"], b.answer and b.answer["text"])


def test_as_json_it_reads_back() -> None:
    model = model_of("vanilla")
    comparison = compare(model.trace(ONE), model.trace(OTHER))
    told: dict[str, Any] = json.loads(json.dumps(comparison.to_dict("layer0", ("c", "f")), allow_nan=False))
    assert [one["signal"] for one in told["differences"]] == ["c", "f"]
    rows = comparison.difference("layer0", "c")
    for pair, row, values in zip(told["pairs"], rows, told["differences"][0]["values"], strict=True):
        assert values == (None if None in (pair["a"], pair["b"]) else row.tolist())
    assert told["parts"] == comparison.parts
    assert [token["text"] for token in told["b"]["tokens"]] == OTHER.split()


@pytest.mark.parametrize(
    ("one", "other"),
    [("vanilla", "vanilla-letters"), ("vanilla-numbers", "vanilla"), ("bidirectional", "vanilla-letters")],
)
def test_what_reads_another_kind_of_text(one: str, other: str) -> None:
    traces = [model_of(name).trace(KINDS[name].text) for name in (one, other)]
    for pair in (traces, [Trace.from_json(trace.to_json()) for trace in traces]):
        with pytest.raises(GatewalkError) as caught:
            compare(*pair)
        assert (caught.value.code, caught.value.field) == ("not_comparable", "against")


def test_a_reader_and_a_classifier_are_aligned_and_say_nothing_alike() -> None:
    comparison = compare(*(model_of(name).trace(ONE) for name in ("vanilla", "bidirectional")))
    assert all(pair.same for pair in comparison.pairs)
    assert set(comparison.said) == {None}
    assert (comparison.parts, comparison.answer) == (None, None)


def test_signals_that_there_are_not() -> None:
    trace = model_of("vanilla").trace(ONE)
    for layer, signal, code in (("layer9", "c", "unknown_layer"), ("layer0", "zz", "unknown_signal")):
        with pytest.raises(GatewalkError) as caught:
            compare(trace, trace).difference(layer, signal)
        assert caught.value.code == code


def test_not_good_against_good() -> None:
    model = lstm_core.load("sentiment-bilstm")
    comparison = compare(model.trace("It was good ."), model.trace("It was not good ."))
    assert [(pair.a, pair.b) for pair in comparison.pairs] == [(0, 0), (1, 1), (None, 2), (2, 3), (3, 4)]
    assert comparison.answer is not None
    assert (comparison.answer.a, comparison.answer.b, comparison.answer.differs) == ("positive", "negative", True)
