"""The loop that every training shares: gradients, clipping, Adam, a rate that rises, falls and is told as it goes."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Mapping

import numpy as np

from lstm_core.functional import Array
from lstm_core.models import ModelSpec
from lstm_core.optim import Adam, clip, cosine
from lstm_core.threads import one_blas_thread

WARMUP = 100  # steps over which the rate rises


def first_weights(spec: ModelSpec, seed: int, orthogonal: bool = False) -> dict[str, Array]:
    """Gaussian weights of variance 1 / inputs, zero biases, those of the gates that keep 1 (Jozefowicz et al. 2015).

    ``orthogonal``: the recurrent weights are rotations (Saxe et al. 2014), which neither stretch nor shrink a state.
    """
    random = np.random.default_rng(seed)
    params: dict[str, Array] = {}
    for name, shape in spec.shapes().items():
        if len(shape) == 1:
            params[name] = np.full(shape, 1.0 if name.endswith((".b_f", ".b_z")) else 0.0)
        elif name.endswith(".E") or name == "letters.C":
            params[name] = random.standard_normal(shape) * (0.1 if name == "embedding.E" else 0.3)
        elif orthogonal and ".U_" in name:
            params[name] = np.linalg.qr(random.standard_normal(shape))[0]
        else:
            params[name] = random.standard_normal(shape) / np.sqrt(np.prod(shape[1:]))
    return {name: array.astype(spec.dtype) for name, array in params.items()}


def progress(step: int, steps: int, loss: float, started: float) -> None:
    """One line on stderr that fills as the steps go by."""
    done = (step + 1) / steps
    left = (time.monotonic() - started) * (1 / done - 1)
    bar = "█" * round(30 * done)
    sys.stderr.write(f"\r{bar:·<30} {step + 1}/{steps}  loss {loss:.3f}  {left:.0f} s left ")
    sys.stderr.flush()


def fit(
    params: dict[str, Array],
    work: Iterable[tuple[float, Mapping[str, Array]]],
    steps: int,
    rate: float,
    longest: float = 1.0,
) -> None:
    """Takes ``steps`` steps of Adam, ``work`` giving the loss and the gradients at ``params`` as they stand by then."""
    adam, started, smooth = Adam(params), time.monotonic(), None
    with one_blas_thread():
        for step, (loss, grads) in zip(range(steps), work, strict=False):
            clip(grads, longest)
            adam.step(grads, cosine(step, steps, rate, WARMUP))
            smooth = loss if smooth is None else 0.98 * smooth + 0.02 * loss
            if step % 20 == 0 or step + 1 == steps:
                progress(step, steps, smooth, started)
    sys.stderr.write("\n")
