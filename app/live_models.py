"""The networks that came out of live trainings, as models that walk.

Their names hold all that they were made from (`lstm_core.live.Setup`), so a link to one works again later and on any
worker: what is not kept any more is trained anew, to the same weights.
"""

from lstm_core import cells
from lstm_core.live import TASKS, Setup, trained
from lstm_core.models import Model

from .bounded_cache import BoundedCache
from .offer import Offer

MOST, MOST_BYTES = 64, 8 * 2**20
LEAST = 20_000  # bytes that any model takes, about

WORDING = {"step": "letter", "steps": "letters", "whole": "string", "label": "String"}


class LiveModels:
    """The offers of live networks, a few of them with their weights."""

    def __init__(self) -> None:
        self._kept = BoundedCache(MOST, MOST_BYTES)

    def offer(self, setup: Setup) -> Offer:
        """The network of a training; trained when it is first walked, unless it was kept."""
        found: Offer | None = self._kept.get(setup.name)
        return self._put(setup, None) if found is None else found

    def keep(self, setup: Setup, model: Model) -> None:
        """Keeps the network that came out of a training."""
        self._put(setup, model)

    def _put(self, setup: Setup, model: Model | None) -> Offer:
        spec = setup.spec()
        offer = Offer(spec, None, None, lambda: trained(setup))
        if model is not None:
            offer.take(model)
        weights = 8 * spec.units * (spec.units + 16) * 4
        self._kept.put(setup.name, offer, LEAST + weights)
        return offer


def told(setup: Setup) -> dict[str, object]:
    """What the document of the models says of a live network beside what its spec does."""
    task = TASKS[setup.task]
    bias = f", forget bias {setup.forget_bias:g}" if setup.keeps else ""
    return {
        "title": f"Trained live: {cells.get(setup.cell).short}, {setup.steps:,} updates",
        "description": f"{task.says} {setup.units} units{bias}, learning rate {setup.rate:g}, seed {setup.seed}.",
        "group": "Trained live",
        "examples": [task.probe],
        "wording": WORDING,
    }
