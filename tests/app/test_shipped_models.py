"""The service as it is shipped: its real models, the default one, their cards, and the first paint of the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

import lstm_core
from app.main import create_app
from app.schemas import ModelList
from app.settings import Settings
from tests.app.events import check_steps, parse

SHIPPED = ("reader-32", "reader-128")


@pytest.fixture(scope="module")
def shipped() -> Iterator[TestClient]:
    with TestClient(create_app(Settings())) as client:
        yield client


def test_cards(shipped: TestClient) -> None:
    told = ModelList.model_validate_json(shipped.get("/api/v1/models").content, strict=True)
    assert told.default == "reader-32"
    assert {model.name for model in told.models} >= set(SHIPPED)
    for model, card in zip(told.models, lstm_core.models(), strict=True):
        assert (model.name, model.title, model.description) == (card.name, card.title, card.description)
        assert (model.sha256, model.units, model.parameters) == (card.sha256, card.units, card.parameters)
        assert [source.name for source in model.data] == [source.name for source in card.data]
        assert model.examples == list(card.examples)
        assert len(model.examples) > 1
        assert model.scores


@pytest.mark.parametrize("model", SHIPPED)
def test_stream_equals_the_trace_to_the_bit(shipped: TestClient, model: str) -> None:
    asked = {"text": "Anna grew up in France and moved to Qzyrland , so she still speaks", "model": model}
    document = shipped.get("/api/v1/trace", params=asked).json()
    start, *steps, end = parse(shipped.get("/api/v1/trace/stream", params=asked).text)
    check_steps(steps, start.data["layout"], document)
    assert end.data == {"steps": len(document["tokens"])}
    known = {token["text"]: token["known"] for token in document["tokens"]}
    assert known["France"]
    assert not known["Qzyrland"]


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_first_paint_carries_the_first_example(shipped: TestClient, path: str) -> None:
    html = shipped.get(path).text
    (text,) = re.findall(r'<script type="application/json" id="boot">(.*?)</script>', html, re.DOTALL)
    boot = json.loads(text)
    assert boot["error"] is None
    assert boot["models"] == shipped.get("/api/v1/models").json()
    assert boot["trace"]["text"] == boot["models"]["models"][0]["examples"][0]
    assert boot["trace"]["model"]["name"] == "reader-32"
