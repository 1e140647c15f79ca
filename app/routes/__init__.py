"""The API's routes, one file a concept."""

from fastapi import APIRouter

from . import arithmetic, gradient, letter_filter, logit, models, stream, trace, weights

api = APIRouter(prefix="/api/v1")
for _part in (stream, trace, models, arithmetic, logit, gradient, letter_filter, weights):
    api.include_router(_part.router)
