"""The service as it is shipped: its real models, the default one, their cards, and the first paint of the page."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from starlette.testclient import TestClient

from app.main import create_app
from app.model_schemas import ModelList
from app.settings import Settings
from lstm_core import zoo
from lstm_core.zoo.sayings import sayings
from tests.app.events import check_steps, parse
from tests.page.recompute.weights_file import read_weights

UNKNOWN = "Qzyrland"


@pytest.fixture(scope="module")
def shipped() -> Iterator[TestClient]:
    with TestClient(create_app(Settings())) as client:
        yield client


@pytest.fixture(scope="module")
def told(shipped: TestClient) -> ModelList:
    return ModelList.model_validate_json(shipped.get("/api/v1/models").content, strict=True)


def test_every_card_is_told_in_its_order(told: ModelList) -> None:
    cards = list(zoo.manifest().values())
    assert told.default == cards[0].name
    for model, card in zip(told.models, cards, strict=True):
        assert (model.name, model.title, model.description) == (card.name, card.title, card.description)
        assert (model.group, model.task, model.cell, model.sha256) == (card.group, card.task, card.cell, card.sha256)
        assert [source.name for source in model.data] == [source.name for source in card.data]
        assert model.examples == list(card.examples)
        assert len(set(model.examples)) == len(model.examples) > 1
        assert model.scores == card.scores != {}
        assert model.measured == list(sayings(card.scores)) != []


@pytest.mark.parametrize("name", zoo.manifest())
def test_the_card_is_true_of_the_file(told: ModelList, name: str) -> None:
    card, path = zoo.manifest()[name], zoo.path(name)
    (entry,) = (model for model in told.models if model.name == name)
    tensors, spec = read_weights(path)
    assert card.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert card.parameters == entry.parameters == sum(tensor.size for tensor in tensors.values())
    for told_by, keys in (
        (card, ("name", "task", "cell", "units")),
        (entry, ("name", "task", "cell", "units", "architecture", "reads", "outputs", "embedding")),
    ):
        assert {key: getattr(told_by, key) for key in keys} == {key: spec[key] for key in keys}
    assert entry.vocabulary == len(spec["vocabulary"])
    assert entry.symbols == (spec["vocabulary"] if spec["reads"] == "letters" else [])
    for layer in entry.layers:
        if layer.kind != "recurrent":
            assert (layer.cell, layer.units) == ("letter-cnn", spec["letters"]["filters"])
            continue
        widths = {tensor.shape for key, tensor in tensors.items() if key.startswith(f"{layer.name}.W_")}
        assert widths == {(layer.units, layer.inputs)}


@pytest.mark.parametrize("name", zoo.manifest())
def test_every_example_runs(shipped: TestClient, told: ModelList, name: str) -> None:
    (entry,) = (model for model in told.models if model.name == name)
    for text in entry.examples:
        answer = shipped.get("/api/v1/trace", params={"text": text, "model": name})
        assert answer.status_code == 200, text
        check_document(answer.json(), entry.task, entry.outputs)


def check_document(document: dict[str, Any], task: str, outputs: list[str]) -> None:
    """Every number of a trace is one, and it says what a model of its task says."""
    for layer in document["layers"]:
        first, stop = layer.get("span", (0, len(document["tokens"])))
        for rows in layer["signals"].values():
            assert len(rows) == stop - first
            assert np.isfinite(rows).all()
    read = [t for t, token in enumerate(document["tokens"]) if "role" not in token]
    for t, top in enumerate(document["top"]):
        assert bool(top) == (task != "transduce" or t not in read)
        values = [value for _, value in top]
        if task == "forecast":
            assert [name for name, _ in top] == ["next"] and np.isfinite(values).all()
        else:
            assert values == sorted(values, reverse=True) and min(values, default=0) >= 0 and sum(values) < 1 + 1e-6
    answer = document.get("answer")
    assert (answer is not None) == (task in ("class", "transduce"))
    if task == "class":
        assert answer["text"] == answer["top"][0][0] and {name for name, _ in answer["top"]} == set(outputs)
    if task == "transduce":
        said = [token["text"] for token in document["tokens"][len(read) :]]
        assert answer["stopped"] == "end" and said[-1] == outputs[0] and answer["text"], "an example ends by itself"


@pytest.mark.parametrize("name", zoo.manifest())
def test_stream_equals_the_trace_to_the_bit(shipped: TestClient, told: ModelList, name: str) -> None:
    (entry,) = (model for model in told.models if model.name == name)
    words = entry.reads == "words"
    asked = {"text": f"{UNKNOWN} {entry.examples[0]}" if words else entry.examples[0], "model": name}
    document = shipped.get("/api/v1/trace", params=asked).json()
    start, *steps, end = parse(shipped.get("/api/v1/trace/stream", params=asked).text)
    check_steps(steps, start.data["layout"], document)
    assert end.data == {"steps": len(document["tokens"])}
    assert start.data.get("answer") == document.get("answer")
    assert document["tokens"][0]["known"] == (not words)
    assert document["tokens"][1]["known"]


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_first_paint_carries_the_first_example(shipped: TestClient, path: str) -> None:
    html = shipped.get(path).text
    (text,) = re.findall(r'<script type="application/json" id="boot"[^>]*>(.*?)</script>', html, re.DOTALL)
    boot = json.loads(text)
    first = boot["models"]["models"][0]
    assert boot["error"] is None
    assert boot["models"] == shipped.get("/api/v1/models").json()
    assert boot["trace"]["text"] == first["examples"][0]
    assert boot["trace"]["model"]["name"] == boot["models"]["default"] == first["name"]
