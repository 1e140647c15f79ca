"""A run begun: here a request's model is loaded, its text encoded and its steps counted. It blocks."""

from lstm_core.models import Run

from . import limits
from .catalog import Catalog
from .run_request import RunRequest
from .settings import Settings

SHORT = 1_500  # characters of a request whose beginning takes less than 20 ms, whatever the model


def begin(settings: Settings, catalog: Catalog, request: RunRequest) -> Run:
    """The run of a request, its text encoded, its clamps and scales checked, no step computed.

    Raises `InputError` for a text, clamps or scales that the model cannot use, `WeightsError` for a model that cannot
    be used.
    """
    offer = catalog.offer(request.model)
    run = offer.model.run(request.text, request.clamps, writing=request.writing, scales=request.scales)
    limits.check_steps(settings, offer, len(run.read), request.writing)
    return run


def is_quick(catalog: Catalog, request: RunRequest) -> bool:
    """Whether a run may begin on the event loop: its model is there, its text is short, and it ends there.

    A stream that goes on late in what is written needs all that was written before.
    """
    return catalog.offer(request.model).loaded and len(request.query) <= SHORT and request.writing is None
