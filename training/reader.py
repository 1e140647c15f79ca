"""The reader's loss and its gradients over a batch of documents.

    u = what the output says of h at the N places where a word is asked for      (N, V) logits
    loss = Σ_n w_n · (−log softmax(u_n)[target_n]) / Σ_n w_n

The way there and back is the model's own composition: see ``lstm_core.models.composition``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from lstm_core.functional import Array
from lstm_core.layers.codes import Codes
from lstm_core.loss import cross_entropy
from lstm_core.models.composition import READER, Composition
from lstm_core.models.parameters import added

BLOCK = 256  # words whose logits are in memory at once


class Batch(NamedTuple):
    """B documents of at most T words, padded at their ends."""

    ids: Array  # (T, B) word ids; −1 − k where spelled word k is read by its letters; 0 where padded
    spelled: list[str]  # the K words that are read by their letters
    at_t: Array  # (N,) the step after which a word is asked for
    at_b: Array  # (N,) its document
    target: Array  # (N,) its id
    weight: Array  # (N,) what it counts
    seed: int = 0  # of what is dropped


def loss_and_gradients(
    composition: Composition, params: Mapping[str, Array], batch: Batch, dropout: float = 0.0
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name.

    ``dropout``: this share of what the output hears is 0, the rest as much larger (Srivastava et al. 2014; in recurrent
    nets between layers alone, Zaremba et al. 2014).
    """
    done = composition.forward(params, {READER: Codes(batch.ids, batch.spelled)})
    share = (batch.weight / batch.weight.sum()).astype(done.heard.dtype)  # (N,)
    heard, d_heard, loss = done.heard, np.zeros_like(done.heard), 0.0
    found = []
    random = np.random.default_rng(batch.seed)
    for start in range(0, len(share), BLOCK):
        rows = slice(start, start + BLOCK)
        at = batch.at_t[rows], batch.at_b[rows]
        h = heard[at]  # (n, H)
        kept = (random.random(h.shape, np.float32) >= dropout) / h.dtype.type(1 - dropout) if dropout else 1
        logits, cache = composition.output.forward(params, h * kept)
        part, d_logits = cross_entropy(logits, batch.target[rows], share[rows])  # (n, V)
        dh, grads = composition.output.backward(params, cache, d_logits)
        d_heard[at] = dh * kept
        loss += part
        found.append(grads)
    return loss, added([composition.backward(params, done, d_heard), *found])
