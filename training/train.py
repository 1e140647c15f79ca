"""Trains one reader by its config: ``python -m training.train training/configs/reader-32.toml --data ../shared/data``.

Everything is lstm_core's own: the cell's step and backward step, the layers, Adam. One seed fixes the corpus, the
first weights and the order of the batches.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path

from lstm_core import cells
from lstm_core.functional import Array
from lstm_core.models import ModelSpec
from lstm_core.weights import native
from training import batches, manifest, vocabulary
from training.config import Config
from training.corpus import text
from training.fit import first_weights, fit
from training.reader import loss_and_gradients

ZOO = Path(__file__).resolve().parent.parent / "lstm_core" / "zoo"


def train(config: Config, data: Path) -> tuple[ModelSpec, dict[str, Array]]:
    """The spec and the trained weights."""
    training, _ = text.load(data)
    words = vocabulary.count(training, config.vocabulary, config.seed)
    spec = ModelSpec(
        name=config.name, task="next-word", architecture=config.architecture, cell=config.cell,
        units=config.units, embedding=config.embedding, vocabulary=words, letters=config.letters_spec,
        layers=config.layers,
    )  # fmt: skip
    params = first_weights(spec, config.seed, config.orthogonal)
    cell = cells.get(config.cell)
    work = (
        loss_and_gradients(params, cell, config.letters_spec.alphabet, batch)
        for batch in batches.stream(data, words, config)
    )
    fit(params, work, config.steps, config.rate, config.clip)
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
