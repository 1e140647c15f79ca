"""A live training over HTTP: the library's frames, within limits, ended when nobody looks; the net then walks."""

from __future__ import annotations

import asyncio
import base64
import json
import re
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np
import pytest
from starlette.testclient import TestClient

from app.classroom import Classroom, Outcome
from app.errors import BusyError
from app.settings import Settings
from lstm_core import cells
from lstm_core.errors import GatewalkError
from lstm_core.live import TASKS, Frame, Setup, Trainer, frames, trained
from tests.app.conftest import Live, running
from tests.app.events import Event, parse

STREAM = "/api/v1/train/stream"
EVENTS = {"Accept": "text/event-stream"}
SMALL = {"task": "count", "cell": "lstm", "units": "4", "steps": "6", "seed": "2"}
SETUP = Setup("count", "lstm", units=4, steps=6, seed=2)


def told(client: TestClient, asked: dict[str, str], **headers: str) -> list[Event]:
    answer = client.get(STREAM, params=asked, headers=EVENTS | headers)
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    return parse(answer.text)


def test_the_stream_has_the_librarys_frames_to_the_bit(client: TestClient) -> None:
    start, *found, end = told(client, SMALL)
    assert (start.kind, end.kind) == ("start", "end")
    assert [event.kind for event in found] == ["frame"] * 7
    expected = [frame.to_dict() for frame in frames(Trainer(SETUP))]
    assert [event.data for event in found] == expected
    assert [event.id for event in found] == [str(frame["update"]) for frame in expected]
    assert told(client, SMALL)[:-1] == [start, *found]
    assert {key: end.data[key] for key in ("updates", "loss", "accuracy", "learned")} == {
        "updates": 6,
        "loss": expected[-1]["loss"],
        "accuracy": expected[-1]["accuracy"],
        "learned": None,
    }
    assert 0 < end.data["seconds"] < 60


def test_start_says_what_a_block_holds(client: TestClient) -> None:
    start, first, *_ = told(client, SMALL)
    probe = TASKS["count"].probe
    assert start.data["version"] == 1
    assert start.data["model"] == SETUP.name
    assert start.data["setup"] == asdict(SETUP)
    assert start.data["tokens"] == list(probe)
    assert start.data["answers"] == TASKS["count"].answers(probe)
    assert start.data["parameters"] == sum(array.size for array in Trainer(SETUP).params.values())
    assert (start.data["cell"], start.data["keeps"], start.data["carries"]) == ("LSTM", "f", "c")
    layout = start.data["layout"]
    assert [(slot["signal"], slot["units"]) for slot in layout] == [("f", 4), ("i", 4), ("o", 4), ("c", 4), ("p", 3)]
    numbers = np.frombuffer(base64.b64decode(first.data["block"], validate=True), "<f4")
    frame, at = Trainer(SETUP).frame(), 0
    for slot in layout:
        rows = frame.p if slot["signal"] == "p" else frame.signals[slot["signal"]]
        np.testing.assert_array_equal(numbers[at : at + rows.size].reshape(rows.shape), rows)
        at += rows.size
    assert at == numbers.size


@pytest.mark.parametrize("last", [0, 3, 6])
def test_resuming_loses_and_doubles_nothing(client: TestClient, last: int) -> None:
    _, *whole, _ = told(client, SMALL)
    *rest, end = told(client, SMALL, **{"Last-Event-ID": str(last)})
    assert rest == whole[last + 1 :]
    assert end.kind == "end"


@pytest.mark.parametrize(
    ("changed", "code", "field"),
    [
        ({"task": "chess"}, "unknown_task", "task"),
        ({"cell": "transformer"}, "unknown_cell", "cell"),
        ({"units": "0"}, "bad_training", "units"),
        ({"units": "4.5"}, "bad_training", "units"),
        ({"units": "33"}, "training_too_large", "units"),
        ({"units": "9" * 400}, "bad_training", "units"),
        ({"steps": "2001"}, "training_too_large", "steps"),
        ({"steps": "٣"}, "bad_training", "steps"),
        ({"forget_bias": "x"}, "bad_training", "forget_bias"),
        ({"forget_bias": "nan"}, "bad_training", "forget_bias"),
        ({"forget_bias": "11"}, "bad_training", "forget_bias"),
        ({"rate": "0"}, "bad_training", "rate"),
        ({"rate": "1e3"}, "bad_training", "rate"),
        ({"clip": "2"}, "bad_training", "clip"),
        ({"seed": "-1"}, "bad_training", "seed"),
        ({"seed": "1000000"}, "bad_training", "seed"),
    ],
)
def test_what_cannot_be_trained(client: TestClient, changed: dict[str, str], code: str, field: str) -> None:
    plain = client.get(STREAM, params=SMALL | changed)
    assert plain.status_code == {"unknown": 404, "training": 413}.get(code.split("_")[0], 400)
    error = plain.json()["error"]
    assert (error["code"], error["field"]) == (code, field)
    assert all(error[part].endswith(".") for part in ("message", "expected", "action"))
    assert len(error["message"]) < 200
    (event,) = told(client, SMALL | changed)
    assert (event.kind, event.data) == ("error", plain.json())


def test_a_parameter_that_is_given_twice(client: TestClient) -> None:
    answer = client.get(f"{STREAM}?units=4&units=5")
    assert (answer.status_code, answer.json()["error"]["field"]) == (400, "units")


@pytest.mark.parametrize("last", ["-1", "7", "x", "1.0", "9" * 20])
def test_an_id_that_the_stream_never_had(client: TestClient, last: str) -> None:
    answer = client.get(STREAM, params=SMALL, headers={"Last-Event-ID": last})
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_last_event_id"


async def watched(room: Classroom, setup: Setup, found: list[Trainer | Frame | Outcome]) -> None:
    async for one in room.watch(setup):
        found.append(one)


def test_more_than_may_learn_at_once_are_refused_and_the_place_comes_back() -> None:
    async def crowd() -> None:
        room = Classroom(Settings(trainings=1, patience=0))
        first = room.watch(SETUP)
        assert isinstance(await anext(first), Trainer)
        with pytest.raises(BusyError):
            await watched(room, SETUP, [])
        assert room.at_work == 1
        await first.aclose()  # type: ignore[attr-defined]
        assert room.at_work == 0
        found: list[Trainer | Frame | Outcome] = []
        await watched(room, SETUP, found)
        assert len(found) == 9
        assert room.at_work == 0

    asyncio.run(crowd())


def test_a_training_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1_000, 20))
    monkeypatch.setattr("app.classroom.seconds", lambda: float(next(clock)))

    async def long() -> list[Trainer | Frame | Outcome]:
        room = Classroom(Settings(train_seconds=30))
        found: list[Trainer | Frame | Outcome] = []
        with pytest.raises(GatewalkError) as told:
            await watched(room, SETUP, found)
        assert told.value.code == "training_too_long"
        assert room.at_work == 0
        return found

    assert [one.update for one in asyncio.run(long()) if isinstance(one, Frame)] == [0, 1]


@pytest.fixture(scope="module")
def one_place(settings: Settings) -> Iterator[Live]:
    with running(settings.model_copy(update={"trainings": 1, "patience": 0})) as server:
        yield server


def opened(live: Live) -> socket.socket:
    """A reader that has seen the beginning of a long training."""
    reader = socket.create_connection(("127.0.0.1", live.port))
    reader.sendall(f"GET {STREAM}?steps=2000&units=32 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert reader.recv(12) == b"HTTP/1.1 200"
    return reader


def eventually(live: Live, at_work: int) -> int:
    """The trainings at work once they are so many, or after ten seconds."""
    deadline = time.monotonic() + 10
    while live.service.classroom.at_work != at_work and time.monotonic() < deadline:
        time.sleep(0.02)
    return live.service.classroom.at_work


def test_a_closed_page_ends_its_training_and_gives_its_place_back(one_place: Live) -> None:
    for _ in range(2):
        reader = opened(one_place)
        assert one_place.service.classroom.at_work == 1
        other = socket.create_connection(("127.0.0.1", one_place.port))
        other.sendall(f"GET {STREAM} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        refused = b"".join(iter(lambda: other.recv(4096), b"")).decode()  # noqa: B023 - read at once
        other.close()
        assert refused.startswith("HTTP/1.1 503")
        assert "retry-after" in refused.lower()
        assert json.loads(refused.split("\r\n\r\n")[1])["error"]["code"] == "busy"
        reader.close()
        assert eventually(one_place, 0) == 0


def test_the_net_that_comes_out_walks_under_its_name(client: TestClient) -> None:
    name, probe = SETUP.name, TASKS["count"].probe
    told(client, SMALL)
    for asked in (name, SETUP.at(3).name):  # the one that was kept, one that is trained anew
        model = trained(Setup.named(asked) or SETUP)
        document = client.get("/api/v1/trace", params={"model": asked, "text": probe}).json()
        assert document == json.loads(json.dumps(model.trace(probe).to_dict()))
        assert document["model"]["sha256"] == model.sha256
        weights = client.get("/api/v1/weights", params={"model": asked, "layer": "layer0", "unit": 1}).json()
        assert weights["params"]["b_f"] == model.params["layer0.b_f"][1]


def test_the_page_of_a_live_net_knows_it(client: TestClient) -> None:
    page = client.get("/", params={"model": SETUP.name})
    boot = json.loads(re.search(r'id="boot"[^>]*>(.*?)</script>', page.text, re.DOTALL)[1])  # type: ignore[index]
    assert boot["error"] is None
    assert boot["trace"]["text"] == TASKS["count"].probe
    entry = next(entry for entry in boot["models"]["models"] if entry["name"] == SETUP.name)
    assert entry["title"] == "Trained live: LSTM, 6 updates"
    assert entry["group"] == "Trained live"
    assert all(entry["name"] != SETUP.name for entry in client.get("/api/v1/models").json()["models"])


def test_a_live_net_is_trained_within_the_limits_of_trainings(one_place: Live) -> None:
    reader = opened(one_place)
    address = f"{one_place.url}/api/v1/trace?text=ab&model={SETUP.at(5).name}"
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address, timeout=30)
    with caught.value as refused:
        assert (refused.status, json.load(refused)["error"]["code"]) == (503, "busy")
    reader.close()
    assert eventually(one_place, 0) == 0
    with urllib.request.urlopen(address, timeout=30) as answer:
        assert json.load(answer)["model"]["name"] == SETUP.at(5).name


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("live-count-lstm-33-b3-r0.02-clipped-s2-n6", 413, "training_too_large"),
        ("live-count-lstm-4-b3-r0.02-clipped-s2-n2001", 413, "training_too_large"),
        ("live-chess-lstm-4-b3-r0.02-clipped-s2-n6", 404, "unknown_task"),
        ("live-count-lstm-4-b99-r0.02-clipped-s2-n6", 400, "bad_training"),
        ("live-count-lstm-4", 404, "unknown_model"),
    ],
)
def test_a_live_name_within_the_same_limits(client: TestClient, name: str, status: int, code: str) -> None:
    answer = client.get("/api/v1/trace", params={"model": name, "text": "ab"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)


def test_the_page_of_trainings(client: TestClient) -> None:
    page = client.get("/train")
    assert page.status_code == 200
    assert "script-src 'self'" in page.headers["content-security-policy"]
    boot = json.loads(re.search(r'id="boot"[^>]*>(.*?)</script>', page.text, re.DOTALL)[1])  # type: ignore[index]
    assert [task["name"] for task in boot["tasks"]] == [*TASKS]
    keeps = {cell["name"]: cell["keeps"] for cell in boot["cells"]}
    assert [*keeps] == [*cells.names()]
    assert (keeps["lstm"], keeps["gru"], keeps["rnn"]) == ("f", "z", None)
