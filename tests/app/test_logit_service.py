"""The route that writes out what a model says: the library's numbers, a tag, and errors of the one shape."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from app.arithmetic_schemas import FilterSum, Logit
from app.service import Service
from lstm_core.models.filter_sum import filter_sum
from tests.app.conftest import SENTENCE

LOGIT = "/api/v1/logit"


def test_it_is_the_librarys(client: TestClient, service: Service) -> None:
    answer = client.get(LOGIT, params={"text": SENTENCE, "t": 3, "symbol": "dog"})
    Logit.model_validate_json(answer.content, strict=True)
    trace = service.catalog.get("small").trace(SENTENCE)
    assert answer.json() == trace.logit("dog", 3)
    first = client.get(LOGIT, params={"text": SENTENCE, "t": 3}).json()
    assert first == trace.logit(None, 3)
    assert first["symbol"] == trace.predictions[3][0][0]


def test_of_a_step_that_the_model_wrote(client: TestClient, service: Service) -> None:
    answer = client.get(LOGIT, params={"text": SENTENCE, "t": 9, "write": 4})
    wrote = service.catalog.get("small").write(SENTENCE, 4)
    assert answer.json() == wrote.logit(None, 9)
    assert answer.json()["probability"] == pytest.approx(wrote.predictions[9][0][1], abs=1e-6)


def test_what_a_reader_has_is_not_sent_again(client: TestClient) -> None:
    asked = {"text": SENTENCE, "t": "3", "symbol": "dog"}
    first = client.get(LOGIT, params=asked)
    assert first.headers["cache-control"] == "public, max-age=300"
    again = client.get(LOGIT, params=asked, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    tags = {client.get(LOGIT, params=asked | change).headers["etag"] for change in ({"t": "2"}, {"symbol": "cat"})}
    assert len({*tags, first.headers["etag"]}) == 3


@pytest.mark.parametrize(
    ("query", "status", "code", "field"),
    [
        ({"t": "abc"}, 400, "bad_parameter", "t"),
        ({"t": "-1"}, 400, "bad_parameter", "t"),
        ({"t": "9" * 5_000}, 400, "bad_parameter", "t"),
        ({"t": "2"}, 404, "unknown_step", "t"),
        ({}, 404, "unknown_prediction", "t"),
        ({"t": "0", "symbol": "<b>zz</b>"}, 404, "unknown_symbol", "symbol"),
        ({"t": "0", "symbol": "a" * 7_000}, 404, "unknown_symbol", "symbol"),
        ({"t": "0", "model": "nobody"}, 404, "unknown_model", "model"),
    ],
)
def test_errors(client: TestClient, query: dict[str, str], status: int, code: str, field: str) -> None:
    answer = client.get(LOGIT, params={"text": "the cat", **query}, headers={"If-None-Match": "*"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["field"] == field
    assert len(answer.text) < 600


def test_a_letter_filter_is_written_out(client: TestClient, service: Service) -> None:
    asked = {"text": "I grew up in Frannce", "t": 4, "filter": 2}
    answer = client.get("/api/v1/filter", params=asked)
    FilterSum.model_validate_json(answer.content, strict=True)
    model = service.catalog.get("small")
    assert answer.json() == filter_sum(model, model.trace("I grew up in Frannce"), 4, 2)
    again = client.get("/api/v1/filter", params=asked, headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304
    for change, status, code in (
        ({"filter": 5}, 404, "unknown_filter"),
        ({"filter": -1}, 400, "bad_parameter"),
        ({"t": 0}, 404, "unknown_filter"),
        ({"t": 5}, 404, "unknown_step"),
    ):
        refused = client.get("/api/v1/filter", params=asked | change)
        assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
