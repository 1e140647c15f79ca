"""Trains a small network while one watches: frame by frame the loss, the gates, and how far the gradient reaches.

    loss    = Σ w · (−log softmax(O·h_t + b)[answer_t])       over the places where something is asked for
    check   = the same over strings of a seed of its own, which no update is made from
    reach_t = ‖∂loss_T/∂s_t‖ / ‖∂loss_T/∂h_T‖                 s: a state of the cell, on one fixed string, whose loss
                                                              at T, the last place that is asked for, is loss_T
One setup gives the same frames to the bit.
"""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import numpy as np

from lstm_core import cells
from lstm_core.cells import Signal
from lstm_core.functional import Array, softmax
from lstm_core.layers.codes import Codes
from lstm_core.live import tasks
from lstm_core.live.setup import Setup
from lstm_core.loss import cross_entropy
from lstm_core.models.architecture import compose
from lstm_core.models.composition import READER, Pass
from lstm_core.models.first_weights import first_weights
from lstm_core.models.model import Model
from lstm_core.models.parameters import added
from lstm_core.optim import Adam, clip
from lstm_core.threads import one_blas_thread

BATCH = 16  # strings an update is made from
CHECKED = 32  # strings that the frames are measured on
FRAMES = 100  # at most, and one for the weights that it begins with
TABLE = 1.0  # the letters' vectors begin with this standard deviation
LONGEST = 1.0  # a clipped gradient


@dataclass(frozen=True)
class Frame:
    """What is seen after ``update`` updates. T letters of the fixed string, H units, V symbols."""

    update: int
    loss: float  # of the check strings
    accuracy: float  # the part of the check strings of which every place that is asked for is right
    length: float  # of the last update's gradient, as it was before clipping; 0 before the first
    gradient: Mapping[str, list[float]]  # by state: ‖∂loss_T/∂state_t‖, T of them
    reach: Mapping[str, list[float]]  # the same, divided by that of h at T
    signals: Mapping[str, Array]  # the watched signals on the fixed string, each (T, H)
    p: Array  # (T, V) the probability of each symbol after each letter of it

    def to_dict(self) -> dict[str, Any]:
        """As the stream has it: the signals and p in the order of the layout, float32, base64."""
        rows = [*self.signals.values(), self.p]
        block = b"".join(np.ascontiguousarray(values, "<f4").tobytes() for values in rows)
        return {
            "update": self.update,
            "loss": self.loss,
            "accuracy": self.accuracy,
            "length": self.length,
            "gradient": dict(self.gradient),
            "reach": dict(self.reach),
            "block": base64.b64encode(block).decode("ascii"),
        }


class Trainer:
    """A training at work; ``update`` goes on by one, ``frame`` looks. It holds the weights, which change in place."""

    def __init__(self, setup: Setup, dtype: str = "float32") -> None:
        self.setup, self.task = setup, tasks.get(setup.task)
        self.spec = setup.spec(dtype)
        self.composition = compose(self.spec)
        self.params = first_weights(self.spec, setup.seed, keep=setup.forget_bias, table=TABLE)
        self.updates, self.length = 0, 0.0
        self._adam, self._random = Adam(self.params), Random(f"learned {setup.seed}")
        checked = Random(f"checked {setup.seed}")
        self.check = tasks.encode(self.task, [self.task.draw(checked) for _ in range(CHECKED)])
        self._probe = tasks.encode(self.task, [self.task.probe])

    @property
    def watched(self) -> tuple[Signal, ...]:
        """The signals that a frame shows: the gates, and the state that carries."""
        signals = cells.get(self.setup.cell).signals
        return tuple(signal for signal in signals if signal.role == "gate" or signal.name == self.carries)

    @property
    def carries(self) -> str:
        """The state that carries: the belt or, where there is none, h."""
        cell = cells.get(self.setup.cell)
        return cell.belt.state if cell.belt else "h"

    def loss_and_gradients(self, batch: tasks.Batch) -> tuple[float, dict[str, Array]]:
        """This file's loss of a batch, and its derivative by every parameter, by name."""
        done, logits, cache = self._said(batch)
        loss, d_logits = cross_entropy(logits, batch.target, batch.weight.astype(logits.dtype))
        d_heard, grads = self.composition.output.backward(self.params, cache, d_logits)
        return loss, added([self.composition.backward(self.params, done, d_heard), grads])

    def _said(self, batch: tasks.Batch) -> tuple[Pass, Array, Any]:
        """(the batch that went through, what is said of it (T, B, V), what the output's way back needs)."""
        done = self.composition.forward(self.params, {READER: Codes(batch.ids)})
        return done, *self.composition.output.forward(self.params, done.heard)

    def update(self) -> None:
        """One step of Adam along the gradient of a batch that is drawn for it."""
        drawn = [self.task.draw(self._random) for _ in range(BATCH)]
        with one_blas_thread():
            _, grads = self.loss_and_gradients(tasks.encode(self.task, drawn))
            self.length = clip(grads, LONGEST if self.setup.clip else math.inf)
            self._adam.step(grads, self.setup.rate)
        self.updates += 1

    def frame(self) -> Frame:
        """What is seen now; it changes nothing."""
        with one_blas_thread():
            loss, accuracy = self.measured(self.check)
            return self._watched(loss, accuracy)

    def measured(self, batch: tasks.Batch) -> tuple[float, float]:
        """(the loss of a batch, the part of its strings that are right wherever something is asked for)."""
        _, logits, _ = self._said(batch)
        right = (logits.argmax(axis=-1) == batch.target) | (batch.weight == 0)  # (T, B)
        loss, _ = cross_entropy(logits, batch.target, batch.weight.astype(logits.dtype))
        return loss, float(right.all(axis=0).mean())

    def _watched(self, loss: float, accuracy: float) -> Frame:
        """The frame's other half: the fixed string, forwards, and back from its last answer."""
        probe = self._probe
        T = int(np.flatnonzero(probe.weight[:, 0])[-1])
        last = np.zeros(probe.weight.shape, self.spec.dtype)
        last[T] = 1
        done, logits, cache = self._said(probe)
        p = softmax(logits)[:, 0]
        _, d_logits = cross_entropy(logits, probe.target, last)
        d_heard, _ = self.composition.output.backward(self.params, cache, d_logits)
        (layer,) = self.composition.layers
        _, found = self.composition.backward_layers(done.started, d_heard, keep=True)
        norms = {s: np.linalg.norm(rows[:, 0].astype(float), axis=-1) for s, rows in found[layer.name].states.items()}
        whole = norms["h"][T] or 1.0  # of a loss that is 0 nothing reaches anything
        signals = done.started[layer.name].trace().signals
        return Frame(
            update=self.updates,
            loss=loss,
            accuracy=accuracy,
            length=self.length,
            gradient={state: rows.tolist() for state, rows in norms.items()},
            reach={state: (rows / whole).tolist() for state, rows in norms.items()},
            signals={signal.name: signals[signal.name][:, 0] for signal in self.watched},
            p=p,
        )

    def model(self) -> Model:
        """The network as it is now, as a model that walks; training goes on without touching it."""
        now = self.setup.at(self.updates)
        params = {name: array.copy() for name, array in self.params.items()}
        digest = hashlib.sha256(b"".join(name.encode() + array.tobytes() for name, array in params.items()))
        return Model(now.spec(self.spec.dtype), params, digest.hexdigest())


def every(setup: Setup) -> int:
    """How many updates lie between two frames."""
    return max(1, math.ceil(setup.steps / FRAMES))


def frames(trainer: Trainer) -> Iterator[Frame]:
    """A frame of the first weights, then one each ``every`` updates and one of the last; goes on when it is asked."""
    yield trainer.frame()
    while trainer.updates < trainer.setup.steps:
        for _ in range(min(every(trainer.setup), trainer.setup.steps - trainer.updates)):
            trainer.update()
        yield trainer.frame()


def trained(setup: Setup) -> Model:
    """The network that comes out of a training."""
    trainer = Trainer(setup)
    while trainer.updates < setup.steps:
        trainer.update()
    return trainer.model()
