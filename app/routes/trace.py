"""`GET /api/v1/trace`: the whole trace as one JSON document that any cache may hold."""

from fastapi import APIRouter, Request, Response

from .. import tags
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from ..schemas import TraceDocument

router = APIRouter(tags=["trace"])

CACHING = "public, max-age=300"


@router.get(
    "/trace",
    response_model=TraceDocument,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="The whole trace of a sentence",
)
async def trace(request: Request, service: ServiceOf, asked: RunRequestOf) -> Response:
    """Every signal of every layer at every step: the trace contract, version 1.

    Numbers are the model's float32 values, written so that they read back exactly.
    """
    headers = {"ETag": tags.of_run(service.catalog, asked), "Cache-Control": CACHING}
    if tags.matches(request, headers["ETag"]):
        return tags.not_modified(headers)
    return (await service.document(asked)).answer(request, "application/json", headers)
