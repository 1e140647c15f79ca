"""The stream: the same numbers as the whole trace, resumable anywhere, errors as events."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.events import frames, streamed
from app.service import Service
from lstm_core.errors import InputError
from lstm_core.steps import Step
from tests.app.conftest import SENTENCE
from tests.app.events import Event, check_steps, parse

STREAM = "/api/v1/trace/stream"
EVENTS = {"Accept": "text/event-stream"}
LONG = " ".join(f"{SENTENCE} zygote{n} ." for n in range(20))


@pytest.mark.parametrize("text", ["I", SENTENCE, LONG, "Ünïcode 🙂 שלום ‚quoted’"])
@pytest.mark.parametrize("model", ["small", "plain"])
def test_stream_equals_the_trace_to_the_bit(client: TestClient, model: str, text: str) -> None:
    asked = {"text": text, "model": model}
    document = client.get("/api/v1/trace", params=asked).json()
    answer = client.get(STREAM, params=asked, headers=EVENTS)
    assert answer.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert answer.headers["x-accel-buffering"] == "no"
    start, *steps, end = parse(answer.text)
    assert (start.kind, start.id) == ("start", None)
    known = {key: value for key, value in document.items() if key not in ("top", "leads", "surprise")}
    known["layers"] = [{key: value for key, value in layer.items() if key != "signals"} for layer in document["layers"]]
    layout = start.data.pop("layout")
    assert start.data == known
    assert layout == [
        {"layer": layer["name"], "signal": name, "units": len(rows[0])}
        for layer in document["layers"]
        for name, rows in layer["signals"].items()
    ]
    check_steps(steps, layout, document)
    assert (end.kind, end.data, end.id) == ("end", {"steps": len(document["tokens"])}, None)


def test_order_of_the_lstm_is_the_declared_one(client: TestClient) -> None:
    start = parse(client.get(STREAM, params={"text": "I"}, headers=EVENTS).text)[0]
    order = ["x", "f", "i", "g", "o", "fc", "ig", "c", "tanh_c", "h"]
    assert [slot["signal"] for slot in start.data["layout"]] == order
    assert [slot["units"] for slot in start.data["layout"]] == [6, *[8] * 9]


def test_resume_after_each_step_loses_and_doubles_nothing(client: TestClient) -> None:
    asked = {"text": f"{SENTENCE} , she speaks"}
    document = client.get("/api/v1/trace", params=asked).json()
    layout = parse(client.get(STREAM, params=asked, headers=EVENTS).text)[0].data["layout"]
    for last in range(len(document["tokens"])):
        answer = client.get(STREAM, params=asked, headers={**EVENTS, "Last-Event-ID": str(last)})
        *steps, end = parse(answer.text)
        check_steps(steps, layout, document, first=last + 1)
        assert end.kind == "end"


def test_clamped_stream_equals_the_clamped_trace(client: TestClient) -> None:
    asked = {"text": SENTENCE, "clamp": ["layer0.f[1,3]@2-4=0", "layer0.o=1"]}
    document = client.get("/api/v1/trace", params=asked).json()
    start, *steps, _ = parse(client.get(STREAM, params=asked, headers=EVENTS).text)
    assert start.data["clamps"] == document["clamps"] == asked["clamp"]
    check_steps(steps, start.data["layout"], document)
    forget = document["layers"][0]["signals"]["f"]
    assert [forget[t][3] for t in (2, 3, 4)] == [0, 0, 0]
    assert forget[1][3] != 0
    assert set(document["layers"][0]["signals"]["o"][5]) == {1.0}


@pytest.mark.parametrize("last", ["-1", "8", "x", "1.0", "٣", "99999999999999999999", "1, 2"])
def test_an_id_that_the_stream_never_had(client: TestClient, last: str) -> None:
    headers = {"Last-Event-ID": last.encode()}
    answer = client.get(STREAM, params={"text": SENTENCE}, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_last_event_id"
    assert answer.json()["error"]["field"] == "Last-Event-ID"


def test_an_empty_last_event_id_is_none(client: TestClient) -> None:
    answer = client.get(STREAM, params={"text": "I"}, headers={**EVENTS, "Last-Event-ID": ""})
    assert [event.kind for event in parse(answer.text)] == ["start", "step", "end"]


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"text": ""}, "empty_text"),
        ({}, "missing_parameter"),
        ({"text": "I", "model": "nobody"}, "unknown_model"),
        ({"text": "I", "clamp": "garbage"}, "bad_clamp"),
        ({"text": "I", "clamp": "layer0.f[99]=0"}, "bad_clamp"),
        ({"text": "I " * 401}, "too_many_steps"),
    ],
)
def test_an_event_source_gets_errors_as_events(client: TestClient, query: dict[str, str], code: str) -> None:
    told = client.get(STREAM, params=query)
    assert told.status_code in (400, 404, 413)
    answer = client.get(STREAM, params=query, headers=EVENTS)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/event-stream")
    (error,) = parse(answer.text)
    assert (error.kind, error.data) == ("error", told.json())
    assert error.data["error"]["code"] == code


class Failing:
    """A run that breaks after its first step."""

    writing = None

    def __init__(self, service: Service, error: Exception) -> None:
        self._run = service.catalog.get("small").run(SENTENCE)
        self._error = error

    def __len__(self) -> int:
        return 8

    def start_dict(self) -> dict[str, object]:
        return self._run.start_dict()

    def steps(self, start: int = 0) -> Iterator[Step]:
        yield next(self._run.steps(start))
        raise self._error


def collected(service: Service, error: Exception) -> list[Event]:
    async def all_of_it() -> bytes:
        rest = frames(Failing(service, error), lambda _: 0)  # type: ignore[arg-type]
        return b"".join([piece async for piece in streamed(next(rest), rest, asyncio.Semaphore(1))])

    return parse(asyncio.run(all_of_it()).decode())


def test_an_error_on_the_way_is_an_event_after_what_was_sent(service: Service) -> None:
    told = InputError(code="odd", message="Odd.", expected="Even.", action="Change.", field=None)
    events = collected(service, told)
    assert [event.kind for event in events] == ["start", "step", "error"]
    assert events[-1].data["error"]["code"] == "odd"


def test_a_fault_on_the_way_is_told_without_its_inside(service: Service, caplog: pytest.LogCaptureFixture) -> None:
    events = collected(service, RuntimeError("a secret of the inside"))
    assert [event.kind for event in events] == ["start", "step", "error"]
    assert events[-1].data["error"]["code"] == "internal_error"
    assert "secret" not in str(events)
    assert "a secret of the inside" in caplog.text
