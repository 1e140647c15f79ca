"""The loop that every training shares: gradients, clipping, Adam, a rate that rises and falls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lstm_core.functional import Array
from lstm_core.optim import Adam, clip, cosine
from lstm_core.threads import one_blas_thread

WARMUP = 100  # steps over which the rate rises


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
