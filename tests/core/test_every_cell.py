"""Every registered cell in every architecture, by one table: what is declared is what is computed and told."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from lstm_core import Model, Trace, cells, formula
from lstm_core.arithmetic import explain
from lstm_core.clamps import Clamp, holder
from lstm_core.functional import Array
from lstm_core.layers.base import Given
from lstm_core.layers.recurrent import Recurrent, StartedRecurrent
from lstm_core.models import ARCHITECTURES
from lstm_core.models.parameters import part
from lstm_core.steps import LayerTrace
from tests.core.cell_checks import KINDS, again, random_params, scanned, small_model

EVERY = cells.names()
TABLE = [pytest.param(cell, kind, id=f"{cell}-{kind}") for kind in KINDS for cell in EVERY]

every_cell = pytest.mark.parametrize("name", EVERY)
every_model = pytest.mark.parametrize(("name", "kind"), TABLE)


@cache
def model_of(name: str, kind: str, dtype: str = "float64", units: int = 7) -> Model:
    return small_model(name, dtype, kind=kind, units=units)


@cache
def trace_of(name: str, kind: str) -> Trace:
    return model_of(name, kind).trace(KINDS[kind].text)


def layers_of(model: Model) -> list[Recurrent]:
    return [layer for layer in model.layers if isinstance(layer, Recurrent)]


def recurrent(trace: Trace) -> list[LayerTrace]:
    return [layer for layer in trace.layers if layer.kind == "recurrent"]


def test_no_architecture_and_no_way_of_reading_is_missing() -> None:
    specs = [model_of("lstm", kind).spec for kind in KINDS]
    assert {spec.architecture for spec in specs} == {made.name for made in ARCHITECTURES}
    assert {spec.reads for spec in specs} == {"words", "letters", "numbers"}
    assert {spec.task for spec in specs} == {"next-word", "next-letter", "class", "transduce", "forecast"}


@every_cell
def test_the_declaration_holds_together(name: str) -> None:
    cell = cells.get(name)
    signals = [signal.name for signal in cell.signals]
    assert len(set(signals)) == len(signals)
    assert set(cell.gates) | set(cell.states) <= set(signals)
    assert cell.states[0] == "h"
    known = {"x"} | {f"{state}_prev" for state in cell.states} | set(cell.parameters(3, 2))
    unread = set(cell.parameters(3, 2))
    for signal in cell.signals:  # a formula reads nothing that comes after it
        read = set(formula.names(formula.parse(signal.formula)))
        assert read <= known, signal.name
        known.add(signal.name)
        unread -= read
        assert signal.label
        assert signal.description
    assert not unread, "parameters that no formula shows"
    assert cell.title
    assert cell.paper
    with pytest.raises(KeyError, match="nothing"):
        cell.signal("nothing")


@every_model
def test_shapes(name: str, kind: str) -> None:
    model, trace, cell = model_of(name, kind), trace_of(name, kind), cells.get(name)
    layers, T = recurrent(trace), len(trace)
    assert [(layer.name, layer.cell, layer.direction, layer.units) for layer in layers] == [
        (info.name, name, info.direction, 7) for info in model.layers if info.kind == "recurrent"
    ]
    for layer, info in zip(layers, layers_of(model), strict=True):
        first, end = layer.span or (0, T)
        assert list(layer.signals) == [signal.name for signal in cell.signals]
        for signal, rows in layer.signals.items():
            assert rows.shape == (end - first, info.inputs if signal == "x" else 7)
            assert rows.dtype == np.float64
        assert {state: first.shape for state, first in layer.initial.items()} == dict.fromkeys(cell.states, (7,))
    assert [(slot.layer, slot.signal) for slot in trace.layout] == [
        (la.name, s) for la in trace.layers for s in la.signals
    ]
    assert len(trace.predictions) == T > 2


@every_model
def test_a_layer_is_its_cell_read_in_its_direction(name: str, kind: str) -> None:
    """By value: a backward layer is a scan of the words turned round, and not one of the words as they stand."""
    model = model_of(name, kind)
    for layer in recurrent(trace_of(name, kind)):
        assert layer.direction in ("forward", "backward")
        params, x = part(model.params, layer.name), layer.signals["x"]
        initial = {state: rows.copy() for state, rows in layer.initial.items()}
        own = {
            "forward": scanned(cells.get(name), params, x, initial).arrays,
            "backward": {
                key: rows[::-1] for key, rows in scanned(cells.get(name), params, x[::-1], initial).arrays.items()
            },
        }
        other = own["backward" if layer.direction == "forward" else "forward"]
        for signal in set(layer.signals) - {"x"}:
            np.testing.assert_allclose(layer.signals[signal], own[layer.direction][signal], rtol=0, atol=1e-13)
        assert np.abs(layer.signals["h"] - other["h"]).max() > 1e-2


@every_cell
def test_a_layer_reads_the_one_below_and_a_decoder_begins_where_the_encoder_ends(name: str) -> None:
    stacked, pair = trace_of(name, "stacked-3"), trace_of(name, "encoder_decoder")
    for n in (1, 2):
        assert np.array_equal(stacked[f"layer{n}.x"], stacked[f"layer{n - 1}.h"])
    encoder, decoder = pair.layers
    assert list(decoder.initial) == list(cells.get(name).states)
    for state, handed in decoder.initial.items():
        assert np.array_equal(handed, encoder.signals[state][-1])
        assert handed.any()
    assert encoder.span == (0, 3)
    assert decoder.span == (3, len(pair))
    said = ["⏹", *(token.text for token in pair.tokens[3:-1])]
    model = model_of(name, "encoder_decoder")
    assert np.array_equal(decoder.signals["x"], [model.params["target.E"][model.spec.outputs.index(s)] for s in said])


def values_before(model: Model, layer: LayerTrace, row: int) -> dict[str, Array]:
    """What a formula may name at a row: signals, parameters, and the states that the layer found."""
    step = 1 if layer.direction == "backward" else -1
    found = {key: rows[row] for key, rows in layer.signals.items()} | part(model.params, layer.name)
    for state, first in layer.initial.items():
        rows = layer.signals[state]
        found[f"{state}_prev"] = rows[row + step] if 0 <= row + step < len(rows) else first
    return found


@every_model
def test_each_formula_computes_its_signal(name: str, kind: str) -> None:
    """The formulas that the page shows, evaluated on the trace: fails where what is shown is not what is computed."""
    model = model_of(name, kind)
    for layer in recurrent(trace_of(name, kind)):
        for row in range(len(layer.signals["h"])):
            known = values_before(model, layer, row)
            for signal in cells.get(name).signals:
                value = formula.evaluate(formula.parse(signal.formula), known)
                np.testing.assert_allclose(value, layer.signals[signal.name][row], rtol=0, atol=1e-12)


@every_model
def test_a_gate_is_held_at_its_step_and_all_else_follows_its_formula(name: str, kind: str) -> None:
    model, cell, whole = model_of(name, kind), cells.get(name), trace_of(name, kind)
    for free in recurrent(whole):
        held_row = 1
        t = held_row + (free.span or (0,))[0]
        for gate in cell.gates:
            trace = model.trace(KINDS[kind].text, [f"{free.name}.{gate}[1,4]@{t}=0.25"])
            (layer,) = (layer for layer in trace.layers if layer.name == free.name)
            for row in range(min(4, len(layer.signals["h"]))):  # the held one, and those before and after
                known = values_before(model, layer, row)
                for signal in cell.signals:
                    expected = formula.evaluate(formula.parse(signal.formula), known).copy()
                    if (row, signal.name) == (held_row, gate):
                        expected[[1, 4]] = 0.25
                    np.testing.assert_allclose(layer.signals[signal.name][row], expected, rtol=0, atol=1e-12)


def in_range(cell: cells.Cell, signals: dict[str, Array]) -> None:
    for signal in cell.signals:
        low, high = signal.range
        assert np.isfinite(signals[signal.name]).all()
        assert low is None or signals[signal.name].min() >= low, signal.name
        assert high is None or signals[signal.name].max() <= high, signal.name


@every_model
def test_every_signal_stays_in_its_range(name: str, kind: str) -> None:
    for layer in recurrent(model_of(name, kind).trace(KINDS[kind].long)):
        in_range(cells.get(name), dict(layer.signals))


@every_cell
def test_every_signal_stays_in_its_range_far_out(name: str) -> None:
    cell = cells.get(name)
    x = 1e4 * np.random.default_rng(2).standard_normal((60, 3))
    in_range(cell, scanned(cell, random_params(cell.parameters(3, 4), 1), x).arrays | {"x": x})


@every_model
@pytest.mark.parametrize("held", [False, True])
def test_the_arithmetic_of_every_signal_of_every_unit_adds_up(name: str, kind: str, held: bool) -> None:
    """Held: two valves of every layer, at a unit and at a step and everywhere; the sums are of the clamped run."""
    model, gates = model_of(name, kind, units=4), cells.get(name).gates
    trace = model.trace(KINDS[kind].text)
    if held:
        steps = {layer.name: (layer.span or (0,))[0] + 1 for layer in recurrent(trace)}
        clamps = [f"{layer}.{gates[0]}[1]@{t}=0.25" for layer, t in steps.items()]
        trace = model.trace(KINDS[kind].text, [*clamps, *(f"{layer}.{gates[-1]}[2-3]=0.5" for layer in steps)])
        kept = [Clamp.parse(clamp) for clamp in trace.clamps]
    signals = [signal.name for signal in cells.get(name).signals]
    for layer in recurrent(trace):
        first, end = layer.span or (0, len(trace))
        width = layer.signals["x"].shape[1]
        for t in (first, first + 1, end - 1):
            for unit in range(max(width, 4)):
                mine = [s for s in signals if unit < (width if s == "x" else 4)]
                told = explain(model, trace, t, unit, layer=layer.name, terms=mine)["signals"]
                assert [entry["signal"] for entry in told] == mine
                for entry in told:
                    assert entry["value"] == float(layer.signals[entry["signal"]][t - first, unit])
                    assert abs(again(entry["tree"]) - entry["value"]) <= 1e-12
                    by_hand = held and holder(kept, layer.name, entry["signal"], unit, t)
                    assert (entry["tree"]["op"] == "held") == bool(by_hand)


@every_model
@pytest.mark.parametrize("length", ["text", "long"])
def test_the_stream_is_the_trace_bit_for_bit(name: str, kind: str, length: str) -> None:
    model, text = model_of(name, kind, "float32"), getattr(KINDS[kind], length)
    trace = model.trace(text)
    T = len(trace)
    for start in {0, 1, 2, 5, T // 2, T - 1, T} if length == "text" else {0, T // 2 + 1}:  # resumed there
        steps = list(model.steps(text, start=start))
        assert [step.t for step in steps] == list(range(start, T))
        for step in steps:
            alone = trace.step(step.t)
            assert step.block(trace.layout) == alone.block(trace.layout)
            assert [word for word, _ in step.top] == [word for word, _ in alone.top]
            assert [p for _, p in step.top] == pytest.approx([p for _, p in alone.top], rel=0, abs=1e-6)
    assert model.run(text).start_dict() == trace.start_dict()


@every_model
@pytest.mark.parametrize("dtype", ["float32", "float64"])
def test_json_and_back_exactly(name: str, kind: str, dtype: str) -> None:
    model = model_of(name, kind, dtype)
    clamp = f"{layers_of(model)[0].name}.{cells.get(name).gates[0]}[2]@1=0.3"
    trace = model.trace(KINDS[kind].text, [clamp])
    text = trace.to_json()
    read = Trace.from_json(text, dtype)
    assert (read.tokens, read.predictions, read.answer) == (trace.tokens, trace.predictions, trace.answer)
    assert (read.text, read.clamps, read.model) == (KINDS[kind].text, (clamp,), trace.model)
    for layer, other in zip(trace.layers, read.layers, strict=True):
        assert layer.head() == other.head()
        for key, rows in (layer.signals | layer.initial).items():
            found = (other.signals | other.initial)[key]
            assert found.dtype == rows.dtype == dtype
            assert found.tobytes() == rows.tobytes()
    assert read.to_json() == text
    assert json.loads(text) == trace.to_dict()


@every_cell
def test_a_batch_computes_what_its_members_do(name: str) -> None:
    cell, random = cells.get(name), np.random.default_rng(6)
    params, x = random_params(cell.parameters(3, 4), 5), random.standard_normal((6, 3, 3))
    initial = {state: random.standard_normal((3, 4)) for state in cell.states}
    together = scanned(cell, params, x, initial).arrays
    for b in range(3):
        alone = scanned(cell, params, x[:, b], {state: rows[b] for state, rows in initial.items()}).arrays
        for signal in cell.signals[1:]:
            np.testing.assert_allclose(alone[signal.name], together[signal.name][:, b], rtol=0, atol=1e-13)


def slopes(loss: Callable[[], float], array: Array) -> Array:
    """d loss / d array by central differences, one number at a time; ``array`` is changed in place and put back."""
    found, nudge = np.empty_like(array), 1e-6
    for place in np.ndindex(array.shape):
        kept = array[place]
        array[place] = kept + nudge
        above = loss()
        array[place] = kept - nudge
        found[place] = (above - loss()) / (2 * nudge)
        array[place] = kept
    return found


@every_cell
@pytest.mark.parametrize("steps", [1, 4])
def test_gradients_of_every_parameter_input_and_initial_state(name: str, steps: int) -> None:
    """Loss = Σ over every h and over the last states of weight · state; every entry by central differences."""
    cell, random = cells.get(name), np.random.default_rng(8)
    params = random_params(cell.parameters(3, 4), 7)
    x, dh = random.standard_normal((steps, 2, 3)), random.standard_normal((steps, 2, 4))
    initial = cell.State(*(random.standard_normal((2, 4)) for _ in cell.states))
    d_last = cell.State(*(random.standard_normal((2, 4)) for _ in cell.states))

    layer = Recurrent("layer0", name, 4, 3)

    def run() -> StartedRecurrent:
        work = layer.start(layer.prepare(params), Given(x, initial=initial))
        work.advance(0, steps)
        return work

    def loss() -> float:
        found = run()
        last = sum((weight * found.tape.arrays[state][-1]).sum() for state, weight in d_last._asdict().items())
        return float((dh * found.output).sum() + last)

    grads = run().backward(dh, d_last)
    assert set(grads.params) == set(params)
    pairs = [(key, params[key], grads.params[key]) for key in params] + [("x", x, grads.x)]
    pairs += [(state, getattr(initial, state), getattr(grads.initial, state)) for state in cell.states]
    for key, array, gradient in pairs:
        np.testing.assert_allclose(gradient, slopes(loss, array), rtol=0, atol=2e-8, err_msg=key)
