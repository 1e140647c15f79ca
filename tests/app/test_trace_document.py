"""The whole trace as a document: its numbers, its tag, its caching; the models' list; the arithmetic's route."""

from __future__ import annotations

import gzip
import json

import numpy as np
import pytest
from starlette.testclient import TestClient

import app.runs
import app.trace_cache
from app import tags
from app.arithmetic_schemas import Arithmetic, UnitWeights
from app.bounded_cache import BoundedCache
from app.model_schemas import ModelList
from app.run_request import RunRequest
from app.schemas import TraceDocument
from app.service import Service
from app.trace_cache import TraceCache
from lstm_core import Trace, arithmetic, cells
from tests.app.conftest import SENTENCE

TRACE = "/api/v1/trace"


def test_document_is_the_librarys_trace(client: TestClient, service: Service) -> None:
    answer = client.get(TRACE, params={"text": SENTENCE})
    TraceDocument.model_validate_json(answer.content, strict=True)
    expected = service.catalog.get("small").trace(SENTENCE)
    assert answer.text == expected.to_json()
    read = Trace.from_json(answer.text)
    for signal in ("x", "f", "i", "g", "o", "fc", "ig", "c", "tanh_c", "h"):
        assert np.array_equal(read[signal], expected[signal])
        assert expected[signal].dtype == np.float32


def test_tag_says_what_the_trace_depends_on(client: TestClient) -> None:
    queries = [
        {"text": "the cat"},
        {"text": "the cat "},
        {"text": "the cat", "model": "plain"},
        {"text": "the cat", "clamp": "layer0.f=0"},
        {"text": "the cat", "clamp": ["layer0.f=0", "layer0.i=0"]},
    ]
    tags = [client.get(TRACE, params=query).headers["etag"] for query in queries]
    assert len(set(tags)) == len(tags)
    assert client.get(TRACE, params={"text": "the cat", "model": "small"}).headers["etag"] == tags[0]
    assert all(tag.startswith('W/"') for tag in tags)


def test_not_modified(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    first = client.get(TRACE, params={"text": SENTENCE})
    assert first.headers["cache-control"] == "public, max-age=300"
    tag = first.headers["etag"]
    monkeypatch.setattr(app.runs, "begin", lambda *_: pytest.fail("a run was begun for a 304"))
    monkeypatch.setattr(app.trace_cache, "begin", lambda *_: pytest.fail("a run was begun for a 304"))
    for condition in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        again = client.get(TRACE, params={"text": SENTENCE}, headers={"If-None-Match": condition})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag
        assert again.headers["cache-control"] == "public, max-age=300"


def test_any_tag_gets_no_answer_for_what_has_none(client: TestClient) -> None:
    answer = client.get(TRACE, params={"text": ""}, headers={"If-None-Match": "*"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "empty_text")
    assert client.get(TRACE, params={"text": SENTENCE}, headers={"If-None-Match": "*"}).status_code == 200


def test_another_tag_gets_the_trace(client: TestClient) -> None:
    answer = client.get(TRACE, params={"text": SENTENCE}, headers={"If-None-Match": '"other"'})
    assert answer.status_code == 200
    assert len(answer.json()["tokens"]) == 8


def test_tag_changes_with_the_program(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = RunRequest("small", SENTENCE)
    before = tags.of_run(service.catalog, asked)
    monkeypatch.setattr(tags, "VERSION", "another")
    assert tags.of_run(service.catalog, asked) != before


@pytest.mark.parametrize(
    ("accepted", "packed"),
    [("gzip", True), ("br, gzip;q=0.5", True), ("GZIP", True), ("gzip;q=0", False), ("br", False), ("", False)],
)
def test_compression_as_the_reader_takes_it(client: TestClient, accepted: str, packed: bool) -> None:
    with client.stream("GET", TRACE, params={"text": SENTENCE}, headers={"Accept-Encoding": accepted}) as answer:
        body = b"".join(answer.iter_raw())
    assert answer.headers["vary"] == "Accept-Encoding"
    assert (answer.headers.get("content-encoding") == "gzip") == packed
    assert json.loads(gzip.decompress(body) if packed else body)["text"] == SENTENCE


def test_the_cache_keeps_the_last_ones(service: Service) -> None:
    traces = TraceCache(service.settings.model_copy(update={"trace_cache": 2}), service.catalog)
    one, two, three = (RunRequest("small", text) for text in ("I", "the cat", "a dog runs"))
    kept = traces.trace(one)
    traces.trace(two)
    assert traces.trace(one) is kept
    traces.trace(three)
    assert len(traces) == 2
    assert traces.trace(one) is kept
    second = traces.trace(two)
    assert second.text == "the cat"
    assert traces.trace(two) is second


def test_the_cache_is_bounded_by_bytes_too() -> None:
    cache = BoundedCache(10, 100)
    cache.put("a", "A", 40)
    cache.put("b", "B", 40)
    assert cache.get("a") == "A"
    cache.put("c", "C", 40)  # b has not been asked for the longest
    assert ([cache.get(key) for key in "abc"], cache.bytes) == (["A", None, "C"], 80)
    cache.put("a", "new", 50)
    assert (cache.get("a"), cache.bytes, len(cache)) == ("new", 90, 2)
    cache.put("d", "too large", 101)
    assert (len(cache), cache.bytes) == (0, 0)


def test_spellings_of_one_request_share_tag_and_cache(client: TestClient) -> None:
    tidy = client.get(f"{TRACE}?model=small&text=the+cat&clamp=layer0.f%5B1-3%5D%3D1")
    typed = client.get(f"{TRACE}?clamp=layer0.f[3,2,1]=1.0&text=the%20cat&t=1")
    assert typed.headers["etag"] == tidy.headers["etag"]
    assert typed.content == tidy.content
    assert typed.json()["clamps"] == ["layer0.f[1-3]=1"]


def test_models_say_what_their_cells_declare(client: TestClient, service: Service) -> None:
    answer = client.get("/api/v1/models")
    listed = ModelList.model_validate_json(answer.content, strict=True)
    assert [model.name for model in listed.models] == ["small", "plain"]
    assert listed.default == "small"
    assert listed.limits.model_dump() == {"characters": 4_000, "steps": 400}
    small = listed.models[0]
    assert (small.units, small.embedding, small.vocabulary) == (8, 6, 20)
    assert small.parameters == sum(array.size for array in service.catalog.get("small").params.values())
    assert small.sha256 == service.catalog.get("small").sha256
    (layer,) = small.layers
    assert (layer.name, layer.cell, layer.direction, layer.units, layer.inputs) == ("layer0", "lstm", "forward", 8, 6)
    for told, signal in zip(layer.signals, cells.get("lstm").signals, strict=True):
        assert (told.name, told.role, told.range) == (signal.name, signal.role, signal.range)
        assert (told.label, told.description, told.formula) == (signal.label, signal.description, signal.formula)
    assert {signal.name: signal.tree for signal in layer.signals}["fc"] == {
        "op": "mul",
        "args": [{"op": "name", "name": "f"}, {"op": "name", "name": "c_prev"}],
    }


def test_arithmetic_is_the_librarys(client: TestClient, service: Service) -> None:
    query = {"text": SENTENCE, "t": 3, "unit": 5, "signal": ["f", "c"], "terms": "f"}
    answer = client.get("/api/v1/arithmetic", params=query)
    Arithmetic.model_validate_json(answer.content, strict=True)
    model = service.catalog.get("small")
    trace = model.trace(SENTENCE)
    assert answer.json() == arithmetic.explain(model, trace, 3, 5, signals=("f", "c"), terms=("f",))
    assert [each["signal"] for each in answer.json()["signals"]] == ["f", "c"]
    assert [each["value"] for each in answer.json()["signals"]] == [float(trace["f"][3, 5]), float(trace["c"][3, 5])]


def test_arithmetic_of_all_signals(client: TestClient) -> None:
    query = {"text": SENTENCE, "t": 0, "unit": 0, "model": "plain"}
    answer = client.get("/api/v1/arithmetic", params=query)
    assert [each["signal"] for each in answer.json()["signals"]] == [signal.name for signal in cells.get("rnn").signals]


@pytest.mark.parametrize("model", ["small", "plain"])
def test_weights_are_the_rows_of_the_files_own_arrays(client: TestClient, service: Service, model: str) -> None:
    loaded = service.catalog.get(model)
    query = {"model": model, "layer": "layer0", "unit": 3}
    answer = client.get("/api/v1/weights", params=query)
    UnitWeights.model_validate_json(answer.content, strict=True)
    told = answer.json()
    assert told | {"params": None} == query | {"sha256": loaded.sha256, "params": None}
    rows = {name.removeprefix("layer0."): array for name, array in loaded.params.items() if name.startswith("layer0.")}
    assert set(told["params"]) == set(rows) != set()
    for name, array in rows.items():
        assert np.array_equal(np.array(told["params"][name], np.float32), array[3])
    assert answer.headers["cache-control"] == "no-cache"
    again = client.get("/api/v1/weights", params=query, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_weights_by_their_sha256_never_change(client: TestClient, service: Service) -> None:
    query = {"model": "small", "layer": "layer0", "unit": 0, "sha256": service.catalog.get("small").sha256}
    answer = client.get("/api/v1/weights", params=query)
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    other = client.get("/api/v1/weights", params=query | {"sha256": "0" * 64})
    assert (other.status_code, other.json()["error"]["field"]) == (404, "sha256")
    assert query["sha256"] in other.json()["error"]["expected"]


def test_health(client: TestClient) -> None:
    answer = client.get("/healthz")
    assert answer.status_code == 200
    assert answer.json()["status"] == "ok"
    assert answer.json()["models"] == ["small", "plain"]
