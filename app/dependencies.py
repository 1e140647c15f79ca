"""What routes are given: the service's parts, and the checked request.

These are `async` although they wait for nothing: FastAPI would send each of them to a worker thread otherwise, and
the way there and back costs more than the work.
"""

import re
from typing import Annotated, cast

from fastapi import Depends, Header, Query, Request

from app.asked import Asked, ask
from app.service import Service
from lstm_core.errors import InputError

EXAMPLE = "I grew up in France and I speak"
CLAMP = "A valve held, `layer.gate[units]@steps=value`; may be repeated."


async def get_service(request: Request) -> Service:
    """The running service, made at start-up."""
    return cast(Service, request.app.state.service)


ServiceOf = Annotated[Service, Depends(get_service)]


async def get_asked(
    service: ServiceOf,
    text: Annotated[str, Query(description="The sentence.", examples=[EXAMPLE])],
    clamp: Annotated[list[str], Query(default_factory=list, description=CLAMP, examples=[["layer0.f[3]@2-5=0"]])],
    model: Annotated[str | None, Query(description="The model's name; the default model when left out.")] = None,
) -> Asked:
    """The checked request of every route that runs a sentence."""
    return ask(service.settings, service.catalog, text, model, clamp)


AskedOf = Annotated[Asked, Depends(get_asked)]


async def get_first_step(
    asked: AskedOf,
    last_event_id: Annotated[
        str | None, Header(description="The last step that arrived; the stream goes on after it, without `start`.")
    ] = None,
) -> int:
    """The first step to send: 0, or the one after `Last-Event-ID`.

    Raises `InputError` for an id that this stream never had.
    """
    if not last_event_id:
        return 0
    if re.fullmatch(r"[0-9]{1,9}", last_event_id) and int(last_event_id) < asked.steps:
        return int(last_event_id) + 1
    raise InputError(
        code="bad_last_event_id",
        message="The header Last-Event-ID names no step of this sentence.",
        expected=f"A whole number from 0 to {asked.steps - 1}, as the stream gave it.",
        action="Ask again without Last-Event-ID for the whole stream.",
        field="Last-Event-ID",
    )
