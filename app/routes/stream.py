"""`GET /api/v1/trace/stream`: a sentence's steps, each sent as soon as it is computed."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from typing import Annotated, Any, cast

from fastapi import APIRouter, Depends
from fastapi.sse import EventSourceResponse, ServerSentEvent

from app import errors
from app.dependencies import AskedOf, get_first_step
from app.schemas import EVENT_STREAM, STREAM_FAILURES
from lstm_core.errors import GatewalkError
from lstm_core.trace import Slot

logger = logging.getLogger("gatewalk")
router = APIRouter(tags=["trace"])

_data = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


@router.get(
    "/trace/stream",
    response_class=EventSourceResponse,
    responses={**STREAM_FAILURES, 200: EVENT_STREAM},
    summary="Walk a sentence, step by step, as server-sent events",
)
async def stream(asked: AskedOf, first: Annotated[int, Depends(get_first_step)]) -> AsyncIterator[ServerSentEvent]:
    """`start`, then one `step` a word with the step as its id, then `end`; or `error`, after which the stream closes.

    A reader that lost the connection sends `Last-Event-ID` and gets the steps after it. A reader that accepts
    `text/event-stream` gets every error as an `error` event, since an `EventSource` cannot read an error status.
    """
    # Without await between two steps a long sentence would keep every other reader waiting; and only an async
    # generator is cancelled when its reader leaves.
    try:
        start = asked.run.start_dict()
        layout = [Slot(**slot) for slot in cast("list[dict[str, Any]]", start["layout"])]
        if first == 0:
            yield ServerSentEvent(event="start", raw_data=_data(start))
        for step in asked.run.steps(first):
            yield ServerSentEvent(event="step", id=str(step.t), raw_data=_data(step.to_dict(layout)))
            await asyncio.sleep(0)
        yield ServerSentEvent(event="end", raw_data=_data({"steps": asked.steps}))
    except GatewalkError as error:
        yield ServerSentEvent(event="error", raw_data=_data(errors.body(error)))
    except Exception:
        logger.exception("unexpected error in a stream")
        yield ServerSentEvent(event="error", raw_data=_data(errors.body(errors.unexpected())))
