"""A second LSTM reader, for the truth test alone: plain NumPy float64 from the bytes of the weights file.

It uses nothing of ``lstm_core``, so that an error there cannot hide here. Every gate is written out by name.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np

DTYPES = {"F16": "<f2", "F32": "<f4", "F64": "<f8"}


def read_weights(path: Path) -> tuple[dict[str, np.ndarray], dict]:
    """The tensors and the spec, by the safetensors format: 8 bytes of header length, JSON header, raw numbers."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    data = raw[8 + size :]
    tensors = {}
    for name, entry in header.items():
        if name != "__metadata__":
            start, stop = entry["data_offsets"]
            flat = np.frombuffer(data[start:stop], DTYPES[entry["dtype"]])
            tensors[name] = flat.reshape(entry["shape"]).astype(np.float64)
    return tensors, json.loads(header["__metadata__"]["spec"])


def sigma(z):
    return 1 / (1 + np.exp(-z))


def spell(word: str, w: dict, letters: dict) -> np.ndarray:
    """The letter CNN, place by place: letters → windows → ReLU → maximum → projection."""
    alphabet = letters["alphabet"]
    codes = [0] + [alphabet.index(a) if a in alphabet else 2 for a in word.lower()[:30]] + [1]
    half = letters["width"] // 2
    best = np.zeros(letters["filters"])
    for place in range(len(codes)):
        y = w["letters.k"].copy()
        for offset in range(-half, half + 1):
            if 0 <= place + offset < len(codes):
                y += w["letters.K"][:, :, offset + half] @ w["letters.C"][codes[place + offset]]
        best = np.maximum(best, y)
    return w["letters.P"] @ best + w["letters.p"]


def walk(path: Path, text: str) -> list[dict]:
    """Every signal of every step of a sentence of plain words and marks, and the next words' probabilities."""
    w, spec = read_weights(path)
    table = {word.casefold(): n for n, word in enumerate(spec["vocabulary"])}
    H = spec["units"]
    h, c = np.zeros(H), np.zeros(H)
    steps = []
    for word in re.findall(r"\w+|[^\w\s]", text):
        known = word.casefold() in table
        x = w["embedding.E"][table[word.casefold()]] if known else spell(word, w, spec["letters"])
        part = {
            gate: {
                "W·x": w[f"layer0.W_{gate}"] @ x,
                "U·h": w[f"layer0.U_{gate}"] @ h,
                "b": w[f"layer0.b_{gate}"],
            }
            for gate in "figo"
        }
        for terms in part.values():
            terms["sum"] = terms["W·x"] + terms["U·h"] + terms["b"]
        f, i, o = (sigma(part[gate]["sum"]) for gate in "fio")
        g = np.tanh(part["g"]["sum"])
        previous = {"c": c, "h": h}
        fc, ig = f * c, i * g
        c = fc + ig
        h = o * np.tanh(c)
        logits = w["embedding.E"] @ (w["head.P"] @ h + w["head.p"]) + w["head.b"]
        p = np.exp(logits - logits.max())
        p /= p.sum()
        signals = {"x": x, "f": f, "i": i, "g": g, "o": o, "fc": fc, "ig": ig, "c": c, "tanh_c": np.tanh(c), "h": h}
        ranked = [(spec["vocabulary"][n], p[n]) for n in np.argsort(-p, kind="stable")[:20]]
        steps.append(
            {"word": word, "known": known, "now": signals, "previous": previous, "parts": part, "next": ranked}
        )
    return steps
