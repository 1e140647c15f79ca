"""The ledger of a belt: it adds up to what the trace holds, and is what a loop written out by hand finds."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest

import lstm_core
from lstm_core import GatewalkError, Trace, cells, formula
from lstm_core.ledger import MOST, Ledger
from lstm_core.steps import LayerTrace
from tests.core.cell_checks import KINDS, random_params, scanned, small_model
from tests.fixtures import make_digests

CARRYING = [name for name in cells.names() if cells.belt_of(name)]
every_cell = pytest.mark.parametrize("name", CARRYING)

#: What each cell keeps and writes, from the equations of its paper and not from its declaration.
BY_HAND = {
    "c": lambda s, t, u: (s["f"][t, u], s["i"][t, u] * s["g"][t, u]),
    "h": lambda s, t, u: (s["z"][t, u], (1 - s["z"][t, u]) * s["n"][t, u]),
}


def written_out(layer: LayerTrace, unit: int, t: int) -> dict[int | None, float]:
    """What is left at step t of each step, and of the initial state (None), by a loop along the layer's reading."""
    state = "c" if "c" in layer.initial else "h"
    signals = {name: rows.astype(np.float64) for name, rows in layer.signals.items()}
    first = layer.span[0] if layer.span else 0
    order = list(range(len(signals[state])))
    left: dict[int | None, float] = {None: float(layer.initial[state][unit])}
    for row in order[::-1] if layer.direction == "backward" else order:
        keep, write = BY_HAND[state](signals, row, unit)
        left = {step: value * float(keep) for step, value in left.items()}
        left[first + row] = float(write)
        if first + row == t:
            return left
    raise AssertionError(t)


def check_sums(led: Ledger, within: float) -> None:
    """At every step what is left adds up to what the unit holds."""
    for row, value in enumerate(led.state):
        assert abs(math.fsum(led.left(led.first + row)) - value) <= within


def check(trace: Trace, layer: LayerTrace, unit: int, within: float) -> Ledger:
    """One unit at every step: sums, the loop by hand, and kept, erased and written of the step alone."""
    led = trace.ledger(unit, layer.name)
    state = layer.signals[led.belt.state].astype(np.float64)
    check_sums(led, within)
    for row in range(len(state)):
        t, left = led.first + row, led.left(led.first + row)
        by_hand = written_out(layer, unit, t)
        expected = [by_hand[None], *(by_hand.get(led.first + k, 0.0) for k in range(len(state)))]
        np.testing.assert_allclose(left, expected, rtol=0, atol=1e-14 * (1 + abs(state[row, unit])))
        assert led.before[row] == layer.before(led.belt.state, row)[unit]
        assert led.kept[row] + led.erased[row] == pytest.approx(led.before[row], abs=1e-15)
        assert led.kept[row] + led.written[row] == pytest.approx(state[row, unit], abs=max(within, 1e-15))
        assert led.state[row] == state[row, unit]
        shares = led.shares(t)
        assert shares.sum() == pytest.approx(1, abs=1e-12)
        assert np.array_equal(shares, np.abs(left) / np.abs(left).sum())
    return led


@every_cell
def test_it_adds_up_in_a_hundred_random_traces(name: str) -> None:
    """Every step and unit, from random weights, inputs and initial states."""
    cell = cells.get(name)
    for seed in range(100):
        random = np.random.default_rng(seed)
        x = random.standard_normal((int(random.integers(1, 20)), 3))
        initial = {state: random.uniform(-1, 1, 4) for state in cell.states}
        tape = scanned(cell, random_params(cell.parameters(3, 4), seed), x, initial)
        first = dict(zip(cell.states, tape.initial, strict=True))
        layer = LayerTrace("layer0", "recurrent", name, "forward", 4, first, {"x": x} | tape.arrays)
        trace = Trace({}, "", (), (), (layer,), ())
        for unit in range(4):
            check(trace, layer, unit, 1e-12)


@every_cell
@pytest.mark.parametrize("kind", KINDS)
def test_of_every_architecture(name: str, kind: str) -> None:
    trace = small_model(name, "float64", kind=kind).trace(KINDS[kind].text)
    for layer in trace.layers:
        if layer.kind == "recurrent":
            led = check(trace, layer, 3, 1e-12)
            assert led.initial == 0 or layer.name == "decoder"
    if kind == "encoder_decoder":
        encoder, _ = trace.layers
        led = trace.ledger(3, "decoder")
        assert led.initial == encoder.signals[led.belt.state][-1, 3] != 0
        assert led.left(led.first)[0] == led.initial * led.keep[0] == led.kept[0]


@every_cell
def test_a_belt_is_what_the_cell_computes(name: str) -> None:
    """state = keeps ⊙ state_prev + writes, by the cell's own formulas, evaluated where no trace is."""
    cell, belt = cells.get(name), cells.belt_of(name)
    assert belt is not None
    assert belt.state in cell.states
    random = np.random.default_rng(4)
    env = {key: random.normal(size=shape) for key, shape in cell.parameters(3, 5).items()}
    env |= {"x": random.normal(size=3)} | {f"{state}_prev": random.normal(size=5) for state in cell.states}
    for signal in cell.signals:
        env[signal.name] = formula.evaluate(formula.parse(signal.formula), env)
    keeps, writes = (formula.evaluate(formula.parse(text), env) for text in (belt.keeps, belt.writes))
    np.testing.assert_allclose(keeps * env[f"{belt.state}_prev"] + writes, env[belt.state], rtol=0, atol=1e-14)


@pytest.mark.parametrize("card", lstm_core.models(), ids=lambda card: card.name)
def test_of_shipped_models(card: lstm_core.zoo.ModelCard) -> None:
    """In float32 it adds up as closely as the model itself rounds, which the ledger tells."""
    model = lstm_core.load(card.name)
    trace = model.trace(make_digests.texts(card.name, model.spec.reads)[0])
    for layer in trace.layers:
        belt = cells.belt_of(layer.cell)
        if belt is None:
            with pytest.raises(GatewalkError, match="no ledger"):
                trace.ledger(0, layer.name)
            continue
        rows = len(layer.signals[belt.state])
        for unit in (0, layer.units // 2, layer.units - 1):
            most = float(np.abs(layer.signals[belt.state][:, unit]).max())
            led = check(trace, layer, unit, 1.2e-7 * rows * (most + 1))
            told = led.to_dict()
            for row, left, rounding in zip(range(rows), told["left"], told["rounding"], strict=True):
                assert math.fsum([*left, rounding]) == pytest.approx(told["value"][row], abs=1e-15)


def test_valves_held_are_in_it() -> None:
    model = small_model("lstm", "float64")
    shut = model.trace(KINDS["vanilla"].text, ["layer0.f[2]@4=0", "layer0.i[2]@5=1"])
    led = check(shut, shut.layers[0], 2, 1e-12)
    assert led.erased[4] == led.before[4] != 0
    assert not led.left(4)[:5].any()  # nothing before is left, nor of the beginning
    assert led.left(5)[6] == shut["g"][5, 2]
    kept = model.trace(KINDS["vanilla"].text, ["layer0.f=1", "layer0.i@3-8=0"])
    led = check(kept, kept.layers[0], 2, 1e-12)
    for a, b in pairwise(led.left(t).tolist() for t in range(2, len(kept))):
        assert a == b


def test_a_state_held_by_hand_is_written_by_the_hand() -> None:
    """The belt's arithmetic is broken there: all is erased, and what is held is written at that step."""
    free = small_model("lstm", "float64").trace(KINDS["vanilla"].text)
    layer = free.layers[0]
    signals = {name: rows.copy() for name, rows in layer.signals.items()}
    c, later = signals["c"], [3]
    c[3, 1] = 0.5
    for t in range(4, len(c)):
        later.append(t)
        c[t, 1] = signals["f"][t, 1] * c[t - 1, 1] + signals["i"][t, 1] * signals["g"][t, 1]
    held = LayerTrace("layer0", "recurrent", "lstm", "forward", layer.units, layer.initial, signals)
    led = Trace({}, "", ("layer0.c[1]@3=0.5",), (), (held,), ()).ledger(1)
    assert led.held == (3,)
    assert (led.keep[3], led.kept[3], led.erased[3], led.written[3]) == (0, 0, led.before[3], 0.5)
    assert led.left(3).tolist() == [0, 0, 0, 0, 0.5, *[0] * (len(c) - 4)]
    assert all(abs(led.left(t).sum() - c[t, 1]) <= 1e-12 for t in later)


def test_what_is_told() -> None:
    trace = small_model("gru", "float64", kind="bidirectional").trace(KINDS["bidirectional"].text)
    T = len(trace)
    for name, back in (("forward", False), ("backward", True)):
        led = trace.ledger(2, name)
        told = led.to_dict()
        assert (told["state"], told["keeps"], told["writes"]) == ("h", "z", "(1 - z) * n")
        assert (told["layer"], told["unit"], told["steps"], told["direction"]) == (name, 2, [0, T], name)
        for t in range(T):
            read = [*range(T - 1, t - 1, -1)] if back else [*range(t + 1)]
            assert told["left"][t] == [led.left(t)[0], *(led.left(t)[1 + s] for s in read)]
            alone = led.to_dict(t)
            assert (alone["left"], alone["rounding"]) == ([told["left"][t]], [told["rounding"][t]])
            assert {**alone, "t": None, "left": told["left"], "rounding": told["rounding"]} == told
    assert Trace.from_json(trace.to_json(), "float64").ledger(2, "backward").to_dict() == told


def refused(trace: Trace, unit: int, layer: str | None = None, t: int | None = None) -> tuple[str, str | None]:
    with pytest.raises(GatewalkError) as error:
        trace.ledger(unit, layer).to_dict(t)
    return error.value.code, error.value.field


def test_what_there_is_not_is_refused() -> None:
    plain, stacked = (small_model("lstm", kind=kind).trace(KINDS[kind].text) for kind in ("vanilla", "stacked-2"))
    assert refused(plain, 7) == ("unknown_unit", "unit")
    assert refused(plain, -1) == ("unknown_unit", "unit")
    assert refused(plain, 0, "layer1") == ("unknown_layer", "layer")
    assert refused(stacked, 0) == ("unknown_layer", "layer")  # which of the two is to be named
    assert refused(plain, 0, None, len(plain)) == ("unknown_step", "t")
    assert refused(small_model("rnn").trace(KINDS["vanilla"].text), 0) == ("no_ledger", "layer")
    assert refused(small_model("lstm").trace("She " * (MOST + 1)), 0) == ("too_many_steps", "t")
    assert refused(lstm_core.load("dates").trace("5 May"), 0, "decoder", 0) == ("unknown_step", "t")
    letters = small_model("lstm", kind="cnn_lstm").trace(KINDS["cnn_lstm"].text)
    assert refused(letters, 0, "letters") == ("no_ledger", "layer")
    assert letters.ledger(0).layer == "layer0"  # the one layer with a belt need not be named
