"""The ASGI application: `create_app` is a factory. `app.serve` runs it with the limits that it needs."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from fastapi import FastAPI
from threadpoolctl import threadpool_limits

from . import errors, pages
from .addresses import ShortAddresses
from .described import add_limits
from .headers import HeadAsGet, StandingHeaders
from .routes import api, health, static
from .service import Service
from .settings import Settings
from .version import VERSION

DESCRIPTION = """Runs a sentence through a trained recurrent network and gives every number of every step.

Every error of every route has one shape: `{"error": {"code", "message", "expected", "action", "field"}}`.
"""


class Application(FastAPI):
    """FastAPI, whose description tells the limits and the models of the service that runs."""

    def openapi(self) -> dict[str, Any]:
        """See `FastAPI.openapi`."""
        if self.openapi_schema is None:
            description = super().openapi()
            service: Service = self.state.service
            add_limits(description, service.settings, service.catalog.names)
        return super().openapi()


def create_app(settings: Settings | None = None, service: Service | None = None) -> FastAPI:
    """The application. Models are loaded at its start-up, unless `service` is given, which has them.

    Raises `GatewalkError` at start-up for a weights file or a setting that cannot be used.
    """

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # The products are so small that a second BLAS thread only waits for the first.
        with threadpool_limits(1, user_api="blas"):
            chosen = Settings.from_environment() if settings is None else settings
            app.state.service = Service.start(chosen) if service is None else service
            app.state.turn = asyncio.Semaphore(1)
            yield

    app = Application(
        title="Gatewalk",
        version=VERSION,
        description=DESCRIPTION,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # its page would load scripts from elsewhere
        redoc_url=None,
        redirect_slashes=False,  # to an address made of the Host header, which anybody can write
        lifespan=lifespan,
    )
    app.openapi_version = "3.2.0"  # the first that can describe events: FastAPI's itemSchema
    errors.install(app)
    for router in (api, health.router, static.router, pages.router):
        app.include_router(router)
    # The last one added is the outermost: even an unexpected error's answer has the standing headers.
    for middleware in (ShortAddresses, HeadAsGet, errors.UnexpectedErrors, StandingHeaders):
        app.add_middleware(middleware)
    return app
