"""What is ordinary on a network is no warning: readers leave, requests are malformed, descriptors run out."""

import asyncio
import errno
import logging
import time
from typing import Any

logger = logging.getLogger("gatewalk")

_ORDINARY = ("Invalid HTTP request", "Unsupported upgrade request", "No supported WebSocket library")
_OUT = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})
_EVERY = 60.0  # seconds between two warnings of the same


class Ordinary(logging.Filter):
    """Has one debug line in the place of what uvicorn logs of readers, and of what the server's end cuts off."""

    def filter(self, record: logging.LogRecord) -> bool:
        """See `logging.Filter`."""
        told = str(record.msg).strip()
        cancelled = record.exc_info is not None and isinstance(record.exc_info[1], asyncio.CancelledError)
        if not cancelled and not told.startswith(_ORDINARY) and not told.endswith("CancelledError"):
            return True
        logger.debug("ended early: %s", told.splitlines()[0])
        return False


class LoopErrors:
    """The event loop's handler of errors that nobody awaits: a lack of descriptors is told once a minute, not for
    each connection that waits.
    """

    def __init__(self) -> None:
        self._told = -_EVERY

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """See `loop.set_exception_handler`."""
        error = context.get("exception")
        if not isinstance(error, OSError) or error.errno not in _OUT:
            loop.default_exception_handler(context)
        elif time.monotonic() - self._told >= _EVERY:
            self._told = time.monotonic()
            logger.warning("no new connection can be taken: %s", error.strerror)
