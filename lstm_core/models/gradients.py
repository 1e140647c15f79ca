"""What an output owes to everything before it: one call for every model that runs.

    ∂z / ∂x_t      by what each layer read at step t, (T, I)
    ∂z / ∂h_t      by each state as it was after step t, (T, H), with all that comes of it later
    ∂z / ∂c_t      by the cell state as step t+1 finds it, (T, H); what step t itself shows of it is in ∂z / ∂h_t

z is the logit of one symbol that is said at step t, or a forecast. A valve that is held passes nothing to what it would
follow from. It is backpropagation through time (Werbos 1990) through the parts' own ``backward``.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from lstm_core.errors import missing
from lstm_core.layers.base import LayerGradients
from lstm_core.models.run import Run


class Target(NamedTuple):
    """A number that a model says: the logit of ``symbol``, or a forecast, at step ``t``; None: of the whole."""

    t: int | None
    symbol: str


def target(run: Run, of: str | None = None, t: int | None = -1) -> Target:
    """What is asked about, of a run that is computed whole: ``of`` at step ``t``, from the end if negative.

    ``of`` None is what is said first there. NotFoundError for a step that there is not, or at which nothing is said.
    """
    T = len(run)
    if t is not None and not -T <= t < T:
        raise missing("step", t, f"The text has the steps 0 to {T - 1}.", "t")
    at = None if t is None else t % T
    run.advance(0, T)
    last = T - 1 if at is None else at
    (top,) = run.predictions(last, last + 1)
    if not top:
        raise missing(
            "prediction", last, "What is read says nothing yet; choose a step at which something is said.", "t"
        )
    answer = run.answer()
    said = of if of is not None else answer["text"] if at is None and answer and answer["top"] else top[0][0]
    return Target(at, said)


def gradient(run: Run, of: str | None = None, t: int | None = -1) -> dict[str, LayerGradients]:
    """The derivatives of what is said at step ``t`` (from the end if negative; None: of the whole), by layer.

    ``of`` names the symbol whose logit it is; None the most probable one, or the forecast. Each layer's arrays have a
    row for each step at which it is at work. NotFoundError for a step or a symbol that there is not.
    """
    composition, (at, said) = run.model.composition, target(run, of, t)
    last = len(run) - 1 if at is None else at
    rows = run.heard_at(at)
    dz = composition.output.seed(said, run.reading, last)  # (V,)
    heard = [run.started[name].output for name in composition.heard]
    h = np.concatenate([output[row] for output, row in zip(heard, rows, strict=True)])  # (ΣH,)
    _, cache = composition.output.forward(run.model.params, h)
    dh, _ = composition.output.backward(run.model.params, cache, dz.astype(h.dtype))  # (ΣH,)
    d_heard = np.zeros((len(heard[0]), len(h)), h.dtype)  # (T, ΣH)
    begin = 0
    for output, row in zip(heard, rows, strict=True):
        d_heard[row, begin : begin + output.shape[1]] = dh[begin : begin + output.shape[1]]
        begin += output.shape[1]
    return composition.backward_layers(run.started, d_heard, keep=True)[1]
