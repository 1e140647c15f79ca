"""The API's routes, one file a concept."""

from fastapi import APIRouter

from . import arithmetic, models, stream, trace

api = APIRouter(prefix="/api/v1")
for _part in (stream, trace, models, arithmetic):
    api.include_router(_part.router)
