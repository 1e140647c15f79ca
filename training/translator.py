"""The encoder–decoder's loss and its gradients over a batch of pairs.

    x_t = source.E[s_t], zero for a symbol that the table lacks        (T_in, B, D)
    encoder over x; its last states are the decoder's first
    decoder over target.E[said_k], the right symbol before: teacher forcing (Williams & Zipser 1989)   (T_out, B, D)
    loss = Σ w · (−log softmax(O·h + b)[target]) / Σ w

All sources of a batch have one length, so that the encoder's last step is everyone's last. The gradients go back
through the decoder, its first states, and the encoder.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from lstm_core import cells, gradients
from lstm_core.functional import Array
from lstm_core.layers import dense, embedding
from lstm_core.models.tape import named, part
from training.loss import cross_entropy
from training.pairs import PairBatch


def loss_and_gradients(
    params: Mapping[str, Array], cell: cells.Cell, batch: PairBatch
) -> tuple[float, dict[str, Array]]:
    """The loss of this file's head, and its derivative by every parameter, by name."""
    source, target = params["source.E"], params["target.E"]
    known = batch.source >= 0
    x = embedding.forward(source, np.where(known, batch.source, 0)) * known[..., None].astype(source.dtype)
    encoder = gradients.forward(cell, part(params, "encoder"), x)
    last = encoder.tape.frame(len(x) - 1)
    first = cell.State(*(getattr(last, state) for state in cell.states))
    decoder = gradients.forward(cell, part(params, "decoder"), embedding.forward(target, batch.said), first)

    share = (batch.weight / batch.weight.sum()).astype(source.dtype)  # (T_out, B)
    logits = dense.forward(params["head.O"], params["head.b"], decoder.h)  # (T_out, B, C)
    loss, d_logits = cross_entropy(logits, batch.target, share)
    dh, dO, db = dense.backward(params["head.O"], decoder.h, d_logits)
    spoken = gradients.backward(decoder, dh)
    read = gradients.backward(encoder, np.zeros_like(encoder.h), spoken.initial)
    grads = {
        "source.E": embedding.backward(len(source), batch.source[known], read.x[known]),
        "target.E": embedding.backward(len(target), batch.said.ravel(), spoken.x.reshape(-1, target.shape[1])),
        "head.O": dO,
        "head.b": db,
    }
    return loss, grads | named("encoder", read.params) | named("decoder", spoken.params)
