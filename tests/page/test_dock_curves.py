"""The dock's curves: points, slopes and vectors are read off the page and computed again from the model."""

from __future__ import annotations

import math
import re
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from lstm_core import Model, Trace, cells, formula, load
from lstm_core.arithmetic import explain
from tests.page.shown import GO
from tests.page.test_accessibility import violations
from tests.page.test_dock_ledger import shown

TEXT = "Anna grew up in France and she speaks fluent"
CURVE = {"sigmoid": lambda z: 1 / (1 + math.exp(-z)), "tanh": math.tanh}
READ = """() => {
  const all = (root, selector, read) => [...root.querySelectorAll(selector)].map(read);
  const number = (element) => [element.textContent, Number(element.dataset.value)];
  const figures = all(document, '.curves figure:not([hidden])', (figure) => {
    const well = figure.querySelector('.well');
    const place = (name) => Number(well.getAttribute(name));
    return [figure.dataset.curve, {
      well: ['x', 'y', 'width', 'height'].map(place),
      curve: figure.querySelector('path.curve').getAttribute('d'),
      slope: figure.querySelector('path.slope').getAttribute('d'),
      points: all(figure, '.point', (point) => [
        point.dataset.point, ['z', 'value', 'slope'].map((key) => Number(point.dataset[key])),
        all(point, 'circle', (circle) => [Number(circle.getAttribute('cx')), Number(circle.getAttribute('cy'))])]),
    }];
  });
  const rows = (kind) => all(document, `.curves .vectors.${kind} tbody tr`,
    (row) => [row.dataset.vector, all(row, 'td', number)]);
  return {
    told: document.querySelector('.curves .told').textContent,
    figures: Object.fromEntries(figures),
    points: all(document, '.curves .points tbody tr', (row) => [row.dataset.signal, row.dataset.curve,
      Object.fromEntries(all(row, 'td[data-column]', (cell) => [cell.dataset.column, number(cell)]))]),
    example: Object.fromEntries(rows('example')), mine: rows('mine'),
    units: all(document, '.curves .mine thead button', (button) => Number(button.textContent)),
  };
}"""


def slope_of(curve: str, z: float) -> float:
    """By a central difference."""
    return (CURVE[curve](z + 1e-5) - CURVE[curve](z - 1e-5)) / 2e-5


def search(model: str, t: int, unit: int, layer: str = "layer0", phase: int = 99, **more: str) -> str:
    asked = {
        "model": model,
        "text": TEXT,
        "t": t,
        "phase": phase,
        "unit": unit,
        "layer": layer,
        "dock": "curves",
        **more,
    }
    return f"?{urlencode(asked)}"


def at(page: Page, layer: str, t: int, unit: int) -> dict[str, Any]:
    expect(page.locator(f".curves[data-at='{layer}:{t}:{unit}']")).to_have_count(1)
    read: dict[str, Any] = page.evaluate(READ)
    return read


def summed(model: Model, trace: Trace, layer: str, t: int, unit: int) -> dict[str, tuple[str, float]]:
    """{signal: (curve, z)}: what the model's own weights sum up to, from the written-out arithmetic."""
    found = {}
    for one in explain(model, trace, t, unit, layer=layer)["signals"]:
        tree = one["tree"]["args"][0] if one["tree"]["op"] == "held" else one["tree"]
        if tree["op"] == "call":
            found[one["signal"]] = (tree["fn"], tree["args"][0]["value"])
    return found


def check_points(
    read: dict[str, Any], expected: dict[str, tuple[str, float]], trace: Trace, layer: str, t: int, unit: int
) -> None:
    """In numbers: z is the model's; of the z that is written the curve is the written value, and so its slope."""
    assert {signal: curve for signal, curve, _ in read["points"]} == {
        name: curve for name, (curve, _) in expected.items()
    }
    for signal, curve, cells_of in read["points"]:
        z = expected[signal][1]
        assert cells_of["z"][1] == pytest.approx(z, abs=1e-12)
        assert cells_of["own"][1] == pytest.approx(float(trace[f"{layer}.{signal}"][t, unit]), abs=2e-7)
        assert cells_of["slope"][1] == pytest.approx(slope_of(curve, z), abs=1e-9)
        into, out, steep = (shown(cells_of[column][0]) for column in ("z", "own", "slope"))
        assert abs(into[0] - z) <= into[1]
        assert abs(CURVE[curve](into[0]) - out[0]) <= out[1]
        assert abs((out[0] * (1 - out[0]) if curve == "sigmoid" else 1 - out[0] ** 2) - steep[0]) <= steep[1]
        assert float(cells_of["passes"][0].removesuffix(" %")) == pytest.approx(100 * steep[0], abs=1e-6)


def check_picture(read: dict[str, Any], expected: dict[str, tuple[str, float]]) -> None:
    """Each curve is σ or tanh, the dashed one its slope; each point lies on both where its z is."""
    for curve, figure in read["figures"].items():
        left, top, width, height = figure["well"]
        low = -1 if curve == "tanh" else 0
        path = [tuple(map(float, pair)) for pair in re.findall(r"[ML]([\d.]+) ([\d.]+)", figure["curve"])]
        slopes = [float(y) for _, y in re.findall(r"[ML]([\d.]+) ([\d.]+)", figure["slope"])]
        mine = [z for of, z in expected.values() if of == curve]
        reach = max(6, *(math.ceil(abs(z) + 0.5) for z in mine))

        def up(value: float, low: int = low, top: float = top, height: float = height) -> float:
            return top + height * (1 - value) / (1 - low)

        for (x, y), slope in zip(path, slopes, strict=True):
            z = ((x - left) / width * 2 - 1) * reach
            assert y == pytest.approx(up(CURVE[curve](z)), abs=1.0)
            assert slope == pytest.approx(up(slope_of(curve, z)), abs=1.0)
        assert len(figure["points"]) == len(mine)
        for signal, (z, value, _), circles in figure["points"]:
            assert z == pytest.approx(expected[signal][1], abs=1e-12)
            across = left + width * (z / reach + 1) / 2
            assert circles[0] == pytest.approx([across, up(value)], abs=0.01)
            assert circles[1] == pytest.approx([across, up(slope_of(curve, z))], abs=0.01)


def check_vectors(read: dict[str, Any], trace: Trace, layer: str, t: int, unit: int) -> None:
    """× and + of four units: the library's own numbers, and each column agrees as it is written."""
    assert unit in read["units"]
    for column, one in enumerate(read["units"]):
        led = trace.ledger(one, layer)
        row = t - led.first
        signals = {
            name: rows[row, one]
            for name, rows in next(la for la in trace.layers if la.name == layer).signals.items()
            if name != "x"
        }
        first, second = (formula.evaluate(tree, signals) for tree in formula.parse(led.belt.writes)["args"])
        known = [led.keep[row], led.before[row], led.kept[row], first, second, led.written[row], led.state[row]]
        written = []
        for (_, numbers), value in zip(read["mine"], known, strict=True):
            text, full = numbers[column]
            assert full == pytest.approx(float(value), abs=1e-12)
            written.append(shown(text))
            assert abs(written[-1][0] - float(value)) <= written[-1][1]
        keep, before, kept, let, offered, wrote, state = written
        assert abs(keep[0] * before[0] - kept[0]) <= kept[1]
        assert abs(let[0] * offered[0] - wrote[0]) <= wrote[1]
        assert abs(kept[0] + wrote[0] - state[0]) <= state[1]


@pytest.mark.parametrize(
    ("name", "layer"), [("reader-32", "layer0"), ("compare-gru", "layer0"), ("stacked-2", "layer1")]
)
def test_every_number_is_the_models(page: Page, server: str, name: str, layer: str) -> None:
    model = load(name)
    trace = model.trace(TEXT)
    page.goto(f"{server}/{search(name, 8, 11, layer)}")
    for t, unit in ((8, 11), (4, 0)):
        page.evaluate(GO, search(name, t, unit, layer))
        read = at(page, layer, t, unit)
        expected = summed(model, trace, layer, t, unit)
        check_points(read, expected, trace, layer, t, unit)
        check_picture(read, expected)
        check_vectors(read, trace, layer, t, unit)
        flattest = min(
            expected, key=lambda one: slope_of(*expected[one]) / (0.25 if expected[one][0] == "sigmoid" else 1)
        )
        (passes,) = [of["passes"][0] for signal, _, of in read["points"] if signal == flattest]
        assert passes in read["told"]
    assert violations(page) == []


def test_the_articles_example_is_computed(page: Page, server: str) -> None:
    page.goto(f"{server}/{search('compare-rnn', 4, 2)}")
    read = at(page, "layer0", 4, 2)
    numbers = {name: [int(text) for text, _ in row] for name, row in read["example"].items()}
    a, b = np.array(numbers["a"]), np.array(numbers["b"])
    assert (a.tolist(), b.tolist()) == ([1, 2, 3, 4], [2, 3, 4, 5])
    assert (numbers["times"], numbers["plus"]) == ((a * b).tolist(), (a + b).tolist()) == ([2, 6, 12, 20], [3, 5, 7, 9])
    assert cells.belt_of("rnn") is None
    assert "No × and + on a belt here" in page.locator(".curves .mine-place").inner_text()
    assert [signal for signal, *_ in read["points"]] == ["h"]


def test_only_what_the_step_has_come_to_is_shown_and_a_held_valve_passes_nothing(page: Page, server: str) -> None:
    page.goto(f"{server}/{search('reader-32', 8, 11, phase=1)}")
    read = at(page, "layer0", 8, 11)
    assert [signal for signal, *_ in read["points"]] == ["f"]
    assert not read["mine"]
    page.goto(f"{server}/{search('reader-32', 8, 11, clamp='layer0.f[11]=0.5')}")
    read = at(page, "layer0", 8, 11)
    assert "f is held by hand" in read["told"]
    trace = load("reader-32").trace(TEXT, ["layer0.f[11]=0.5"])
    (point,) = [values for signal, values, _ in read["figures"]["sigmoid"]["points"] if signal == "f"]
    assert point[1] == 0.5
    assert point[0] == pytest.approx(summed(load("reader-32"), trace, "layer0", 8, 11)["f"][1], abs=1e-12)
