"""Fixtures for every test: the server as a person starts it, and a real browser on its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests import browser as chromium
from tests.servers import ROOT, Desk, Shared, ask

#: How long a page may take to come to what is expected of it, in ms: longer than any machine needs that is not stuck.
PATIENCE = 30_000


class Controller:
    """pytest's controller: it owns what its workers share."""

    def __init__(self) -> None:
        self.desk = Desk()

    def pytest_configure_node(self, node: Any) -> None:
        """Tell a worker that is about to start where to ask."""
        node.workerinput["desk"] = (self.desk.port, self.desk.key)

    def pytest_unconfigure(self) -> None:
        """All workers have ended."""
        self.desk.end()


@pytest.hookimpl(trylast=True)  # after xdist's own
def pytest_configure(config: pytest.Config) -> None:
    """Where tests run side by side, this process is their controller (xdist's `dsession`)."""
    if config.pluginmanager.hasplugin("dsession"):
        config.pluginmanager.register(Controller())


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests last: Playwright keeps an event loop running, under which `asyncio.run` refuses to start.

    xdist hands tests out in this order (`--dist load`), so that it holds in each worker.
    """
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def share(request: pytest.FixtureRequest) -> Iterator[Callable[..., str]]:
    """One server for every worker: `share(name, **environment) -> address`; it is started where it is not yet there."""
    given = getattr(request.config, "workerinput", None)
    if given is not None:
        yield partial(ask, given["desk"])
        return
    shared = Shared()
    yield shared.get
    shared.end()


@pytest.fixture(scope="session")
def serve(share: Callable[..., str]) -> Callable[..., str]:
    """Start a server of one's own: `serve(*arguments, **environment) -> address`. All end with the session."""
    return partial(share, None)


@pytest.fixture(scope="session")
def server(share: Callable[..., str]) -> str:
    """The address of a running server, one for the whole session."""
    return share("zoo")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium, one for the whole session."""
    executable = chromium.find()
    if executable is None:
        pytest.fail(chromium.HELP)
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=executable, args=list(chromium.ARGUMENTS))
        yield launched
        launched.close()


SIZE = {"width": 1440, "height": 900}


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
        parameters.setdefault("viewport", SIZE)
        context = browser.new_context(**parameters)  # type: ignore[arg-type]
        context.set_default_timeout(PATIENCE)
        opened.append((context, Watch(context)))
        return context

    yield make
    for context, _ in opened:
        context.close()
    assert [fault for _, watch in opened for fault in watch.faults] == []


CLOCK = "() => '__pwClock' in globalThis"  # Playwright's clock stays in a context for good


class Visits:
    """Pages one after another in one watched context, whose cache spares each the two hundred modules of the page.

    The page keeps nothing in a browser, so that a visit finds what a first one would. A context that a test has put a
    clock into is left.
    """

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._context: BrowserContext | None = None
        self.watch: Watch | None = None

    def page(self) -> Page:
        """A blank page."""
        if self._context is None:
            self._context = self._browser.new_context(viewport=SIZE)  # type: ignore[arg-type]
            self._context.set_default_timeout(PATIENCE)
            self.watch = Watch(self._context)
        return self._context.new_page()

    def leave(self, page: Page) -> list[str]:
        """Ends the visit; what it did that it never may."""
        context, watch = self._context, self.watch
        assert context is not None and watch is not None
        used_up = page.is_closed() or page.evaluate(CLOCK)
        for left in context.pages:
            left.close()
        if used_up:
            context.close()
            self._context = None
        faults, watch.faults = watch.faults, []
        return faults


@pytest.fixture(scope="session")
def visits(browser: Browser) -> Visits:
    """The visits of this session."""
    return Visits(browser)


@pytest.fixture
def page(visits: Visits) -> Iterator[Page]:
    """A blank page, 1440 × 900, in a watched context: any fault fails the test."""
    made = visits.page()
    yield made
    assert visits.leave(made) == []
