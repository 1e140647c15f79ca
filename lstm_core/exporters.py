"""Writers of what leaves the library, found and not imported: whatever is installed may offer one by an entry point.

A package declares it in the group ``lstm_core.exporters``; Gatewalk's page does so for ``html``. So the library imports
nothing that stands on it.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from typing import Any

from lstm_core.errors import NotFoundError

GROUP = "lstm_core.exporters"


def exporter(kind: str) -> Callable[..., Any]:
    """The function that writes ``kind``; NotFoundError where nothing that is installed offers it."""
    for found in entry_points(group=GROUP, name=kind):
        loaded: Callable[..., Any] = found.load()
        return loaded
    raise NotFoundError(
        code="no_exporter",
        message=f"Nothing that is installed here writes {kind}.",
        expected=f"A package with the entry point “{kind}” in the group {GROUP}.",
        action="Install gatewalk, which brings the page: a bare checkout of the library has no writer.",
    )
