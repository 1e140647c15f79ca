"""Many derivatives back through time in one sweep: every cell, architecture and output, against central differences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from lstm_core import Model, build, cells, formula
from lstm_core.layers.recurrent import Recurrent, StartedRecurrent
from lstm_core.layers.swept import How
from lstm_core.models import shapes_of, uniform
from lstm_core.models.composition import READER
from lstm_core.models.gradients import Target, target
from lstm_core.models.run import Run
from lstm_core.models.through_time import every_target, norm, through_time
from tests import one_file_layer
from tests.core.cell_checks import KINDS, SENTENCE, random_params, small_model
from tests.core.test_gradient_of_a_run import said

EVERY = [pytest.param(cell, kind, id=f"{cell}-{kind}") for kind in KINDS for cell in cells.names()]
NOISE = 5e-11  # of a difference of two logits around 10, over the step
_advance = StartedRecurrent.advance


def nudged(
    model: Model, text: str, clamps: list[str], layer: str, signal: str, place: tuple[int, int], by: float
) -> Run:
    """A run in which one number of a layer is another: what it reads at a step of its own, or a state after it."""
    run = model.run(text, clamps)
    row, unit = place

    def advance(work: StartedRecurrent, start: int, stop: int) -> None:
        if work.layer.name != layer or not start <= row < stop:
            return _advance(work, start, stop)
        _advance(work, start, row)
        if signal == "x":
            at = len(work.given.x) - 1 - row if work.back else row
            kept = work.given.x[at, unit]
            work.given.x[at, unit] = kept + by
            _advance(work, row, row + 1)
            work.given.x[at, unit] = kept  # others read it as it was
        else:
            _advance(work, row, row + 1)
            work.tape.arrays[signal][row, unit] += by
        return _advance(work, row + 1, stop)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(StartedRecurrent, "advance", advance)
        run.advance(0, len(run))
        assert len(run.tokens) == len(run)  # all is written that is written
    return run


def slope(value: Callable[[float], float], step: float = 1e-4) -> float:
    """The derivative at 0, by five points: the error is of the fourth order."""
    return (8 * (value(step) - value(-step)) - (value(2 * step) - value(-2 * step))) / (12 * step)


def shown(model: Model, run: Run, layer: str, state: str, place: tuple[int, int]) -> float:
    """∂h_t/∂state_t of one unit within the step, from the declared formulas of what comes after the state."""
    found = model.layer(layer)
    assert isinstance(found, Recurrent)
    row, unit = place
    tape = run.started[layer].tape  # type: ignore[attr-defined]
    signals = [one for one in found.signals if one.role != "input"]
    later = [one for one in signals[[s.name for s in signals].index(state) + 1 :] if one.name != state]
    env = {name: rows[row] for name, rows in tape.arrays.items()} | {"x": run.started[layer].read[row]}  # type: ignore[attr-defined]
    env |= {f"{name}_prev": tape.previous(name)[row] for name in found.states}
    env |= {name.partition(".")[2]: array for name, array in model.params.items() if name.startswith(f"{layer}.")}
    held = run.started[layer].held.get(row)  # type: ignore[attr-defined]

    def h(by: float) -> float:
        now = dict(env)
        now[state] = now[state].copy()
        now[state][unit] += by
        for one in later:
            if held is not None and one.name in found.valves:
                free = np.ones(found.units)
                held.cut(one.name, free)
                now[one.name] = np.where(free == 1, formula.evaluate(formula.parse(one.formula), now), env[one.name])
            else:
                now[one.name] = formula.evaluate(formula.parse(one.formula), now)
        return float(now["h"][unit])

    return slope(h)


def check(model: Model, text: str, clamps: list[str], of: str | None, t: int | None) -> None:
    random = np.random.default_rng(7)
    model.looked_up = None  # what is read is changed below, behind the table's back
    run = model.run(text, clamps)
    asked = target(run, of, t)
    of = None if model.spec.task == "forecast" else asked.symbol
    found = through_time(run, [asked])
    for layer in model.layers:
        if not isinstance(layer, Recurrent):
            continue
        for signal in ("x", *layer.states):
            rows = found.rows(layer.name, signal)[:, 0]
            scale = np.abs(rows).max()
            for _ in range(3):
                at, unit = (int(random.integers(n)) for n in rows.shape)
                row = len(rows) - 1 - at if layer.direction == "backward" else at

                def value(
                    by: float, name: str = layer.name, signal: str = signal, place: tuple[int, int] = (row, unit)
                ) -> float:
                    return said(nudged(model, text, clamps, name, signal, place, by), of, asked.t)

                expected = slope(value)
                if signal not in ("x", "h"):
                    by_h = found.rows(layer.name, "h")[at, 0, unit]
                    expected += by_h * shown(model, run, layer.name, signal, (row, unit))
                assert rows[at, unit] == pytest.approx(expected, rel=1e-7, abs=1e-7 * scale + NOISE), (layer, signal)
    words = found.words[READER][:, 0]
    if model.reader.table is None and model.spec.architecture == "cnn_lstm":
        return  # its words are what the letter filters give
    whole = model.run(text, clamps).reading
    if not isinstance(whole.given, np.ndarray):
        return
    for at in {0, len(words) // 2}:
        unit = int(random.integers(words.shape[1]))

        def read(by: float, at: int = at, unit: int = unit) -> float:
            again = model.run(text, clamps)
            given = whole.given.copy()
            given[at, unit] += by
            again.__dict__["reading"] = replace(whole, given=given)
            return said(again, of, asked.t)

        assert words[at, unit] == pytest.approx(slope(read), rel=1e-7, abs=1e-7 * np.abs(words).max() + NOISE)


@pytest.mark.parametrize(("name", "kind"), EVERY)
@pytest.mark.parametrize("held", [False, True])
def test_every_cell_in_every_model(name: str, kind: str, held: bool) -> None:
    model = small_model(name, "float64", seed=8, kind=kind, units=4)
    layer = next(layer for layer in reversed(model.layers) if layer.valves)
    first = (model.trace(KINDS[kind].text).layers[-1].span or (0,))[0]
    clamps = [f"{layer.name}.{gate}[1]@{first + 1}=0.25" for gate in layer.valves] if held else []
    check(model, KINDS[kind].text, clamps, None, -1)


def test_of_the_verdict_of_both_ends() -> None:
    for cell in ("lstm", "gru"):
        check(small_model(cell, "float64", kind="bidirectional", units=4), SENTENCE, [], "bad", None)


def test_a_word_that_is_not_said_first_and_at_an_earlier_step() -> None:
    check(small_model("peephole", "float64", units=4), "I grew up in France and", [], "dog", 3)


def test_through_a_layer_of_a_new_kind() -> None:
    spec = uniform("one", "next-letter", "averaged", "lstm", 4, 3, tuple("abc"), reads="letters", dtype="float64")
    assert spec.architecture == one_file_layer.AVERAGED.name
    check(build(spec, random_params(shapes_of(spec), 2)), "abcab", ["layer0.f[1]@2=0.5"], "b", -1)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_one_sweep_of_many_gives_what_each_alone_gives(name: str, kind: str) -> None:
    model = small_model(name, "float64", kind=kind)
    run = model.run(KINDS[kind].text, [f"{model.layers[-1].name}.{model.layers[-1].valves[0]}[2]=0.5"])
    targets = every_target(run)[::-1] + every_target(run)[1:3]  # in any order, some twice
    many = through_time(run, targets)
    for b, one in enumerate(targets):
        alone = through_time(run, [one])
        for reader, rows in alone.words.items():
            np.testing.assert_allclose(many.words[reader][:, b], rows[:, 0], rtol=1e-11, atol=1e-13)
        for layer in model.layers:
            for signal in alone.signals(layer):
                rows = alone.rows(layer.name, signal)[:, 0]
                np.testing.assert_allclose(many.rows(layer.name, signal)[:, b], rows, rtol=1e-11, atol=1e-13)


def test_so_many_that_they_are_not_kept() -> None:
    model = small_model("lstm", "float64", kind="stacked-2")
    run = model.run(KINDS["vanilla"].long)
    many = through_time(run, every_target(run))
    for t in (0, 150, 299):
        alone = through_time(run, [Target(t, run.predictions(t, t + 1)[0][0][0])])
        for layer in model.layers:
            for signal in alone.signals(layer):
                rows = alone.rows(layer.name, signal)[:, 0]
                np.testing.assert_allclose(many.rows(layer.name, signal)[:, t], rows, rtol=1e-10, atol=1e-13)


@pytest.mark.parametrize("name", [name for name in cells.names() if cells.get(name).slopes is not cells.Cell.slopes])
def test_the_factors_are_those_of_the_cells_own_backward_step(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is declared for all steps at once, and what the cell does step by step, are two ways to one thing."""
    model = small_model(name, "float64")
    clamps = [f"layer0.{gate}[1]@2-3=0.25" for gate in model.layers[0].valves]
    run = model.run(SENTENCE, clamps)
    asked = [target(run), target(run, "dog", 3)]
    fast = through_time(run, asked)
    monkeypatch.setattr(type(cells.get(name)), "slopes", lambda *_: None)
    slow = through_time(run, asked)
    np.testing.assert_allclose(fast.words[READER], slow.words[READER], rtol=1e-11, atol=1e-14)


def test_along_the_belt_alone() -> None:
    """δ_T ⊙ Π f, the loop written out; the plain RNN has no belt."""
    for name, keep in (("lstm", "f"), ("cifg", "f"), ("peephole", "f"), ("gru", "z"), ("gru-before", "z")):
        model = small_model(name, "float64")
        trace = model.trace(SENTENCE)
        g = trace.gradient("dog", 6)
        belt = g.found.layers["layer0"].belt
        assert belt == ("h" if keep == "z" else "c")
        expected = g[belt][6].copy()
        for t in range(6, -1, -1):
            np.testing.assert_allclose(g["direct"][t], expected, rtol=1e-12)
            expected *= trace[keep][t]
        np.testing.assert_allclose(g["direct"] + g["rest"], g[belt], rtol=1e-14)
        assert not g["direct"][7:].any()
    assert "direct" not in small_model("rnn").trace(SENTENCE).gradient().to_dict()["layers"][0]["norms"]


def test_along_the_belt_from_the_writer_to_the_reader() -> None:
    """A decoder's belt goes on where the encoder's ended."""
    model = small_model("lstm", "float64", kind="encoder_decoder")
    trace = model.trace(KINDS["encoder_decoder"].text)
    g = trace.gradient(t=4)
    expected = g["decoder.c"][1] * trace["decoder.f"][1] * trace["decoder.f"][0]
    np.testing.assert_allclose(g["encoder.direct"][-1], expected, rtol=1e-12)
    np.testing.assert_allclose(g["encoder.direct"][0], expected * trace["encoder.f"][1:].prod(axis=0), rtol=1e-12)


def test_every_valve_held_passes_nothing() -> None:
    model = small_model("lstm", "float64")
    held = [f"layer0.{gate}@3=0.5" for gate in "fig"]
    trace = model.trace(SENTENCE, held)
    g = trace.gradient(t=5)
    assert g["x"][4].any()
    shown_by_h = g["h"][2] * trace["o"][2] * (1 - trace["tanh_c"][2] ** 2)
    np.testing.assert_allclose(
        g["c"][2] - shown_by_h, g["c"][3] * 0.5, rtol=1e-12
    )  # the held valve keeps, all the same
    g = model.trace(SENTENCE, [*held, "layer0.o@3=0.5"]).gradient(t=5)
    assert not g["x"][3].any(), "every way from what is read at step 3 is held"


def test_clipped_on_the_way_back() -> None:
    """The loop written out, by the cell's own chain rule: shorten what is too long, then hand it back."""
    model = small_model("lstm", "float64")
    run = model.run(SENTENCE)
    asked = target(run, "dog", 6)
    free, short = through_time(run, [asked]), through_time(run, [asked], how=How(False, 0.3))
    work = run.started["layer0"]
    assert isinstance(work, StartedRecurrent)
    cell, tape = work.layer.of, work.tape
    h, c = model.teller.slopes(["dog"], run.reading, [6])[0], np.zeros(7)
    for t in range(6, -1, -1):
        now = tape.frame(t)
        c = c + h * now.o * (1 - now.tanh_c**2)
        scale = min(1, 0.3 / np.sqrt((h**2).sum() + (c**2).sum()))
        h, c = h * scale, c * scale
        np.testing.assert_allclose(short.rows("layer0", "h")[t, 0], h, rtol=1e-12, atol=1e-15)
        np.testing.assert_allclose(short.rows("layer0", "c")[t, 0], c, rtol=1e-12, atol=1e-15)
        without_h = c - h * now.o * (1 - now.tanh_c**2)  # what ``backward_step`` adds again
        _, d = cell.backward_step(work.packed, tape.frame(t - 1), now, cell.State(h=h, c=without_h))
        h, c = d.h, d.c
    np.testing.assert_array_equal(
        through_time(run, [asked], how=How(True, 1e6)).words[READER], free.words[READER]
    )  # what is short enough is left as it is


def test_of_scaled_weights() -> None:
    """The run on scaled weights is differentiated, not the one on the model's own."""
    model = small_model("rnn", "float64")
    scaled = model.trace(SENTENCE, scales=["layer0.U=1.5"]).gradient("dog", 6)
    params = dict(model.params)
    params["layer0.U_h"] = params["layer0.U_h"] * 1.5
    expected = build(model.spec, params).trace(SENTENCE).gradient("dog", 6)
    np.testing.assert_allclose(scaled["h"], expected["h"], rtol=1e-12)
    assert not np.allclose(scaled["h"], model.trace(SENTENCE).gradient("dog", 6)["h"])


def test_norms_neither_overflow_nor_vanish() -> None:
    assert norm(np.array([3e200, 4e200])) == pytest.approx(5e200)
    assert norm(np.array([3e-200, 4e-200])) == pytest.approx(5e-200, rel=1e-12)
    assert norm(np.zeros((2, 3))).tolist() == [0, 0]
