"""`GET /api/v1/logit`: what a model says at one step, written out unit by unit."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from .. import tags
from ..arithmetic_schemas import Logit
from ..compression import Document
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from ..json_text import compact
from .trace import CACHING

router = APIRouter(tags=["arithmetic"])

StepSaid = Annotated[
    int | None,
    Query(ge=0, description="The step, from 0; what is said of the whole text when left out, where a model says such."),
]
SymbolSaid = Annotated[
    str | None,
    Query(description="The word, letter or class, `next` for a forecast; what is said first when left out."),
]


@router.get(
    "/logit",
    response_model=Logit,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="How what a model says at one step comes about",
)
async def logit(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    t: StepSaid = None,
    symbol: SymbolSaid = None,
) -> Response:
    """The term of every unit that the output reads, the bias, their sum, and the softmax around it."""
    sha256 = service.catalog.offer(asked.model).sha256
    tag = tags.tag("logit", sha256, asked.query, *(compact(one) for one in (t, symbol)))
    headers = {"ETag": tag, "Cache-Control": CACHING}

    def explained() -> Document:
        found = service.traces.trace(asked).logit(symbol, t)
        return Document.of_json(found)

    document = await service.small.do(explained)  # what cannot be said has no tag
    return tags.answer(request, document, headers)
