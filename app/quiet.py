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
    """Lets one debug line through in the place of what uvicorn logs of readers and of streams that the end cuts off."""

    def filter(self, record: logging.LogRecord) -> bool:
        """See `logging.Filter`."""
        cancelled = record.exc_info is not None and isinstance(record.exc_info[1], asyncio.CancelledError)
        if not cancelled and not str(record.msg).startswith(_ORDINARY):
            return True
        logger.debug("a connection ended early: %s", str(record.msg).strip())
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
