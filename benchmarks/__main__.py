"""One interleaved run, one thread each: the full-trace step, every gate recorded, against PyTorch.

    python -m benchmarks [--rounds 31] [--steps 200] [--against ../another/checkout]

float32, from a sentence of words to every gate, embedding width = H, one sentence at a time. We look a word's input
product up in a table made once, as our models do; PyTorch computes it at each step. Without torch it says so and prints
its own figures.
"""

from __future__ import annotations

import argparse
import importlib.util
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks import against, backward, ours
from benchmarks.timing import interleaved
from lstm_core.threads import one_blas_thread

UNITS = (16, 64, 256)
GOALS = {0: 4.0, 5000: 3.0}  # words of the output layer → how many times as fast as torch


def contestants(units: int, words: int, steps: int, torch_too: bool) -> dict[str, Callable[[], object]]:
    """The functions to time, by the name to print."""
    params = ours.weights(units, words)
    ids = np.random.default_rng(2).integers(len(params["embedding.E"]), size=steps)
    found = {"gatewalk, every gate": ours.trace(params, ids, words)}
    if torch_too:
        from benchmarks import theirs

        found["torch, every gate"] = theirs.exposed(params, ids, words)
        if not words:
            found["torch.nn.LSTM, no gates"] = theirs.hidden(params, ids)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("--rounds", type=int, default=31)
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--against", type=Path, help="another checkout of Gatewalk, to take turns with")
    args = parser.parse_args()
    if args.against is not None:
        against.compare(args.against, UNITS, tuple(GOALS), args.steps, args.rounds)
        return
    torch_too = importlib.util.find_spec("torch") is not None
    if torch_too:
        import torch

        torch.set_num_threads(1)
        print(f"numpy {np.__version__}, torch {torch.__version__}; ", end="")
    else:
        print(f"numpy {np.__version__}; torch is not installed here, so these are our own figures alone. ", end="")
    print(f"T = {args.steps}, {args.rounds} rounds, µs a step: median (lowest … highest)")
    with one_blas_thread():
        for words, goal in GOALS.items():
            print(f"\n{f'output layer of {words:,} words' if words else 'no output layer'}")
            for units in UNITS:
                timings = interleaved(contestants(units, words, args.steps, torch_too), args.steps, args.rounds)
                print(f"  H = {units}")
                for name, timing in timings.items():
                    print(f"    {name:<24} {timing}")
                if torch_too:
                    ratio = timings["torch, every gate"].median / timings["gatewalk, every gate"].median
                    verdict = "met" if ratio >= goal else "missed"
                    print(f"    {'times as fast':<24} {ratio:7.1f}    (goal {goal:g}: {verdict})")
        backward.show(args.steps, args.rounds, torch_too)


if __name__ == "__main__":
    main()
