"""The cells' equations, gate by gate: the layer's weights, x and what was before → every signal, and each sum's parts.

A part has the name that the page gives it: ``W·x``, ``U·h``, ``b``, and ``p`` or ``d`` where a cell has more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

Vectors = dict[str, np.ndarray]
Parts = dict[str, Vectors]


@dataclass(frozen=True)
class Valve:
    """A gate's or a state's units, all if None, held at a value at some words, all if None."""

    layer: str
    gate: str
    value: float
    units: tuple[int, ...] | None = None
    words: tuple[int, ...] | None = None


@dataclass
class Hold:
    """What is held in a layer at a word; each gate's own value is kept."""

    valves: Sequence[Valve]
    own: Vectors = field(default_factory=dict)

    def __call__(self, gate: str, values: np.ndarray) -> np.ndarray:
        self.own[gate] = values
        held = values.copy()
        for valve in self.valves:
            if valve.gate == gate:
                held[slice(None) if valve.units is None else list(valve.units)] = valve.value
        return held


def sigma(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def sum_of(w: Vectors, gate: str, x: np.ndarray, h_prev: np.ndarray) -> Vectors:
    """The parts of a gate's sum."""
    return {"W·x": w[f"W_{gate}"] @ x, "U·h": w[f"U_{gate}"] @ h_prev, "b": w[f"b_{gate}"]}


def total(parts: Vectors) -> np.ndarray:
    return parts["W·x"] + parts["U·h"] + parts["b"]


def rnn(w: Vectors, x: np.ndarray, before: Vectors, hold: Hold) -> tuple[Vectors, Parts]:
    parts = {"h": sum_of(w, "h", x, before["h"])}
    return {"x": x, "h": hold("h", np.tanh(total(parts["h"])))}, parts


def lstm(w: Vectors, x: np.ndarray, before: Vectors, hold: Hold) -> tuple[Vectors, Parts]:
    h_prev, c_prev = before["h"], before["c"]
    parts = {gate: sum_of(w, gate, x, h_prev) for gate in ("f", "i", "g", "o")}
    f = hold("f", sigma(total(parts["f"])))
    i = hold("i", sigma(total(parts["i"])))
    g = hold("g", np.tanh(total(parts["g"])))
    o = hold("o", sigma(total(parts["o"])))
    return belt(x, f, i, g, o, c_prev, hold), parts


def peephole(w: Vectors, x: np.ndarray, before: Vectors, hold: Hold) -> tuple[Vectors, Parts]:
    h_prev, c_prev = before["h"], before["c"]
    parts = {gate: sum_of(w, gate, x, h_prev) for gate in ("f", "i", "g", "o")}
    for gate in ("f", "i", "o"):
        parts[gate]["p"] = w[f"p_{gate}"]
    f = hold("f", sigma(total(parts["f"]) + w["p_f"] * c_prev))
    i = hold("i", sigma(total(parts["i"]) + w["p_i"] * c_prev))
    g = hold("g", np.tanh(total(parts["g"])))
    c = hold("c", f * c_prev + i * g)
    o = hold("o", sigma(total(parts["o"]) + w["p_o"] * c))  # it sees the new memory
    return belt(x, f, i, g, o, c_prev, hold), parts


def cifg(w: Vectors, x: np.ndarray, before: Vectors, hold: Hold) -> tuple[Vectors, Parts]:
    h_prev, c_prev = before["h"], before["c"]
    parts = {gate: sum_of(w, gate, x, h_prev) for gate in ("f", "g", "o")}
    f = hold("f", sigma(total(parts["f"])))
    i = 1 - f  # one valve for both
    g = hold("g", np.tanh(total(parts["g"])))
    o = hold("o", sigma(total(parts["o"])))
    return belt(x, f, i, g, o, c_prev, hold), parts


def belt(
    x: np.ndarray, f: np.ndarray, i: np.ndarray, g: np.ndarray, o: np.ndarray, c_prev: np.ndarray, hold: Hold
) -> Vectors:
    """What every LSTM does once its gates have answered."""
    fc, ig = f * c_prev, i * g
    c = hold("c", fc + ig)
    tanh_c = np.tanh(c)
    h = hold("h", o * tanh_c)
    return {"x": x, "f": f, "i": i, "g": g, "o": o, "fc": fc, "ig": ig, "c": c, "tanh_c": tanh_c, "h": h}


def gru(w: Vectors, x: np.ndarray, before: Vectors, hold: Hold) -> tuple[Vectors, Parts]:
    h_prev = before["h"]
    parts = {gate: sum_of(w, gate, x, h_prev) for gate in ("z", "r", "n")}
    parts["rh"] = {"U·h": parts["n"].pop("U·h"), "d": w["d_n"]}
    z = hold("z", sigma(total(parts["z"])))
    r = hold("r", sigma(total(parts["r"])))
    rh = r * (parts["rh"]["U·h"] + parts["rh"]["d"])  # the reset after the product
    n = hold("n", np.tanh(parts["n"]["W·x"] + parts["n"]["b"] + rh))
    zh, zn = z * h_prev, (1 - z) * n  # z keeps
    return {"x": x, "z": z, "r": r, "rh": rh, "n": n, "zh": zh, "zn": zn, "h": hold("h", zh + zn)}, parts


CELLS: dict[str, Callable[[Vectors, np.ndarray, Vectors, Hold], tuple[Vectors, Parts]]] = {
    "rnn": rnn,
    "lstm": lstm,
    "peephole": peephole,
    "cifg": cifg,
    "gru": gru,
}
#: What a cell hands from one step to the next.
STATES = {"rnn": ("h",), "lstm": ("h", "c"), "peephole": ("h", "c"), "cifg": ("h", "c"), "gru": ("h",)}
#: The gates that a time line shows, the valves.
VALVES = {"rnn": (), "lstm": ("f", "i", "o"), "peephole": ("f", "i", "o"), "cifg": ("f", "i", "o"), "gru": ("z", "r")}
