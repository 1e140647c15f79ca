"""`GET /api/v1/models`: what can be asked, and what each model says of itself."""

from fastapi import APIRouter, Request, Response

from .. import tags
from ..dependencies import ServiceOf
from ..described import NOT_MODIFIED, OTHER_FAILURES
from ..model_schemas import ModelList

router = APIRouter(tags=["models"])


@router.get(
    "/models",
    response_model=ModelList,
    responses={**OTHER_FAILURES, 304: NOT_MODIFIED},
    summary="The models, their signals and the limits",
)
async def models(request: Request, service: ServiceOf) -> Response:
    """Every model with its layers, the signals that each layer declares, its scores, data and examples."""
    headers = {"ETag": service.models_tag, "Cache-Control": "no-cache"}
    if tags.matches(request, service.models_tag):
        return tags.not_modified(headers)
    return service.models.answer(request, "application/json", headers)
