"""A small model with random weights, the service on it without a network, and a real server on a port of its own."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.serve import Server, address, configure, listen
from app.service import Service
from app.settings import Settings
from lstm_core.models import LettersSpec, shapes_of, uniform
from lstm_core.weights import native

WORDS = ("I", "grew", "up", "in", "France", "and", "speak", "French", "the", "a", "dog", "cat", "runs")
WORDS += (".", ",", "!", "Anna", "she", "he", "'s")
LETTERS = LettersSpec(alphabet="\x02\x03\x00abcdefghijklmnopqrstuvwxyz", dim=4, width=3, filters=5)
SENTENCE = "I grew up in France and I speak"


def write_model(path: Path, name: str, cell: str = "lstm", units: int = 8, seed: int = 1) -> Path:
    spec = uniform(
        name=name,
        task="next-word",
        architecture="vanilla",
        cell=cell,
        units=units,
        embedding=6,
        vocabulary=WORDS,
        letters=LETTERS,
    )
    random = np.random.default_rng(seed)
    params = {name: random.standard_normal(shape).astype(np.float32) for name, shape in shapes_of(spec).items()}
    native.save(path, params, spec)
    return path


@pytest.fixture(scope="session")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("weights") / "small.safetensors", "small")


@pytest.fixture(scope="session")
def rnn_weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("weights") / "plain.safetensors", "plain", cell="rnn", units=5, seed=2)


@pytest.fixture(scope="session")
def settings(weights: Path, rnn_weights: Path) -> Settings:
    return Settings(zoo=False, models=(weights, rnn_weights))


@pytest.fixture(scope="session")
def service(settings: Settings) -> Service:
    return Service.start(settings)


@pytest.fixture(scope="session")
def client(settings: Settings, service: Service) -> Iterator[TestClient]:
    with TestClient(create_app(settings, service)) as opened:
        yield opened


@dataclass
class Live:
    """A server in a thread of this process, so that a test can look at its event loop."""

    url: str
    loop: asyncio.AbstractEventLoop
    service: Service

    @property
    def port(self) -> int:
        return int(self.url.rsplit(":", 1)[1])

    def tasks(self) -> int:
        async def count() -> int:
            return len(asyncio.all_tasks()) - 1  # without this one

        return asyncio.run_coroutine_threadsafe(count(), self.loop).result(timeout=10)


@contextmanager
def running(settings: Settings) -> Iterator[Live]:
    """A server of one's own, ended afterwards."""
    service = Service.start(settings)
    listening = listen("127.0.0.1", 0)
    server = Server(configure(settings, service), address(listening), open_browser=False)
    loop = asyncio.new_event_loop()
    ready = threading.Event()

    async def run() -> None:
        serving = asyncio.create_task(server.serve(sockets=[listening]))
        while not server.started and not serving.done():
            await asyncio.sleep(0.01)
        ready.set()
        await serving

    thread = threading.Thread(target=lambda: loop.run_until_complete(run()), daemon=True)
    thread.start()
    assert ready.wait(timeout=30)
    yield Live(address(listening), loop, service)
    server.should_exit = True
    thread.join(timeout=15)
    assert not thread.is_alive()
    loop.close()
    listening.close()


@pytest.fixture(scope="session")
def live(weights: Path, rnn_weights: Path) -> Iterator[Live]:
    # Sentences may be so long that their streams fill every buffer on the way and stay open.
    with running(Settings(zoo=False, models=(weights, rnn_weights), steps=9_000, characters=20_000)) as server:
        yield server
