"""One letter filter at one word, written out: what it saw where it answered most, times its weights.

    y_l = k_f + Σ_{d, w} K[f, d, w] · C[letter at l + w − ⌊width/2⌋, d]     the places inside the word, with its frame
    m_f = relu(y_l)  at the l of the strongest answer

See ``lstm_core.layers.letters``. All values are float64, computed from the model's weights.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from lstm_core.errors import missing
from lstm_core.layers import conv1d, letters
from lstm_core.models.parameters import part
from lstm_core.models.prepared import PreparedModel
from lstm_core.trace import Trace


def filter_sum(model: PreparedModel, trace: Trace, t: int, unit: int) -> dict[str, Any]:
    """The strongest answer of filter ``unit`` to the word at step ``t``, for a model that reads it by its letters.

    ``from`` and ``to`` are the places that it saw, 0 being the mark before the word; ``terms`` has an entry for each
    number of each of these letters, ``{"place", "index", "input", "weight", "product"}``; with ``bias`` they add up to
    ``sum``, and ``value`` is that or 0. NotFoundError for a step or a filter that there is not, and for a word that is
    looked up in a table.
    """
    if not 0 <= t < len(trace):
        raise missing("step", t, f"The sentence has the steps 0 to {len(trace) - 1}.", "t")
    word, known = _word(model, trace, t)
    spelled = any(layer.kind == "convolution" for layer in trace.layers) or not known
    if model.spec.letters is None or not spelled:
        raise missing("filter", unit, "It reads by letters what its word table lacks, and no more.", "t")
    params = {name: array.astype(np.float64) for name, array in part(model.params, "letters").items()}
    F, _, width = params["K"].shape
    if not 0 <= unit < F:
        raise missing("filter", unit, f"The filters go from 0 to {F - 1}.", "filter")
    (codes,), _ = letters.codes([word], model.spec.letters.alphabet)
    e = params["C"][codes]  # (L, d)
    K, k = params["K"][unit], params["k"][unit]  # (d, width), a number
    answers = conv1d.forward(K[None], np.array([k]), e[None])[0, :, 0]  # (L,)
    begins = int(answers.argmax()) - width // 2
    places = range(max(0, begins), min(len(codes), begins + width))
    terms = [
        {"place": place, "index": d, "input": value, "weight": weight, "product": value * weight}
        for place in places
        for d, (value, weight) in enumerate(zip(e[place].tolist(), K[:, place - begins].tolist(), strict=True))
    ]
    total = math.fsum([*(term["product"] for term in terms), float(k)])
    return {
        "t": t,
        "token": trace.tokens[t].text,
        "model": trace.model["name"],
        "text": trace.text,
        "filter": unit,
        "from": places.start,
        "to": places.stop,
        "terms": terms,
        "bias": float(k),
        "sum": total,
        "value": max(0.0, total),
    }


def _word(model: PreparedModel, trace: Trace, t: int) -> tuple[str, bool]:
    """The word at step ``t`` as it is spelled, and whether the table holds it."""
    typed = model.reader.encode(trace.text)
    return (typed[t].word, typed[t].known) if t < len(typed) else (trace.tokens[t].text, True)
