"""The routes that tell how far back a prediction reaches: the library's numbers, tags, and errors of the one shape."""

from __future__ import annotations

import base64

import numpy as np
import pytest
from starlette.testclient import TestClient

from app.gradient_schemas import Gradient, GradientMap
from app.service import Service
from tests.app.conftest import SENTENCE

GRADIENT, MAP = "/api/v1/gradient", "/api/v1/gradient/map"


def test_one_prediction_is_the_librarys(client: TestClient, service: Service) -> None:
    answer = client.get(GRADIENT, params={"text": SENTENCE, "t": 3, "symbol": "dog", "clamp": "layer0.f[1]@2=0.5"})
    Gradient.model_validate_json(answer.content, strict=True)
    trace = service.catalog.get("small").trace(SENTENCE, ["layer0.f[1]@2=0.5"])
    assert answer.json() == trace.gradient("dog", 3).to_dict()
    norms = answer.json()["layers"][0]["norms"]
    np.testing.assert_allclose(norms["c"], np.linalg.norm(trace.gradient("dog", 3)["c"], axis=1), rtol=1e-14)
    assert answer.json()["words"][4:] == [0.0] * (len(trace) - 4)


def test_of_a_step_that_the_model_wrote(client: TestClient, service: Service) -> None:
    answer = client.get(GRADIENT, params={"text": SENTENCE, "t": 9, "write": 4}).json()
    wrote = service.catalog.get("small").write(SENTENCE, 4)
    assert answer == wrote.gradient(None, 9).to_dict()
    assert answer["symbol"] == wrote.predictions[9][0][0]


def test_scaled_and_clipped(client: TestClient, service: Service) -> None:
    asked = {"text": SENTENCE, "t": 3, "scale": "layer0.U=2.5"}
    trace = service.catalog.get("small").trace(SENTENCE, scales=["layer0.U=2.5"])
    assert client.get(GRADIENT, params=asked).json() == trace.gradient(None, 3).to_dict()
    clipped = client.get(GRADIENT, params=asked | {"clip": 0.1}).json()
    assert clipped == trace.gradient(None, 3, clip=0.1).to_dict()
    norms = clipped["layers"][0]["norms"]
    assert all(np.hypot(h, c) <= 0.1 + 1e-12 for h, c in zip(norms["h"], norms["c"], strict=True))


def test_the_map_is_the_librarys(client: TestClient, service: Service) -> None:
    answer = client.get(MAP, params={"text": SENTENCE, "by": "layer0.c"})
    GradientMap.model_validate_json(answer.content, strict=True)
    trace, told = service.catalog.get("small").trace(SENTENCE), answer.json()
    values = np.frombuffer(base64.b64decode(told["values"]["data"]), "<f4").reshape(told["values"]["shape"])
    for t, target in enumerate(told["targets"]):
        assert target == {"t": t, "symbol": trace.predictions[t][0][0]}
        np.testing.assert_allclose(values[t], trace.gradient(t=t).norms("c"), rtol=1e-4, atol=1e-7)
    one = client.get(MAP, params={"text": SENTENCE, "by": "c", "unit": 2, "symbol": "dog"}).json()
    values = np.frombuffer(base64.b64decode(one["values"]["data"]), "<f4").reshape(one["values"]["shape"])
    np.testing.assert_allclose(values[4], trace.gradient("dog", 4)["c"][:, 2], rtol=1e-4, atol=1e-7)


def test_what_a_reader_has_is_not_sent_again(client: TestClient) -> None:
    for route, asked, change in (
        (GRADIENT, {"text": SENTENCE, "t": "3"}, {"t": "2"}),
        (MAP, {"text": SENTENCE, "by": "c"}, {"by": "h"}),
    ):
        first = client.get(route, params=asked)
        again = client.get(route, params=asked, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(route, params=asked | change).headers["etag"] != first.headers["etag"]


@pytest.mark.parametrize(
    ("route", "query", "status", "code", "field"),
    [
        (GRADIENT, {"t": "abc"}, 400, "bad_parameter", "t"),
        (GRADIENT, {"t": "-1"}, 400, "bad_parameter", "t"),
        (GRADIENT, {"t": "2"}, 404, "unknown_step", "t"),
        (GRADIENT, {"t": "0", "symbol": "<b>zz</b>"}, 404, "unknown_symbol", "symbol"),
        (GRADIENT, {"t": "0", "clip": "0"}, 400, "bad_parameter", "clip"),
        (GRADIENT, {"t": "0", "clip": "nan"}, 400, "bad_parameter", "clip"),
        (GRADIENT, {"t": "0", "scale": "layer9.U=2"}, 400, "bad_scale", "scale"),
        (GRADIENT, {"t": "0", "model": "nobody"}, 404, "unknown_model", "model"),
        (GRADIENT, {"t": "0", "clamp": "layer0.f=2"}, 400, "bad_clamp", "clamp"),
        (MAP, {"by": "layer9.c"}, 404, "unknown_derivative", "by"),
        (MAP, {"by": "words", "unit": "0"}, 404, "unknown_unit", "unit"),
        (MAP, {"by": "c", "unit": "999"}, 404, "unknown_unit", "unit"),
        (MAP, {"symbol": ""}, 404, "unknown_symbol", "symbol"),
        (MAP, {"text": "the " * 301}, 413, "too_many_steps", "text"),
    ],
)
def test_errors(client: TestClient, route: str, query: dict[str, str], status: int, code: str, field: str) -> None:
    answer = client.get(route, params={"text": "the cat", **query}, headers={"If-None-Match": "*"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["field"] == field
    assert len(answer.text) < 600
