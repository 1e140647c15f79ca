"""`GET /api/v1/filter`: one letter filter at one word, written out."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from lstm_core.models.filter_sum import filter_sum

from .. import tags
from ..arithmetic_schemas import FilterSum
from ..compression import Document
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from .trace import CACHING

router = APIRouter(tags=["arithmetic"])


@router.get(
    "/filter",
    response_model=FilterSum,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="How a letter filter's answer to one word comes about",
)
async def letter_filter(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    t: Annotated[int, Query(ge=0, description="The step, from 0.")],
    unit: Annotated[int, Query(ge=0, description="The filter, from 0.", alias="filter")],
) -> Response:
    """Every number of every letter that it saw where it answered most, times its weights."""
    tag = tags.tag("filter", service.catalog.offer(asked.model).sha256, asked.query, str(t), str(unit))
    headers = {"ETag": tag, "Cache-Control": CACHING}

    def explained() -> Document:
        found = filter_sum(service.catalog.get(asked.model), service.traces.trace(asked), t, unit)
        return Document.of_json(found)

    document = await service.small.do(explained)  # what is not there has no tag
    return tags.answer(request, document, headers)
