"""A run that writes on: one request, as a document, a stream, a stream resumed, on the page and by the library."""

from __future__ import annotations

import asyncio
import json
import socket
import threading
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from app import tags
from app.cli import main
from app.export import document
from app.main import create_app
from app.run_request import RunRequest
from app.schemas import TraceDocument
from app.service import Service
from app.settings import Settings
from lstm_core import Trace
from lstm_core.models import Writing, going_on
from lstm_core.models.going_on import GoingOnRun
from tests.app.conftest import SENTENCE, Live
from tests.app.events import check_steps, parse
from tests.app.test_live import IDLE, read_all, settle
from tests.page.random_models import MODELS, SERIES, TEXTS, write

TRACE, STREAM = "/api/v1/trace", "/api/v1/trace/stream"
EVENTS = {"Accept": "text/event-stream"}
SAMPLED = {"text": SENTENCE, "write": "20", "temperature": "0.8", "top_k": "9", "seed": "7"}
READ = 8


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service with a model of every kind."""
    folder = tmp_path_factory.mktemp("kinds")
    chosen = Settings(zoo=False, models=tuple(write(folder, model) for model in MODELS.values()))
    with TestClient(create_app(chosen, Service.start(chosen))) as opened:
        yield opened


@pytest.mark.parametrize("model", ["small", "plain"])
@pytest.mark.parametrize("asked", [SAMPLED, {"text": SENTENCE, "write": "5"}])
def test_the_document_is_what_the_library_writes(
    client: TestClient, service: Service, model: str, asked: dict[str, str]
) -> None:
    answer = client.get(TRACE, params=asked | {"model": model})
    told = TraceDocument.model_validate_json(answer.content, strict=True)
    words, temperature, top_k, seed = (float(asked.get(name, 0)) for name in ("write", "temperature", "top_k", "seed"))
    writing = Writing(int(words), temperature, int(top_k), int(seed))
    expected = service.catalog.get(model).write(SENTENCE, int(words), temperature, int(top_k), int(seed))
    assert answer.text == expected.to_json()
    assert told.writing is not None
    assert told.writing.model_dump() == writing.to_dict()
    assert [token.role for token in told.tokens] == [None] * READ + ["written"] * writing.words
    assert told.surprise is not None
    assert len(told.surprise) == len(told.tokens) == len(told.top)
    assert told.surprise[0] is None
    assert Trace.from_json(answer.text).written == expected.written


@pytest.mark.parametrize("name", ["own-letters", "own-series", "own-rnn", "own-stack"])
def test_the_stream_says_what_the_document_says_wherever_it_is_resumed(every_kind: TestClient, name: str) -> None:
    asked = {"model": name, "text": TEXTS[name], "write": "30"}
    asked |= {} if name == "own-series" else {"temperature": "0.9", "seed": "3"}
    whole = every_kind.get(TRACE, params=asked).json()
    answer = every_kind.get(STREAM, params=asked, headers=EVENTS)
    start, *steps, end = parse(answer.text)
    read = [token for token in whole["tokens"] if "role" not in token]
    assert start.data["tokens"] == read
    assert start.data["writing"] == whole["writing"]
    assert end.data == {"steps": len(whole["tokens"])} == {"steps": len(read) + 30}
    layout = start.data["layout"]
    check_steps(steps, layout, whole)
    check_said(steps, whole, len(read))
    for last in (0, len(read) - 2, len(read) - 1, len(read), len(read) + 7, len(read) + 28, len(read) + 29):
        again = parse(every_kind.get(STREAM, params=asked, headers={**EVENTS, "Last-Event-ID": str(last)}).text)
        check_steps(again[:-1], layout, whole, first=last + 1)
        check_said(again[:-1], whole, len(read))
        assert again[-1].data == end.data


def check_said(steps: list[Any], whole: dict[str, Any], read: int) -> None:
    """Each written token with its step, and each step's surprise."""
    for step in steps:
        t = step.data["t"]
        assert step.data.get("token") == (whole["tokens"][t] if t >= read else None)
        assert ("surprise" in step.data) == ("surprise" in whole)
        if "surprise" in whole and whole["surprise"][t] is None:
            assert step.data["surprise"] is None
        elif "surprise" in whole:
            assert step.data["surprise"] == pytest.approx(whole["surprise"][t], rel=0, abs=1e-6)


def test_the_greedy_words_are_the_tops_of_the_steps(client: TestClient) -> None:
    told = client.get(TRACE, params={"text": SENTENCE, "write": "9"}).json()
    assert [token["text"] for token in told["tokens"][READ:]] == [top[0][0] for top in told["top"][READ - 1 : -1]]


def test_a_document_without_writing_says_nothing_of_it(client: TestClient) -> None:
    told = client.get(TRACE, params={"text": SENTENCE, "write": "0", "temperature": "1", "seed": "4"})
    assert told.text == client.get(TRACE, params={"text": SENTENCE}).text
    assert "writing" not in told.json()
    assert not any("role" in token for token in told.json()["tokens"])


def test_the_tag_is_of_the_one_written_form(client: TestClient, service: Service) -> None:
    first = client.get(TRACE, params=SAMPLED)
    assert first.headers["etag"] == tags.of_run(
        service.catalog, RunRequest("small", SENTENCE, writing=Writing(20, 0.8, 9, 7))
    )
    typed = client.get(TRACE, params=SAMPLED | {"temperature": "0.80", "seed": "007", "t": "3"})
    assert (typed.headers["etag"], typed.content) == (first.headers["etag"], first.content)
    others = [SAMPLED | change for change in ({"seed": "8"}, {"write": "19"}, {"top_k": "8"}, {"temperature": "0.81"})]
    found = {client.get(TRACE, params=other).headers["etag"] for other in [*others, {"text": SENTENCE}]}
    assert len(found - {first.headers["etag"]}) == 5
    again = client.get(TRACE, params=SAMPLED, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_valve_held_at_a_written_step(client: TestClient) -> None:
    asked = SAMPLED | {"clamp": f"layer0.f[2]@{READ + 3}=1"}
    told = client.get(TRACE, params=asked).json()
    forget = [row[2] for row in told["layers"][0]["signals"]["f"]]
    assert [t for t, value in enumerate(forget) if value == 1.0] == [READ + 3]


def test_the_arithmetic_of_a_written_step(client: TestClient) -> None:
    told = client.get(TRACE, params=SAMPLED).json()
    answer = client.get("/api/v1/arithmetic", params=SAMPLED | {"t": str(READ + 10), "unit": "3", "signal": "c"}).json()
    assert answer["token"] == told["tokens"][READ + 10]["text"]
    assert answer["signals"][0]["value"] == told["layers"][0]["signals"]["c"][READ + 10][3]
    late = client.get("/api/v1/arithmetic", params=SAMPLED | {"t": str(READ + 20), "unit": "3"})
    assert (late.status_code, late.json()["error"]["code"]) == (404, "unknown_step")


def test_one_file_holds_what_was_written(service: Service) -> None:
    model = service.catalog.get("small")
    trace = model.write(SENTENCE, 20, 0.8, 9, 7)
    held = json.loads(document(model, trace))
    assert held["trace"] == trace.to_dict()
    assert held["models"]["limits"]["steps"] == READ + 20


# --- what cannot be


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        *(({"write": typed}, "bad_writing", "write") for typed in ("x", "", "-1", "1.5", "401", "99999999999", "٣")),
        ({"write": str(400 - READ + 1)}, "bad_writing", "write"),
        *(({"temperature": typed}, "bad_writing", "temperature") for typed in ("hot", "", "-1", "2.01", "nan", "1e9")),
        *(({"top_k": typed}, "bad_writing", "top_k") for typed in ("-1", "1001", "x" * 7_000)),
        *(({"seed": typed}, "bad_writing", "seed") for typed in ("-1", "2147483648", "0.5")),
        ({"seed": ["1", "2"]}, "bad_parameter", "seed"),
        ({"write": ["3", "3"]}, "bad_parameter", "write"),
    ],
)
def test_what_cannot_be_used_has_the_one_error_shape(
    client: TestClient, change: dict[str, Any], code: str, field: str
) -> None:
    told = client.get(TRACE, params=SAMPLED | change)
    assert told.status_code == 400
    error = told.json()["error"]
    assert (error["code"], error["field"]) == (code, field)
    assert all(error[part].endswith(".") for part in ("message", "expected", "action"))
    assert len(told.content) < 1_000
    (event,) = parse(client.get(STREAM, params=SAMPLED | change, headers=EVENTS).text)
    assert (event.kind, event.data) == ("error", told.json())
    assert client.get("/api/v1/arithmetic", params=SAMPLED | change | {"t": "0", "unit": "0"}).json() == told.json()


def test_text_and_writing_share_the_limit(client: TestClient) -> None:
    answer = client.get(TRACE, params={"text": SENTENCE, "write": "393"})
    error = answer.json()["error"]
    assert error["message"] == "There are 8 words and marks, and 393 more are to be written."
    assert error["expected"] == "At most 400 together."
    assert "392" in error["action"]
    assert len(client.get(TRACE, params={"text": SENTENCE, "write": "392"}).json()["tokens"]) == 400
    long = client.get(TRACE, params={"text": "a " * 401, "write": "1"})
    assert (long.status_code, long.json()["error"]["code"]) == (413, "too_many_steps")


@pytest.mark.parametrize(
    ("name", "change", "code", "field"),
    [
        ("own-class", {}, "cannot_write", "write"),
        ("own-words-out", {}, "cannot_write", "write"),
        ("own-letters-out", {}, "cannot_write", "write"),
        ("own-series", {"temperature": "1"}, "bad_writing", "temperature"),
    ],
)
def test_a_model_that_cannot_write_says_what_can(
    every_kind: TestClient, name: str, change: dict[str, str], code: str, field: str
) -> None:
    asked = {"model": name, "text": TEXTS[name], "write": "3"}
    answer = every_kind.get(TRACE, params=asked | change)
    assert answer.status_code == 400
    assert (answer.json()["error"]["code"], answer.json()["error"]["field"]) == (code, field)
    assert every_kind.get(TRACE, params=asked | change | {"write": "0", "temperature": "0"}).status_code == 200


def test_an_error_on_the_way_is_an_event_after_what_was_written(
    every_kind: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(going_on, "LARGEST", 0.0)
    asked = {"model": "own-series", "text": SERIES, "write": "5"}
    told = every_kind.get(TRACE, params=asked)
    assert (told.status_code, told.json()["error"]["code"]) == (400, "bad_writing")
    start, *steps, error = parse(every_kind.get(STREAM, params=asked, headers=EVENTS).text)
    assert (start.kind, {step.kind for step in steps}, error.kind) == ("start", {"step"}, "error")
    assert error.data == told.json()
    assert steps[-1].data["t"] < len(start.data["tokens"])


# --- a reader that leaves


def open_stream(live: Live, words: int) -> socket.socket:
    """A reader that has seen the start of its stream and reads no further."""
    reader = socket.create_connection(("127.0.0.1", live.port))
    query = urllib.parse.urlencode({"text": SENTENCE, "write": words, "temperature": 1})
    reader.sendall(f"GET {STREAM}?{query} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    assert reader.recv(12) == b"HTTP/1.1 200"
    return reader


def test_a_stopped_stream_leaves_no_task_and_no_computation(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    wrote, gone = [0], threading.Event()
    plain = GoingOnRun._write

    def counting(self: GoingOnRun, *given: Any) -> None:
        wrote[0] += 1
        assert not gone.is_set(), "nobody waits for this word"
        plain(self, *given)

    monkeypatch.setattr(GoingOnRun, "_write", counting)
    idle = settle(live, IDLE)
    assert idle == IDLE
    readers = [open_stream(live, 8_900) for _ in range(4)]
    assert live.tasks() >= idle + 4
    for reader in readers:
        reader.close()
    assert settle(live, idle) == idle
    stopped = wrote[0]
    gone.set()
    (answer,) = asyncio.run(read_all(live.url, ["the cat runs"]))
    assert [event.kind for event in parse(answer.text)] == ["start", "step", "step", "step", "end"]
    assert wrote[0] == stopped < 4 * 8_900


def test_a_long_writer_keeps_no_other_reader_waiting(live: Live) -> None:
    slow = open_stream(live, 8_900)
    (answer,) = asyncio.run(read_all(live.url, ["the cat runs"]))
    assert [event.kind for event in parse(answer.text)] == ["start", "step", "step", "step", "end"]
    slow.close()


def test_the_command_writes_the_same(
    service: Service, weights: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GATEWALK_ZOO", "0")
    monkeypatch.setenv("GATEWALK_MODELS", str(weights))
    asked = ["trace", SENTENCE, "--write", "20", "--temperature", "0.8", "--top-k", "9", "--seed", "7"]
    assert main(asked) == 0
    assert capsys.readouterr().out == service.catalog.get("small").write(SENTENCE, 20, 0.8, 9, 7).to_json() + "\n"
    for wrong, message in ((["--write", "x"], "The parameter 'write' is 'x'."), (["--seed", "-1"], "'seed' is '-1'.")):
        assert main(["trace", SENTENCE, "--temperature", "1", *wrong]) == 1
        told = capsys.readouterr()
        assert told.out == ""
        assert message in told.err
        assert len(told.err.splitlines()) == 1
