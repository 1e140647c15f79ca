"""Trains one model by its config: ``python -m training.train training/configs/reader-32.toml --data ../shared/data``.

Everything is lstm_core's own: the cell's step and backward step, the layers, Adam. One seed fixes the data, the first
weights and the order of the batches. The training of a reader of sentences, which is a long one, is kept each minute in
``--kept`` and goes on from there when the same command is given again.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from lstm_core.models import ModelSpec
from lstm_core.weights import native
from training import config, counters, forecasters, letters, manifest, readers, resume, sentiment, translators
from training.fit import Checkpoint

KEPT_EVERY = 60.0  # seconds

# The kind that a config names → how its entries are read, and who trains it, checkpoint by checkpoint.
KINDS: Mapping[str, tuple[type[config.Config], Callable[..., tuple[ModelSpec, Iterator[Checkpoint]]]]] = {
    "reader": (config.ReaderConfig, readers.train),  # the one that takes long enough to go on where it was ended
    "counter": (counters.CounterConfig, counters.train),
    "forecaster": (forecasters.ForecastConfig, forecasters.train),
    "pairs": (translators.PairConfig, translators.train),
    "letters": (letters.LettersConfig, letters.train),
    "sentiment": (sentiment.SentimentConfig, sentiment.train),
}


def progress(reached: Checkpoint, started: float, begun: int = 0) -> None:
    """One line on stderr that fills as the steps go by; ``begun`` of them were taken before ``started``."""
    done = reached.step / reached.steps
    left = (time.monotonic() - started) * (reached.steps - reached.step) / (reached.step - begun)
    bar = "█" * round(30 * done)
    sys.stderr.write(f"\r{bar:·<30} {reached.step}/{reached.steps}  loss {reached.loss:.3f}  {left:.0f} s left ")
    sys.stderr.flush()


def watched(checkpoints: Iterable[Checkpoint], keep: Callable[[Checkpoint], None], begun: int = 0) -> Checkpoint:
    """The last checkpoint; the progress told, and kept, on the way."""
    started, reached = time.monotonic(), None
    kept = started
    for reached in checkpoints:
        if reached.step % 20 == 1 or reached.step == reached.steps:
            progress(reached, started, begun)
        if time.monotonic() - kept > KEPT_EVERY:
            keep(reached)
            kept = time.monotonic()
    sys.stderr.write("\n")
    if reached is None:
        raise SystemExit("A training needs one step or more: set steps in its config.")
    return reached


def main() -> None:
    """Trains, saves in half precision, and writes the model's card; ``training.score`` fills in its scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("config", type=Path)
    parser.add_argument("--data", type=Path, required=True, help="folder with common-voice-sentences/ and the others")
    parser.add_argument("--out", type=Path, default=manifest.ZOO, help="folder of the checkpoint and its manifest")
    parser.add_argument("--kept", type=Path, default=Path(".training"), help="folder of trainings that have begun")
    parser.add_argument("--seed", type=int, help="another seed than the config's")
    asked = parser.parse_args()
    entries = config.read(asked.config)
    if asked.seed is not None:
        entries["seed"] = asked.seed
    made_of, train = KINDS[entries.pop("kind")]
    chosen = made_of(**entries)
    kept = asked.kept / f"{chosen.name}-{chosen.seed}.npz"
    if isinstance(chosen, config.ReaderConfig):
        begun = resume.load(kept, chosen)
        spec, checkpoints = train(chosen, asked.data, begun)
        step = begun.step if begun else 0
        params = watched(checkpoints, lambda reached: resume.save(kept, chosen, reached), step).params
    else:
        spec, checkpoints = train(chosen, asked.data)
        params = watched(checkpoints, lambda _: None).params
    path = asked.out / f"{chosen.name}.safetensors"
    sha256 = native.save(path, params, spec, storage="float16")
    kept.unlink(missing_ok=True)
    manifest.put(asked.out / "manifest.json", chosen, spec, sha256)
    print(f"{path}  {path.stat().st_size / 1e6:.2f} MB  {sha256}")


if __name__ == "__main__":
    main()
