"""What a model says, written out: the logit of a symbol, term by term, and the softmax around it; or a forecast.

    z_v = Σ_u O_vu·h_u + b_v                     a term for each unit that the output hears, u = 1 … ΣH
    p_v = e^(z_v) / Σ_w e^(z_w) = e^(z_v − L)    L = log Σ_w e^(z_w), the log-sum-exp
    v_{t+1} = v_t + s_t·(Σ_u O_u·h_u + b)        a forecast, which has no softmax

Where the output is tied to the word table, z = E·(P·h + p) + b, the way is linear: O = E·P and b stands for E·p + b.
h are the trace's own float32 values; all that is made of them is float64.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from lstm_core.errors import missing
from lstm_core.functional import Array
from lstm_core.models.parameters import packed
from lstm_core.models.prepared import PreparedModel
from lstm_core.models.teller import series
from lstm_core.steps import LayerTrace, Top
from lstm_core.trace import Trace


def logit(model: PreparedModel, trace: Trace, symbol: str | None = None, t: int | None = -1) -> dict[str, Any]:
    """The logit of ``symbol``, of what is said first if None, at step ``t`` (from the end if negative).

    ``t`` None is of the whole text: what both ends say that have read all of it. ``terms`` has an entry for each unit,
    ``{"layer", "unit", "h", "weight", "product"}``, in the order of layers and units; with ``bias`` they add up to
    ``sum``. For a choice ``log_sum_exp`` and ``probability``; for a forecast ``last``, ``step`` and ``value``. Raises
    NotFoundError for a step at which nothing is said, or that there is not, and for a symbol that cannot be said.
    """
    at = None if t is None else _step(trace, t)
    top = _said(trace, at)
    said = top[0][0] if symbol is None else symbol
    heard = _heard(model, trace)
    h = _h(heard, at)
    found = model.teller.weighed(h, said)
    units = [(layer.name, unit) for layer in heard for unit in range(layer.units)]
    columns = zip(units, h.tolist(), found.weights.tolist(), strict=True)
    terms = [
        {"layer": layer, "unit": unit, "h": value, "weight": weight, "product": weight * value}
        for (layer, unit), value, weight in columns
    ]
    total = math.fsum([*(term["product"] for term in terms), found.bias])
    told = {
        "t": at,
        "token": None if at is None else trace.tokens[at].text,
        "model": trace.model["name"],
        "text": trace.text,
        "symbol": said,
        "terms": terms,
        "bias": found.bias,
        "sum": total,
    }
    if found.log_sum is not None:
        return told | {"log_sum_exp": found.log_sum, "probability": math.exp(total - found.log_sum)}
    return told | _forecast(model, trace, len(trace) - 1 if at is None else at, total)


def carried(model: PreparedModel, trace: Trace) -> dict[str, Any]:
    """All that ``logit`` needs beside the trace, for what the trace says: for a file that holds no more of the output.

    ``heard``: the layers; ``symbols``: of each that is said anywhere, ``{"weights": packed (ΣH,), "bias"}``;
    ``log_sums``: T, None where nothing is said; ``whole``: the same of the whole, or None; ``series``: of a forecaster
    T pairs of the last value and the usual step, else None.
    """
    heard, steps = _heard(model, trace), [t for t, top in enumerate(trace.predictions) if top]
    whole: Top = [] if trace.answer is None else trace.answer["top"]
    said = dict.fromkeys(symbol for top in (*trace.predictions, whole) for symbol, _ in top)
    found = {t: model.teller.weighed(_h(heard, t), trace.predictions[t][0][0]) for t in steps}
    rows = {symbol: model.teller.weighed(_h(heard, steps[0]), symbol) for symbol in said}
    forecasts = model.spec.task == "forecast"
    return {
        "heard": [layer.name for layer in heard],
        "symbols": {symbol: {"weights": packed(row.weights), "bias": row.bias} for symbol, row in rows.items()},
        "log_sums": [found[t].log_sum if t in found else None for t in range(len(trace))],
        "whole": model.teller.weighed(_h(heard, None), whole[0][0]).log_sum if whole else None,
        "series": _series(model, trace) if forecasts else None,
    }


def distributions(model: PreparedModel, trace: Trace, steps: Sequence[int | None]) -> Array:
    """(N, V) float64, the probabilities of all that could be said at each of ``steps``, None being the whole.

    InputError for a forecast, which is no choice.
    """
    heard = _heard(model, trace)
    return model.teller.probabilities(np.stack([_h(heard, t) for t in steps]).astype(np.float64))


def _heard(model: PreparedModel, trace: Trace) -> list[LayerTrace]:
    return [layer for name in model.composition.heard for layer in trace.layers if layer.name == name]


def _h(heard: list[LayerTrace], t: int | None) -> Array:
    """(ΣH,) what the output hears at step ``t``, or of the whole."""
    return np.concatenate([layer.signals["h"][layer.heard_at(t)] for layer in heard])


def _step(trace: Trace, t: int) -> int:
    T = len(trace)
    if not -T <= t < T:
        raise missing("step", t, f"The sentence has the steps 0 to {T - 1}.", "t")
    return t % T


def _said(trace: Trace, t: int | None) -> Top:
    """What is said at a step, or of the whole."""
    if t is not None:
        top = trace.predictions[t]
        if not top:
            known = "While it reads a model says nothing; choose a step at which something is said."
            raise missing("prediction", t, known, "t")
        return top
    whole: Top = [] if trace.answer is None else trace.answer["top"]
    if not whole:
        raise missing("prediction", "the whole", "This model says what it says step by step; name one.", "t")
    return whole


def _forecast(model: PreparedModel, trace: Trace, t: int, y: float) -> dict[str, float]:
    """The value that ``y`` steps of the series' usual size lead to."""
    last, step = _series(model, trace)[t]
    return {"last": last, "step": step, "value": last + step * y}


def _series(model: PreparedModel, trace: Trace) -> list[tuple[float, float]]:
    """T pairs of what was read last and how large a step usually is."""
    tokens = model.reader.encode(" ".join(token.text for token in trace.tokens))
    read = series(model.reader.read(model.params, tokens))
    return list(zip(read.values.tolist(), read.step.tolist(), strict=True))
