"""The shipped models' manifest: each file is the one that its card names."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import lstm_core
from lstm_core import zoo
from lstm_core.errors import NotFoundError, WeightsError
from lstm_core.models import shapes_of
from lstm_core.weights import native
from lstm_core.zoo.scope import Notice
from tests.core.cell_checks import SENTENCE, random_params, small_spec


def card(name: str = "small", sha256: str = "0" * 64) -> dict[str, Any]:
    return {
        "name": name,
        "title": "A small one",
        "description": "It knows little.",
        "group": "Tests",
        "task": "next-word",
        "cell": "lstm",
        "units": 7,
        "parameters": 1234,
        "sha256": sha256,
        "data": [{"name": "sentences", "licence": "CC0", "source": "this test"}],
        "seed": 1,
        "scores": {"language": {"10": 0.5}},
        "examples": ["I grew up in France"],
        "scope": {"learned": "Sentences.", "good_at": "Places.", "gets_wrong": "The rest.", "tries": ["a", "b", "c"]},
    }


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A zoo with one model, in a folder of its own."""
    spec = small_spec()
    sha256 = native.save(tmp_path / "small.safetensors", random_params(shapes_of(spec), 1, "float32"), spec)
    (tmp_path / "manifest.json").write_text(json.dumps([card(sha256=sha256)]))
    monkeypatch.setattr(zoo, "_HERE", tmp_path)
    monkeypatch.setattr(zoo, "manifest", lambda: zoo.read_manifest(tmp_path / "manifest.json"))
    return tmp_path


def test_a_shipped_model_is_loaded_by_its_name(shipped: Path) -> None:
    assert zoo.path("small") == shipped / "small.safetensors"
    assert [model.name for model in lstm_core.models()] == ["small"]
    model = lstm_core.load("small")
    assert model.sha256 == lstm_core.models()[0].sha256
    assert len(model.trace(SENTENCE)) == 9


def test_a_changed_file_is_not_loaded(shipped: Path) -> None:
    file = shipped / "small.safetensors"
    file.write_bytes(file.read_bytes()[:-1] + b"\x00")
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    with pytest.raises(WeightsError, match=rf"small\.safetensors has the sha256 {found}") as caught:
        lstm_core.load("small")
    assert caught.value.code == "wrong_sha256"


def test_a_missing_file_is_named(shipped: Path) -> None:
    (shipped / "small.safetensors").unlink()
    with pytest.raises(WeightsError, match=r"small\.safetensors cannot be read") as caught:
        zoo.path("small")
    assert caught.value.code == "missing_file"


@pytest.mark.usefixtures("shipped")
def test_a_name_that_is_not_shipped() -> None:
    with pytest.raises(NotFoundError, match=r"no model called “large”.*The shipped models are: small"):
        zoo.path("large")


def test_cards_keep_their_order_and_read_back(tmp_path: Path) -> None:
    cards = [card("b"), card("a")]
    (tmp_path / "manifest.json").write_text(json.dumps(cards))
    read = zoo.read_manifest(tmp_path / "manifest.json")
    assert list(read) == ["b", "a"]
    assert [json.loads(json.dumps(one.to_dict())) for one in read.values()] == [
        one | {"wording": {}, "notices": []} for one in cards
    ]
    assert read["a"].data == (zoo.DataSource("sentences", "CC0", "this test"),)


NOTICE = {"unless": "a+b*", "unknown": False, "says": "No a, no b."}
BAD = {
    "{": "cannot be read",
    "{}": "no list",
    "[1]": "a card lacks",
    json.dumps([card(), card()]): "two cards have one name",
    json.dumps([{key: value for key, value in card().items() if key != "seed"}]): "seed",
    json.dumps([card() | {"colour": "blue"}]): "colour",
    json.dumps([card() | {"units": "7"}]): "“units” of a card is '7'",
    json.dumps([card() | {"data": [{"name": "sentences"}]}]): "the data of “small”",
    json.dumps([card() | {"scope": {"learned": "Sentences."}}]): "what “small” is for cannot be told",
    json.dumps([card() | {"scope": card()["scope"] | {"tries": ["one"]}}]): "['one'] are not 3 texts to try",
    json.dumps([card() | {"scope": card()["scope"] | {"good_at": " "}}]): "' ' is no text",
    json.dumps([card() | {"notices": [NOTICE | {"unless": "("}]}]): "'(' is no regular expression",
    json.dumps([card() | {"notices": [NOTICE | {"unless": None}]}]): "either an expression or unknown words",
    json.dumps([card() | {"notices": [NOTICE | {"says": "{words}"}]}]): "{words} stands in what is said",
    json.dumps([card() | {"notices": [NOTICE | {"level": 1}]}]): "entries says, unknown, unless",
}


@pytest.mark.parametrize("text", BAD, ids=BAD.values())
def test_a_manifest_that_is_wrong(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(WeightsError) as caught:
        zoo.read_manifest(tmp_path / "manifest.json")
    assert caught.value.code == "bad_manifest"
    assert BAD[text] in caught.value.message


def test_no_manifest(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="manifest of the shipped models is wrong: it cannot be read"):
        zoo.read_manifest(tmp_path / "manifest.json")


def test_a_notice_is_told_where_it_fits() -> None:
    outside = Notice("a+b*", False, "Only a and b.")
    assert outside.told(" AAb ") is None
    assert outside.told("ba") == outside.told("aab c") == "Only a and b."
    lacking = Notice(None, True, "It lacks {words}.")
    assert lacking.told("anything") is None
    assert lacking.told("pizza and pizza, please", ["pizza", "pizza", "please"]) == "It lacks pizza, please."
