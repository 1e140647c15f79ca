"""One tree's side of `benchmarks.against`: runs what it is told to, one line a time, and tells how long it took.

It is started with another tree first on Python's path, so that `benchmarks.ours` and `lstm_core` are that tree's own;
it uses what both have. A line is a contestant's number; the first line of all is the list of contestants.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from typing import Any


def contestant(told: dict[str, Any]) -> Callable[[], object]:
    """A whole model's trace of a text, or an LSTM of random weights on ``steps`` words."""
    import numpy as np

    import lstm_core
    from benchmarks import ours

    if "model" in told:
        model = lstm_core.load(told["model"])
        return lambda: model.trace(told["text"])
    params = ours.weights(told["units"], told["words"])
    ids = np.random.default_rng(2).integers(len(params["embedding.E"]), size=told["steps"])
    return ours.trace(params, ids, told["words"])


def seconds(run: Callable[[], object]) -> float:
    """What one run takes."""
    began = time.perf_counter()
    run()
    return time.perf_counter() - began


def main() -> None:
    """Serve the lines."""
    from lstm_core.threads import one_blas_thread

    with one_blas_thread():
        contestants = [contestant(told) for told in json.loads(sys.stdin.readline())]
        for run in contestants:
            run()
        gc.collect()
        gc.disable()
        print(sys.modules["lstm_core"].__file__, flush=True)
        for line in sys.stdin:
            print(min(seconds(contestants[int(line)]) for _ in range(3)), flush=True)
            gc.collect()


if __name__ == "__main__":
    main()
