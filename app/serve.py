"""Running the service for a person: a free port, an address to open, an end that does not hang."""

import errno
import gc
import os
import socket
import sys
import threading
import webbrowser

import uvicorn

from app.main import create_app
from app.service import Service
from app.settings import Settings
from lstm_core.errors import InputError

# 4,000 characters of emoji are 48 kB in an address, and a longer text should be told so, not cut off.
LONGEST_REQUEST = 256 * 1024


def listen(host: str, port: int) -> socket.socket:
    """A listening socket. Raises `InputError` (code `port_in_use` or `bad_address`) where there can be none."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=2048)
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
        await super().startup(sockets)
        if not self.started:
            return
        print(f"Gatewalk is at {self._url} (Ctrl+C ends it)", flush=True)
        if self._open_browser and has_screen():
            threading.Thread(target=webbrowser.open, args=(self._url,), daemon=True).start()


def configure(settings: Settings, service: Service) -> uvicorn.Config:
    """uvicorn as the service needs it."""
    return uvicorn.Config(
        create_app(settings, service),
        http="h11",
        ws="none",
        log_level="warning",
        access_log=False,  # it would write down every sentence that anybody types
        server_header=False,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        h11_max_incomplete_event_size=LONGEST_REQUEST,
    )


def serve(settings: Settings, open_browser: bool) -> None:
    """Serves until SIGINT or SIGTERM. Raises `GatewalkError` if it cannot begin."""
    with listen(settings.host, settings.port) as listening:
        config = configure(settings, Service.start(settings))
        gc.collect()
        gc.freeze()  # what start-up made stays: the collector would look at all of it again in the midst of streams
        Server(config, address(listening), open_browser).run(sockets=[listening])
