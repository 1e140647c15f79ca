"""Work that would hold up the event loop: in a few threads, and refused when they are all busy for too long."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from .errors import BusyError

T = TypeVar("T")


class Workroom:
    """`threads` at work; as many as `line` wait, none longer than `patience` seconds.

    Python runs one thread at a time, so more threads would finish nothing sooner and would hold more memory.
    """

    def __init__(self, name: str, threads: int, line: int, patience: float) -> None:
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix=name)
        self._most, self._patience = threads + line, patience
        self._inside = 0  # changed on the event loop alone

    async def do(self, work: Callable[[], T], patience: float | None = None) -> T:
        """What `work` returns. Raises `BusyError` where it could not begin in time."""
        patience = self._patience if patience is None else patience
        if self._inside >= self._most:
            raise BusyError(patience)
        self._inside += 1
        future = self._pool.submit(work)
        try:
            waiting = asyncio.wrap_future(future)
            done, _ = await asyncio.wait({waiting}, timeout=patience)
            if not done and future.cancel():
                raise BusyError(patience)
            return await waiting
        finally:
            future.cancel()  # of a reader that left before its turn
            self._inside -= 1
