"""Headers that every answer carries, cross-origin reading of the API and the static files, and HEAD for every GET."""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .csp import NOTHING

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": NOTHING,
}
# A frame with sandbox="allow-scripts" has the origin "null", so even its own modules and streams are cross-origin.
OPEN = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# A page has its window to itself, and asks for none of what a browser could grant but it has no use for.
_DENIED = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb".split()
_NOTHING_ELSE = {"Permissions-Policy": ", ".join(f"{feature}=()" for feature in _DENIED)}
PAGE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
} | _NOTHING_ELSE
# Who may frame is told by the policy; a site that requires this header of its frames must find it open.
EMBED = {"Cross-Origin-Resource-Policy": "cross-origin"} | _NOTHING_ELSE
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD",
    "Access-Control-Allow-Headers": "Accept, Last-Event-ID, If-None-Match, Cache-Control",
    "Access-Control-Max-Age": "86400",
}


def is_open(path: str) -> bool:
    """Whether pages of any origin may read what is at `path`."""
    return path.startswith(("/api/", "/static/")) or path == "/healthz"


class StandingHeaders:
    """Adds the headers above where a route has not set its own, and answers preflights."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        added = EVERYWHERE | OPEN if is_open(scope["path"]) else EVERYWHERE

        async def decorated(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in added.items():
                    headers.setdefault(name, value)
            await send(message)

        asked = Headers(scope=scope)
        if scope["method"] == "OPTIONS" and is_open(scope["path"]) and "access-control-request-method" in asked:
            await Response(status_code=204, headers=PREFLIGHT)(scope, receive, decorated)
            return
        await self.app(scope, receive, decorated)


class HeadAsGet:
    """Answers HEAD as GET without the body, which FastAPI's routes do not do by themselves."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def bodiless(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        await self.app({**scope, "method": "GET"}, receive, bodiless)
