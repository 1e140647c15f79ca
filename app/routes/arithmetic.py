"""`GET /api/v1/arithmetic`: one unit at one step, written out term by term."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from lstm_core import arithmetic as written

from ..arithmetic_schemas import Arithmetic
from ..compression import Document
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES
from .trace import CACHING

router = APIRouter(tags=["arithmetic"])

SIGNAL = "A signal; may be repeated; all of them when left out."
TERMS = "A signal whose sums are given term by term; may be repeated."


@router.get(
    "/arithmetic",
    response_model=Arithmetic,
    responses=FAILURES,
    summary="How one unit's numbers at one step come about",
)
async def arithmetic(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    t: Annotated[int, Query(ge=0, description="The step, from 0.")],
    unit: Annotated[int, Query(ge=0, description="The unit, from 0.")],
    signal: Annotated[list[str], Query(default_factory=list, description=SIGNAL)],
    terms: Annotated[list[str], Query(default_factory=list, description=TERMS)],
    layer: Annotated[str, Query(description="The layer.")] = "layer0",
) -> Response:
    """The formula of each signal with the value of every part of it at this unit and step."""
    signals, summed = tuple(dict.fromkeys(signal)), tuple(dict.fromkeys(terms))  # each once, however often it is named

    def explained() -> Document:
        trace, model = service.traces.trace(asked), service.catalog.get(asked.model)
        found = written.explain(model, trace, t, unit, signals=signals or None, layer=layer, terms=summed)
        return Document.of_json(found)

    return (await service.small.do(explained)).answer(request, "application/json", {"Cache-Control": CACHING})
