"""What was computed last, kept within bounds of number and bytes."""

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any


class BoundedCache:
    """A few finished things, least recently used out first. Safe for threads."""

    def __init__(self, most: int, most_bytes: int) -> None:
        self._most, self._most_bytes = most, most_bytes
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self.bytes = 0

    def __len__(self) -> int:
        return len(self._kept)

    def get(self, key: Hashable) -> Any | None:
        """What is kept under `key`, or None."""
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def put(self, key: Hashable, value: Any, size: int) -> None:
        """Keeps `value` of `size` bytes, and lets go what has not been asked for the longest; itself if too large."""
        with self._lock:
            self._let_go(key)
            self._kept[key] = (value, size)
            self.bytes += size
            while self._kept and (len(self._kept) > self._most or self.bytes > self._most_bytes):
                self._let_go(next(iter(self._kept)))

    def _let_go(self, key: Hashable) -> None:
        if key in self._kept:
            self.bytes -= self._kept.pop(key)[1]
