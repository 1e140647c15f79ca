"""What routes are given: the service's parts, and the run that is asked for.

These are `async` although they hardly ever wait: FastAPI would send each of them to a worker thread otherwise, and
the way there and back costs more than the work.
"""

import re
from typing import Annotated, cast

from fastapi import Depends, Header, Query, Request

from lstm_core.errors import InputError

from . import limits
from .described import TEXT_FORM
from .run_request import RunRequest, parts
from .service import Service
from .writing import PARAMETERS

EXAMPLE = "I grew up in France and I speak"
MODEL = "The model's name; the default model when left out."
TEXT = "What the model reads: a sentence, letters or numbers. Control characters other than line breaks are refused."
CLAMP = "A valve held, `layer.gate[units]@steps=value`; may be repeated, and of two on one valve the later one holds."
SCALE = "Weights scaled in this run, `layer.parameter=factor`, `U` alone being that of every gate; may be repeated."
WRITE = "How many words, letters or numbers the model writes on after the text, reading each itself."
TEMPERATURE = "How freely it chooses what it writes: 0 is always the most probable, 1 its own probabilities."
TOP_K = "Among how many of the most probable ones it chooses; 0 for all."
SEED = "Of what it writes where it chooses: the same seed gives the same."


async def get_service(request: Request) -> Service:
    """The running service, made at start-up."""
    return cast(Service, request.app.state.service)


ServiceOf = Annotated[Service, Depends(get_service)]


async def get_run_request(
    request: Request,
    service: ServiceOf,
    text: Annotated[str, Query(description=TEXT, examples=[EXAMPLE], json_schema_extra=TEXT_FORM)],
    clamp: Annotated[
        list[str],
        Query(default_factory=list, description=CLAMP, examples=[["layer0.f[3]@2-5=0"]]),
    ],
    scale: Annotated[
        list[str],
        Query(default_factory=list, description=SCALE, examples=[["layer0.U=1.5"]]),
    ],
    model: Annotated[str | None, Query(description=MODEL)] = None,
    write: Annotated[str | None, Query(description=WRITE)] = None,
    temperature: Annotated[str | None, Query(description=TEMPERATURE)] = None,
    top_k: Annotated[str | None, Query(description=TOP_K)] = None,
    seed: Annotated[str | None, Query(description=SEED)] = None,
) -> RunRequest:
    """The run that every route with a sentence is asked for: within the limits, its model there, nothing computed."""
    parts(request.query_params.multi_items())  # of a name that is given twice FastAPI takes the last
    typed = zip(PARAMETERS, (write, temperature, top_k, seed), strict=True)
    writing = {name: value for name, value in typed if value is not None}
    asked = limits.request(service.settings, service.catalog, text, model, clamp, writing, scale)
    await service.ready(asked.model)
    return asked


RunRequestOf = Annotated[RunRequest, Depends(get_run_request)]
LastEventId = Annotated[
    str | None, Header(description="The last step that arrived; the stream goes on after it, without `start`.")
]


def first_step(last_event_id: str | None, steps: int) -> int:
    """The first step to send: 0, or the one after `Last-Event-ID`.

    Raises `InputError` for an id that a stream of `steps` never had.
    """
    if not last_event_id:
        return 0
    if re.fullmatch(r"[0-9]{1,9}", last_event_id) and int(last_event_id) < steps:
        return int(last_event_id) + 1
    raise InputError(
        code="bad_last_event_id",
        message="The header Last-Event-ID names no step of this sentence.",
        expected=f"A whole number from 0 to {steps - 1}, as the stream gave it.",
        action="Ask again without Last-Event-ID for the whole stream.",
        field="Last-Event-ID",
    )
