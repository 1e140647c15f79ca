"""A server that has a model of each kind beside the shipped ones, and one of another origin."""

from __future__ import annotations

import http.server
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.page.random_models import MODELS, write


@pytest.fixture(scope="session")
def kinds(share: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> str:
    """Its address. Every worker writes the same files; the server reads those of the first who asked."""
    folder = tmp_path_factory.mktemp("kinds")
    return share("kinds", GATEWALK_MODELS=os.pathsep.join(str(write(folder, model)) for model in MODELS.values()))


@pytest.fixture(scope="session")
def slides(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """(address, folder) of a server of another origin."""
    folder = tmp_path_factory.mktemp("slides")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args, **kwargs) -> None:
            super().__init__(*args, directory=str(folder), **kwargs)

        def log_message(self, *args) -> None:
            """Says nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}", folder
        running.shutdown()
        thread.join()
