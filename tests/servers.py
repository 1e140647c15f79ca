"""Servers for the tests, each started as a person starts one, and one that all of pytest's workers share.

Side by side (`pytest -n`) the tests run in worker processes. What they share must belong to the process that outlives
them all, pytest's controller: it listens on a port of this machine, and a worker asks it for a server by name.
"""

from __future__ import annotations

import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing.connection import Client, Listener
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: How long a server may take to answer for the first time, in seconds.
PATIENCE = 60.0
#: What a server says when it answers, and not before.
ANNOUNCED = re.compile(r"Gatewalk is at (http://\S+)")


class Servers:
    """Servers that end together."""

    def __init__(self) -> None:
        self._running: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str, module: str = "app", **environment: str) -> str:
        """Start one and give its address once it answers; RuntimeError with its own words where it does not.

        ``module`` is the module that is the command: one of the tests' own may add to what the command knows.
        """
        with tempfile.TemporaryFile() as log:
            process = subprocess.Popen(
                [sys.executable, "-m", module, "--no-browser", "--port", "0", *arguments],
                cwd=ROOT,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            self._running.append(process)
            deadline = time.monotonic() + PATIENCE
            while True:
                ended = process.poll() is not None or time.monotonic() > deadline
                log.seek(0)
                told = log.read().decode(errors="replace")
                if found := ANNOUNCED.search(told):
                    return found[1]
                if ended:
                    raise RuntimeError(f"the server did not start:\n{told}")
                time.sleep(0.02)

    def end(self) -> None:
        """End them all."""
        for process in self._running:
            process.send_signal(signal.SIGTERM)
        for process in self._running:
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._running.clear()


class Shared:
    """Servers by name: the first who asks for one says how it is started, the others get the same."""

    def __init__(self) -> None:
        self._servers = Servers()
        self._addresses: dict[str, str] = {}
        self._lock = threading.Lock()

    def get(self, name: str, environment: dict[str, str]) -> str:
        """The server's address."""
        with self._lock:
            if name not in self._addresses:
                self._addresses[name] = self._servers.start(**environment)
            return self._addresses[name]

    def end(self) -> None:
        """End them all."""
        self._servers.end()


class Desk:
    """Hands out shared servers to other processes. The key keeps strangers on this machine out."""

    def __init__(self) -> None:
        self.key = secrets.token_hex(16)
        self._shared = Shared()
        self._listener = Listener(("127.0.0.1", 0), backlog=64, authkey=self.key.encode())
        self.port = int(self._listener.address[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            with self._listener.accept() as asker:
                message = asker.recv()
                if message is None:
                    return
                try:
                    asker.send((True, self._shared.get(*message)))
                except RuntimeError as error:
                    asker.send((False, str(error)))

    def end(self) -> None:
        """End the servers, and answer nobody any more."""
        with Client(("127.0.0.1", self.port), authkey=self.key.encode()) as asker:
            asker.send(None)
        self._listener.close()
        self._shared.end()


def ask(desk: tuple[int, str], name: str, environment: dict[str, str]) -> str:
    """The address of the server called ``name``, from the desk at that port and with that key."""
    port, key = desk
    with Client(("127.0.0.1", port), authkey=key.encode()) as asker:
        asker.send((name, environment))
        worked, told = asker.recv()
    if not worked:
        raise RuntimeError(told)
    return str(told)
