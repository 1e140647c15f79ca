"""`GET /healthz`: whether the service answers, for whatever watches it."""

from fastapi import APIRouter

from ..dependencies import ServiceOf
from ..described import OTHER_FAILURES
from ..schemas import Health
from ..version import VERSION

router = APIRouter(tags=["health"])


@router.get("/healthz", responses=OTHER_FAILURES, summary="Whether the service answers")
async def healthz(service: ServiceOf) -> Health:
    """Answers as soon as every model is loaded."""
    return Health(status="ok", version=VERSION, models=service.catalog.names)
