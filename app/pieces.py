"""Answers sent piece by piece, as fast as the reader takes them, and no further once it has left."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import aclosing

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

logger = logging.getLogger("gatewalk")


class Pieces(Response):
    """What Starlette's `StreamingResponse` does, in one task for the pieces and one that sees the reader leave.

    Each piece lets all else on the event loop have a turn. A reader that leaves is nothing to report.
    """

    def __init__(
        self, pieces: Iterable[bytes] | AsyncIterator[bytes], media_type: str, headers: Mapping[str, str]
    ) -> None:
        self.status_code, self.background = 200, None
        self.media_type = media_type
        self._pieces = pieces if isinstance(pieces, AsyncIterator) else _each(pieces)
        self.init_headers(headers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        left = asyncio.ensure_future(_left(receive))
        try:
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            async with aclosing(self._pieces) as pieces:  # type: ignore[type-var]
                async for piece in pieces:
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
                    await asyncio.sleep(0)
                    if left.done():
                        logger.debug("a reader of %s left", scope["path"][:80])
                        return
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            left.cancel()


async def _each(pieces: Iterable[bytes]) -> AsyncIterator[bytes]:
    for piece in pieces:
        yield piece


async def _left(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
