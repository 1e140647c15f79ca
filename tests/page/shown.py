"""What the page shows at a moment, read back: every number by the data attribute that carries it in full."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Page

PATIENCE = 30_000  # ms
LAST_PHASE = 99  # the page takes the last one that there is

READ = """() => {
  const all = (selector, read) => [...document.querySelectorAll(selector)].map(read);
  const value = ({ dataset }) => ('value' in dataset ? Number(dataset.value) : null);
  const rows = (selector, word, number) => all(selector, row => [row.querySelector(word), row.querySelector(number)]);
  return {
    words: all('.timeline .word', word => [word.querySelector('.text').textContent, word.matches('.unknown')]),
    strips: all('[data-strip]', strip => ({
      signal: strip.dataset.strip, source: strip.dataset.source, layer: strip.dataset.layer,
      values: Object.fromEntries([...strip.querySelectorAll('[data-unit][data-value]')]
        .map(unit => [unit.dataset.unit, value(unit)])) })),
    terms: all('[data-arith]', line => [...line.querySelectorAll('[data-term][data-value]')].map(term =>
      [line.dataset.arith, term.dataset.term, value(term), term.textContent])).flat(),
    bars: all('[data-bar][data-t][data-value]', bar => [bar.dataset.bar, Number(bar.dataset.t), value(bar)]),
    surprise: all('[data-surprise-t][data-bits]', ({ dataset }) => [Number(dataset.surpriseT), Number(dataset.bits)]),
    perplexity: all('[data-perplexity]', ({ dataset }) => Number(dataset.perplexity)),
    next: all('[data-next][data-value]', row =>
      [Number(row.dataset.next), row.dataset.word, value(row), row.querySelector('.percent').textContent]),
    belt: rows('.predict .row', '[data-word]', '.percent[data-value]')
      .flatMap(([word, number]) => (word && number ? [[word.dataset.word, value(number)]] : [])),
    verdict: all('[data-verdict]', one => [one.dataset.verdict, value(one)]),
    said: all('[data-said]', piece => [Number(piece.dataset.said), piece.dataset.text]),
    end: all('[data-stopped]', one => [one.dataset.stopped, one.dataset.answer]),
    points: all('circle[data-line][data-value]', one => [one.dataset.line, Number(one.dataset.t), value(one)]),
    against: all('.against tbody tr', row => [row.querySelector('th').textContent,
      ...[...row.querySelectorAll('td')].flatMap(({ dataset }) => Object.values(dataset).map(Number))]),
    map: all('.map-cell[data-value]', cell => [cell.dataset.mapLayer, Number(cell.dataset.mapT), value(cell)]),
    rises: all('.map-line.rise[data-value]', line => [line.dataset.from, Number(line.dataset.t), value(line)]),
    hand: all('[data-hand][data-value]', cell => [cell.dataset.hand, Number(cell.dataset.unit), value(cell)]),
    map_verdict: all('.map-verdict[data-value]', value),
    filters: all('[data-filter]', ({ dataset }) => ['filter', 'value', 'from', 'to'].map(key => Number(dataset[key]))),
  };
}"""
#: Whether the numbers came with the page; if not, it reads a stream, whose last step comes later than the first.
CAME = "() => JSON.parse(document.getElementById('boot').textContent).trace !== null"
#: What Back and Forward do: another moment of the same text, without loading the page anew.
GO = """search => {
  history.pushState(null, '', search);
  dispatchEvent(new PopStateEvent('popstate'));
}"""


def at(
    page: Page,
    server: str,
    model: str,
    text: str,
    layer: str,
    t: int,
    unit: int,
    clamps: Sequence[str] = (),
    writing: Mapping[str, object] = MappingProxyType({}),
) -> dict[str, Any]:
    """What the page shows at the end of step ``t`` of ``layer``, with ``unit`` chosen."""
    asked = {"model": model, "text": text, "clamp": clamps, **writing, **moment(layer, t, unit)}
    search = "?" + urlencode(asked, doseq=True)
    if page.url.startswith(f"{server}/?"):
        page.evaluate(GO, search)
    else:
        page.goto(f"{server}/{search}")
        if not page.evaluate(CAME):
            page.wait_for_load_state("networkidle", timeout=PATIENCE)
    return read(page, layer, t, unit)


def moment(layer: str, t: int, unit: int) -> dict[str, Any]:
    """The end of step ``t``, as a part of an address."""
    return {"layer": layer, "t": t, "unit": unit, "phase": LAST_PHASE, "theme": "light"}


def read(page: Page, layer: str, t: int, unit: int) -> dict[str, Any]:
    """What an open page shows, once it shows that moment."""
    settled = "[data-filter]" if layer == "letters" else f"[data-arith-ready='{t}:{unit}']"
    page.wait_for_selector(settled, state="attached", timeout=PATIENCE)
    return page.evaluate(READ)
