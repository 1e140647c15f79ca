"""The way back in PyTorch: autograd from one number, and from all at once by its batched vmap (``is_grads_batched``).

The LSTM is written in its operations, so that every x_t, h_t and c_t can be asked for. Needs torch.
"""

from __future__ import annotations

from collections.abc import Callable

import torch

from benchmarks.ours import seeds
from benchmarks.theirs import stacked
from lstm_core.functional import Array


def contestants(params: dict[str, Array], ids: Array, whole: bool) -> dict[str, Callable[[], object]]:
    """What is timed, by name: the graph stands, and is kept."""
    W, U, b = (stacked(params, letter) for letter in "WUb")
    x = [row.requires_grad_() for row in torch.from_numpy(params["embedding.E"][ids]).unbind()]
    units = U.shape[1]
    state = h, c = tuple(torch.zeros(units, requires_grad=True) for _ in range(2))
    kept: list[tuple[torch.Tensor, torch.Tensor]] = []
    for x_t in x:
        i, f, g, o = (W @ x_t + U @ h + b).chunk(4)
        c = torch.sigmoid(f) * c + torch.sigmoid(i) * torch.tanh(g)
        h = torch.sigmoid(o) * torch.tanh(c)
        kept.append((h, c))
    of = [*x, *state, *(one for pair in kept for one in pair)]
    hidden = torch.stack([h for h, _ in kept])  # (T, H)
    T = len(x)
    if not whole:
        seed = torch.from_numpy(seeds(1, units)[0])
        return {"torch.autograd": lambda: torch.autograd.grad(kept[-1][0], of, seed, retain_graph=True)}
    batch = torch.zeros(T, T, units)
    batch[torch.arange(T), torch.arange(T)] = torch.from_numpy(seeds(T, units))
    return {
        "torch, batched vmap": lambda: torch.autograd.grad(hidden, of, batch, retain_graph=True, is_grads_batched=True)
    }
