"""The API's routes, one file a concept."""

from fastapi import APIRouter

from . import arithmetic, compare, gradient, ledger, letter_filter, logit, models, stream, trace, train, units, weights

api = APIRouter(prefix="/api/v1")
for _part in (
    stream,
    trace,
    models,
    arithmetic,
    logit,
    ledger,
    letter_filter,
    weights,
    gradient,
    compare,
    units,
    train,
):
    api.include_router(_part.router)
