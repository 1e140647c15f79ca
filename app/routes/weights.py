"""`GET /api/v1/weights`: a unit's rows, all that its arithmetic needs beside the trace."""

from collections.abc import Sequence
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from lstm_core.arithmetic import unit_weights
from lstm_core.errors import missing
from lstm_core.scales import Scale

from .. import limits, tags
from ..arithmetic_schemas import UnitWeights
from ..compression import Document
from ..dependencies import MODEL, SCALE, ServiceOf
from ..described import NOT_MODIFIED, UNKNOWN
from ..service import Service

router = APIRouter(tags=["arithmetic"])

SHA256 = "The sha256 of the model's weights: with it the answer never changes and is cached for ever."


@router.get(
    "/weights",
    response_model=UnitWeights,
    responses={**UNKNOWN, 304: NOT_MODIFIED},
    summary="The weights of one unit",
)
async def weights(
    request: Request,
    service: ServiceOf,
    layer: Annotated[str, Query(description="The layer.")],
    unit: Annotated[int, Query(ge=0, description="The unit, from 0.")],
    scale: Annotated[list[str], Query(default_factory=list, description=SCALE)],
    model: Annotated[str | None, Query(description=MODEL)] = None,
    sha256: Annotated[str | None, Query(description=SHA256)] = None,
) -> Response:
    """Row `unit` of every parameter of the layer: float32 values, written so that they read back exactly."""
    await service.ready(model)
    offer = service.catalog.offer(model)
    if sha256 not in (None, offer.sha256):
        known = f"The sha256 of {offer.name} is {offer.sha256}."
        raise missing("weights", sha256, known, "sha256")
    caching = "no-cache" if sha256 is None else "public, max-age=31536000, immutable"
    limits.check_scales(scale)
    scales = [Scale.parse(one) for one in scale]
    headers = {"ETag": tags.tag(offer.sha256, layer, str(unit), *map(str, scales)), "Cache-Control": caching}
    written = partial(_written, service, offer.name, layer, unit, scales)
    document = written() if offer.loaded and not scales else await service.small.do(written)
    return tags.answer(request, document, headers)


def _written(service: Service, model: str, layer: str, unit: int, scales: Sequence[Scale]) -> Document:
    loaded = service.catalog.get(model).scaled(scales)
    rows = unit_weights(loaded, layer, unit)
    told = {"model": loaded.name, "sha256": loaded.sha256, "layer": layer, "unit": unit, "params": rows}
    return Document.of_json(told)
