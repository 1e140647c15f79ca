"""`GET /api/v1/train/stream`: a small network learns, and every few updates one sees how."""

import re

from fastapi import APIRouter, Response

from lstm_core.errors import InputError

from ..dependencies import LastEventId, ServiceOf
from ..described import STREAM_FAILURES, TRAINING_STREAM
from ..live_events import streamed, told
from ..live_request import SetupOf
from ..pieces import Pieces
from .stream import HEADERS

router = APIRouter(tags=["train"])


@router.get(
    "/train/stream",
    response_class=Response,
    responses={**STREAM_FAILURES, 200: TRAINING_STREAM},
    summary="Train a small network and watch it learn, as server-sent events",
)
async def stream(service: ServiceOf, setup: SetupOf, last_event_id: LastEventId = None) -> Response:
    """`start`, then a `frame` of the first weights and one each few updates, its id the update, then `end`; or `error`.

    One setup gives the same frames to the bit. A reader that leaves ends the training; one that lost the connection
    sends `Last-Event-ID` and gets the frames after it, computed anew. The network that comes out walks under the name
    that `start` tells as `model`.
    """
    rest = told(service.classroom, service.catalog, setup, _after(last_event_id, setup.steps))
    opening = await anext(rest)  # the first frame is there before the answer begins: its errors have a status
    return Pieces(streamed(opening, rest), "text/event-stream", HEADERS)


def _after(last_event_id: str | None, steps: int) -> int:
    """The update of the last frame that arrived; −1 for none."""
    if not last_event_id:
        return -1
    if re.fullmatch(r"[0-9]{1,6}", last_event_id) and int(last_event_id) <= steps:
        return int(last_event_id)
    raise InputError(
        code="bad_last_event_id",
        message="The header Last-Event-ID names no update of this training.",
        expected=f"A whole number from 0 to {steps}, as the stream gave it.",
        action="Ask again without Last-Event-ID for the whole stream.",
        field="Last-Event-ID",
    )
