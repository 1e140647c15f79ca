"""Whatever a person can type: a clear error of the one shape, or a right trace; never a traceback, never markup."""

from __future__ import annotations

import json

import pytest
from starlette.testclient import TestClient

TRACE = "/api/v1/trace"


def refused(client: TestClient, text: str, status: int, code: str) -> dict[str, str]:
    answer = client.get(TRACE, params={"text": text})
    assert answer.status_code == status
    assert set(answer.json()) == {"error"}
    error: dict[str, str] = answer.json()["error"]
    assert set(error) == {"code", "message", "expected", "action", "field"}
    assert (error["code"], error["field"]) == (code, "text")
    assert all(error[part].endswith(".") for part in ("message", "expected", "action"))
    return error


def tokens(client: TestClient, text: str) -> list[tuple[str, bool]]:
    answer = client.get(TRACE, params={"text": text})
    assert answer.status_code == 200, answer.text
    assert answer.json()["text"] == text
    return [(token["text"], token["known"]) for token in answer.json()["tokens"]]


@pytest.mark.parametrize("text", ["", " ", "\t \n", "\u2003\u200b"])
def test_empty_and_blank(client: TestClient, text: str) -> None:
    refused(client, text, 400, "empty_text")


def test_one_letter(client: TestClient) -> None:
    assert tokens(client, "a") == [("a", True)]
    assert tokens(client, "q") == [("q", False)]


def test_ten_thousand_characters(client: TestClient) -> None:
    error = refused(client, "x" * 10_000, 413, "text_too_long")
    assert "10,000" in error["message"]
    assert "4,000" in error["expected"]


def test_five_thousand_words(client: TestClient) -> None:
    refused(client, "the " * 5_000, 413, "text_too_long")


def test_too_many_words_within_the_characters(client: TestClient) -> None:
    error = refused(client, "a " * 1_999, 413, "too_many_steps")
    assert "1,999" in error["message"]
    assert "400" in error["expected"]
    assert len(tokens(client, "a " * 400)) == 400


def test_emoji(client: TestClient) -> None:
    assert tokens(client, "🙂 👩‍🚀 the") == [("🙂", False), ("👩‍🚀", False), ("the", True)]


def test_right_to_left_and_combining_marks(client: TestClient) -> None:
    assert tokens(client, "שלום مرحبا") == [("שלום", False), ("مرحبا", False)]
    assert tokens(client, "cafe\u0301") == [("cafe\u0301", False)]


@pytest.mark.parametrize("mark", ["\x00", "\x07", "\x1b", "\x7f", "\x85"])
def test_control_characters(client: TestClient, mark: str) -> None:
    refused(client, f"the {mark} cat", 400, "control_character")


def test_markup_stays_text(client: TestClient) -> None:
    text = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    answer = client.get(TRACE, params={"text": text})
    assert answer.headers["content-type"] == "application/json"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.json()["text"] == text
    assert "".join(token["text"] for token in answer.json()["tokens"]) == text.replace(" ", "")


def test_all_words_unknown(client: TestClient) -> None:
    assert tokens(client, "zyx wvu tsr") == [("zyx", False), ("wvu", False), ("tsr", False)]


def test_bytes_that_are_no_unicode(client: TestClient) -> None:
    answer = client.get(f"{TRACE}?text=%ff%fe")
    assert answer.status_code == 200
    assert answer.json()["text"] == "\ufffd\ufffd"


@pytest.mark.parametrize("model", ["reader-7", "", "../small", "<b>", "x" * 5_000])
def test_unknown_model(client: TestClient, model: str) -> None:
    answer = client.get(TRACE, params={"text": "the", "model": model})
    assert answer.status_code == 404
    error = answer.json()["error"]
    assert (error["code"], error["field"]) == ("unknown_model", "model")
    assert error["expected"] == "There are: small, plain."
    assert len(json.dumps(error)) < 400


@pytest.mark.parametrize(
    "clamp",
    [
        *("garbage", "=", "layer0.f", "layer0.f[=1", "layer0.f[9999999]=0", "layer0.f[3-1]=0", "layer0.f[8]=0"),
        *("layer7.f=0", "layer0.zz=0", "layer0.f=2", "layer0.f=1e400", "layer0.f=..", "<script>", "layer0.fc=0"),
    ],
)
def test_bad_clamp(client: TestClient, clamp: str) -> None:
    answer = client.get(TRACE, params={"text": "the cat", "clamp": clamp})
    assert answer.status_code == 400
    assert (answer.json()["error"]["code"], answer.json()["error"]["field"]) == ("bad_clamp", "clamp")


def test_too_many_clamps(client: TestClient) -> None:
    answer = client.get(TRACE, params={"text": "the cat", "clamp": ["layer0.f=0"] * 33})
    assert answer.status_code == 413
    error = answer.json()["error"]
    assert (error["code"], error["message"]) == ("too_many_clamps", "There are 33 clamps.")
    assert error["expected"] == "At most 32 clamps."


@pytest.mark.parametrize(
    ("query", "status", "code", "field"),
    [
        ({"t": "abc", "unit": "0"}, 400, "bad_parameter", "t"),
        ({"t": "1.5", "unit": "0"}, 400, "bad_parameter", "t"),
        ({"t": "", "unit": "0"}, 400, "bad_parameter", "t"),
        ({"t": "-1", "unit": "0"}, 400, "bad_parameter", "t"),
        ({"t": "9" * 5_000, "unit": "0"}, 400, "bad_parameter", "t"),
        ({"unit": "0"}, 400, "missing_parameter", "t"),
        ({"t": "0"}, 400, "missing_parameter", "unit"),
        ({"t": "2", "unit": "0"}, 404, "unknown_step", "t"),
        ({"t": "0", "unit": "99999"}, 404, "unknown_unit", "unit"),
        ({"t": "0", "unit": "-3"}, 400, "bad_parameter", "unit"),
        ({"t": "0", "unit": "0", "layer": "layer9"}, 404, "unknown_layer", "layer"),
        ({"t": "0", "unit": "0", "signal": "zz"}, 404, "unknown_signal", "signal"),
        ({"t": "0", "unit": "0", "terms": "zz"}, 404, "unknown_signal", "signal"),
    ],
)
def test_malformed_parameters(client: TestClient, query: dict[str, str], status: int, code: str, field: str) -> None:
    answer = client.get("/api/v1/arithmetic", params={"text": "the cat", **query})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["field"] == field
    assert len(answer.text) < 600
