"""One error shape on every route and for every way to fail, and the headers that go with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.run_request import RunRequest
from app.service import Service
from app.settings import Settings
from lstm_core.trace import Trace

ROWS = [
    ("GET", "/nowhere", 404, "unknown_path"),
    ("GET", "/api/v1/nowhere", 404, "unknown_path"),
    ("GET", "/api/v2/trace?text=a", 404, "unknown_path"),
    ("GET", "/docs", 404, "unknown_path"),
    ("GET", "/healthz/", 404, "unknown_path"),
    ("GET", "/api/v1/trace/", 404, "unknown_path"),
    ("GET", "/static/", 404, "unknown_path"),
    ("GET", "/static/0/js/main.js", 404, "unknown_file"),
    ("GET", "/static/0/../app/main.py", 404, "unknown_file"),
    ("GET", "/static/0/%2e%2e/%2e%2e/pyproject.toml", 404, "unknown_file"),
    ("GET", "/static/plotly/0/plotly.min.js", 404, "unknown_file"),
    ("POST", "/api/v1/trace", 405, "method_not_allowed"),
    ("PUT", "/api/v1/models", 405, "method_not_allowed"),
    ("DELETE", "/", 405, "method_not_allowed"),
    ("PATCH", "/embed", 405, "method_not_allowed"),
    ("OPTIONS", "/api/v1/trace", 405, "method_not_allowed"),
    ("POST", "/healthz", 405, "method_not_allowed"),
    ("GET", "/api/v1/trace", 400, "missing_parameter"),
    ("GET", "/api/v1/trace/stream", 400, "missing_parameter"),
    ("GET", "/api/v1/arithmetic", 400, "missing_parameter"),
    ("GET", "/api/v1/arithmetic?text=a&t=x&unit=0", 400, "bad_parameter"),
    ("GET", "/api/v1/trace?text=a&model=x", 404, "unknown_model"),
    ("GET", "/api/v1/trace/stream?text=a&model=x", 404, "unknown_model"),
    ("GET", "/api/v1/trace?text=", 400, "empty_text"),
    ("GET", "/api/v1/trace?text=a&text=b", 400, "bad_parameter"),
    ("GET", "/api/v1/trace?text=a&model=small&model=plain", 400, "bad_parameter"),
    ("GET", "/api/v1/trace?text=a&clamp=" + "x" * 201, 400, "bad_clamp"),
    ("GET", "/" + "a" * 7_000, 404, "unknown_path"),
    ("GET", "/static/0/" + "a" * 7_000, 404, "unknown_file"),
    ("GET", "/api/v1/arithmetic?text=a&t=0&unit=0&layer=" + "a" * 7_000, 404, "unknown_layer"),
    ("GET", "/api/v1/arithmetic?text=a&t=0&unit=0&signal=" + "a" * 7_000, 404, "unknown_signal"),
    ("GET", "/api/v1/weights?unit=0&layer=" + "a" * 7_000, 404, "unknown_layer"),
    ("GET", "/api/v1/weights?unit=8&layer=layer0", 404, "unknown_unit"),
    ("GET", "/api/v1/weights?unit=-1&layer=layer0", 400, "bad_parameter"),
    ("GET", "/api/v1/weights?layer=layer0", 400, "missing_parameter"),
    ("GET", "/api/v1/weights?unit=0&layer=layer0&model=nobody", 404, "unknown_model"),
    ("GET", "/api/v1/weights?unit=0&layer=layer0&sha256=" + "a" * 7_000, 404, "unknown_weights"),
    ("GET", "/api/v1/arithmetic?text=a&unit=0&t=" + "a" * 7_000, 400, "bad_parameter"),
]


@pytest.mark.parametrize(("method", "path", "status", "code"), ROWS)
def test_every_error_has_the_one_shape(client: TestClient, method: str, path: str, status: int, code: str) -> None:
    answer = client.request(method, path)
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert set(answer.json()) == {"error"}
    error = answer.json()["error"]
    assert set(error) == {"code", "message", "expected", "action", "field"}
    assert all(isinstance(error[part], str) and error[part] for part in ("message", "expected", "action"))
    assert len(answer.content) < 1_000  # whatever was sent
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    if status == 405:
        assert answer.headers["allow"] == "GET"


@pytest.fixture
def broken(settings: Settings, service: Service, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A service whose traces fail in a way that nobody foresaw."""

    def fail(_: object, asked: RunRequest) -> Trace:
        raise ZeroDivisionError(f"the inside of {asked.text}")

    monkeypatch.setattr("app.trace_cache.TraceCache.document", fail)
    monkeypatch.setattr("app.trace_cache.TraceCache.trace", fail)
    monkeypatch.setattr("app.trace_cache.TraceCache.at_hand", lambda *_: None)
    with TestClient(create_app(settings, service)) as opened:
        yield opened


@pytest.mark.parametrize("path", ["/api/v1/trace?text=a", "/api/v1/arithmetic?text=a&t=0&unit=0"])
def test_a_fault_of_ours_is_logged_and_told_without_its_inside(
    broken: TestClient, caplog: pytest.LogCaptureFixture, path: str
) -> None:
    answer = broken.get(path)
    assert answer.status_code == 500
    assert answer.json()["error"]["code"] == "internal_error"
    assert "inside" not in answer.text.replace("of its inside", "")
    assert "Traceback" not in answer.text
    assert "ZeroDivisionError: the inside of a" in caplog.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["x-content-type-options"] == "nosniff"
