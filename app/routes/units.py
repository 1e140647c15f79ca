"""`GET /api/v1/units`: what each unit does on one text; `…/carried` and `…/evidence`: what it carries on others."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from lstm_core.models.units import WORK
from lstm_core.zoo.carried import measured

from .. import tags
from ..compression import Document
from ..dependencies import MODEL, RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from ..json_text import compact
from ..unit_schemas import CarriedByUnits, Evidence, Units
from .logit import StepSaid, SymbolSaid
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
    t: StepSaid = None,
    symbol: SymbolSaid = None,
) -> Response:
    """How long each unit keeps, how often its gates are shut and open, its term, and what is said without it.

    Each unit is erased in a run of its own, exactly. Where all these runs would take too long, the units of the
    largest terms are erased alone.
    """
    sha256 = service.catalog.offer(asked.model).sha256
    tag = tags.tag("units", sha256, asked.query, *(compact(one) for one in (t, symbol)))
    headers = {"ETag": tag, "Cache-Control": CACHING}

    def told() -> Document:
        trace = service.traces.trace(asked)
        return Document.of_json(service.catalog.get(asked.model).units_on(trace, symbol, t, WORK))

    document = await service.small.do(told)  # what cannot be said has no tag
    return tags.answer(request, document, headers)


@router.get(
    "/units/carried",
    response_model=CarriedByUnits,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="What the units of a model carry",
)
async def carried(
    request: Request,
    service: ServiceOf,
    model: Annotated[str | None, Query(description=MODEL)] = None,
) -> Response:
    """How well each unit follows what stood before a word, on shipped sentences.

    Units are chosen on one half and scored on the other; beside it the best unit of the same network before training.
    """
    await service.ready(model)
    offer = service.catalog.offer(model)
    headers = {"ETag": tags.tag("carried", offer.name, offer.sha256), "Cache-Control": CACHING}
    document = await service.small.do(lambda: Document.of_json(measured(offer.name, offer.sha256)))
    return tags.answer(request, document, headers)


@router.get(
    "/units/evidence",
    response_model=Evidence,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="What one unit holds over a few shipped sentences",
)
async def evidence(
    request: Request,
    service: ServiceOf,
    carries: Annotated[str, Query(description="The property, by its name in `/units/carried`.")],
    unit: Annotated[int, Query(ge=0, description="The unit, from 0.")],
    layer: Annotated[str, Query(description="The unit's layer.")] = "layer0",
    model: Annotated[str | None, Query(description=MODEL)] = None,
) -> Response:
    """Sentences in which the property holds, each beside one of the same words in which it does not."""
    await service.ready(model)
    offer = service.catalog.offer(model)
    tag = tags.tag("evidence", offer.name, offer.sha256, compact([carries, unit, layer]))
    headers = {"ETag": tag, "Cache-Control": CACHING}
    document = await service.small.do(
        lambda: Document.of_json(service.catalog.get(offer.name).evidence(carries, unit, layer))
    )
    return tags.answer(request, document, headers)
