"""`GET /api/v1/trace/stream`: a sentence's steps, each sent as soon as it is computed."""

import asyncio
from collections.abc import Iterator
from functools import partial
from typing import cast

from fastapi import APIRouter, Request, Response

from ..dependencies import LastEventId, RunRequestOf, ServiceOf, first_step
from ..described import EVENT_STREAM, STREAM_FAILURES
from ..events import frames, streamed
from ..pieces import Pieces
from ..runs import begin

router = APIRouter(tags=["trace"])

HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


@router.get(
    "/trace/stream",
    response_class=Response,
    responses={**STREAM_FAILURES, 200: EVENT_STREAM},
    summary="Walk a sentence, step by step, as server-sent events",
)
async def stream(
    request: Request, service: ServiceOf, asked: RunRequestOf, last_event_id: LastEventId = None
) -> Response:
    """`start`, then one `step` a word with the step as its id, then `end`; or `error`, after which the stream closes.

    A reader that lost the connection sends `Last-Event-ID` and gets the steps after it. A reader that accepts
    `text/event-stream` gets every error as an `error` event, since an `EventSource` cannot read an error status.
    """

    def opened() -> tuple[str, Iterator[str]]:
        rest = frames(begin(service.settings, service.catalog, asked), partial(first_step, last_event_id))
        return next(rest), rest  # the first step is computed before the answer begins: its errors have a status

    opening, rest = await service.at_best(asked, opened)
    turn = cast(asyncio.Semaphore, request.app.state.turn)
    return Pieces(streamed(opening, rest, turn), "text/event-stream", HEADERS)
