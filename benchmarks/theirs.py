"""The contestants of PyTorch: an LSTM with every gate exposed, written in its operations, and its own LSTM.

Its own one hides the gates, and is measured for information. Needs torch, an optional extra of the benchmark alone.
"""

from __future__ import annotations

from collections.abc import Callable

import torch

from benchmarks.ours import TOP
from lstm_core.functional import Array

GATES = "ifgo"


def stacked(params: dict[str, Array], letter: str) -> torch.Tensor:
    """The parameters of all gates under one letter, in PyTorch's way."""
    return torch.cat([torch.from_numpy(params[f"{letter}_{gate}"]) for gate in GATES])


def exposed(params: dict[str, Array], ids: Array, words: int) -> Callable[[], object]:
    """A function that runs word ids (T,) step by step; gives every signal (T, H), and next words where ``words``."""
    W, U, b = (stacked(params, letter) for letter in "WUb")  # (4H, H), (4H, H), (4H,)
    E, P, p, b_out = (torch.from_numpy(params[name]) for name in ("embedding.E", "head.P", "head.p", "head.b"))
    W_out, b_out = E @ P, E @ p + b_out  # (V, H), (V,)
    sentence = torch.from_numpy(ids)
    units = E.shape[1]

    @torch.inference_mode()
    def run() -> object:
        h, c = torch.zeros(units), torch.zeros(units)
        kept, tops = [], []
        for x_t in torch.nn.functional.embedding(sentence, E).unbind():
            i, f, g, o = (W @ x_t + U @ h + b).chunk(4)
            f, i, o, g = torch.sigmoid(f), torch.sigmoid(i), torch.sigmoid(o), torch.tanh(g)
            fc, ig = f * c, i * g
            c = fc + ig
            tanh_c = torch.tanh(c)
            h = o * tanh_c
            top = torch.topk(torch.softmax(torch.nn.functional.linear(h, W_out, b_out), 0), TOP) if words else None
            kept.append((f, i, g, o, fc, ig, c, tanh_c, h))
            tops.append(top)
        return [torch.stack(rows) for rows in zip(*kept, strict=True)], tops

    return run


def hidden(params: dict[str, Array], ids: Array) -> Callable[[], object]:
    """A function that runs word ids (T,) through torch.nn.LSTM, which gives h alone."""
    E = torch.from_numpy(params["embedding.E"])
    units = E.shape[1]
    layer = torch.nn.LSTM(units, units)
    layer.load_state_dict(
        {
            "weight_ih_l0": stacked(params, "W"),
            "weight_hh_l0": stacked(params, "U"),
            "bias_ih_l0": stacked(params, "b"),
            "bias_hh_l0": torch.zeros(4 * units),
        }
    )
    sentence = torch.from_numpy(ids)

    @torch.inference_mode()
    def run() -> object:
        return layer(torch.nn.functional.embedding(sentence, E))

    return run
