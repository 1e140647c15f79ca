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
from lstm_core.models import Writing

TABLE: dict[str, Any] = json.loads((Path(__file__).parents[1] / "run_requests.json").read_text(encoding="utf-8"))


def read(query: str) -> RunRequest:
    model, text, clamps, writing, scales = parts(parse_qsl(query, keep_blank_values=True))
    assert model is not None
    assert text is not None
    return RunRequest.of(model, text, clamps, writing, scales)


def on(case: dict[str, Any]) -> RunRequest:
    return RunRequest(case["model"], case["text"], tuple(map(Clamp.parse, case["clamps"])), Writing(**case["writing"]))


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


@pytest.mark.parametrize("case", TABLE["scaled"], ids=lambda case: case["name"])
def test_a_scaled_request_is_written_and_read_back(case: dict[str, Any]) -> None:
    request = RunRequest.of(case["model"], case["text"], case["clamps"], {}, case["scales"])
    assert request.query == case["query"]
    assert read(case["query"]) == request
    assert [str(scale) for scale in request.scales] == case["scales"]


@pytest.mark.parametrize("case", TABLE["scales"], ids=lambda case: case["typed"])
def test_scales_have_one_writing(case: dict[str, Any]) -> None:
    (scale,) = RunRequest.of("m", "t", scales=[case["typed"]]).scales
    assert str(scale) == case["written"]


@pytest.mark.parametrize("scale", TABLE["refused_scales"])
def test_what_is_no_scale(scale: str) -> None:
    with pytest.raises(InputError) as caught:
        RunRequest.of("m", "t", scales=[scale])
    assert (caught.value.code, caught.value.field) == ("bad_scale", "scale")


@pytest.mark.parametrize("case", TABLE["writing"], ids=lambda case: case["name"])
def test_a_request_that_writes_on_is_written_and_read_back(case: dict[str, Any]) -> None:
    request = on(case)
    assert request.writing is not None
    assert request.writing.to_dict() == case["writing"]
    assert request.query == case["query"]
    assert read(case["query"]) == request


@pytest.mark.parametrize("case", TABLE["writing_spellings"], ids=lambda case: case["query"])
def test_other_spellings_write_the_same(case: dict[str, Any]) -> None:
    request = read(case["query"])
    expected = RunRequest("reader-32", "the cat")
    if case["request"] is not None:
        (expected,) = (on(each) for each in TABLE["writing"] if each["name"] == case["request"])
    assert (request, request.query, hash(request)) == (expected, expected.query, hash(expected))


@pytest.mark.parametrize("case", TABLE["refused_writing"], ids=lambda case: case["query"])
def test_what_is_no_writing(case: dict[str, Any]) -> None:
    with pytest.raises(InputError) as caught:
        read(f"model=m&text=t&{case['query']}")
    assert (caught.value.code, caught.value.field) == ("bad_writing", case["field"])


@pytest.mark.parametrize(
    "tail", ["temperature=hot", "seed=-1", "top_k=many", "write=0&temperature=3", "write=", "write=3&seed="]
)
def test_what_cannot_be_used_is_told_though_nothing_is_written(tail: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"model=m&text=t&{tail}")
    assert caught.value.code == "bad_writing"


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("model=a&text=a&text=b", "text"),
        ("model=a&model=a&text=b", "model"),
        ("model=a&text=b&write=3&write=3", "write"),
        ("model=a&text=b&write=3&temperature=1&seed=1&seed=2", "seed"),
    ],
)
def test_all_but_a_clamp_is_given_once(query: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        read(query)
    assert (caught.value.code, caught.value.field) == ("bad_parameter", field)


def test_what_is_not_in_a_query() -> None:
    assert parts([("t", "3"), ("clamp", "x")]) == (None, None, ["x"], {}, [])
    assert parts([("seed", "3"), ("model", "x")]) == ("x", None, [], {"seed": "3"}, [])


def test_half_a_character_is_written_as_browsers_do() -> None:
    assert RunRequest("m", "a\ud83d b\udc00").query == "model=m&text=a%EF%BF%BD+b%EF%BF%BD"
