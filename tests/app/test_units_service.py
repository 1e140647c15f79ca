"""The routes that tell of units: the library's numbers, a tag, a bound, and errors of the one shape."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.routes import units as route
from app.service import Service
from app.unit_schemas import CarriedByUnits, Evidence, Units
from lstm_core import load
from lstm_core.zoo.carried import measured
from tests.app.conftest import SENTENCE

UNITS = "/api/v1/units"


def test_it_is_the_librarys(client: TestClient, service: Service) -> None:
    answer = client.get(UNITS, params={"text": SENTENCE, "t": 3, "symbol": "dog", "clamp": ["layer0.f[2]=1"]})
    Units.model_validate_json(answer.content, strict=True)
    trace = service.catalog.get("small").trace(SENTENCE, clamps=["layer0.f[2]=1"])
    assert answer.json() == trace.units("dog", 3)
    wrote = client.get(UNITS, params={"text": SENTENCE, "t": 9, "write": 4}).json()
    assert wrote == service.catalog.get("small").write(SENTENCE, 4).units(None, 9)


def test_a_plain_rnn_keeps_nothing(client: TestClient) -> None:
    told = client.get(UNITS, params={"text": SENTENCE, "t": 3, "model": "plain"}).json()
    assert [(layer["keeps"], layer["state"], layer["gates"]) for layer in told["layers"]] == [(None, "h", [])]
    assert {(unit["kept"], unit["half_life"]) for unit in told["units"]} == {(None, None)}
    assert all(unit["erased"]["probability"] > 0 for unit in told["units"])


def test_what_a_reader_has_is_not_sent_again(client: TestClient) -> None:
    asked = {"text": SENTENCE, "t": "3"}
    first = client.get(UNITS, params=asked)
    assert first.headers["cache-control"] == "public, max-age=300"
    again = client.get(UNITS, params=asked, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    tags = {client.get(UNITS, params=asked | change).headers["etag"] for change in ({"t": "2"}, {"symbol": "cat"})}
    assert len({*tags, first.headers["etag"]}) == 3


def test_there_is_a_bound(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(route, "WORK", 4 * 8 * 32 * 3)  # words, H · G·H products a step, three units
    told = client.get(UNITS, params={"text": "the cat runs .", "t": 0}).json()
    Units.model_validate(told, strict=True)
    assert sum(unit["erased"] is not None for unit in told["units"]) == 3


@pytest.mark.parametrize(
    ("query", "status", "code", "field"),
    [
        ({"t": "abc"}, 400, "bad_parameter", "t"),
        ({"t": "-1"}, 400, "bad_parameter", "t"),
        ({"t": "2"}, 404, "unknown_step", "t"),
        ({}, 404, "unknown_prediction", "t"),
        ({"t": "0", "symbol": "<b>zz</b>"}, 404, "unknown_symbol", "symbol"),
        ({"t": "0", "model": "nobody"}, 404, "unknown_model", "model"),
        ({"t": "0", "clamp": "layer0.f[99]=0"}, 400, "bad_clamp", "clamp"),
    ],
)
def test_errors(client: TestClient, query: dict[str, str], status: int, code: str, field: str) -> None:
    answer = client.get(UNITS, params={"text": "the cat", **query})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["field"] == field


def test_what_was_not_measured_has_no_properties(client: TestClient) -> None:
    answer = client.get("/api/v1/units/carried", params={"model": "plain"})
    CarriedByUnits.model_validate_json(answer.content, strict=True)
    assert (answer.json()["properties"], answer.json()["seed"]) == ([], None)
    again = client.get(
        "/api/v1/units/carried", params={"model": "plain"}, headers={"If-None-Match": answer.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/units/carried", params={"model": "nobody"}).status_code == 404


def test_what_was_measured_is_as_described() -> None:
    model = load("compare-lstm")
    told = CarriedByUnits.model_validate(measured(model.name, model.sha256), strict=True)
    assert model.units() == measured(model.name, model.sha256)
    assert len(told.properties) > 20


def test_evidence_is_the_librarys(client: TestClient, service: Service) -> None:
    asked = {"model": "plain", "carries": "many", "unit": 3}
    answer = client.get("/api/v1/units/evidence", params=asked)
    Evidence.model_validate_json(answer.content, strict=True)
    assert answer.json() == service.catalog.get("plain").evidence("many", 3)
    again = client.get("/api/v1/units/evidence", params=asked, headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    for change, status, code, field in (
        ({"carries": "zz"}, 404, "unknown_property", "carries"),
        ({"unit": 5}, 404, "unknown_unit", "unit"),
        ({"unit": -1}, 400, "bad_parameter", "unit"),
        ({"layer": "layer9"}, 404, "unknown_layer", "layer"),
        ({"model": "nobody"}, 404, "unknown_model", "model"),
    ):
        refused = client.get("/api/v1/units/evidence", params=asked | change)
        error = refused.json()["error"]
        assert (refused.status_code, error["code"], error["field"]) == (status, code, field)
