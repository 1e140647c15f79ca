"""A run as server-sent events, written by hand: FastAPI's own way costs a stream three times as much.

https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterator
from itertools import islice
from typing import Any, cast

from lstm_core.errors import GatewalkError
from lstm_core.models import Run
from lstm_core.steps import Slot

from . import errors
from .json_text import compact

MOST = 64  # steps that are sent at once …
FEW = 8  # … and of a model that writes on: each of its steps has an output layer to itself

logger = logging.getLogger("gatewalk")


def frame(event: str, data: object, number: int | None = None) -> str:
    """One event; its data is JSON, which has no line breaks."""
    last = "" if number is None else f"id: {number}\n"
    return f"event: {event}\ndata: {compact(data)}\n{last}\n"


def frames(run: Run, first: Callable[[int], int]) -> Iterator[str]:
    """`start`, a `step` for each from `first(how many there are)` on, `end`.

    In blocks of 1, 3, 12, 48 … steps (1, 3, 8, 8 … where the model writes on), each some of the blocks that the run
    computes. A stream that goes on in the middle has no `start`.
    """
    count = len(run)
    at = first(count)
    start = cast("dict[str, Any]", run.start_dict())
    layout = [Slot(**slot) for slot in start["layout"]]
    steps, left, size, most = run.steps(at), count - at, 1, MOST if run.writing is None else FEW
    head = "" if at else frame("start", start)
    while left > 0:
        block = "".join(frame("step", step.to_dict(layout), step.t) for step in islice(steps, size))
        left -= size
        yield head + block if left > 0 else head + block + frame("end", {"steps": count})
        head, size = "", min(3 * (count - at - left), most)
    if at == count:
        yield frame("end", {"steps": count})


async def streamed(opening: str, rest: Iterator[str], turn: asyncio.Semaphore) -> AsyncIterator[bytes]:
    """The `opening` and what comes after it; an `error` event in the place of what cannot be computed.

    `turn` is one for all streams: one further block is computed in each round of the event loop, so that who has just
    come gets a first step without waiting for the last steps of the others.
    """
    yield opening.encode()
    try:
        while True:
            async with turn:
                block = next(rest, None)
                await asyncio.sleep(0)  # the turn ends with this round of the event loop, not before
            if block is None:
                return
            yield block.encode()
    except GatewalkError as error:
        yield errors.event(error)
    except Exception:
        logger.exception("unexpected error in a stream")
        yield errors.event(errors.unexpected())
