"""Servers for the tests, each started as a person starts one, and one that all of pytest's workers share.

Side by side (`pytest -n`) the tests run in worker processes, which Ctrl+C ends without a word. Their servers belong to
the process that outlives them all, pytest's controller: it listens on a port of this machine, and they ask it.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
import time
from multiprocessing import AuthenticationError
from multiprocessing.connection import Client, Listener
from pathlib import Path

#: A server's name, or None for one of one's own; its arguments; what else it is started with.
Asked = tuple[str | None, tuple[str, ...], dict[str, str]]

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
        # The child appends, and is read through another opening of the file: with one for both, a seek here would move
        # the place where the child writes.
        with tempfile.NamedTemporaryFile("ab") as log, Path(log.name).open("rb") as reading:
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
                reading.seek(0)
                told = reading.read().decode(errors="replace")
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


class Shared(Servers):
    """Servers by name: the first who asks for one says how it is started, the others get the same."""

    def __init__(self) -> None:
        super().__init__()
        self._addresses: dict[str, str] = {}

    def get(self, name: str | None, *arguments: str, **how: str) -> str:
        """The address of the server of that name; of a new one where there is no name."""
        if name is None:
            return self.start(*arguments, **how)
        if name not in self._addresses:
            self._addresses[name] = self.start(*arguments, **how)
        return self._addresses[name]


class Desk:
    """Hands out servers to other processes, and ends them, however those end. The key keeps strangers out."""

    def __init__(self) -> None:
        self.key = secrets.token_hex(16)
        self._shared = Shared()
        self._listener = Listener(("127.0.0.1", 0), backlog=64, authkey=self.key.encode())
        self.port = int(self._listener.address[1])
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        asked: Asked | None = (None, (), {})
        while asked is not None:
            with contextlib.suppress(OSError, EOFError, AuthenticationError), self._listener.accept() as asker:
                asked = asker.recv()  # None: there is no more to do
                asker.send(self._answer(asked))

    def _answer(self, asked: Asked | None) -> tuple[bool, str]:
        if asked is None:
            return True, ""
        name, arguments, how = asked
        try:
            return True, self._shared.get(name, *arguments, **how)
        except RuntimeError as error:
            return False, str(error)

    def end(self) -> None:
        """End the servers, and answer nobody any more."""
        _say((self.port, self.key), None)
        self._listener.close()
        self._shared.end()


def ask(desk: tuple[int, str], name: str | None, *arguments: str, **how: str) -> str:
    """As `Shared.get`, of the desk at that port and with that key."""
    return _say(desk, (name, arguments, how))


def _say(desk: tuple[int, str], asked: Asked | None) -> str:
    port, key = desk
    with Client(("127.0.0.1", port), authkey=key.encode()) as asker:
        asker.send(asked)
        worked, told = asker.recv()
    if not worked:
        raise RuntimeError(told)
    return str(told)
