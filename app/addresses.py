"""How long a request's address may be."""

from http import HTTPStatus

from starlette.types import ASGIApp, Receive, Scope, Send

from lstm_core.errors import InputError

from .errors import respond
from .limits import longest_address

TOO_LONG = InputError(
    code="address_too_long",
    message="The request's address is too long.",
    expected="An address no longer than the longest text and its clamps make it.",
    action="Shorten the text, or leave some clamps out.",
)


class ShortAddresses:
    """Refuses an address that is longer than the longest text and all its clamps make one, before it is read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] == "http":
            longest = longest_address(scope["app"].state.service.settings)
            if len(scope["raw_path"]) + len(scope["query_string"]) > longest:
                await respond(TOO_LONG, HTTPStatus.REQUEST_URI_TOO_LONG)(scope, receive, send)
                return
        await self.app(scope, receive, send)
