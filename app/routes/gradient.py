"""`GET /api/v1/gradient` and `/api/v1/gradient/map`: what a prediction owes to everything before it."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from .. import tags
from ..compression import Document
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from ..gradient_schemas import Gradient, GradientMap
from ..json_text import compact
from .logit import StepSaid, SymbolSaid
from .trace import CACHING

router = APIRouter(tags=["gradient"])

BY = "`words`, or a layer's signal: x, a state, `direct` or `rest`, such as `layer0.c`."
UNIT = "The derivative by this unit of the signal; the norm over all when left out."
CLIP = "The norm that the derivatives are scaled down to at each step on their way back, where they are longer."
OF = "The symbol whose logit it is at every step; what is said first there when left out."


@router.get(
    "/gradient",
    response_model=Gradient,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="How strongly everything before still moves one prediction",
)
async def gradient(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    t: StepSaid = None,
    symbol: SymbolSaid = None,
    clip: Annotated[float | None, Query(gt=0, allow_inf_nan=False, description=CLIP)] = None,
) -> Response:
    """The norm of the derivative by each word, and by each layer's input and states at each step."""
    headers = _headers(service, asked, "gradient", t, symbol, clip)

    def found() -> Document:
        return Document.of_json(service.traces.trace(asked).gradient(symbol, t, clip).to_dict())

    return tags.answer(request, await service.small.do(found), headers)


@router.get(
    "/gradient/map",
    response_model=GradientMap,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="How strongly every step moves every later prediction",
)
async def gradient_map(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    by: Annotated[str, Query(max_length=80, description=BY)] = "words",
    symbol: Annotated[str | None, Query(description=OF)] = None,
    unit: Annotated[int | None, Query(ge=0, description=UNIT)] = None,
) -> Response:
    """All predictions back to all steps, in one sweep; of at most 300 steps."""
    headers = _headers(service, asked, "gradient/map", by, symbol, unit)

    def found() -> Document:
        return Document.of_json(service.traces.trace(asked).gradient_map(by, symbol, unit).to_dict())

    return tags.answer(request, await service.small.do(found), headers)


def _headers(service: ServiceOf, asked: RunRequestOf, what: str, *parts: str | float | None) -> dict[str, str]:
    sha256 = service.catalog.offer(asked.model).sha256
    tag = tags.tag(what, sha256, asked.query, *(compact(one) for one in parts))
    return {"ETag": tag, "Cache-Control": CACHING}
