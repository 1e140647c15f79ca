"""The OpenAPI description is true: every route is in it, every reference resolves, answers are what it says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from app.described import FAILURES
from app.live_request import PARAMETERS
from app.schemas import Failure

ROUTES = {
    "/api/v1/trace",
    "/api/v1/trace/stream",
    "/api/v1/models",
    "/api/v1/arithmetic",
    "/api/v1/logit",
    "/api/v1/ledger",
    "/api/v1/gradient",
    "/api/v1/gradient/map",
    "/api/v1/filter",
    "/api/v1/units",
    "/api/v1/units/carried",
    "/api/v1/units/evidence",
    "/api/v1/compare",
    "/api/v1/weights",
    "/api/v1/train/stream",
    "/healthz",
}


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, Any]:
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    told: dict[str, Any] = answer.json()
    return told


def references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield value
            yield from references(value)
    if isinstance(node, list):
        for value in node:
            yield from references(value)


def test_routes_and_references(described: dict[str, Any]) -> None:
    assert described["openapi"] == "3.2.0"
    assert described["info"]["title"] == "Gatewalk"
    assert set(described["paths"]) == ROUTES
    assert all(set(path) == {"get"} for path in described["paths"].values())
    schemas = described["components"]["schemas"]
    found = set(references(described))
    assert {reference.rsplit("/", 1)[1] for reference in found} <= set(schemas)
    assert "HTTPValidationError" not in schemas


def test_every_parameter_is_described(described: dict[str, Any]) -> None:
    run = {"text", "model", "clamp", "scale", "write", "temperature", "top_k", "seed"}
    expected = {
        "/api/v1/trace": run,
        "/api/v1/trace/stream": {*run, "last-event-id"},
        "/api/v1/models": set(),
        "/api/v1/arithmetic": {*run, "t", "unit", "layer", "signal", "terms"},
        "/api/v1/logit": {*run, "t", "symbol"},
        "/api/v1/ledger": {*run, "unit", "layer", "t"},
        "/api/v1/gradient": {*run, "t", "symbol", "clip"},
        "/api/v1/gradient/map": {*run, "by", "symbol", "unit"},
        "/api/v1/filter": {*run, "t", "filter"},
        "/api/v1/units": {*run, "t", "symbol"},
        "/api/v1/units/carried": {"model"},
        "/api/v1/units/evidence": {"model", "carries", "layer", "unit"},
        "/api/v1/compare": {*run, "against", "layer", "signal"},
        "/api/v1/weights": {"model", "layer", "unit", "sha256", "scale"},
        "/api/v1/train/stream": {*PARAMETERS, "last-event-id"},
        "/healthz": set(),
    }
    for path, names in expected.items():
        parameters = described["paths"][path]["get"].get("parameters", [])
        assert {parameter["name"] for parameter in parameters} == names
        assert all(parameter["description"] for parameter in parameters)
        required = {parameter["name"] for parameter in parameters if parameter["required"]}
        of_path = {
            "weights": {"unit", "layer"},
            "logit": {"text"},
            "units": {"text"},
            "evidence": {"carries", "unit"},
            "ledger": {"text", "unit"},
            "gradient": {"text"},
            "map": {"text"},
            "compare": {"text", "against"},
            "filter": {"text", "t", "filter"},
        }
        assert required == of_path.get(path.rsplit("/", 1)[1], names & {"text", "t", "unit"})


def test_limits_and_models_are_described(described: dict[str, Any]) -> None:
    found = {
        parameter["name"]: parameter["schema"] for parameter in described["paths"]["/api/v1/trace"]["get"]["parameters"]
    }
    text = {key: found["text"][key] for key in ("type", "minLength", "maxLength", "pattern")}
    assert text == {"type": "string", "minLength": 1, "maxLength": 4_000, "pattern": r"\S"}
    assert (found["clamp"]["maxItems"], found["clamp"]["items"]) == (32, {"type": "string", "maxLength": 200})
    assert (found["scale"]["maxItems"], found["scale"]["items"]) == (32, {"type": "string", "maxLength": 80})
    assert (found["model"]["type"], found["model"]["enum"]) == ("string", ["small", "plain"])
    assert "anyOf" not in found["model"]


@pytest.mark.parametrize("path", sorted(ROUTES))
def test_errors_are_described_as_json_of_the_one_shape(described: dict[str, Any], path: str) -> None:
    answers = described["paths"][path]["get"]["responses"]
    asks = path not in ("/healthz", "/api/v1/models")
    expected = {"400", "404", "413", "503", "default"} if asks else {"default"}
    if path == "/api/v1/weights":
        expected.remove("413")
    assert set(answers) - {"200", "304"} == expected
    for status in expected:
        assert set(answers[status]["content"]) == {"application/json"}
        content = answers[status]["content"]["application/json"]
        assert content["schema"] == {"$ref": "#/components/schemas/Failure"}
        if status not in ("503", "default"):
            Failure.model_validate(content["example"], strict=True)


def test_examples_of_errors_are_real(client: TestClient) -> None:
    real = client.get("/api/v1/trace").json()
    assert FAILURES[400]["content"]["application/json"]["example"] == real


def test_stream_is_described_as_events(described: dict[str, Any]) -> None:
    content = described["paths"]["/api/v1/trace/stream"]["get"]["responses"]["200"]["content"]
    assert set(content) == {"text/event-stream"}
    assert set(content["text/event-stream"]["itemSchema"]["properties"]) == {"data", "event", "id"}


def test_document_is_described_by_the_contract(described: dict[str, Any]) -> None:
    answers = described["paths"]["/api/v1/trace"]["get"]["responses"]
    assert answers["200"]["content"]["application/json"]["schema"] == {"$ref": "#/components/schemas/TraceDocument"}
    assert "304" in answers
    contract = described["components"]["schemas"]["TraceDocument"]
    assert contract["required"] == ["version", "model", "text", "clamps", "tokens", "layers", "top", "leads"]
    assert json.dumps(contract["properties"]["version"]) == '{"type": "integer", "const": 1, "title": "Version"}'
