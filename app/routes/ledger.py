"""`GET /api/v1/ledger`: what each step kept, erased and wrote of one unit, and what is left of it later."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from .. import tags
from ..compression import Document
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from ..json_text import compact
from ..ledger_schemas import Ledger
from .trace import CACHING

router = APIRouter(tags=["arithmetic"])

LAYER = "The layer; it need not be named where one alone has a ledger."
STEP = "The step, from 0, of which alone `left` and `rounding` are told; of all of them when left out."


@router.get(
    "/ledger",
    response_model=Ledger,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="What each step left in one unit",
)
async def ledger(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    unit: Annotated[int, Query(ge=0, description="The unit, from 0.")],
    layer: Annotated[str | None, Query(description=LAYER)] = None,
    t: Annotated[int | None, Query(ge=0, description=STEP)] = None,
) -> Response:
    """The unit's state as a sum: what is left of the initial state, and of what each step wrote."""
    sha256 = service.catalog.offer(asked.model).sha256
    tag = tags.tag("ledger", sha256, asked.query, *(compact(one) for one in (unit, layer, t)))
    headers = {"ETag": tag, "Cache-Control": CACHING}

    def kept() -> Document:
        trace = service.traces.trace(asked)
        told = {"model": asked.model, "text": trace.text} | trace.ledger(unit, layer).to_dict(t)
        return Document.of_json(told)

    document = await service.small.do(kept)  # what there is no ledger of has no tag
    return tags.answer(request, document, headers)
