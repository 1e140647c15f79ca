"""The parts of a running service, made once at start-up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from .assets import Plotly, StaticFiles
from .catalog import Catalog
from .classroom import Classroom
from .compression import Document
from .resources import place
from .run_request import RunRequest
from .runs import is_quick
from .settings import Settings
from .tags import tag
from .trace_cache import TraceCache
from .work import Workroom

T = TypeVar("T")
DEAR, SMALL = 1, 2  # threads for whole traces, and for what is done in a few hundredths of a second
LINE = 64  # requests that may wait for either


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes share. Only the caches in it change."""

    settings: Settings
    catalog: Catalog
    models: Document
    models_tag: str
    traces: TraceCache
    static: StaticFiles
    templates: StaticFiles
    plotly: Plotly
    dear: Workroom
    small: Workroom
    classroom: Classroom

    @classmethod
    def start(cls, settings: Settings, catalog: Catalog | None = None) -> "Service":
        """Looks at every model, unless `catalog` knows them. Raises `GatewalkError` if one cannot be used."""
        catalog = Catalog.load(settings) if catalog is None else catalog
        return cls(
            settings=settings,
            catalog=catalog,
            models=Document.of([catalog.document], level=9),
            models_tag=tag(catalog.document),
            traces=TraceCache(settings, catalog),
            static=StaticFiles(place("static")),
            templates=StaticFiles(place("templates")),
            plotly=Plotly(),
            dear=Workroom("dear", DEAR, LINE, settings.patience),
            small=Workroom("small", SMALL, LINE, settings.patience),
            classroom=Classroom(settings),
        )

    async def document(self, request: RunRequest) -> Document:
        """The trace of `request` as JSON: at once if it is at hand. Raises `BusyError` if its turn does not come."""
        found = self.traces.at_hand(request)
        return found if found is not None else await self.dear.do(lambda: self.traces.document(request))

    async def ready(self, model: str | None) -> None:
        """Sees to it that a live network is trained where trainings are: in its turn, and within their limits."""
        setup = self.catalog.to_train(model)
        if setup is not None:
            self.catalog.live.keep(setup, await self.classroom.train(setup))

    async def at_best(self, request: RunRequest, work: Callable[[], T]) -> T:
        """What `work` on a run's beginning returns: done here where that is quick, else by a thread."""
        return work() if is_quick(self.catalog, request) else await self.small.do(work)
