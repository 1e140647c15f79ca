"""HEAD, OPTIONS and reading from other origins: a sandboxed frame has the origin "null" even to its own server."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

OPEN = ["/healthz", "/api/v1/models", "/api/v1/trace?text=the", "/api/v1/trace/stream?text=the", "/api/v1/nowhere"]


@pytest.mark.parametrize("path", OPEN)
def test_any_origin_may_read_the_api(client: TestClient, path: str) -> None:
    for origin in ({}, {"Origin": "null"}, {"Origin": "https://example.org"}):
        answer = client.get(path, headers=origin)
        assert answer.headers.get_list("access-control-allow-origin") == ["*"]
        assert "access-control-allow-credentials" not in answer.headers


def test_preflight(client: TestClient) -> None:
    asked = {
        "Origin": "null",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "last-event-id",
    }
    answer = client.options("/api/v1/trace/stream", headers=asked)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["access-control-allow-methods"] == "GET, HEAD"
    assert "Last-Event-ID" in answer.headers["access-control-allow-headers"]


def test_pages_are_not_open(client: TestClient) -> None:
    answer = client.options("/nowhere", headers={"Origin": "null", "Access-Control-Request-Method": "GET"})
    assert answer.status_code == 404
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", OPEN)
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    head, get = client.head(path), client.get(path)
    assert head.content == b""
    assert head.status_code == get.status_code
    assert dict(head.headers) == dict(get.headers)
