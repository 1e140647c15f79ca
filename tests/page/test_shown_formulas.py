"""The formula that a reader sees is the one that is computed: read off the page as MathML, and evaluated.

For every registered cell. The line of symbols is evaluated on the trace's states and the model's weights, the line of
numbers on the numbers as they stand there, each with the brackets, signs and order that the page shows.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Page

from lstm_core import Model, build, cells
from lstm_core.models import shapes_of
from lstm_core.weights import native
from tests.core.cell_checks import random_params, small_spec

TEXT = "She grew up in France and speaks"
T, UNIT = 3, 4

# What stands in a line, as text: names by their symbols, shown numbers by their full values, operators as in Python.
READ = """(lines) => {
  const signs = { '×': '*', '⋅': '@', '−': '-', 'σ': 'sigmoid' };
  const write = (node) => {
    if (node.dataset.symbol) return node.dataset.symbol;
    if (node.classList.contains('value')) {
      const led = node.firstElementChild.getAttribute('form') === 'infix';
      return `${led ? '+' : ''}(${node.dataset.value})`;
    }
    if (node.localName === 'mo') return signs[node.textContent] ?? node.textContent;
    if (node.localName === 'mn') return node.textContent;
    return [...node.children].map(write).join(' ');
  };
  const parts = (line) => [...line.querySelectorAll('math')].map(write).join('').split('=').map((part) => part.trim());
  return lines.map((line) => [line.dataset.arith, parts(line)]);
}"""


@pytest.fixture(scope="module")
def models() -> dict[str, Model]:
    found = {}
    for name in cells.names():
        spec = small_spec(name)
        spec = type(spec)(**vars(spec) | {"name": f"small-{name}"})
        found[name] = build(spec, random_params(shapes_of(spec), 11, spec.dtype))
    return found


@pytest.fixture(scope="module")
def address(models: dict[str, Model], serve: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("models")
    paths = []
    for model in models.values():
        paths.append(folder / f"{model.name}.safetensors")
        native.save(paths[-1], model.params, model.spec)
    return serve(GATEWALK_ZOO="0", GATEWALK_MODELS=":".join(map(str, paths)))


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


@pytest.mark.parametrize("name", cells.names())
def test_every_line_computes_what_it_says(name: str, models: dict[str, Model], address: str, page: Page) -> None:
    model = models[name]
    query = {"model": model.name, "text": TEXT, "t": T, "phase": 9, "unit": UNIT}
    page.goto(f"{address}/?{urlencode(query)}")
    page.wait_for_selector(f"[data-arith-ready='{T}:{UNIT}']", state="attached")
    shown = page.locator("[data-part=arithmetic] .line").evaluate_all(READ)
    layer = model.trace(TEXT).layers[0]
    env = {key.removeprefix("layer0."): value.astype(float) for key, value in model.params.items()}
    env |= {key: rows[T].astype(float) for key, rows in layer.signals.items()}
    env |= {f"{state}_prev": layer.signals[state][T - 1].astype(float) for state in layer.initial}
    functions = {"sigmoid": sigmoid, "tanh": np.tanh}
    written = {signal for signal, _ in shown}
    assert written >= {*cells.get(name).gates, *cells.get(name).states}
    for signal, (left, symbols, *numbers) in shown:
        true = float(layer.signals[signal][T, UNIT])
        assert left == signal
        value = eval(symbols, {"__builtins__": {}}, env | functions)
        assert value[UNIT] == pytest.approx(true, abs=1e-5), (signal, symbols)
        assert len(numbers) >= 2
        for line in numbers:
            value = eval(line, {"__builtins__": {}}, functions)
            assert float(value) == pytest.approx(true, abs=1e-5), (signal, line)


@pytest.mark.parametrize("name", ["lstm", "peephole", "gru", "gru-before"])
def test_every_sum_is_taken_apart_whole(name: str, models: dict[str, Model], address: str, page: Page) -> None:
    model = models[name]
    query = {"model": model.name, "text": TEXT, "t": T, "phase": 9, "unit": UNIT}
    page.goto(f"{address}/?{urlencode(query)}")
    page.wait_for_selector(f"[data-arith-ready='{T}:{UNIT}']", state="attached")
    layer = model.trace(TEXT).layers[0]
    sums = {signal.name: signal for signal in cells.get(name).signals if "@" in signal.formula}
    assert sums
    for signal in sums.values():
        page.locator(f"[data-arith='{signal.name}'] button.terms").click()
        products = page.locator("[data-part=terms][open] [data-product]")
        products.first.wait_for()
        total = sum(map(float, products.evaluate_all("cells => cells.map((cell) => cell.dataset.product)")))
        value = {"sigmoid": sigmoid, "tanh": np.tanh}.get(signal.formula.split("(")[0], lambda z: z)(np.float64(total))
        if signal.formula.startswith("r * "):
            value *= layer.signals["r"][T, UNIT]
        assert value == pytest.approx(float(layer.signals[signal.name][T, UNIT]), abs=1e-5), signal.name
        shown = page.locator("[data-part=terms] .result [data-value]").get_attribute("data-value")
        assert float(str(shown)) == pytest.approx(float(value), abs=1e-5)
        page.keyboard.press("Escape")
