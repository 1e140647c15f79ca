"""A cell that only this test knows goes through everything by its declaration alone."""

from typing import Any

import numpy as np
import pytest

from lstm_core import Trace, cells
from lstm_core.arithmetic import explain
from lstm_core.cells.signals import INPUT, Signal, affine
from lstm_core.errors import InputError
from tests.core.cell_checks import SENTENCE, small_model


class Valve(cells.Cell):
    """h_t = h_{t−1} + a ⊙ (n − h_{t−1}): one valve a between what was and the news n."""

    name = "valve"
    title = "valve"
    paper = "this test"
    sigmoid_gates = ("a",)
    tanh_gates = ("n",)
    states = ("h",)
    signals = (
        INPUT,
        Signal("a", "gate", (0, 1), f"sigmoid({affine('a')})", "valve", "how much is new"),
        Signal("n", "candidate", (-1, 1), f"tanh({affine('n')})", "news", "what is new"),
        Signal("change", "product", (-2, 2), "a * (n - h_prev)", "change", "what the valve lets in"),
        Signal("h", "output", (-1, 1), "h_prev + change", "state", "what is kept"),
    )

    def step(self, packed: Any, wx: Any, prev: Any, out: Any, clamp: Any = None) -> Any:
        out.gates[...] = np.tanh(prev.h @ packed.U + wx)
        out.sigmoids[...] = 0.5 * out.sigmoids + 0.5
        if clamp is not None:
            clamp(out, self.gates)
        out.change[...] = out.a * (out.n - prev.h)
        out.h[...] = prev.h + out.change
        return out

    def backward_step(self, packed: Any, prev: Any, now: Any, d: Any) -> Any:
        raise NotImplementedError("this cell is never trained")


@pytest.fixture
def valve(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(cells, "_registry", dict(cells._registry))
    cells.register(Valve())
    assert cells.names()[-1] == "valve"
    return "valve"


def test_trace_and_json(valve: str) -> None:
    trace = small_model(valve).trace(SENTENCE)
    assert list(trace.layers[0].signals) == ["x", "a", "n", "change", "h"]
    assert list(trace.layers[0].initial) == ["h"]
    again = Trace.from_json(trace.to_json())
    assert all(np.array_equal(again[name], trace[name]) for name in trace.layers[0].signals)
    assert again.to_json() == trace.to_json()


def test_stream_blocks(valve: str) -> None:
    model = small_model(valve)
    trace = model.trace(SENTENCE)
    assert [(slot.signal, slot.units) for slot in trace.layout] == [
        ("x", 6),
        ("a", 7),
        ("n", 7),
        ("change", 7),
        ("h", 7),
    ]
    for step in model.steps(SENTENCE):
        block = np.frombuffer(step.block(trace.layout), "<f4")
        assert np.array_equal(block, np.concatenate([trace[slot.signal][step.t] for slot in trace.layout]))


def test_arithmetic(valve: str) -> None:
    model = small_model(valve)
    trace = model.trace(SENTENCE)
    told = explain(model, trace, 3, 2, terms=["n"])
    assert [entry["signal"] for entry in told["signals"]] == ["x", "a", "n", "change", "h"]
    for entry in told["signals"]:
        assert entry["tree"]["value"] == pytest.approx(entry["value"], abs=1e-6)
    by_name = {entry["signal"]: entry["tree"] for entry in told["signals"]}
    assert by_name["h"]["args"][0] == {
        "op": "name",
        "name": "h_prev",
        "value": float(trace["h"][2, 2]),
        "source": "state",
    }
    assert [len(arg["terms"]) for arg in by_name["n"]["args"][0]["args"][:2]] == [6, 7]


def test_clamps(valve: str) -> None:
    trace = small_model(valve).trace(SENTENCE, ["layer0.a=0"])
    assert not trace["h"].any()  # a valve that never opens keeps the initial state
    with pytest.raises(InputError, match=r"the valve has no gate “f”.*Its gates are: a, n"):
        small_model(valve).trace(SENTENCE, ["layer0.f=0"])
