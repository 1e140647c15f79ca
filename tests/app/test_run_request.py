"""The run request's one written form, by the table that its twin in the page is held to as well."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import pytest

from app.run_request import RunRequest, parts
from lstm_core.clamps import Clamp
from lstm_core.errors import InputError

TABLE: dict[str, Any] = json.loads((Path(__file__).parents[1] / "run_requests.json").read_text(encoding="utf-8"))


def read(query: str) -> RunRequest:
    model, text, clamps = parts(parse_qsl(query, keep_blank_values=True))
    assert model is not None
    assert text is not None
    return RunRequest.of(model, text, clamps)


def named(name: str) -> RunRequest:
    (found,) = (each for each in TABLE["requests"] if each["name"] == name)
    return RunRequest.of(found["model"], found["text"], found["clamps"])


@pytest.mark.parametrize("case", TABLE["requests"], ids=lambda case: case["name"])
def test_a_request_is_written_and_read_back(case: dict[str, Any]) -> None:
    request = RunRequest.of(case["model"], case["text"], case["clamps"])
    assert request.query == case["query"]
    assert read(case["query"]) == request
    assert (request.model, request.text, [*map(str, request.clamps)]) == (case["model"], case["text"], case["clamps"])


@pytest.mark.parametrize("case", TABLE["spellings"], ids=lambda case: case["query"])
def test_other_spellings_are_the_same_request(case: dict[str, Any]) -> None:
    request = read(case["query"])
    assert request == named(case["request"])
    assert hash(request) == hash(named(case["request"]))
    assert request.query == named(case["request"]).query


@pytest.mark.parametrize("case", TABLE["clamps"], ids=lambda case: case["typed"])
def test_clamps_have_one_writing(case: dict[str, Any]) -> None:
    (clamp,) = RunRequest.of("m", "t", [case["typed"]]).clamps
    assert str(clamp) == case["written"]
    assert Clamp.parse(case["written"]) == clamp


@pytest.mark.parametrize("clamp", TABLE["refused"])
def test_what_is_no_clamp(clamp: str) -> None:
    with pytest.raises(InputError) as caught:
        RunRequest.of("m", "t", [clamp])
    assert (caught.value.code, caught.value.field) == ("bad_clamp", "clamp")


@pytest.mark.parametrize(("query", "field"), [("model=a&text=a&text=b", "text"), ("model=a&model=a&text=b", "model")])
def test_a_model_or_a_text_is_given_once(query: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        read(query)
    assert (caught.value.code, caught.value.field) == ("bad_parameter", field)


def test_what_is_not_in_a_query() -> None:
    assert parts([("t", "3"), ("clamp", "x")]) == (None, None, ["x"])


def test_half_a_character_is_written_as_browsers_do() -> None:
    assert RunRequest("m", "a\ud83d b\udc00").query == "model=m&text=a%EF%BF%BD+b%EF%BF%BD"
