"""Running the service for a person: a free port, an address to open, an end that does not hang."""

import asyncio
import ctypes
import errno
import gc
import logging
import os
import socket
import sys
import threading
import webbrowser
from contextlib import suppress
from typing import Any

import uvicorn

from lstm_core.errors import InputError

from .limits import longest_address
from .main import create_app
from .protocol import Protocol
from .quiet import LoopErrors, Ordinary
from .service import Service
from .settings import Settings

HEADERS = 16 * 1024  # bytes of a request's headers
LINE = 2048  # connections that may wait to be taken
AT_ONCE = 64  # … and as many are taken before anything else is looked at
DESCRIPTORS = 65_536  # as many as the system allows, up to this
SWITCH = 0.001  # seconds after which a thread at work lets the event loop go on
SPARE = 64  # descriptors that connections leave to everything else

M_TRIM_THRESHOLD, M_MMAP_THRESHOLD, M_ARENA_MAX = -1, -3, -8  # as malloc.h numbers them
BLOCK = 128 * 1024  # bytes


class Listening(socket.socket):
    """A listening socket with a line of its own: asyncio has one number for it and for how many it takes at once."""

    def listen(self, backlog: int = LINE, /) -> None:  # noqa: ARG002 - asyncio's is the other number
        """See `socket.listen`."""
        super().listen(LINE)


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises `InputError` (code `port_in_use` or `bad_address`) where there can be none."""
    if not 0 <= port <= 65535:
        raise InputError(
            code="bad_port",
            message=f"There is no port {port}.",
            expected="A whole number from 0 (any free port) to 65535.",
            action="Choose another with --port.",
            field="port",
        )
    try:
        family, kind, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return _bound(family, kind, place)
    except (OSError, UnicodeError) as error:
        if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
            raise InputError(
                code="port_in_use",
                message=f"Port {port} on {host} is already in use.",
                expected="A free port.",
                action="Stop the other program, or choose another port with --port; --port 0 takes any free one.",
                field="port",
            ) from error
        raise InputError(
            code="bad_address",
            message=f"The server cannot listen on {host}, port {port}: {error}.",
            expected="An address of this machine and a port that this user may open.",
            action="Choose others with --host and --port.",
            field="host",
        ) from error


def _bound(family: int, kind: int, place: Any) -> socket.socket:
    # asyncio lets small answers go at once (TCP_NODELAY) where the socket says that it is TCP's; what
    # `socket.create_server` makes does not say so, and every answer on a kept connection would wait 40 ms.
    listening = Listening(family, kind, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two programs have one port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.bind(place)
        listening.listen()
    except OSError:
        listening.close()
        raise
    return listening


def address(listening: socket.socket) -> str:
    """Where a browser on this machine finds the server."""
    host, port = listening.getsockname()[:2]
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)
    return f"http://{f'[{host}]' if ':' in host else host}:{port}"


def has_screen() -> bool:
    """Whether a window can open; without one Python would start a browser inside this terminal."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


class Server(uvicorn.Server):
    """uvicorn, which says where it is, and opens the browser, once it answers and not before."""

    def __init__(self, config: uvicorn.Config, url: str, open_browser: bool) -> None:
        super().__init__(config)
        self._url = url
        self._open_browser = open_browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Starts, then announces."""
        asyncio.get_running_loop().set_exception_handler(LoopErrors())
        await super().startup(sockets)
        if not self.started:
            return
        with suppress(OSError):  # a full disk under the log is no reason not to serve
            print(f"Gatewalk is at {self._url} (Ctrl+C ends it)", flush=True)
        if self._open_browser and has_screen():
            threading.Thread(target=webbrowser.open, args=(self._url,), daemon=True).start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Ends. Streams still open a second before uvicorn would cancel them are cut off, which ends them quietly."""
        grace = max(0, (self.config.timeout_graceful_shutdown or 1) - 1)
        cut = asyncio.get_running_loop().call_later(grace, self._cut_off)
        await super().shutdown(sockets)
        cut.cancel()

    def _cut_off(self) -> None:
        for connection in list(self.server_state.connections):
            if connection.transport is not None:
                connection.transport.abort()


def configure(settings: Settings, service: Service) -> uvicorn.Config:
    """uvicorn as the service needs it."""
    limits = {"seconds": float(settings.request_seconds), "most": max(1, _descriptors() - SPARE)}
    config = uvicorn.Config(
        create_app(settings, service),
        http=type("LimitedProtocol", (Protocol,), limits),
        ws="none",
        log_level="warning",
        access_log=False,  # it would write down every sentence that anybody types
        server_header=False,
        backlog=AT_ONCE,
        timeout_graceful_shutdown=settings.shutdown_seconds + 1,
        h11_max_incomplete_event_size=longest_address(settings) + HEADERS,
    )
    logging.getLogger("uvicorn.error").addFilter(Ordinary("uvicorn.error"))
    return config


def _descriptors() -> int:
    """How many files and connections this process may have open, once that is as many as it may allow itself."""
    if sys.platform == "win32":
        return DESCRIPTORS
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = DESCRIPTORS if hard == resource.RLIM_INFINITY else min(hard, DESCRIPTORS)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
        return most
    return DESCRIPTORS if soft == resource.RLIM_INFINITY else soft


def give_memory_back() -> None:
    """Lets glibc hand large blocks back to the system when they are freed.

    Left alone it learns from the first long trace to keep blocks of that size: eight of them at once and the process
    stays at twice its memory for good.
    """
    with suppress(OSError, AttributeError, TypeError):  # another C library
        libc = ctypes.CDLL(None)
        for parameter, value in ((M_MMAP_THRESHOLD, BLOCK), (M_TRIM_THRESHOLD, BLOCK), (M_ARENA_MAX, 2)):
            libc.mallopt(parameter, value)


def serve(settings: Settings, open_browser: bool) -> None:
    """Serves until SIGINT or SIGTERM. Raises `GatewalkError` if it cannot begin."""
    with listen(settings.host, settings.port) as listening:
        config = configure(settings, Service.start(settings))
        gc.collect()
        gc.freeze()  # what start-up made stays: the collector would look at all of it again in the midst of streams
        sys.setswitchinterval(SWITCH)
        give_memory_back()
        Server(config, address(listening), open_browser).run(sockets=[listening])
