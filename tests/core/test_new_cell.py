"""A cell that only this test knows goes through everything by its declaration alone."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from lstm_core import Trace, build, cells
from lstm_core.arithmetic import explain
from lstm_core.cells.signals import INPUT, Signal, affine
from lstm_core.errors import InputError
from lstm_core.weights import native
from tests.core import test_every_cell as table
from tests.core import test_ledger
from tests.core.cell_checks import KINDS, SENTENCE, small_model


class Valve(cells.Cell):
    """h_t = h_{t−1} + a ⊙ (n − h_{t−1}): one valve a between what was and the news n.

    The valve of each unit looks at the unit's own state as well, through a weight of its own, k (H,).
    """

    name = "valve"
    title = short = "valve"
    paper = "this test"
    sigmoid_gates = ("a",)
    tanh_gates = ("n",)
    states = ("h",)
    signals = (
        INPUT,
        Signal("a", "gate", (0, 1), f"sigmoid({affine('a')} + k * h_prev)", "valve", "how much is new"),
        Signal("n", "candidate", (-1, 1), f"tanh({affine('n')})", "news", "what is new"),
        Signal("change", "product", (-2, 2), "a * (n - h_prev)", "change", "what the valve lets in"),
        Signal("h", "output", (-1, 1), "h_prev + change", "state", "what is kept"),
    )
    belt = cells.Belt("h", keeps="1 - a", writes="a * n")

    def parameters(self, inputs: int, units: int) -> dict[str, tuple[int, ...]]:
        return super().parameters(inputs, units) | {"k": (units,)}

    def step(self, packed: Any, wx: Any, prev: Any, out: Any, clamp: Any = None) -> Any:
        out.gates[...] = prev.h @ packed.U + wx
        out.sigmoids[...] += packed.half * packed.params["k"] * prev.h
        out.gates[...] = np.tanh(out.gates)
        out.sigmoids[...] = packed.half * out.sigmoids + packed.half
        if clamp is not None:
            clamp(out, self.gates)
        out.change[...] = out.a * (out.n - prev.h)
        out.h[...] = prev.h + out.change
        if clamp is not None:
            clamp(out, self.states)
        return out

    def backward_step(self, packed: Any, prev: Any, now: Any, d: Any, clamp: Any = None) -> Any:
        after = self.passed("h", d.h, clamp)
        za = after * (now.n - prev.h) * now.a * (1 - now.a)
        dz = self.cut(np.concatenate([za, after * now.a * (1 - now.n * now.n)], axis=-1), clamp)
        za = dz[..., : za.shape[-1]]
        dh = after * (1 - now.a) + za * packed.params["k"] + (dz / packed.scale) @ packed.U.T
        return dz, self.State(h=dh)

    def parameter_gradients(self, x: Any, tape: Any, dz: Any) -> Any:
        units = dz.shape[-1] // 2
        dk = (dz[..., :units] * tape.previous("h")).reshape(-1, units).sum(axis=0)
        return super().parameter_gradients(x, tape, dz) | {"k": dk}


@pytest.fixture
def valve(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(cells, "_registry", dict(cells._registry))
    cells.register(Valve())
    assert cells.names()[-1] == "valve"
    return "valve"


@pytest.mark.parametrize(
    "check",
    [
        table.test_the_declaration_holds_together,
        table.test_every_signal_stays_in_its_range_far_out,
        table.test_a_layer_reads_the_one_below_and_a_decoder_begins_where_the_encoder_ends,
        table.test_a_batch_computes_what_its_members_do,
    ],
)
def test_the_table_of_cells_holds_for_it(valve: str, check: Callable[[str], None]) -> None:
    check(valve)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "check",
    [
        table.test_shapes,
        table.test_a_layer_is_its_cell_read_in_its_direction,
        table.test_each_formula_computes_its_signal,
        table.test_a_gate_is_held_at_its_step_and_all_else_follows_its_formula,
        table.test_every_signal_stays_in_its_range,
    ],
)
def test_the_table_of_models_holds_for_it(valve: str, kind: str, check: Callable[[str, str], None]) -> None:
    check(valve, kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("held", [False, True])
def test_arithmetic(valve: str, kind: str, held: bool) -> None:
    table.test_the_arithmetic_of_every_signal_of_every_unit_adds_up(valve, kind, held)


@pytest.mark.parametrize("kind", KINDS)
def test_streams_and_documents(valve: str, kind: str) -> None:
    table.test_the_stream_is_the_trace_bit_for_bit(valve, kind, "text")
    table.test_json_and_back_exactly(valve, kind, "float32")


def test_it_can_be_trained(valve: str) -> None:
    table.test_gradients_of_every_parameter_input_and_initial_state(valve, 4)


def test_its_trace_as_json(valve: str) -> None:
    trace = small_model(valve).trace(SENTENCE)
    assert list(trace.layers[0].signals) == ["x", "a", "n", "change", "h"]
    assert list(trace.layers[0].initial) == ["h"]
    told = trace.to_dict()["layers"][0]
    assert (told["cell"], list(told["signals"])) == ("valve", ["x", "a", "n", "change", "h"])
    again = Trace.from_json(trace.to_json())
    assert all(np.array_equal(again[name], trace[name]) for name in trace.layers[0].signals)


def test_its_arithmetic_shows_its_own_parameter(valve: str) -> None:
    model = small_model(valve)
    trace = model.trace(SENTENCE)
    a, n = explain(model, trace, 3, 2, ["a", "n"], terms=["n"])["signals"]
    *_, own = a["tree"]["args"][0]["args"]
    assert own["op"] == "mul"
    assert own["args"] == [
        {"op": "name", "name": "k", "value": float(model.params["layer0.k"][2]), "source": "parameter"},
        {"op": "name", "name": "h_prev", "value": float(trace["h"][2, 2]), "source": "state"},
    ]
    assert a["tree"]["value"] == pytest.approx(float(trace["a"][3, 2]), abs=1e-6)
    assert [len(arg["terms"]) for arg in n["tree"]["args"][0]["args"][:2]] == [6, 7]


def test_its_ledger_adds_up(valve: str) -> None:
    trace = small_model(valve, "float64").trace(SENTENCE)
    for unit in range(7):
        test_ledger.check_sums(trace.ledger(unit), 1e-12)


def test_its_weights_are_saved_and_read_back(valve: str, tmp_path: Path) -> None:
    model = small_model(valve)
    sha256 = native.save(tmp_path / "valve.safetensors", dict(model.params), model.spec)
    params, spec, read = native.read(tmp_path / "valve.safetensors")
    assert (spec, read) == (model.spec, sha256)
    assert build(spec, params).trace(SENTENCE)["h"].tobytes() == model.trace(SENTENCE)["h"].tobytes()


def test_its_valve_can_be_held(valve: str) -> None:
    trace = small_model(valve).trace(SENTENCE, ["layer0.a=0"])
    assert not trace["h"].any()  # a valve that never opens keeps the initial state
    assert small_model(valve).trace(SENTENCE, ["layer0.h[2]@3=0.5"])["h"][3, 2] == 0.5
    with pytest.raises(InputError, match=r"the valve has no gate or state “f”.*It has: a, n, h"):
        small_model(valve).trace(SENTENCE, ["layer0.f=0"])
