"""`GET /api/v1/compare`: two runs side by side, aligned by what they read."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from lstm_core import compare
from lstm_core.errors import GatewalkError
from lstm_core.trace import Trace

from .. import against as other
from .. import tags
from ..compare_schemas import ComparisonDocument
from ..compression import Document
from ..dependencies import RunRequestOf, ServiceOf
from ..described import FAILURES, NOT_MODIFIED
from ..json_text import compact
from ..run_request import RunRequest
from ..service import Service
from .trace import CACHING

router = APIRouter(tags=["compare"])

AGAINST = "The run to compare with: a run request in its written form, `model=…&text=…&clamp=…`, as one value."
SIGNAL = "A signal whose differences are given by unit and step; may be repeated; none when left out."


def _trace(service: Service, asked: RunRequest) -> Trace:
    """The trace of the run to compare with; what is wrong with it is told as of that."""
    try:
        return service.traces.trace(asked)
    except GatewalkError as error:
        raise other.of_other(error) from error


@router.get(
    "/compare",
    response_model=ComparisonDocument,
    responses={**FAILURES, 304: NOT_MODIFIED},
    summary="Two runs, aligned step by step, and how far they lie apart",
)
async def compared(
    request: Request,
    service: ServiceOf,
    asked: RunRequestOf,
    against: Annotated[str, Query(description=AGAINST, examples=["model=reader-32&text=Anna+grew+up+in+Spain"])],
    signal: Annotated[list[str], Query(default_factory=list, description=SIGNAL)],
    layer: Annotated[str, Query(description="The layer of these signals.")] = "layer0",
) -> Response:
    """What each says at steps that stand for each other; differences are the run's number minus the other's."""
    its = other.request(service.settings, service.catalog, against)
    await service.ready(its.model)
    signals = tuple(dict.fromkeys(signal))  # each once, however often it is named
    sha256s = (service.catalog.offer(run.model).sha256 for run in (asked, its))
    tag = tags.tag("compare", *sha256s, asked.query, its.query, compact([layer, signals]))
    headers = {"ETag": tag, "Cache-Control": CACHING}

    def found() -> Document:
        comparison = compare(service.traces.trace(asked), _trace(service, its))
        return Document.of_json(comparison.to_dict(layer, signals))

    document = await service.small.do(found)  # what cannot be compared has no tag
    return tags.answer(request, document, headers)
