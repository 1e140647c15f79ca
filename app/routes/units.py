"""`GET /api/v1/units`: what each unit does on one text."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from lstm_core.models.units import WORK

from .. import tags
from ..compression import Document
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from ..json_text import compact
from ..unit_schemas import Units
from .logit import STEP, SYMBOL
from .trace import CACHING

router = APIRouter(tags=["units"])


@router.get(
    "/units",
    response_model=Units,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="What each unit does on a text",
)
async def units(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    t: Annotated[int | None, Query(ge=0, description=STEP)] = None,
    symbol: Annotated[str | None, Query(description=SYMBOL)] = None,
) -> Response:
    """How long each unit keeps, how often its gates are shut and open, its term, and what is said without it.

    Each unit is erased in a run of its own, exactly. Where all these runs would take too long, the units of the
    largest terms are erased alone.
    """
    sha256 = service.catalog.offer(asked.model).sha256
    tag = tags.tag("units", sha256, asked.query, *(compact(one) for one in (t, symbol)))
    headers = {"ETag": tag, "Cache-Control": CACHING}

    def measured() -> Document:
        trace = service.traces.trace(asked)
        return Document.of_json(service.catalog.get(asked.model).units_on(trace, symbol, t, WORK))

    document = await service.small.do(measured)  # what cannot be said has no tag
    return tags.answer(request, document, headers)
