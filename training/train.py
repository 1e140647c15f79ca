"""Trains one reader by its config: ``python -m training.train training/configs/reader-32.toml --data ../shared/data``.

Everything is lstm_core's own: the cell's step and backward step, the layers, Adam. One seed fixes the corpus, the
first weights and the order of the batches.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from lstm_core import cells
from lstm_core.functional import Array
from lstm_core.models import ModelSpec
from lstm_core.optim import Adam, clip, cosine
from lstm_core.threads import one_blas_thread
from lstm_core.weights import native
from training import batches, manifest, vocabulary
from training.config import Config
from training.corpus import text
from training.reader import loss_and_gradients

ZOO = Path(__file__).resolve().parent.parent / "lstm_core" / "zoo"
WARMUP = 100  # steps over which the rate rises


def first_weights(spec: ModelSpec, seed: int, orthogonal: bool = False) -> dict[str, Array]:
    """Gaussian weights of variance 1 / inputs, zero biases, those of the gates that keep 1 (Jozefowicz et al. 2015).

    ``orthogonal``: the recurrent weights are rotations (Saxe et al. 2014), which neither stretch nor shrink a state.
    """
    random = np.random.default_rng(seed)
    params: dict[str, Array] = {}
    for name, shape in spec.shapes().items():
        if len(shape) == 1:
            params[name] = np.full(shape, 1.0 if name.endswith((".b_f", ".b_z")) else 0.0)
        elif name in ("embedding.E", "letters.C"):
            params[name] = random.standard_normal(shape) * (0.1 if name == "embedding.E" else 0.3)
        elif orthogonal and ".U_" in name:
            params[name] = np.linalg.qr(random.standard_normal(shape))[0]
        else:
            params[name] = random.standard_normal(shape) / np.sqrt(np.prod(shape[1:]))
    return {name: array.astype(spec.dtype) for name, array in params.items()}


def progress(step: int, steps: int, loss: float, started: float) -> None:
    """One line on stderr that fills as the steps go by."""
    done = (step + 1) / steps
    left = (time.monotonic() - started) * (1 / done - 1)
    bar = "█" * round(30 * done)
    sys.stderr.write(f"\r{bar:·<30} {step + 1}/{steps}  loss {loss:.3f}  {left:.0f} s left ")
    sys.stderr.flush()


def train(config: Config, data: Path) -> tuple[ModelSpec, dict[str, Array]]:
    """The spec and the trained weights."""
    training, _ = text.load(data)
    words = vocabulary.count(training, config.vocabulary, config.seed)
    spec = ModelSpec(
        name=config.name, task="next-word", architecture="vanilla", cell=config.cell, units=config.units,
        embedding=config.embedding, vocabulary=words, letters=config.letters_spec,
    )  # fmt: skip
    params = first_weights(spec, config.seed, config.orthogonal)
    cell, adam = cells.get(config.cell), Adam(params)
    started, smooth = time.monotonic(), None
    with one_blas_thread():
        for step, batch in enumerate(batches.stream(data, words, config)):
            loss, grads = loss_and_gradients(params, cell, config.letters_spec.alphabet, batch)
            clip(grads, config.clip)
            adam.step(grads, cosine(step, config.steps, config.rate, WARMUP))
            smooth = loss if smooth is None else 0.98 * smooth + 0.02 * loss
            if step % 20 == 0 or step + 1 == config.steps:
                progress(step, config.steps, smooth, started)
    sys.stderr.write("\n")
    return spec, params


def main() -> None:
    """Trains, saves in half precision, and writes the model's card; ``training.score`` fills in its scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with common-voice-sentences/")
    parser.add_argument("--out", type=Path, default=ZOO, help="folder of the checkpoint and its manifest")
    parser.add_argument("--seed", type=int, help="another seed than the config's")
    asked = parser.parse_args()
    config = Config.read(asked.config)
    if asked.seed is not None:
        config = replace(config, seed=asked.seed)
    spec, params = train(config, asked.data)
    path = asked.out / f"{config.name}.safetensors"
    sha256 = native.save(path, params, spec, storage="float16")
    manifest.put(asked.out / "manifest.json", config, sha256, sum(array.size for array in params.values()))
    print(f"{path}  {path.stat().st_size / 1e6:.2f} MB  {sha256}")


if __name__ == "__main__":
    main()
