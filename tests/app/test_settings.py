"""Settings out of the environment; limits that are told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.catalog import Catalog
from app.main import create_app
from app.service import Service
from app.settings import Settings
from lstm_core.errors import InputError, NotFoundError, WeightsError
from tests.app.conftest import write_model


def test_defaults() -> None:
    settings = Settings.from_environment({})
    assert settings == Settings()
    assert (settings.host, settings.port) == ("127.0.0.1", 8000)
    assert (settings.characters, settings.steps) == (4_000, 400)


def test_every_setting_can_be_set() -> None:
    given = {
        "host": ("0.0.0.0", "0.0.0.0"),
        "port": ("0", 0),
        "characters": ("10", 10),
        "steps": ("5", 5),
        "clamps": ("0", 0),
        "boot_words": ("7", 7),
        "trace_cache": ("3", 3),
        "cache_megabytes": ("9", 9),
        "patience": ("2", 2),
        "trainings": ("3", 3),
        "train_updates": ("500", 500),
        "train_units": ("64", 64),
        "train_seconds": ("6", 6),
        "request_seconds": ("4", 4),
        "shutdown_seconds": ("1", 1),
        "zoo": ("no", False),
        "models": (os.pathsep.join(("a.safetensors", "b.safetensors")), (Path("a.safetensors"), Path("b.safetensors"))),
        "default_model": ("b", "b"),
        "frame_ancestors": ("https://a.example 'self'", "https://a.example 'self'"),
    }
    assert set(given) == set(Settings.model_fields)
    read = Settings.from_environment({f"GATEWALK_{name.upper()}": raw for name, (raw, _) in given.items()})
    assert {name: getattr(read, name) for name in given} == {name: value for name, (_, value) in given.items()}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("PORT", "http"), ("PORT", "65536"), ("PORT", "-1"), ("STEPS", "0"), ("STEPS", "1.5"), ("ZOO", "maybe")),
        *(("CHARACTERS", ""), ("FRAME_ANCESTORS", "*; script-src *"), ("FRAME_ANCESTORS", "*\nX: y")),
        *(("FRAME_ANCESTORS", " "), ("FRAME_ANCESTORS", "https://ä.example")),
    ],
)
def test_a_value_that_cannot_be_read(name: str, value: str) -> None:
    with pytest.raises(InputError, match=f"The environment variable GATEWALK_{name} is") as caught:
        Settings.from_environment({f"GATEWALK_{name}": value})
    assert (caught.value.code, caught.value.field) == ("bad_setting", f"GATEWALK_{name}")
    assert len(str(caught.value)) < 400


def test_what_was_expected_is_told() -> None:
    for name, expected in (("PORT", "A whole number from 0 to 65535."), ("ZOO", "1 or 0: whether")):
        with pytest.raises(InputError) as caught:
            Settings.from_environment({f"GATEWALK_{name}": "x" * 10_000})
        assert caught.value.expected.startswith(expected)


def test_limits_are_settings_and_are_told(weights: Path) -> None:
    settings = Settings(zoo=False, models=(weights,), characters=12, steps=3)
    with TestClient(create_app(settings)) as client:
        assert client.get("/api/v1/models").json()["limits"] == {"characters": 12, "steps": 3}
        assert client.get("/api/v1/trace", params={"text": "a a a"}).status_code == 200
        steps = client.get("/api/v1/trace", params={"text": "a a a a"}).json()["error"]
        assert (steps["message"], steps["expected"]) == (
            "The sentence has 4 words and marks.",
            "At most 3 words and marks.",
        )
        long = client.get("/api/v1/trace", params={"text": "a" * 13}).json()["error"]
        assert (long["message"], long["expected"]) == ("The sentence has 13 characters.", "At most 12 characters.")


def test_default_model(weights: Path, rnn_weights: Path) -> None:
    models = (weights, rnn_weights)
    assert Catalog.load(Settings(zoo=False, models=models)).default == "small"
    assert Catalog.load(Settings(zoo=False, models=models, default_model="plain")).default == "plain"
    with pytest.raises(NotFoundError, match="no model called “other”"):
        Catalog.load(Settings(zoo=False, models=models, default_model="other"))


def test_no_model_and_two_of_one_name(weights: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no model to serve"):
        Catalog.load(Settings(zoo=False))
    twin = write_model(tmp_path / "twin.safetensors", "small", seed=3)
    with pytest.raises(InputError, match="Two models have one name: small, small"):
        Catalog.load(Settings(zoo=False, models=(weights, twin)))


def test_a_service_does_not_start_on_tampered_weights(weights: Path, tmp_path: Path) -> None:
    data = bytearray(weights.read_bytes())
    data[-3] ^= 1
    tampered = tmp_path / "tampered.safetensors"
    tampered.write_bytes(data)
    with pytest.raises(WeightsError, match=r"tampered\.safetensors"):
        Service.start(Settings(zoo=False, models=(tampered,)))
