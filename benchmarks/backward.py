"""The way back through time: one logit to every earlier state, and the whole map, against PyTorch.

An LSTM of random weights with input width = H has read T steps; what is timed is the way back alone, from a derivative
by h_T (or, for the map, one by every h_t) to those by every earlier x, h and c. float32, one thread.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from benchmarks import ours
from benchmarks.timing import interleaved
from lstm_core import cells
from lstm_core.functional import Array
from lstm_core.layers.sweep import sweep
from lstm_core.layers.swept import How

FORGET_BIAS = 2  # without it all is 0 after some hundred steps, by way of numbers so small that they slow everyone down
GOALS = {"one logit": {16: 6.0, 64: 6.0, 256: None}, "the whole map": {16: 10.0, 64: 10.0, 256: 3.0}}


def swept(params: dict[str, Array], ids: Array, whole: bool) -> Callable[[], object]:
    """Ours: the derivatives (T, B, …) of one target or of T."""
    cell = cells.get("lstm")
    packed, x = cell.pack(params), params["embedding.E"][ids]
    T, units = x.shape
    tape = cells.Tape(cell, T, units, (), x.dtype)
    cells.scan(cell, packed, cell.project(packed, x), tape)
    begins = np.arange(T)[::-1] if whole else np.array([T - 1])  # (B,)
    own = np.zeros((T, len(begins), units), x.dtype)
    own[begins, np.arange(len(begins))] = ours.seeds(len(begins), units)
    return lambda: sweep(cell, packed, tape, {}, own, begins, how=How(direct=False))


def show(steps: int, rounds: int, torch_too: bool) -> None:
    """Print the table."""
    for what, goals in GOALS.items():
        whole = what == "the whole map"
        print(f"\nthe way back, {what} → every earlier x, h, c; T = {steps}, ms a sweep")
        for units, goal in goals.items():
            params = ours.weights(units, 0)
            params["b_f"] += FORGET_BIAS
            ids = np.random.default_rng(2).integers(len(params["embedding.E"]), size=steps)
            found = {"gatewalk": swept(params, ids, whole)}
            if torch_too:
                from benchmarks import their_gradients

                found |= their_gradients.contestants(params, ids, whole)
            timings = interleaved(found, 1000, rounds)
            print(f"  H = {units}")
            for name, timing in timings.items():
                print(f"    {name:<24} {timing.median:8.2f} ms ({timing.low:.2f} … {timing.high:.2f})")
            peers = [timing.median for name, timing in timings.items() if name != "gatewalk"]
            if peers:
                ratio = min(peers) / timings["gatewalk"].median
                verdict = "" if goal is None else f"    (goal {goal:g}: {'met' if ratio >= goal else 'missed'})"
                print(f"    {'times as fast':<24} {ratio:8.1f}{verdict}")
