"""The route that holds two runs side by side: the library's numbers, a tag, and errors of the one shape."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from app.compare_schemas import ComparisonDocument
from app.main import create_app
from app.run_request import RunRequest
from app.service import Service
from app.settings import Settings
from lstm_core import compare, load
from tests.app.conftest import SENTENCE
from tests.app.test_command import environment, refused, run
from tests.page.random_models import MODELS, TEXTS, write

__all__ = ["environment"]
COMPARE = "/api/v1/compare"
OTHER = "she grew up in the dog"


def test_it_is_the_librarys(client: TestClient, service: Service) -> None:
    against = RunRequest.of("small", OTHER, ("layer0.f@2=0",)).query
    asked: dict[str, object] = {"text": SENTENCE, "against": against, "layer": "layer0", "signal": ["c", "h", "c"]}
    answer = client.get(COMPARE, params=asked)
    ComparisonDocument.model_validate_json(answer.content, strict=True)
    model = service.catalog.get("small")
    expected = compare(model.trace(SENTENCE), model.trace(OTHER, ("layer0.f@2=0",))).to_dict("layer0", ("c", "h"))
    assert answer.json() == json.loads(json.dumps(expected))
    assert answer.json()["b"]["clamps"] == ["layer0.f@2=0"]


def test_a_run_with_scaled_weights(client: TestClient) -> None:
    against = RunRequest.of("small", SENTENCE, scales=("layer0.U=0.5",)).query
    told = client.get(COMPARE, params={"text": SENTENCE, "against": against, "signal": "h"})
    ComparisonDocument.model_validate_json(told.content, strict=True)
    assert ("scales" in told.json()["a"], told.json()["b"]["scales"]) == (False, ["layer0.U=0.5"])
    assert any(any(row) for row in told.json()["differences"][0]["values"])


def test_two_models_on_one_sentence(client: TestClient, service: Service) -> None:
    answer = client.get(COMPARE, params={"text": SENTENCE, "against": urlencode({"model": "plain", "text": SENTENCE})})
    ComparisonDocument.model_validate_json(answer.content, strict=True)
    one, other = (service.catalog.get(name).trace(SENTENCE) for name in ("small", "plain"))
    assert answer.json() == json.loads(json.dumps(compare(one, other).to_dict()))
    assert (answer.json()["same_weights"], answer.json()["largest"]) == (False, [])


def test_what_a_reader_has_is_not_sent_again(client: TestClient) -> None:
    asked = {"text": SENTENCE, "against": urlencode({"text": OTHER})}
    first = client.get(COMPARE, params=asked)
    assert first.headers["cache-control"] == "public, max-age=300"
    again = client.get(COMPARE, params=asked, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    spelled = client.get(COMPARE, params=asked | {"against": f"t=3&model=small&text={OTHER}"})
    assert spelled.headers["etag"] == first.headers["etag"], "one run, however it is written"
    changes = ({"against": "text=the"}, {"text": OTHER}, {"signal": "c"}, {"signal": "c", "layer": "layer0"})
    tags = [client.get(COMPARE, params=asked | change).headers["etag"] for change in changes]
    assert len({*tags, first.headers["etag"]}) == 4, "layer0 is the layer where none is named"


@pytest.mark.parametrize(
    ("query", "status", "code", "field"),
    [
        ({}, 400, "missing_parameter", "against"),
        ({"against": ""}, 400, "missing_parameter", "against"),
        ({"against": "model=small"}, 400, "missing_parameter", "against"),
        ({"against": "text="}, 400, "empty_text", "against"),
        ({"against": "text=the%00cat"}, 400, "control_character", "against"),
        ({"against": "text=a&text=b"}, 400, "bad_parameter", "against"),
        ({"against": "text=the&model=nobody"}, 404, "unknown_model", "against"),
        ({"against": "text=the&clamp=layer0.f%3D7"}, 400, "bad_clamp", "against"),
        ({"against": "text=the&clamp=zz"}, 400, "bad_clamp", "against"),
        ({"against": "text=the&write=x"}, 400, "bad_writing", "against"),
        ({"against": f"text={'a+' * 500}"}, 413, "too_many_steps", "against"),
        ({"against": f"text={'a' * 5_000}"}, 413, "text_too_long", "against"),
        ({"against": "text=the", "clamp": "layer0.f=7"}, 400, "bad_clamp", "clamp"),
        ({"against": "text=the", "signal": "zz"}, 404, "unknown_signal", "signal"),
        ({"against": "text=the", "signal": "c", "layer": "layer9"}, 404, "unknown_layer", "layer"),
        ({"against": "text=the&model=plain", "signal": "h"}, 400, "other_units", "against"),
    ],
)
def test_errors(client: TestClient, query: dict[str, str], status: int, code: str, field: str) -> None:
    answer = client.get(COMPARE, params={"text": "the cat", **query}, headers={"If-None-Match": "*"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (status, code)
    assert answer.json()["error"]["field"] == field
    told = answer.json()["error"]["message"].startswith("In the run to compare with: ")
    assert told == (query.get("against") not in (None, "text=the") and code != "other_units")
    assert len(answer.text) < 700


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service with a small model of every kind."""
    folder = tmp_path_factory.mktemp("compared")
    for model in MODELS.values():
        write(folder, model)
    chosen = Settings(zoo=False, models=tuple(folder / f"{name}.safetensors" for name in MODELS))
    with TestClient(create_app(chosen, Service.start(chosen))) as opened:
        yield opened


def test_every_kind_against_every_kind(every_kind: TestClient) -> None:
    """What reads the same is compared; what does not is refused by both names."""
    for a, one in MODELS.items():
        for b, other in MODELS.items():
            against = urlencode({"model": b, "text": TEXTS[b]})
            answer = every_kind.get(COMPARE, params={"model": a, "text": TEXTS[a], "against": against})
            if one.spec.reads == other.spec.reads:
                ComparisonDocument.model_validate_json(answer.content, strict=True)
                continue
            error = answer.json()["error"]
            assert (answer.status_code, error["code"], error["field"]) == (400, "not_comparable", "against")
            assert {f"{a} reads {one.spec.reads}", f"{b} reads {other.spec.reads}"} <= {
                part.strip(" :") for part in error["message"].split(":")[0].split(",")
            }


def test_the_command(environment: dict[str, str], weights: Path) -> None:
    result = run(environment, "compare", SENTENCE, "--against", urlencode({"text": OTHER, "clamp": "layer0.f=0"}))
    assert (result.returncode, result.stderr) == (0, "")
    model = load(weights)
    expected = compare(model.trace(SENTENCE), model.trace(OTHER, ("layer0.f=0",))).to_dict()
    assert json.loads(result.stdout) == json.loads(json.dumps(expected))
    refused(run(environment, "compare", "the", "--against", "text="), "The text has no word.")
