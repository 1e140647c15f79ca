"""Adam by hand, the schedule, and a training run in small: it learns, and it repeats."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from lstm_core import cells
from lstm_core.models import LettersSpec, compose, uniform
from lstm_core.models.first_weights import first_weights
from lstm_core.optim import Adam, clip, cosine
from training import config
from training.manifest import SOURCES
from training.reader import Batch, loss_and_gradients
from training.train import KINDS

ROOT = Path(__file__).resolve().parent.parent.parent
ALPHABET = "\x02\x03\x01abc"


def test_adam_takes_the_steps_of_the_paper() -> None:
    params = {"w": np.array([1.0, -2.0])}
    adam = Adam(params)
    m, v, w = np.zeros(2), np.zeros(2), np.array([1.0, -2.0])
    for t, g in enumerate(([0.5, -1.0], [0.1, 3.0], [-2.0, 0.0]), 1):
        grad = np.array(g)
        adam.step({"w": grad.copy()}, 0.01)
        m, v = 0.9 * m + 0.1 * grad, 0.999 * v + 0.001 * grad**2
        w = w - 0.01 * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        np.testing.assert_allclose(params["w"], w, atol=1e-14)


def test_clipping_keeps_the_direction() -> None:
    grads = {"a": np.array([3.0, 0.0]), "b": np.array([[4.0]])}
    assert clip(grads, 1.0) == 5.0
    np.testing.assert_allclose(grads["a"], [0.6, 0.0])
    np.testing.assert_allclose(grads["b"], [[0.8]])


def test_the_schedule_rises_and_falls() -> None:
    assert cosine(0, 1000, 2.0, warmup=100) == 0.02
    assert cosine(100, 1000, 2.0, warmup=100) == 2.0
    assert cosine(550, 1000, 2.0, warmup=100) == pytest.approx(1.0)
    assert cosine(1000, 1000, 2.0, warmup=100) == pytest.approx(0.0)


def learn(seed: int) -> tuple[list[float], dict[str, np.ndarray]]:
    """Forty steps on one batch: remember the first word to the end."""
    spec = uniform(
        name="small", task="next-word", architecture="vanilla", cell="lstm", units=12, embedding=8,
        vocabulary=("a", "b", "c", "d"), letters=LettersSpec(ALPHABET, 4, 3, 6),
    )  # fmt: skip
    params = first_weights(spec, seed)
    adam, losses = Adam(params), []
    ids = np.array([[0, 1, 2, -1], [3, 3, 3, 3], [3, 3, 3, 3]])
    where = np.full(4, 2), np.arange(4)
    batch = Batch(ids, ["cab"], *where, np.array([0, 1, 2, 3]), np.ones(4, np.float32))
    for _ in range(120):
        loss, grads = loss_and_gradients(compose(spec), params, batch)
        clip(grads, 1.0)
        adam.step(grads, 0.02)
        losses.append(loss)
    return losses, params


def test_a_small_reader_learns_to_remember_and_repeats_from_its_seed() -> None:
    losses, params = learn(3)
    assert losses[0] > 1.0
    assert losses[-1] < 0.02
    again, same = learn(3)
    assert again == losses
    assert all(np.array_equal(params[name], same[name]) for name in params)
    assert learn(4)[0] != losses


CONFIGS = [path for path in sorted((ROOT / "training" / "configs").glob("*.toml")) if path.stem != "compare"]


@pytest.mark.parametrize("path", CONFIGS, ids=lambda path: path.stem)
def test_configs_can_be_read(path: Path) -> None:
    entries = config.read(path)
    made_of, _ = KINDS[entries.pop("kind")]
    chosen = made_of(**entries)
    assert chosen.name == path.stem
    assert all(source in SOURCES for source in chosen.sources)
    assert chosen.cell in cells.names()


@pytest.mark.parametrize(
    "path", [path for path in CONFIGS if config.read(path)["kind"] == "reader"], ids=lambda path: path.stem
)
def test_distances_grow_while_a_reader_learns(path: Path) -> None:
    reader = config.ReaderConfig(**{key: value for key, value in config.read(path).items() if key != "kind"})
    assert reader.reach(0) == 10
    assert reader.reach(reader.steps - 1) >= 80
