"""The API's routes, one file a concept."""

from fastapi import APIRouter

from . import arithmetic, compare, letter_filter, logit, models, stream, trace, weights

api = APIRouter(prefix="/api/v1")
for _part in (stream, trace, models, arithmetic, logit, letter_filter, compare, weights):
    api.include_router(_part.router)
