"""What each unit does on a text: every measure by a loop written out, every erasure by a plain run of its own."""

from __future__ import annotations

import math
import statistics
from typing import Any

import numpy as np
import pytest

import lstm_core
from lstm_core import GatewalkError, Model, Trace, cells
from lstm_core.models import erasing, units
from tests.core.cell_checks import KINDS, small_model

KEEPS = {"lstm": "f", "peephole": "f", "peephole-fi": "f", "cifg": "f", "gru": "z", "gru-before": "z", "rnn": None}
SENTENCE = "Anna grew up in France and after all these years she still speaks fluent"


def entry(told: dict[str, Any], layer: str, unit: int) -> dict[str, Any]:
    (found,) = (one for one in told["units"] if (one["layer"], one["unit"]) == (layer, unit))
    return found


def check_measures(trace: Trace, told: dict[str, Any]) -> None:
    """Spans and gates, unit by unit and step by step."""
    for layer in trace.layers:
        keeps = KEEPS.get(layer.cell)
        for unit in range(layer.units):
            if layer.kind != "recurrent":
                continue
            found = entry(told, layer.name, unit)
            if keeps is None:
                assert (found["kept"], found["half_life"], found["gates"]) == (None, None, {})
                continue
            values = [float(row[unit]) for row in layer.signals[keeps]]
            if layer.direction == "backward":
                values = values[::-1]
            if not layer.initial["h" if keeps == "z" else "c"].any():
                values = values[1:]
            if not values:
                assert (found["kept"], found["half_life"]) == (None, None)
                continue
            assert found["kept"] == pytest.approx(statistics.median(values), abs=1e-15)
            if 0 < found["kept"] < 1:
                assert found["kept"] ** found["half_life"] == pytest.approx(0.5, rel=1e-12)
            for gate, shares in found["gates"].items():
                rows = [float(row[unit]) for row in layer.signals[gate]]
                assert shares["shut"] == pytest.approx(sum(value < 0.1 for value in rows) / len(rows), abs=1e-15)
                assert shares["open"] == pytest.approx(sum(value > 0.9 for value in rows) / len(rows), abs=1e-15)
    for term in trace.logit(told["symbol"], told["t"])["terms"]:
        assert entry(told, term["layer"], term["unit"])["term"] == term["product"]


def without(model: Model, trace: Trace, layer: str, unit: int) -> Trace:
    """The text run again, plainly, with the unit's candidates held at 0: from zeros it never holds anything."""
    (candidate,) = cells.get(model.layer(layer).cell).tanh_gates
    return model.trace(trace.text, clamps=[*trace.clamps, f"{layer}.{candidate}[{unit}]=0"])


def check_erased(model: Model, trace: Trace, told: dict[str, Any], asked: list[tuple[str, int]]) -> None:
    t, symbol = told["t"], told["symbol"]
    for layer, unit in asked:
        again, erased = without(model, trace, layer, unit), entry(told, layer, unit)["erased"]
        assert not again[f"{layer}.h"][:, unit].any()
        plain = again.logit(symbol, t)
        if "value" in plain:
            assert erased["value"] == pytest.approx(plain["value"], rel=1e-5)
            assert erased["moves"] == told["value"] - erased["value"]
            continue
        assert erased["probability"] == pytest.approx(plain["probability"], rel=2e-5, abs=1e-9)
        assert erased["bits"] == pytest.approx(math.log2(told["probability"] / plain["probability"]), abs=1e-4)
        first = again.logit(None, t)
        assert again.logit(erased["says"], t)["probability"] == pytest.approx(first["probability"], rel=1e-5)


@pytest.mark.parametrize("cell", cells.names())
@pytest.mark.parametrize("kind", ["vanilla", "stacked-2", "bidirectional", "cnn_lstm", "vanilla-numbers"])
def test_of_every_cell(cell: str, kind: str) -> None:
    model = small_model(cell, kind=kind)
    trace = model.trace(KINDS[kind].text)
    asked = [(layer.name, unit) for layer in model.layers if layer.valves for unit in (0, 3, 6)]
    for t in (-1, 3):
        told = trace.units(t=t)
        assert [(one["layer"], one["unit"]) for one in told["units"]] == [
            (layer.name, unit) for layer in model.layers if layer.valves for unit in range(layer.units)
        ]
        check_measures(trace, told)
        check_erased(model, trace, told, asked)


def test_of_the_whole_from_both_ends() -> None:
    model = small_model("lstm", kind="bidirectional")
    trace = model.trace(KINDS["bidirectional"].text)
    told = trace.units(t=None)
    check_measures(trace, told)
    check_erased(model, trace, told, [("forward", 2), ("backward", 2), ("backward", 6)])


def test_held_valves_stay_held_and_what_was_written_stays_read() -> None:
    model = small_model("lstm")
    held = model.trace(KINDS["vanilla"].text, clamps=["layer0.f[1]@2-4=1", "layer0.i[5]=0.25"])
    check_erased(model, held, held.units(), [("layer0", unit) for unit in range(7)])
    wrote = model.write("I grew up", 6)
    read = model.trace(f"I grew up {wrote.written.removeprefix('I grew up')}")
    if [token.text for token in read.tokens] == [token.text for token in wrote.tokens]:
        for one, other in zip(wrote.units()["units"], read.units()["units"], strict=True):
            assert one["erased"]["probability"] == pytest.approx(other["erased"]["probability"], rel=1e-4)


@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_a_writer_begins_with_the_readers_states_but_for_the_unit(cell: str) -> None:
    """A loop written out over the decoder's cell, which begins with what the encoder, without the unit, ends with."""
    model = small_model(cell, kind="encoder_decoder")
    trace = model.trace(KINDS["encoder_decoder"].text)
    of, decoder = cells.get(cell), trace.layers[1]
    read = trace.layers[1].span[0] if trace.layers[1].span else 0
    for layer, unit in (("encoder", 2), ("decoder", 5)):
        ended = without(model, trace, "encoder", unit).layers[0] if layer == "encoder" else trace.layers[0]
        states = {name: ended.signals[name][-1].astype(np.float64) for name in of.states}
        params = {
            name.partition(".")[2]: array.astype(np.float64)
            for name, array in model.params.items()
            if name.startswith("decoder.")
        }
        packed, out = of.pack(params), cells.Tape(of, 1, 7, (), np.dtype(np.float64))
        for t in range(len(trace) - read):
            told = trace.units(t=read + t)
            wx = of.project(packed, decoder.signals["x"][t].astype(np.float64))
            if layer == "decoder":
                states = {name: np.where(np.arange(7) == unit, 0, state) for name, state in states.items()}
            (_, frame) = next(out.working())
            of.step(packed, wx, of.State(**states), frame)
            states = {name: getattr(frame, name).copy() for name in of.states}
            h = np.where(np.arange(7) == unit, 0, states["h"]) if layer == "decoder" else states["h"]
            z = model.params["head.O"].astype(np.float64) @ h + model.params["head.b"]
            p = np.exp(z - np.logaddexp.reduce(z))[model.spec.outputs.index(told["symbol"])]
            assert entry(told, layer, unit)["erased"]["probability"] == pytest.approx(p, rel=1e-4)


def test_a_shipped_reader() -> None:
    model = lstm_core.load("reader-32")
    trace = model.trace(SENTENCE)
    told = trace.units()
    check_measures(trace, told)
    worth = sorted(told["units"], key=lambda one: -abs(one["erased"]["bits"]))
    check_erased(model, trace, told, [("layer0", one["unit"]) for one in (*worth[:3], worth[-1])])
    assert (told["shut"], told["open"]) == (0.1, 0.9)
    (layer,) = told["layers"]
    assert layer == {"name": "layer0", "units": 32, "steps": len(trace), "state": "c", "keeps": "f", "gates": [*"fio"]}
    assert entry(told, "layer0", 7)["state"] == trace["c"][-1, 7]
    check_measures(trace, trace.units("the", 4))
    check_erased(model, trace, trace.units("the", 4), [("layer0", worth[0]["unit"])])


def test_many_batches_are_one(monkeypatch: pytest.MonkeyPatch) -> None:
    trace = small_model("lstm", kind="stacked-2").trace(KINDS["stacked-2"].text)
    whole = trace.units()
    monkeypatch.setattr(erasing, "NUMBERS", 150)
    for one, other in zip(whole["units"], trace.units()["units"], strict=True):
        assert one["erased"]["probability"] == pytest.approx(other["erased"]["probability"], rel=1e-5)


def test_within_a_bound_the_largest_terms_are_erased() -> None:
    model = small_model("lstm")
    trace = model.trace(KINDS["vanilla"].text)
    one = len(trace) * 7 * 4 * 7  # products of one re-run
    told = model.units_on(trace, work=3 * one)
    terms = sorted((abs(row["term"]), row["unit"]) for row in told["units"])[-3:]
    assert {row["unit"] for row in told["units"] if row["erased"]} == {unit for _, unit in terms}
    full = trace.units()
    assert all(row in full["units"] for row in told["units"] if row["erased"])
    assert all(row["erased"] is None for row in model.units_on(trace, work=0)["units"])


def test_half_life() -> None:
    assert units.half_life(0.5) == 1
    assert units.half_life(0.25) == 0.5
    assert units.half_life(0.0) == 0
    assert units.half_life(1.0) is None
    assert units.half_life(None) is None
    assert {one["half_life"] for one in small_model("lstm").trace("France").units()["units"]} == {None}


def test_what_cannot_be_measured_is_refused() -> None:
    trace = small_model("lstm").trace("I grew up")
    for symbol, t, code in (
        (None, 3, "unknown_step"),
        ("zzz", 0, "unknown_symbol"),
        (None, None, "unknown_prediction"),
    ):
        with pytest.raises(GatewalkError) as error:
            trace.units(symbol, t)
        assert error.value.code == code
    with pytest.raises(GatewalkError) as error:
        Trace.from_json(trace.to_json()).units()
    assert error.value.code == "no_weights"


@pytest.mark.parametrize("cell", cells.names())
def test_to_erase_is_to_hold_the_state_at_0(cell: str) -> None:
    model = small_model(cell, kind="stacked-2")
    trace = model.trace(KINDS["stacked-2"].text)
    told = trace.units()
    for layer, unit in (("layer0", 2), ("layer1", 5)):
        held = model.trace(trace.text, clamps=[f"{layer}.{cells.get(cell).states[-1]}[{unit}]=0"])
        plain = held.logit(told["symbol"])["probability"]
        assert entry(told, layer, unit)["erased"]["probability"] == pytest.approx(plain, rel=2e-5, abs=1e-9)
