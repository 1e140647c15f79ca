"""Finished traces: a trace is a pure function of its request, and is asked for again and again."""

from collections.abc import Callable
from typing import TypeVar

from lstm_core.models import Run
from lstm_core.trace import Trace

from .bounded_cache import BoundedCache
from .catalog import Catalog
from .compression import Document
from .run_request import RunRequest
from .runs import begin
from .settings import Settings

T = TypeVar("T")
TOKEN = 1_500  # bytes that a step's token and its predictions take, about


class TraceCache:
    """Traces and their documents, each computed if it was not asked for lately. Both share one bound."""

    def __init__(self, settings: Settings, catalog: Catalog) -> None:
        self._settings, self._catalog = settings, catalog
        self._kept = BoundedCache(settings.trace_cache, settings.cache_megabytes * 2**20)

    def __len__(self) -> int:
        return len(self._kept)

    def at_hand(self, request: RunRequest) -> Document | None:
        """The document of a request, if nothing need be computed for it."""
        found: Document | None = self._kept.get(self._key(Document, request))
        return found

    def document(self, request: RunRequest, begun: Run | None = None) -> Document:
        """The trace as JSON, by the run that was `begun` for it, if one was. It blocks, and raises as `begin` does."""

        def make() -> Document:
            run = begin(self._settings, self._catalog, request) if begun is None else begun
            return Document.of(run.trace().pieces())

        return self._of(Document, request, make, lambda document: len(document.content))

    def trace(self, request: RunRequest) -> Trace:
        """The trace itself. It blocks, and raises as `begin` does."""
        return self._of(Trace, request, lambda: begin(self._settings, self._catalog, request).trace(), _bytes)

    def _key(self, kind: type, request: RunRequest) -> tuple[type, str, str]:
        return kind, self._catalog.offer(request.model).sha256, request.query

    def _of(self, kind: type[T], request: RunRequest, make: Callable[[], T], size: Callable[[T], int]) -> T:
        key = self._key(kind, request)
        found: T | None = self._kept.get(key)
        if found is None:
            found = make()
            self._kept.put(key, found, size(found))
        return found


def _bytes(trace: Trace) -> int:
    arrays = sum(rows.nbytes for layer in trace.layers for rows in layer.signals.values())
    return int(arrays) + TOKEN * len(trace)
