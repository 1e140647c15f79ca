"""The window of a sum's terms, of every registered cell: they add up to the sum, and the sum gives the signal."""

from __future__ import annotations

import math
from typing import Any

import pytest
from playwright.sync_api import Page

from lstm_core import cells
from lstm_core.arithmetic import explain
from tests.core.cell_checks import SENTENCE, small_model

SHOW = """async (given) => {
  const entry = document.querySelector('script[type=module]').src;
  const { createTerms } = await import(new URL('views/terms.js', entry));
  const dialog = document.body.appendChild(document.createElement('dialog'));
  const terms = createTerms(dialog);
  const signs = { '×': '*', '−': '-', 'σ': 'sigmoid', '+': '+', '(': '(', ')': ')', '=': '=', 'tanh': 'tanh' };
  const read = (node) => {
    if (node.dataset?.value) return `(${node.dataset.value})`;  // a number, in full
    if (node.localName === 'munder') return read(node.firstElementChild);
    if (node.localName === 'mo') return signs[node.textContent] ?? `?${node.textContent}?`;
    return [...node.children].map(read).join('');
  };
  return given.sums.map((signal) => {
    terms.show(given.told[signal], given.signals.find(({ name }) => name === signal), 'word');
    const pieces = [...dialog.querySelectorAll('.sum math')].map(read);
    const [whole, sum] = [pieces.pop(), pieces.join('')];
    const names = [...dialog.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    const products = [...dialog.querySelectorAll('[data-product]')].map((cell) => Number(cell.dataset.product));
    dialog.close();
    return { signal, sum, whole, names, products };
  });
}"""
T, UNIT = 3, 2
FUNCTIONS = {"sigmoid": lambda z: 1 / (1 + math.exp(-z)), "tanh": math.tanh}


def shown(page: Page, server: str, cell: str) -> tuple[Any, list[dict[str, Any]]]:
    """The trace, and what the window shows of each signal that has a sum in it."""
    model = small_model(cell, "float64")
    trace = model.trace(SENTENCE)
    declared = [
        {"name": s.name, "role": s.role, "range": s.range, "formula": s.formula, "label": s.label, "description": ""}
        for s in cells.get(cell).signals
    ]
    sums = [s.name for s in cells.get(cell).signals if "@" in s.formula]
    told = {signal: explain(model, trace, T, UNIT, terms=[signal]) for signal in sums}
    page.goto(server)
    return trace, page.evaluate(SHOW, {"signals": declared, "told": told, "sums": sums})


def value(line: str) -> float:
    return float(eval(line, {"__builtins__": {}}, FUNCTIONS))


@pytest.mark.parametrize("cell", cells.names())
def test_the_terms_add_up_to_the_sum_and_the_sum_gives_the_signal(page: Page, server: str, cell: str) -> None:
    trace, windows = shown(page, server, cell)
    assert {window["signal"] for window in windows} >= set(cells.get(cell).gates)
    for window in windows:
        signal = window["signal"]
        parts, total = window["sum"].split("=")
        squashed, result = window["whole"].split("=")
        assert value(parts) == pytest.approx(value(total), rel=0, abs=1e-12), signal
        assert math.fsum(window["products"]) == pytest.approx(value(total), rel=0, abs=1e-12), signal
        assert value(result) == trace[signal][T, UNIT]
        assert value(squashed) == pytest.approx(value(result), rel=0, abs=1e-12), (signal, squashed)
        assert total in squashed
        assert len(window["names"]) == len(window["products"]) > 6


def test_what_is_no_term_of_a_product_has_its_name(page: Page, server: str) -> None:
    """A peephole adds one term, a reset past as well; neither is a bias."""
    _, peephole = shown(page, server, "peephole")
    _, gru = shown(page, server, "gru")
    names = {window["signal"]: window["names"] for window in (*peephole, *gru)}
    assert {"pf×ct−1", "bf bias", "x[0]", "ht−1[6]"} <= {name.replace("t[", "[") for name in names["f"]}
    assert {"po×ct", "bo bias"} <= set(names["o"])
    assert {"rh", "bn bias"} <= set(names["n"])
    assert {"dn bias", "ht−1[6]"} <= set(names["rh"])
