"""`GET /api/v1/trace`: the whole trace as one JSON document that any cache may hold."""

import hashlib
import re

from fastapi import APIRouter, Request, Response

from app.asked import Asked
from app.compression import compressed
from app.dependencies import AskedOf, ServiceOf
from app.schemas import FAILURES, NOT_MODIFIED, TraceDocument
from app.version import VERSION

router = APIRouter(tags=["trace"])

CACHING = "public, max-age=300"


def etag(asked: Asked) -> str:
    """A trace is a pure function of program, weights, text and clamps, so its tag needs no trace.

    It is weak (`W/`) because the compressed and the plain answer share it.
    """
    parts = (VERSION, asked.model.name, asked.model.sha256, asked.text, *asked.clamps)
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return f'W/"{digest[:32]}"'


def matches(condition: str, tag: str) -> bool:
    """Whether an If-None-Match header names `tag`, compared weakly (RFC 9110, 13.1.2)."""
    return condition.strip() == "*" or tag.removeprefix("W/") in re.findall(r'"[^"]*"', condition)


@router.get(
    "/trace",
    response_model=TraceDocument,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="The whole trace of a sentence",
)
def trace(request: Request, service: ServiceOf, asked: AskedOf) -> Response:
    """Every signal of every layer at every step: the trace contract, version 1.

    Numbers are the model's float32 values, written so that they read back exactly.
    """
    headers = {"ETag": etag(asked), "Cache-Control": CACHING}
    if matches(request.headers.get("if-none-match", ""), headers["ETag"]):
        return Response(status_code=304, headers={**headers, "Vary": "Accept-Encoding"})
    content = service.traces.of(asked).to_json().encode()
    return compressed(request, content, "application/json", headers)
