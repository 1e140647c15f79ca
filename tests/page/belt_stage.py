"""The belt alone on a page, on a trace of a model with random weights; the browser's requests are answered here."""

from __future__ import annotations

import json
import mimetypes
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from playwright.sync_api import Page, Route

from lstm_core import Trace, cells, formula
from lstm_core.models import Model, build, shapes_of, uniform

STATIC = Path(__file__).resolve().parents[2] / "static"
ORIGIN = "http://127.0.0.1:9"
TEXT = "Anna grew up in France and after all these years she still speaks fluent French"
INPUTS = 64

_LSTM = ("x", "f fc", "i g ig", "c", "o tanh_c h", "")
_GRU = ("x", "r rh", "n", "z zh zn", "h", "")
#: The signals that each phase of a cell's picture shows for the first time.
PHASES: dict[str, list[list[str]]] = {
    cell: [phase.split() for phase in phases]
    for cell, phases in {
        "rnn": ("x", "h", ""),
        "lstm": _LSTM,
        "peephole": _LSTM,
        "peephole-fi": _LSTM,
        "cifg": ("x", "f i fc", "g ig", "c", "o tanh_c h", ""),
        "gru": _GRU,
        "gru-before": _GRU,
    }.items()
}

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>belt</title>
<link rel="stylesheet" href="/css/tokens.css"><link rel="stylesheet" href="/css/belt.css">
<style>body { margin: 0; background: var(--page) } [data-part=belt] { background: var(--surface) }</style>
<div data-part="belt" class="belt"></div>
<script type="module" src="/stage.js"></script>"""

STAGE = """import { createBelt } from './js/views/belt/index.js';
import { TraceData } from './js/trace.js';
const { trace, layer } = await (await fetch('/scene.json')).json();
window.trace = TraceData.fromDocument(trace);
window.events = [];
window.belt = createBelt(document.querySelector("[data-part=belt]"), {
  onUnit: (unit, symbol) => events.push(['unit', unit, symbol]),
  onSymbol: (symbol) => events.push(['symbol', symbol]),
});
belt.setModel(layer);
window.still = () => document.querySelector('[data-part=belt] svg').getAnimations({ subtree: true });
window.seek = (part) => {
  const running = still();
  const end = Math.max(...running.map((one) => one.effect.getComputedTiming().endTime));
  for (const one of running) { one.pause(); one.currentTime = end * part; }
  return end;
};
window.ready = true;"""


@dataclass(frozen=True)
class Stage:
    """An open page with the belt, and the trace that it is given."""

    page: Page
    trace: Trace

    def render(self, t: int, phase: int, unit: int = 0) -> None:
        self.page.evaluate("moment => belt.update(trace, moment)", {"t": t, "phase": phase, "unit": unit})

    def animate(self, before: tuple[int, int], after: tuple[int, int], **how: Any) -> None:
        """Starts a motion and pauses it at its beginning, unless it is a cut."""
        first, last = ({"t": t, "phase": phase, "unit": 0} for t, phase in (before, after))
        self.page.evaluate(
            """([from, to, how]) => { belt.update(trace, from); window.playing = belt.animate(trace, from, to, how);
               if (how.hold && still().length) seek(0) }""",
            [first, last, {"speed": 1, "reduced": False, "hold": True} | how],
        )

    def has(self, signal: str) -> bool:
        """Whether the cell has a signal of that name."""
        return signal in self.trace.layers[0].signals

    def strips(self) -> dict[str, dict[int, float]]:
        """What each strip shows: ``{"f/now": {unit: value}}``."""
        shown = self.page.evaluate(
            """() => [...document.querySelectorAll('[data-strip]')].map((strip) =>
              [`${strip.dataset.strip}/${strip.dataset.source}`,
               [...strip.querySelectorAll('rect[data-unit][data-value]')]
                 .map((rect) => [Number(rect.dataset.unit), Number(rect.dataset.value)])])"""
        )
        return {name: dict(pairs) for name, pairs in shown}


def model(cell: str, units: int) -> Model:
    """A model whose weights are large enough for gates to open and shut."""
    random = np.random.default_rng(7)
    vocabulary = tuple(sorted({*TEXT.split(), "English", "German", "but", "."}))
    spec = uniform("stage", "next-word", "vanilla", cell, units, INPUTS, vocabulary)
    params = {name: random.normal(0, 0.4, shape).astype(np.float32) for name, shape in shapes_of(spec).items()}
    return build(spec, params, "0" * 64)


def open_stage(
    page: Page,
    cell: str = "lstm",
    units: int = 32,
    text: str = TEXT,
    clamps: tuple[str, ...] = (),
    unknown: bool = False,
) -> Stage:
    """Opens the belt, empty, in ``page``; ``unknown``: the page does not know the cell by its name."""
    trace = model(cell, units).trace(text, clamps)
    signals = [
        {key: getattr(signal, key) for key in ("name", "role", "range", "formula", "label", "description")}
        | {"tree": formula.parse(signal.formula)}
        for signal in cells.get(cell).signals
    ]
    layer = {
        "name": "layer0",
        "kind": "recurrent",
        "cell": "unknown" if unknown else cell,
        "title": cells.get(cell).title,
        "units": units,
        "inputs": INPUTS,
        "signals": signals,
    }
    answers = {
        "/": ("text/html", PAGE),
        "/stage.js": ("text/javascript", STAGE),
        "/scene.json": ("application/json", json.dumps({"trace": trace.to_dict(), "layer": layer})),
    }

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(ORIGIN)
        if path in answers:
            kind, body = answers[path]
            route.fulfill(content_type=kind, body=body)
        else:
            file = STATIC / path.removeprefix("/")
            route.fulfill(content_type=mimetypes.guess_type(file)[0] or "text/plain", body=file.read_bytes())

    page.route(f"{ORIGIN}/**", answer)
    page.goto(f"{ORIGIN}/")
    page.wait_for_function("() => window.ready")
    return Stage(page, trace)
