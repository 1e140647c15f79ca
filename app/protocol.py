"""HTTP/1.1 as uvicorn speaks it, with limits of time and length, and with errors of the one shape."""

import asyncio
import json
import logging
import sys
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from lstm_core.errors import GatewalkError, InputError

from .addresses import TOO_LONG
from .errors import body

logger = logging.getLogger("gatewalk")

SLOW = InputError(
    code="request_timeout",
    message="The request did not arrive whole in time.",
    expected="A request's line and headers, sent at once.",
    action="Ask again.",
)
MALFORMED = InputError(
    code="malformed_request",
    message="This is no HTTP request.",
    expected="A request of HTTP/1.1.",
    action="Check the program that sent it.",
)
LONG_HEADERS = InputError(
    code="headers_too_long",
    message="The request's headers are too long.",
    expected="Headers of 16 kB at most.",
    action="Send fewer headers.",
)


LINGER = 2.0  # seconds in which a reader that was refused may end the connection itself


class Protocol(H11Protocol):
    """One connection.

    From its beginning, and again after each answer, a request has `seconds` to arrive; a reader that takes nothing of
    its answer for `stall` seconds is left. More connections than `most` are closed at once, so that file descriptors
    are left for the others.
    """

    seconds = 10.0
    stall = 60.0
    most = 100_000

    _deadline: asyncio.TimerHandle | None = None
    _stalled: asyncio.TimerHandle | None = None
    _refused = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        super().connection_made(transport)  # type: ignore[arg-type]
        if len(self.connections) > self.most:
            self.transport.abort()
        else:
            self._expect()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self._expect_nothing()
        self._goes_on()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        """See `asyncio.Protocol`."""
        super().pause_writing()
        self._goes_on()
        self._stalled = self.loop.call_later(self.stall, self.transport.abort)

    def resume_writing(self) -> None:
        """See `asyncio.Protocol`."""
        self._goes_on()
        super().resume_writing()

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        if self._refused:  # what is still on its way is let go
            return
        super().data_received(data)
        if self._answering():
            self._expect_nothing()

    def on_response_complete(self) -> None:
        """See `H11Protocol`. What is still to come of this request has as long to arrive as another one."""
        super().on_response_complete()
        if not self._answering() and not self.transport.is_closing():
            self._expect()

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - what is told is told in one shape
        """See `H11Protocol`; called while what h11 found is being handled."""
        status = getattr(sys.exception(), "error_status_hint", 400)
        if status != HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE:
            self._refuse(HTTPStatus.BAD_REQUEST, MALFORMED)
        elif b"\n" in self.conn.trailing_data[0]:
            self._refuse(HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, LONG_HEADERS)
        else:
            self._refuse(HTTPStatus.REQUEST_URI_TOO_LONG, TOO_LONG)

    def _answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _goes_on(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()
            self._stalled = None

    def _expect(self) -> None:
        self._expect_nothing()
        self._deadline = self.loop.call_later(self.seconds, self._too_slow)

    def _expect_nothing(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _too_slow(self) -> None:
        if self.conn.trailing_data[0]:
            self._refuse(HTTPStatus.REQUEST_TIMEOUT, SLOW)
        else:
            self.transport.close()

    def _refuse(self, status: HTTPStatus, error: GatewalkError) -> None:
        """Tells what is wrong, if nothing has been told yet, and ends the connection.

        Not at once: a connection that is closed while its reader still sends is reset, and what was told is lost.
        """
        logger.debug("a connection was refused: %s", error.code)
        if self._answering():
            self.cycle.disconnected = True  # what it would say now would go to nobody
            self.cycle.message_event.set()
        self._refused = True
        self._unset_keepalive_if_required()
        self._expect_nothing()
        if self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE) and not self.transport.is_closing():
            self.transport.write(_answer(self.conn, status, error))
            self.transport.write_eof()
            self._deadline = self.loop.call_later(LINGER, self.transport.close)
        else:
            self.transport.close()


def _answer(conn: h11.Connection, status: HTTPStatus, error: GatewalkError) -> bytes:
    content = json.dumps(body(error), ensure_ascii=False).encode()
    headers: list[tuple[Any, Any]] = [
        ("content-type", "application/json"),
        ("content-length", str(len(content))),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("connection", "close"),
    ]
    events = (
        h11.Response(status_code=status, headers=headers, reason=status.phrase.encode()),
        h11.Data(data=content),
        h11.EndOfMessage(),
    )
    return b"".join(conn.send(event) or b"" for event in events)
