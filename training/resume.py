"""A training kept on disk while it runs, so that one that was ended goes on where it was."""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from pathlib import Path

import numpy as np

from lstm_core.optim import Adam
from training.config import Config
from training.fit import Checkpoint

TOLD = frozenset(["title", "description", "group", "sources", "examples", "scope", "notices", "wording"])  # of a model


def _key(config: Config) -> str:
    """A digest of all that a training depends on."""
    entries = {name: value for name, value in asdict(config).items() if name not in TOLD}
    return hashlib.sha256(repr(entries).encode()).hexdigest()


def save(path: Path, config: Config, reached: Checkpoint) -> None:
    """Writes all that a training needs to go on; what was there before stays whole until this is."""
    arrays = {
        f"{kind} {name}": array
        for kind, held in (("theta", reached.params), ("m", reached.adam.m), ("v", reached.adam.v))
        for name, array in held.items()
    }
    facts = np.array([reached.step, reached.steps, reached.adam.t])
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_suffix(".new.npz")
    np.savez(new, config=np.array(_key(config)), facts=facts, loss=np.array(reached.loss), **arrays)
    new.replace(path)


def load(path: Path, config: Config) -> Checkpoint | None:
    """The training of ``config`` as it was kept; None where there is none, or one of another config."""
    if not path.exists():
        return None
    with np.load(path) as kept:
        if str(kept["config"]) != _key(config):
            return None
        held: dict[str, dict[str, np.ndarray]] = {"theta": {}, "m": {}, "v": {}}
        for key in kept.files:
            kind, _, name = key.partition(" ")
            if kind in held and name:
                held[kind][name] = kept[key]
        step, steps, t = kept["facts"].tolist()
        loss = float(kept["loss"])
    adam = Adam(held["theta"])
    adam.m, adam.v, adam.t = held["m"], held["v"], t
    return Checkpoint(step, steps, loss, held["theta"], adam)
