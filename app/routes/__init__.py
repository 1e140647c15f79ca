"""The API's routes, one file a concept."""

from fastapi import APIRouter

from . import arithmetic, letter_filter, logit, models, stream, trace, train, weights

api = APIRouter(prefix="/api/v1")
for _part in (stream, trace, models, arithmetic, logit, letter_filter, weights, train):
    api.include_router(_part.router)
