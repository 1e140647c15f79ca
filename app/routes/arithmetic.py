"""`GET /api/v1/arithmetic`: one unit at one step, written out term by term."""

import json
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from app.compression import compressed
from app.dependencies import AskedOf, ServiceOf
from app.routes.trace import CACHING
from app.schemas import FAILURES, Arithmetic
from lstm_core import arithmetic as written

router = APIRouter(tags=["arithmetic"])

SIGNAL = "A signal; may be repeated; all of them when left out."
TERMS = "A signal whose sums are given term by term; may be repeated."


@router.get(
    "/arithmetic",
    response_model=Arithmetic,
    responses=FAILURES,
    summary="How one unit's numbers at one step come about",
)
def arithmetic(
    request: Request,
    service: ServiceOf,
    asked: AskedOf,
    t: Annotated[int, Query(ge=0, description="The step, from 0.")],
    unit: Annotated[int, Query(ge=0, description="The unit, from 0.")],
    signal: Annotated[list[str], Query(default_factory=list, description=SIGNAL)],
    terms: Annotated[list[str], Query(default_factory=list, description=TERMS)],
    layer: Annotated[str, Query(description="The layer.")] = "layer0",
) -> Response:
    """The formula of each signal with the value of every part of it at this unit and step."""
    trace = service.traces.of(asked)
    chosen = tuple(signal) if signal else None
    explained = written.explain(asked.model, trace, t, unit, signals=chosen, layer=layer, terms=tuple(terms))
    content = json.dumps(explained, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
    return compressed(request, content, "application/json", {"Cache-Control": CACHING})
