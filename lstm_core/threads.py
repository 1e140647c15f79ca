"""One BLAS thread around a scan.

A step's products are so small that a second thread only waits for the first: with busy neighbours a step
went from 2 µs to 10 ms when BLAS was left to choose.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@cache
def _controller() -> ThreadpoolController:
    return ThreadpoolController()


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Holds every BLAS library that is loaded to one thread inside the ``with`` block."""
    with _controller().limit(limits=1, user_api="blas"):
        yield
