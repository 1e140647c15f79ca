"""The belt shows the trace's own float32 numbers, and nothing that the step has not reached."""

from __future__ import annotations

import numpy as np
import pytest
from playwright.sync_api import Page

from lstm_core import cells
from tests.page.belt_stage import PHASES, Stage, open_stage


def expected(stage: Stage, cell: str, t: int, phase: int) -> dict[str, np.ndarray]:
    trace = stage.trace
    units = trace["h"].shape[1]
    shown = {f"{name}/now": trace[name][t] for names in PHASES[cell][: phase + 1] for name in names}
    for state in cells.get(cell).states:
        shown[f"{state}/previous"] = trace[state][t - 1] if t else np.zeros(units, np.float32)
    return shown


def test_every_cell_has_its_phases() -> None:
    assert set(PHASES) == set(cells.names())
    for cell, phases in PHASES.items():
        assert sorted(name for names in phases for name in names) == sorted(
            signal.name for signal in cells.get(cell).signals
        )


@pytest.mark.parametrize(("cell", "units"), [("lstm", 1), ("lstm", 128), *((cell, 32) for cell in PHASES)])
def test_every_strip_shows_the_traces_float32s(page: Page, cell: str, units: int) -> None:
    stage = open_stage(page, cell=cell, units=units)
    last = len(PHASES[cell]) - 1
    for t, phase in [(0, 0), (0, last), *((4, k) for k in range(last + 1)), (14, last), (2, 1)]:
        stage.render(t, phase)
        strips = stage.strips()
        wanted = expected(stage, cell, t, phase)
        assert {name for name, values in strips.items() if values} == set(wanted)
        for name, values in wanted.items():
            assert strips[name] == {unit: float(value) for unit, value in enumerate(values)}


@pytest.mark.parametrize("cell", [cell for cell in PHASES if cell != "rnn"])
@pytest.mark.parametrize("width", [1440, 390])
def test_a_valve_is_as_open_as_its_gate(page: Page, cell: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    stage = open_stage(page, cell=cell)
    stage.render(4, len(PHASES[cell]) - 1)
    shut = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('.box')].flatMap((box) =>
          [...box.querySelectorAll('.blade')].map((blade) =>
            [box.dataset.box, new DOMMatrix(getComputedStyle(blade).transform)]
          ).map(([id, matrix]) => [id, Math.min(matrix.a, matrix.d)])))"""
    )
    coupled = cell in ("cifg", "gru", "gru-before")
    mean = {
        name: float(stage.trace[name][4].mean(dtype=float)) for name in ("f", "i", "o", "z", "r") if stage.has(name)
    }
    open_parts = (
        {"keep": mean["z"], "write": 1 - mean["z"], "reset": mean["r"]}
        if "z" in mean
        else {"forget": mean["f"], "write": mean["i"], "reveal": mean["o"]}
    )
    share = shut.pop("i" if cell == "cifg" else "one", None)  # of the box between the valve's ends: the gate's part
    assert share == (pytest.approx(mean["f" if cell == "cifg" else "z"], abs=1e-5) if coupled else None)
    assert shut == {name: pytest.approx(1 - part, abs=1e-5) for name, part in open_parts.items()}
    if coupled:  # one valve: what it shuts to the old it opens to the new
        assert shut["write"] + shut["forget" if cell == "cifg" else "keep"] == pytest.approx(1, abs=1e-5)


def test_captions_and_next_words_are_the_steps_numbers(page: Page) -> None:
    stage = open_stage(page)
    trace = stage.trace
    stage.render(4, 5, unit=11)
    kept = page.locator("[data-caption=fc]")
    share = np.abs(trace["fc"][4], dtype=float).sum() / np.abs(trace["c"][3], dtype=float).sum()
    assert float(str(kept.get_attribute("data-value"))) == pytest.approx(share, rel=1e-12)
    assert kept.text_content() == f"kept {round(share * 100)} % of what was there"
    wrote = float(trace["ig"][4][11])
    assert float(str(page.locator("[data-caption=c]").get_attribute("data-value"))) == wrote
    assert str(page.locator("[data-caption=c]").text_content()).replace("−", "-") == f"unit 11 wrote {wrote:+.2f}"
    value = page.locator("[data-strip=f] text.value")
    assert (value.get_attribute("data-unit"), value.text_content()) == ("11", f"{trace['f'][4][11]:.2f}")
    rows = page.evaluate(
        """() => [...document.querySelectorAll('.predict .row')].map((row) =>
          [row.querySelector('.word').dataset.word, Number(row.querySelector('.percent').dataset.value)])"""
    )
    assert [tuple(row) for row in rows] == [(word, float(p)) for word, p in trace.top(4, 3)]
    stage.render(4, 4, unit=11)
    assert page.locator(".predict [data-value]").count() == 0


@pytest.mark.parametrize("cell", ["gru", "gru-before"])
def test_the_gru_tells_what_it_kept_and_wrote(page: Page, cell: str) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    stage = open_stage(page, cell=cell)
    stage.render(4, 5, unit=11)
    trace = stage.trace
    share = np.abs(trace["zh"][4], dtype=float).sum() / np.abs(trace["h"][3], dtype=float).sum()
    kept, wrote = page.locator("[data-caption=zh]"), page.locator("[data-caption=h]")
    assert float(str(kept.get_attribute("data-value"))) == pytest.approx(share, rel=1e-12)
    assert kept.text_content() == f"kept {round(share * 100)} %"
    assert float(str(wrote.get_attribute("data-value"))) == float(trace["zn"][4][11])


def test_the_first_word_has_nothing_to_forget(page: Page) -> None:
    stage = open_stage(page)
    stage.render(0, 1)
    assert page.locator("[data-caption=fc]").text_content() == "nothing was there yet"
    assert page.locator("[data-caption=fc][data-value]").count() == 0


def test_the_picture_says_its_moment(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 1, unit=2)
    picture = page.get_by_role("application")
    words = str(picture.get_attribute("aria-label"))
    f = f"{stage.trace['f'][4][2]:.2f}"
    assert words.startswith("LSTM: 32 units at word 5 of 15, “France”. Phase 2 of 6: Forget. Unit 2: ")
    assert f"f {f}" in words
    assert "tanh" not in words


@pytest.mark.parametrize(
    ("cell", "title", "symbols"),
    [
        ("peephole-fi", "peephole LSTM, peepholes at f and i", {"f ⊙ c_t−1", "tanh c_t"}),
        ("cifg", "LSTM with coupled gates", {"i ⊙ g"}),
        ("gru", "GRU", {"r ⊙ (U_n\u2009h_t−1 + d_n)", "(1 − z) ⊙ n", "z ⊙ h_t−1"}),
        ("gru-before", "GRU, reset before the product", {"r ⊙ h_t−1"}),
    ],
)
def test_each_picture_says_its_cell_and_what_it_computes(page: Page, cell: str, title: str, symbols: set[str]) -> None:
    stage = open_stage(page, cell=cell)
    stage.render(4, 4, unit=2)
    words = str(page.get_by_role("application").get_attribute("aria-label"))
    assert words.startswith(f"{title}: 32 units at word 5 of 15, “France”. Phase 5 of 6: ")
    for symbol in symbols:
        assert f"{symbol} " in words


def test_a_unit_is_picked_and_named_by_the_pointer(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 5)
    cell = page.locator("[data-strip=g] rect[data-unit='20']").bounding_box()
    assert cell
    page.mouse.move(cell["x"] + cell["width"] / 2, cell["y"] + 1)
    readout = page.locator(".readout text")
    assert float(str(readout.get_attribute("data-value"))) == float(stage.trace["g"][4][20])
    assert str(readout.text_content()).startswith("unit 20")
    page.mouse.down()
    page.mouse.up()
    assert page.evaluate("() => events") == [["symbol", "g"], ["unit", 20, "g"]]
    box = page.locator("[data-strip=x] rect[data-unit='3']").bounding_box()
    assert box
    page.mouse.click(box["x"] + 1, box["y"] + 1)
    assert page.evaluate("() => events.filter(([kind]) => kind === 'unit').length") == 1  # an input is no unit


def test_a_symbol_lights_its_strip_and_wires(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 5)
    page.evaluate("() => belt.highlight('f')")
    lit = "() => [...document.querySelectorAll('.lit')].map((node) => node.dataset.symbol)"
    assert set(page.evaluate(lit)) == {"f"}
    assert page.locator(".strip.lit").count() == 1
    assert page.locator(".wire.lit").count() >= 3
    page.evaluate("() => belt.highlight(null)")
    assert page.evaluate(lit) == []


def test_a_change_of_size_keeps_the_moment(page: Page) -> None:
    stage = open_stage(page)
    stage.render(4, 3, unit=7)
    before = stage.strips()
    for width, form in [(390, "phone"), (700, "medium"), (1024, "wide")]:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_selector(f"svg.{form}[width='{width}']")
        assert stage.strips() == before
