"""A server of the benchmarks' own, started as `gatewalk` starts it, and what it holds of the machine's memory."""

from __future__ import annotations

import os
import re
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple


class Served(NamedTuple):
    """A running server."""

    address: str
    pid: int

    def memory(self) -> float:
        """What it holds in memory, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text(encoding="ascii")
        return int(re.findall(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)[0]) / 1000

    def computed(self) -> float:
        """Seconds that it has computed, on whichever core: what else runs on the machine does not count."""
        told = Path(f"/proc/{self.pid}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def server(cores: str | None = None) -> Iterator[Served]:
    """One on a free port of this machine, one worker; ended afterwards. ``cores`` as taskset takes them."""
    process = subprocess.Popen(
        [*(["taskset", "-c", cores] if cores else []), sys.executable, "-m", "app", "--no-browser", "--port", "0"],
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        found = re.search(r"http://\S+", process.stdout.readline())
        if found is None:
            raise SystemExit("The server did not start.")
        yield Served(found[0], process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def many_files(count: int) -> None:
    """Lets this process, and the servers that it starts, hold so many connections, where the system allows it."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
    if wanted < count:
        raise SystemExit(f"This needs {count} open files; the system allows {hard} (ulimit -Hn).")
