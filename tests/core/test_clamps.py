"""Valves held by hand change what they should, from where they should, and nothing else."""

import numpy as np
import pytest

from lstm_core import Trace, cells
from lstm_core.arithmetic import explain
from lstm_core.clamps import Clamp
from lstm_core.errors import InputError
from tests.core.cell_checks import KINDS, SENTENCE, small_model

GRAMMAR = {
    "layer0.f=1": Clamp("layer0", "f", 1.0),
    " layer0.f=1 ": Clamp("layer0", "f", 1.0),
    "layer0.i[11]@3-5=0": Clamp("layer0", "i", 0.0, ((11, 11),), ((3, 5),)),
    "layer0.f[0,4-7]@2=0.5": Clamp("layer0", "f", 0.5, ((0, 0), (4, 7)), ((2, 2),)),
    "layer1.g@0,2=-1": Clamp("layer1", "g", -1.0, None, ((0, 0), (2, 2))),
    "layer0.o[3,1,1-2]=+.25": Clamp("layer0", "o", 0.25, ((1, 3),)),
    "layer0.o=2.5e-1": Clamp("layer0", "o", 0.25),
    "layer0.o=0.123456789": Clamp("layer0", "o", 0.123456789),
}
BAD = [
    *("", "f", "f=1", "layer0.f", "layer0.f=", "layer0.f=x", "layer0.f=nan", "layer0.f=inf", "layer0.f=1.2.3"),
    *("layer0.f[]=1", "layer0.f[a]=1", "layer0.f[1=1", "layer0.f[-1]=1", "layer0.f[5-3]=1", "layer0.f[1,,2]=1"),
    *("layer0.f@=1", "layer0.f@x=1", "layer0.f@0-9999999=1", "layer0.f@0-999999=1", "layer0 .f=1", "layer0.f=1;"),
]
WRONG = {
    "layer1.f=1": "names no layer of small",
    "layer0.q=1": "has no gate or state “q” to hold. It has: f, i, o, g, h, c.",
    "layer0.fc=1": "has no gate or state “fc”",
    "layer0.c[7]=1": "there is no unit 7",
    "layer0.c=1000001": "A value lies from -1e+06 to 1e+06",
    "layer0.h=1.01": "A value lies from -1 to 1",
    "layer0.f[7]=1": "there is no unit 7",
    "layer0.f=1.5": "1.5 is no value of it",
    "layer0.f=-0.1": "-0.1 is no value of it",
    "layer0.g=-1.01": "A value lies from -1 to 1",
    "layer0.f=1e999": "is no value of it",
}


@pytest.mark.parametrize("written", GRAMMAR)
def test_grammar(written: str) -> None:
    clamp = Clamp.parse(written)
    assert clamp == GRAMMAR[written]
    assert Clamp.parse(str(clamp)) == clamp


def test_a_clamp_is_written_shortly() -> None:
    assert str(Clamp.parse("layer0.f[0,1,2,9]@4,5=1.0")) == "layer0.f[0-2,9]@4-5=1"


@pytest.mark.parametrize("written", BAD)
def test_what_cannot_be_read_is_refused(written: str) -> None:
    with pytest.raises(InputError) as caught:
        Clamp.parse(written)
    assert (caught.value.code, caught.value.field) == ("bad_clamp", "clamp")


@pytest.mark.parametrize("written", WRONG)
def test_what_the_model_lacks_is_refused_before_anything_runs(written: str) -> None:
    with pytest.raises(InputError) as caught:
        small_model().run(SENTENCE, [written])
    assert caught.value.code == "bad_clamp"
    assert WRONG[written] in str(caught.value)


def test_a_held_gate_changes_exactly_what_follows_from_it() -> None:
    model = small_model(dtype="float64")
    free, held = model.trace(SENTENCE), model.trace(SENTENCE, ["layer0.f[2]@3=0"])
    assert held.clamps == ("layer0.f[2]@3=0",)
    others = np.arange(7) != 2
    for name in free.layers[0].signals:
        assert np.array_equal(held[name][:3], free[name][:3]), name  # before: nothing
        if name != "x":
            assert np.array_equal(held[name][3, others], free[name][3, others]), name  # the other units of that step
    for name in ("i", "g", "o", "ig"):  # computed from what came before
        assert held[name][3, 2] == free[name][3, 2]
    assert held["f"][3, 2] == 0 != free["f"][3, 2]
    assert held["fc"][3, 2] == 0
    assert held["c"][3, 2] == held["ig"][3, 2]
    assert held["h"][3, 2] == pytest.approx(held["o"][3, 2] * np.tanh(held["ig"][3, 2]), abs=1e-15)
    for gate in "figo":  # from the next step on, all that reads h
        assert (held[gate][4] != free[gate][4]).all()
    assert np.array_equal(held["x"], free["x"])


def test_an_erased_unit_is_gone_where_the_step_uses_it() -> None:
    model = small_model(dtype="float64")
    free, held = model.trace(SENTENCE), model.trace(SENTENCE, ["layer0.c[2]@3=0"])
    for name in ("f", "i", "g", "o", "fc", "ig"):  # all that leads to it
        assert np.array_equal(held[name][:4], free[name][:4]), name
    assert held["c"][3, 2] == held["tanh_c"][3, 2] == held["h"][3, 2] == held["fc"][4, 2] == 0
    others = np.arange(7) != 2
    assert np.array_equal(held["h"][3, others], free["h"][3, others])
    assert (held["f"][4] != free["f"][4]).all()
    hidden = model.trace(SENTENCE, ["layer0.h[2]@3=0"])  # hidden, not erased: the belt carries it on
    assert np.array_equal(hidden["c"][:4], free["c"][:4])
    assert hidden["h"][3, 2] == 0 != free["h"][3, 2]
    assert np.array_equal(hidden["fc"][4], hidden["f"][4] * free["c"][3])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cell", cells.names())
def test_held_at_its_own_value_nothing_changes_to_the_bit(cell: str, kind: str) -> None:
    """Every gate and every state of every layer, of units and steps by chance, each written with all its digits."""
    model, text = small_model(cell, kind=kind), KINDS[kind].text
    free, random = model.trace(text), np.random.default_rng(8)
    clamps = []
    for layer in model.layers:
        head = next(one for one in free.layers if one.name == layer.name)
        for valve in layer.valves:
            row, unit = int(random.integers(len(head.signals[valve]))), int(random.integers(layer.units))
            value = float(head.signals[valve][row, unit])
            clamps.append(f"{layer.name}.{valve}[{unit}]@{row + (head.span or (0,))[0]}={value!r}")
    held = model.trace(text, clamps)
    assert len(held.clamps) == len(clamps) > 0
    same(held, free)
    for step, other in zip(model.steps(text, clamps), model.steps(text), strict=True):
        assert step.block(free.layout) == other.block(free.layout)


def same(trace: Trace, other: Trace) -> None:
    """All that was computed, to the bit."""
    for mine, its in zip(trace.layers, other.layers, strict=True):
        assert {name: rows.tobytes() for name, rows in mine.signals.items()} == {
            name: rows.tobytes() for name, rows in its.signals.items()
        }
    assert (trace.predictions, trace.answer, trace.leads) == (other.predictions, other.answer, other.leads)
    if trace.surprise is not None and other.surprise is not None:
        assert trace.surprise.tobytes() == other.surprise.tobytes()


def test_a_shut_input_gate_writes_nothing() -> None:
    trace = small_model().trace(SENTENCE, ["layer0.i=0"])
    assert not trace["c"].any()
    assert not trace["h"].any()


def test_an_open_forget_gate_alone_keeps_everything() -> None:
    trace = small_model().trace(SENTENCE, ["layer0.f=1", "layer0.i@2-50=0"])
    assert np.array_equal(trace["c"][1:], np.repeat(trace["c"][1:2], len(trace) - 1, axis=0))


def test_the_last_of_two_clamps_wins() -> None:
    trace = small_model().trace(SENTENCE, ["layer0.f=1", "layer0.f[4]=0.5"])
    assert (trace["f"][:, 4] == 0.5).all()
    assert (trace["f"][:, :4] == 1).all()


def test_the_stream_holds_them_too() -> None:
    model, clamps = small_model(), ["layer0.f[0,2]@1-4=0.25", "layer0.g[1]=-1"]
    trace = model.trace(SENTENCE, clamps)
    for start in (0, 3):
        for step in model.steps(SENTENCE, clamps, start):
            assert step.block(trace.layout) == trace.step(step.t).block(trace.layout)
    assert (trace["g"][:, 1] == -1).all()


def test_the_only_gate_of_a_plain_rnn() -> None:
    trace = small_model("rnn").trace(SENTENCE, ["layer0.h[3]@2=0.5"])
    assert trace["h"][2, 3] == 0.5


def test_a_held_valve_is_explained_as_held() -> None:
    """What the issue was: a value of 1 beside a tree that sums to something else."""
    model = small_model("lstm", "float64")
    free, held = model.trace(SENTENCE), model.trace(SENTENCE, ["layer0.f[3]@0-2=0.25", "layer0.f[3]@1=1"])
    (found,) = explain(model, held, 1, 3, ["f"])["signals"]
    tree = found["tree"]
    assert (found["value"], tree["op"], tree["value"], tree["clamp"]) == (1.0, "held", 1.0, "layer0.f[3]@1=1")
    (own,) = explain(model, held, 1, 3, ["f"], terms=["f"])["signals"][0]["tree"]["args"]
    sums = sum(arg["value"] for arg in own["args"][0]["args"])
    assert own["value"] == pytest.approx(1 / (1 + np.exp(-sums)), abs=1e-15)
    assert own["value"] != 1.0
    (first,) = explain(model, held, 0, 3, ["f"])["signals"]  # before anything was held: its own value is the free one
    assert first["tree"]["args"][0]["value"] == pytest.approx(float(free["f"][0, 3]), abs=1e-14)
    (other,) = explain(model, held, 1, 2, ["f"])["signals"]
    assert other["tree"]["op"] == "call"


@pytest.mark.parametrize(
    "span", ["[0-99999]@0-99999", "[" + ",".join(str(n) for n in range(0, 90, 2)) + "]", "@0-99999"]
)
def test_a_clamp_costs_what_is_written(span: str) -> None:
    clamp = Clamp.parse(f"layer0.f{span}=1")
    assert sum(map(len, [clamp.units or (), clamp.steps or ()])) <= 45


def test_a_clamp_that_is_too_long_is_refused() -> None:
    with pytest.raises(InputError, match=r"it has 1,0\d\d characters"):
        Clamp.parse("layer0.f[" + "1," * 500 + "1]=1")
