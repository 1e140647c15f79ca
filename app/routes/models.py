"""`GET /api/v1/models`: what can be asked, and what each model says of itself."""

from fastapi import APIRouter, Request, Response

from app.compression import compressed
from app.dependencies import ServiceOf
from app.schemas import OTHER_FAILURES, ModelList

router = APIRouter(tags=["models"])


@router.get(
    "/models", response_model=ModelList, responses=OTHER_FAILURES, summary="The models, their signals and the limits"
)
def models(request: Request, service: ServiceOf) -> Response:
    """Every model with its layers, the signals that each layer's cell declares, its scores, data and examples."""
    return compressed(request, service.catalog.document, "application/json", {"Cache-Control": "no-cache"})
