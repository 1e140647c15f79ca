"""The route that tells a unit's ledger: the library's numbers, a tag, and errors of the one shape."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.ledger_schemas import Ledger
from app.service import Service
from tests.app.conftest import SENTENCE

LEDGER = "/api/v1/ledger"


def test_it_is_the_librarys(client: TestClient, service: Service) -> None:
    trace = service.catalog.get("small").trace(SENTENCE)
    for question, t in (({}, None), ({"layer": "layer0"}, None), ({"t": "3"}, 3)):
        answer = client.get(LEDGER, params={"text": SENTENCE, "unit": 2, **question})
        Ledger.model_validate_json(answer.content, strict=True)
        assert answer.json() == {"model": "small", "text": SENTENCE} | trace.ledger(2, "layer0").to_dict(t)


def test_of_a_run_with_valves_held_that_writes_on(client: TestClient, service: Service) -> None:
    asked = {"text": SENTENCE, "unit": 1, "write": 4, "clamp": "layer0.f[1]@2=0"}
    wrote = service.catalog.get("small").write(SENTENCE, 4, clamps=["layer0.f[1]@2=0"])
    told = client.get(LEDGER, params=asked).json()
    assert told == {"model": "small", "text": SENTENCE} | wrote.ledger(1).to_dict()
    assert told["steps"] == [0, len(wrote)]
    assert not any(told["left"][2][:3])


def test_what_a_reader_has_is_not_sent_again(client: TestClient) -> None:
    asked = {"text": SENTENCE, "unit": "3"}
    first = client.get(LEDGER, params=asked)
    assert first.headers["cache-control"] == "public, max-age=300"
    again = client.get(LEDGER, params=asked, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    changes = ({"unit": "2"}, {"t": "1"}, {"layer": "layer0"}, {"clamp": "layer0.f=1"})
    tags = {client.get(LEDGER, params=asked | change).headers["etag"] for change in changes}
    assert len({*tags, first.headers["etag"]}) == 5


def test_the_models_document_tells_the_belt(client: TestClient) -> None:
    (entry,) = [one for one in client.get("/api/v1/models").json()["models"] if one["name"] == "small"]
    assert entry["layers"][-1]["belt"] == {
        "state": "c",
        "keeps": {"op": "name", "name": "f"},
        "writes": {"op": "mul", "args": [{"op": "name", "name": "i"}, {"op": "name", "name": "g"}]},
    }


@pytest.mark.parametrize(
    ("query", "status", "code", "field"),
    [
        ({}, 400, "missing_parameter", "unit"),
        ({"unit": "abc"}, 400, "bad_parameter", "unit"),
        ({"unit": "-1"}, 400, "bad_parameter", "unit"),
        ({"unit": "9" * 5_000}, 400, "bad_parameter", "unit"),
        ({"unit": "999"}, 404, "unknown_unit", "unit"),
        ({"unit": "0", "t": "2"}, 404, "unknown_step", "t"),
        ({"unit": "0", "t": "-1"}, 400, "bad_parameter", "t"),
        ({"unit": "0", "layer": "<b>zz</b>"}, 404, "unknown_layer", "layer"),
        ({"unit": "0", "layer": "a" * 7_000}, 404, "unknown_layer", "layer"),
        ({"unit": "0", "model": "nobody"}, 404, "unknown_model", "model"),
    ],
)
def test_errors(client: TestClient, query: dict[str, str], status: int, code: str, field: str) -> None:
    answer = client.get(LEDGER, params={"text": "the cat", **query}, headers={"If-None-Match": "*"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["field"] == field
    assert len(answer.text) < 600
