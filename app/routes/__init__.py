"""The API's routes, one file a concept."""

from fastapi import APIRouter

from . import arithmetic, gradient, ledger, letter_filter, logit, models, stream, trace, weights

api = APIRouter(prefix="/api/v1")
for _part in (stream, trace, models, arithmetic, logit, ledger, letter_filter, weights, gradient):
    api.include_router(_part.router)
