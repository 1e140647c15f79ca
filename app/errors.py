"""One error shape for every route, `{"error": {code, message, expected, action, field}}`, and the status with it."""

import json
import logging
from collections.abc import Awaitable, Callable
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lstm_core.errors import GatewalkError, InputError, NotFoundError

from .validation import describe

logger = logging.getLogger("gatewalk")

TOO_LARGE = frozenset({"text_too_long", "too_many_steps", "too_many_clamps", "training_too_large"})


SHOWN = 80  # characters of a path that a message repeats


class BusyError(GatewalkError):
    """All who could do the work are busy, and were for as long as anybody waits."""

    def __init__(self, seconds: float) -> None:
        super().__init__(
            code="busy",
            message="The server has more to compute than it can just now.",
            expected=f"A request as large as this one waits {seconds:g} seconds at most.",
            action="Ask again in a few seconds.",
        )
        self.seconds = max(1, round(seconds))


def body(error: GatewalkError) -> dict[str, dict[str, str | None]]:
    """The error shape, as a dict ready for JSON."""
    return {"error": error.to_dict()}


def status_of(error: GatewalkError) -> HTTPStatus:
    """404 for what does not exist, 413 for what is over a limit, 503 when busy, 400 for other bad input, else 500."""
    if isinstance(error, BusyError):
        return HTTPStatus.SERVICE_UNAVAILABLE
    if isinstance(error, NotFoundError):
        return HTTPStatus.NOT_FOUND
    if error.code in TOO_LARGE:
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if isinstance(error, InputError):
        return HTTPStatus.BAD_REQUEST
    return HTTPStatus.INTERNAL_SERVER_ERROR


def unexpected() -> GatewalkError:
    """What a reader is told of a fault of ours: nothing of its inside, which is in the log."""
    return GatewalkError(
        code="internal_error",
        message="The server met a fault of its own.",
        expected="A request like this one should be answered.",
        action="Try again; if it happens again, report it with the time, so that it can be found in the server's log.",
    )


def respond(error: GatewalkError, status: HTTPStatus, headers: dict[str, str] | None = None) -> JSONResponse:
    """The error as a JSON answer that no cache keeps."""
    return JSONResponse(body(error), status, headers={"Cache-Control": "no-store", **(headers or {})})


def event(error: GatewalkError) -> bytes:
    """The error as a server-sent `error` event."""
    return f"event: error\ndata: {json.dumps(body(error), ensure_ascii=False)}\n\n".encode()


def wants_events(request: Request) -> bool:
    """Whether the reader is an `EventSource`, which cannot read the body of an error status."""
    return request.url.path.endswith("/stream") and "text/event-stream" in request.headers.get("accept", "")


async def _gatewalk(request: Request, error: Exception) -> Response:
    assert isinstance(error, GatewalkError)
    if wants_events(request):
        return Response(event(error), media_type="text/event-stream", headers={"Cache-Control": "no-store"})
    headers = {"Retry-After": str(error.seconds)} if isinstance(error, BusyError) else None
    return respond(error, status_of(error), headers)


async def _validation(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    return await _gatewalk(request, describe(error.errors()[0]))


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status, path, method = HTTPStatus(error.status_code), request.url.path[:SHOWN], request.method[:SHOWN]
    told = {
        HTTPStatus.NOT_FOUND: NotFoundError(
            code="unknown_path",
            message=f"There is nothing at {path}.",
            expected="A path that /api/v1/openapi.json lists, or the page at /.",
            action="Check the path.",
        ),
        HTTPStatus.METHOD_NOT_ALLOWED: InputError(
            code="method_not_allowed",
            message=f"{method} does nothing at {path}.",
            expected="GET or HEAD.",
            action="Ask with GET.",
        ),
    }.get(status)
    if told is None:
        told = InputError(
            code=status.name.lower(),
            message=f"The request was refused: {status.phrase}.",
            expected="A request as /api/v1/openapi.json describes it.",
            action="Check the request.",
        )
    return respond(told, status, dict(error.headers or {}))


class UnexpectedErrors:
    """Turns any exception that nothing else caught into a plain 500 and a log record with its traceback."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception:
            logger.exception("unexpected error at %s", scope["path"])
            if started:
                raise
            await respond(unexpected(), HTTPStatus.INTERNAL_SERVER_ERROR)(scope, receive, send)


def install(app: FastAPI) -> None:
    """Gives `app` the handlers of this module."""
    handlers: dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]] = {
        GatewalkError: _gatewalk,
        RequestValidationError: _validation,
        HTTPException: _http,
    }
    for kind, handler in handlers.items():
        app.add_exception_handler(kind, handler)
