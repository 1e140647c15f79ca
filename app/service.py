"""The parts of a running service, made once at start-up."""

from dataclasses import dataclass

from app.assets import Plotly, StaticFiles
from app.catalog import Catalog
from app.places import place
from app.settings import Settings
from app.traces import Traces


@dataclass(frozen=True, slots=True)
class Service:
    """What the routes share. Only the caches in it change."""

    settings: Settings
    catalog: Catalog
    traces: Traces
    static: StaticFiles
    plotly: Plotly

    @classmethod
    def start(cls, settings: Settings, catalog: Catalog | None = None) -> "Service":
        """Loads every model, unless `catalog` has them. Raises `GatewalkError` if one cannot be used."""
        return cls(
            settings=settings,
            catalog=Catalog.load(settings) if catalog is None else catalog,
            traces=Traces(settings.trace_cache),
            static=StaticFiles(place("static")),
            plotly=Plotly(),
        )
