"""A live training as server-sent events: `start`, a `frame` each few updates, `end`, or `error`."""

import logging
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import asdict
from typing import Any

from lstm_core.errors import GatewalkError
from lstm_core.live import Setup, Trainer, every

from . import errors
from .catalog import Catalog
from .classroom import Classroom, Outcome
from .events import frame

logger = logging.getLogger("gatewalk")


def start_of(trainer: Trainer) -> dict[str, Any]:
    """What is known before anything is learned: the setup, the task, and what a frame's block holds."""
    setup, task = trainer.setup, trainer.task
    watched = [
        {"signal": signal.name, "role": signal.role, "label": signal.label, "units": setup.units}
        for signal in trainer.watched
    ]
    return {
        "version": 1,
        "model": setup.name,
        "setup": asdict(setup),
        "every": every(setup),
        "parameters": sum(array.size for array in trainer.params.values()),
        "cell": trainer.composition.layers[0].short,
        "keeps": setup.keeps,
        "carries": trainer.carries,
        "symbols": list(task.symbols),
        "tokens": list(task.probe),
        "answers": task.answers(task.probe),
        "layout": [
            *watched,
            {"signal": "p", "role": "probability", "label": "what is said", "units": len(task.symbols)},
        ],
    }


async def told(classroom: Classroom, catalog: Catalog, setup: Setup, after: int) -> AsyncIterator[str]:
    """The events; a stream that goes on after update `after` has no `start`. Raises what comes before its first."""
    head = ""
    async with aclosing(classroom.watch(setup, after)) as coming:  # type: ignore[type-var]
        async for one in coming:
            if isinstance(one, Trainer):
                head = "" if after >= 0 else frame("start", start_of(one))
                continue
            if isinstance(one, Outcome):
                catalog.live.keep(setup, one.model)
                yield head + frame("end", end_of(one))
            else:
                yield head + frame("frame", one.to_dict(), one.update)
            head = ""


def end_of(outcome: Outcome) -> dict[str, Any]:
    """What it came to."""
    last = outcome.last
    return {
        "updates": last.update,
        "loss": last.loss,
        "accuracy": last.accuracy,
        "learned": outcome.learned,
        "seconds": round(outcome.seconds, 3),
    }


async def streamed(opening: str, rest: AsyncIterator[str]) -> AsyncIterator[bytes]:
    """The `opening` and what comes after it; an `error` event in the place of what cannot be computed."""
    async with aclosing(rest) as coming:  # type: ignore[type-var]
        try:
            yield opening.encode()
            async for one in coming:
                yield one.encode()
        except GatewalkError as error:
            yield errors.event(error)
        except Exception:
            logger.exception("unexpected error in a training")
            yield errors.event(errors.unexpected())
