"""The loop that every training shares: gradients, clipping, Adam, a rate that rises and falls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import numpy as np

from lstm_core.functional import Array
from lstm_core.models import ModelSpec, shapes_of
from lstm_core.optim import Adam, clip, cosine
from lstm_core.threads import one_blas_thread

WARMUP = 100  # steps over which the rate rises


def first_weights(spec: ModelSpec, seed: int, orthogonal: bool = False) -> dict[str, Array]:
    """Gaussian weights of variance 1 / inputs, zero biases, those of the gates that keep 1 (Jozefowicz et al. 2015).

    ``orthogonal``: the recurrent weights are rotations (Saxe et al. 2014), which neither stretch nor shrink a state.
    """
    random = np.random.default_rng(seed)
    params: dict[str, Array] = {}
    for name, shape in shapes_of(spec).items():
        if len(shape) == 1:
            params[name] = np.full(shape, 1.0 if name.endswith((".b_f", ".b_z")) else 0.0)
        elif name.endswith(".E") or name == "letters.C":
            params[name] = random.standard_normal(shape) * (0.1 if name == "embedding.E" else 0.3)
        elif orthogonal and ".U_" in name:
            params[name] = np.linalg.qr(random.standard_normal(shape))[0]
        else:
            params[name] = random.standard_normal(shape) / np.sqrt(np.prod(shape[1:]))
    return {name: array.astype(spec.dtype) for name, array in params.items()}


class Checkpoint(NamedTuple):
    """A training after so many steps: all that it needs to go on. The last one of a training holds its result."""

    step: int  # steps taken
    steps: int  # steps in all
    loss: float  # a running mean
    params: Mapping[str, Array]  # the weights as they are now: they go on changing in place
    adam: Adam  # its means, likewise


def fit(
    params: dict[str, Array],
    work: Iterable[tuple[float, Mapping[str, Array]]],
    steps: int,
    rate: float,
    longest: float = 1.0,
    begun: Checkpoint | None = None,
) -> Iterator[Checkpoint]:
    """Takes ``steps`` steps of Adam, ``work`` giving the loss and the gradients at ``params`` as they stand by then.

    Yields after each step; nothing goes on before the next one is asked for. With ``begun``, whose weights ``params``
    are, it goes on from there, and ``work`` begins with the step after it.
    """
    adam = begun.adam if begun else Adam(params)
    first, smooth = (begun.step, begun.loss) if begun else (0, None)
    with one_blas_thread():
        for step, (loss, grads) in zip(range(first, steps), work, strict=False):
            clip(grads, longest)
            adam.step(grads, cosine(step, steps, rate, WARMUP))
            smooth = loss if smooth is None else 0.98 * smooth + 0.02 * loss
            yield Checkpoint(step + 1, steps, smooth, params, adam)
