"""Finished traces, the last few kept: the arithmetic of one moment after another asks for the same one."""

from collections import OrderedDict
from threading import Lock

from app.asked import Asked
from lstm_core.trace import Trace


class Traces:
    """A small cache of traces, least recently used out first. Safe for threads."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lock = Lock()
        self._kept: OrderedDict[tuple[str, str, tuple[str, ...]], Trace] = OrderedDict()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, asked: Asked) -> Trace:
        """The trace that `asked` describes. It is a pure function of model, text and clamps."""
        key = (asked.model.sha256, asked.text, asked.clamps)
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        trace = asked.run.trace()
        with self._lock:
            self._kept[key] = trace
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)
        return trace
