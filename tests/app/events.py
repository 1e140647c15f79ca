"""Server-sent events read back: an independent reader of the event-stream format, and of the blocks inside."""

from __future__ import annotations

import base64
import json
from typing import Any, NamedTuple

import numpy as np


class Event(NamedTuple):
    kind: str
    data: Any
    id: str | None


def parse(text: str) -> list[Event]:
    """The events of a whole stream. https://html.spec.whatwg.org/multipage/server-sent-events.html"""
    events = []
    for frame in text.split("\n\n"):
        fields = [line.split(": ", 1) for line in frame.split("\n") if line and not line.startswith(":")]
        if fields:
            named = dict(fields)
            assert len(named) == len(fields)
            events.append(Event(named["event"], json.loads(named["data"]), named.get("id")))
    return events


def signals(step: Event, layout: list[dict[str, Any]]) -> dict[tuple[str, str], bytes]:
    """The bytes of each signal in a step's block; ``layout`` names those that are in it."""
    block = base64.b64decode(step.data["block"], validate=True)
    found, place = {}, 0
    for slot in layout:
        size = 4 * slot["units"]
        found[slot["layer"], slot["signal"]] = block[place : place + size]
        place += size
    assert place == len(block)
    return found


def document_signals(document: dict[str, Any], t: int) -> dict[tuple[str, str], bytes]:
    """The same bytes, from the numbers of a trace document; of the layers that are at work in step t alone."""
    found = {}
    for layer in document["layers"]:
        first, stop = layer.get("span", (0, len(document["tokens"])))
        if first <= t < stop:
            for name, rows in layer["signals"].items():
                found[layer["name"], name] = np.array(rows[t - first], "<f4").tobytes()
    return found


def check_steps(steps: list[Event], layout: list[dict[str, Any]], document: dict[str, Any], first: int = 0) -> None:
    """Every step from `first` on is there once, in order, and has the document's numbers to the bit."""
    assert [step.kind for step in steps] == ["step"] * (len(document["tokens"]) - first)
    assert [step.id for step in steps] == [str(t) for t in range(first, len(document["tokens"]))]
    for step in steps:
        t = int(step.id or "")
        assert step.data["t"] == t
        true = document_signals(document, t)
        assert signals(step, [slot for slot in layout if (slot["layer"], slot["signal"]) in true]) == true
        assert [word for word, _ in step.data["top"]] == [word for word, _ in document["top"][t]]
        assert np.allclose([p for _, p in step.data["top"]], [p for _, p in document["top"][t]], rtol=0, atol=1e-6)
