"""Each architecture's way through a text: which layer reads what, from which end, and what is said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from tests.page.recompute.cells import CELLS, STATES, Hold, Parts, Valve, Vectors
from tests.page.recompute.reading import Read
from tests.page.recompute.saying import Ranked, plain, ranked, tied, written
from tests.page.recompute.weights_file import layer_of

END = 0  # the place of the end among the symbols of an answer


@dataclass
class Step:
    """One layer at one word."""

    now: Vectors
    previous: Vectors
    parts: Parts
    own: Vectors  # each gate, as it would be if nothing held it


@dataclass
class Told:
    """What a model says: step by step, and of the whole."""

    layers: dict[str, dict[int, Step]]  # in the order of the trace; a layer's steps by the word
    said: dict[int, Ranked]  # by the word
    forecasts: dict[int, float] = field(default_factory=dict)
    spoken: list[str] = field(default_factory=list)
    answer: str | None = None
    stopped: str | None = None
    verdict: Ranked = field(default_factory=list)


def start(spec: dict[str, Any]) -> Vectors:
    return {state: np.zeros(spec["units"]) for state in STATES[spec["cell"]]}


def states(step: Step, spec: dict[str, Any]) -> Vectors:
    return {state: step.now[state] for state in STATES[spec["cell"]]}


@dataclass(frozen=True)
class Layer:
    """A layer's weights, and the valves that are held in it."""

    w: Vectors
    spec: dict[str, Any]
    valves: Sequence[Valve]

    @classmethod
    def of(cls, w: Vectors, spec: dict[str, Any], name: str, valves: Sequence[Valve]) -> Layer:
        return cls(layer_of(w, name), spec, [valve for valve in valves if valve.layer == name])

    def take(self, x: np.ndarray, before: Vectors, t: int) -> Step:
        """The step at word ``t``."""
        hold = Hold([valve for valve in self.valves if valve.words is None or t in valve.words])
        now, parts = CELLS[self.spec["cell"]](self.w, x, before, hold)
        return Step(now, before, parts, hold.own)

    def scan(self, x: Sequence[np.ndarray], order: Sequence[int]) -> dict[int, Step]:
        """Over all of ``x`` in that order, from nothing."""
        steps: dict[int, Step] = {}
        before = start(self.spec)
        for t in order:
            steps[t] = self.take(x[t], before, t)
            before = states(steps[t], self.spec)
        return steps


def stacked(read: Read, w: Vectors, spec: dict[str, Any], valves: Sequence[Valve]) -> Told:
    x = read.x
    layers: dict[str, dict[int, Step]] = {}
    for n in range(spec["layers"]):
        steps = Layer.of(w, spec, f"layer{n}", valves).scan(x, range(len(x)))
        layers[f"layer{n}"] = steps
        x = [step.now["h"] for step in steps.values()]
    if spec["task"] == "forecast":
        made = {t: read.values[t] + read.scale[t] * float(plain(w, h)[0]) for t, h in enumerate(x)}
        return Told(layers, {}, forecasts=made)
    head = tied if spec["reads"] == "words" else plain
    return Told(layers, {t: ranked(head(w, h), spec["vocabulary"]) for t, h in enumerate(x)})


def bidirectional(read: Read, w: Vectors, spec: dict[str, Any], valves: Sequence[Valve]) -> Told:
    T = len(read.x)
    forward = Layer.of(w, spec, "forward", valves).scan(read.x, range(T))
    backward = Layer.of(w, spec, "backward", valves).scan(read.x, range(T)[::-1])

    def both(end: int, begin: int) -> Ranked:
        h = np.concatenate([forward[end].now["h"], backward[begin].now["h"]])
        return ranked(plain(w, h), spec["outputs"])

    verdict = both(T - 1, 0)
    layers = {"forward": forward, "backward": backward}
    return Told(layers, {t: both(t, t) for t in range(T)}, answer=verdict[0][0], verdict=verdict)


def encoder_decoder(read: Read, w: Vectors, spec: dict[str, Any], valves: Sequence[Valve]) -> Told:
    T = len(read.x)
    limit = 20 + 2 * T
    encoder = Layer.of(w, spec, "encoder", valves).scan(read.x, range(T))
    writer = Layer.of(w, spec, "decoder", valves)
    decoder: list[Step] = []
    said: list[Ranked] = []
    before, symbol = states(encoder[T - 1], spec), spec["outputs"][END]
    while len(said) < limit:
        x = w["target.E"][spec["outputs"].index(symbol)]
        decoder.append(writer.take(x, before, T + len(decoder)))
        before = states(decoder[-1], spec)
        said.append(ranked(plain(w, decoder[-1].now["h"]), spec["outputs"]))
        symbol = said[-1][0][0]
        if symbol == spec["outputs"][END]:
            break
    spoken = [top[0][0] for top in said]
    ended = spoken[-1] == spec["outputs"][END]
    return Told(
        {"encoder": encoder, "decoder": dict(enumerate(decoder, T))},
        dict(enumerate(said, T)),
        spoken=spoken,
        answer=written(spoken[:-1] if ended else spoken, spec["reads"]),
        stopped="end" if ended else "limit",
    )


ARCHITECTURES = {
    "vanilla": stacked,
    "stacked": stacked,
    "cnn_lstm": stacked,
    "bidirectional": bidirectional,
    "encoder_decoder": encoder_decoder,
}
