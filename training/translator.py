"""The encoder–decoder's loss and its gradients over a batch of pairs.

    said_k = the right symbol before: teacher forcing (Williams & Zipser 1989)
    loss = Σ w · (−log softmax(O·h + b)[target]) / Σ w

All sources of a batch have one length, so that the encoder's last step is everyone's last. The gradients go back
through the decoder, its first states, and the encoder: see ``lstm_core.models.encoder_decoder``.
"""

from __future__ import annotations

from collections.abc import Mapping

from lstm_core.functional import Array
from lstm_core.layers.codes import Codes
from lstm_core.loss import cross_entropy
from lstm_core.models.composition import READER, SAID, Composition
from lstm_core.models.parameters import added
from training.pairs import PairBatch


def loss_and_gradients(
    composition: Composition, params: Mapping[str, Array], batch: PairBatch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    done = composition.forward(params, {READER: Codes(batch.source), SAID: Codes(batch.said)})
    share = (batch.weight / batch.weight.sum()).astype(done.heard.dtype)  # (T_out, B)
    logits, cache = composition.output.forward(params, done.heard)  # (T_out, B, C)
    loss, d_logits = cross_entropy(logits, batch.target, share)
    d_heard, grads = composition.output.backward(params, cache, d_logits)
    return loss, added([composition.backward(params, done, d_heard), grads])
