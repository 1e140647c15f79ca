"""Fixtures for every test: the server as a person starts it, and a real browser on its page."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import browser as chromium

ROOT = Path(__file__).resolve().parent.parent
#: How long a server may take to answer for the first time, in seconds.
PATIENCE = 60.0


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright keeps an event loop running, under which `asyncio.run` refuses to start."""
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; fail with its own words if it ends or stays silent."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except urllib.error.URLError:
            time.sleep(0.05)
    pytest.fail(f"the server did not answer at {address}:\n{log.read_text()}")


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """Start a server of one's own: `serve(*arguments, **environment) -> address`. All end with the session."""
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: str, **environment: str) -> str:
        port = free_port()
        log = tmp_path_factory.mktemp("server") / "log.txt"
        with log.open("wb") as sink:
            process = subprocess.Popen(
                [sys.executable, "-m", "app", "--no-browser", "--port", str(port), *arguments],
                cwd=ROOT,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", **environment},
                stdout=sink,
                stderr=subprocess.STDOUT,
            )
        running.append(process)
        address = f"http://127.0.0.1:{port}"
        wait_for(address, process, log)
        return address

    yield start
    for process in running:
        process.send_signal(signal.SIGTERM)
    for process in running:
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def server(serve: Callable[..., str]) -> str:
    """The address of a running server, one for the whole session."""
    return serve()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one for the whole session."""
    executable = chromium.find()
    if executable is None:
        pytest.fail(chromium.HELP)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=list(chromium.ARGUMENTS))
        yield launched
        launched.close()


class Watch:
    """What a browser context did that it never may: requests to another machine, uncaught errors, CSP violations."""

    def __init__(self, context: BrowserContext) -> None:
        self.faults: list[str] = []
        context.on("request", lambda request: self._request(request.url))
        context.on("weberror", lambda error: self.faults.append(f"uncaught: {error.error}"))
        context.on("console", lambda message: self._console(message.text))

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname != "127.0.0.1":
            self.faults.append(f"request to another machine: {url}")

    def _console(self, text: str) -> None:
        if "Content Security Policy" in text or "Content-Security-Policy" in text:
            self.faults.append(f"policy: {text}")


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Make a fresh browser context (`new_context`'s own parameters), watched: any fault fails the test."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def make(**parameters: object) -> BrowserContext:
        parameters.setdefault("viewport", {"width": 1440, "height": 900})
        context = browser.new_context(**parameters)  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        opened.append((context, Watch(context)))
        return context

    yield make
    for context, _ in opened:
        context.close()
    assert [fault for _, watch in opened for fault in watch.faults] == []


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """A blank page, 1440 × 900, in a watched context of its own."""
    return open_context().new_page()
