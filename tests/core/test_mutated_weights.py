"""4,000 weights files gone wrong: each is refused by name or read as what was written; none is anything else."""

from __future__ import annotations

import contextlib
import json
import os
import random
import tracemalloc
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from lstm_core import Model, load
from lstm_core.errors import InputError, WeightsError
from lstm_core.weights import native
from tests.core.cell_checks import KINDS, small_model
from tests.core.mutations import MUTATIONS, digest, join, respecified, split

EACH = 500  # files for each kind of model
assert EACH * len(KINDS) == 4_000


def written(path: Path, kind: str, **spec: object) -> tuple[bytes, Model]:
    model = small_model(kind=kind, units=2, **spec)
    native.save(path, dict(model.params), model.spec)
    return path.read_bytes(), load(path)


def loaded(path: Path) -> Model | WeightsError:
    try:
        return load(path)
    except WeightsError as error:
        return error


def runs(model: Model, text: str) -> None:
    """A text may be one that the model cannot read; if it can, its trace can be written and sent."""
    with contextlib.suppress(InputError):
        model.trace(text).to_json().encode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_mutated_file_is_refused_or_is_what_was_written(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "small.safetensors"
    data, model = written(path, kind)
    chance = random.Random(f"weights {kind}")
    told: Counter[str] = Counter()
    for number in range(EACH):
        mutation = MUTATIONS[number % len(MUTATIONS)]
        path.write_bytes(mutation(data, chance))
        found = loaded(path)
        told[found.code if isinstance(found, WeightsError) else "read"] += 1
        if isinstance(found, WeightsError):
            assert found.message.startswith("small.safetensors: ")
            assert found.expected and found.action
        elif mutation is respecified:  # another model, maybe, but a whole one
            runs(found, KINDS[kind].text)
        else:
            assert found.spec == model.spec
            assert list(found.params) == list(model.params)
            assert all(np.array_equal(found.params[name], model.params[name]) for name in model.params)
    assert sum(told.values()) == EACH
    assert set(told) >= {"read", "not_weights", "truncated", "bad_spec", "bad_tensors", "tampered"}, told


@pytest.mark.parametrize("kind", KINDS)
def test_huge_counts_cost_no_memory(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "small.safetensors"
    data, _ = written(path, kind)
    header, tensors = split(data)
    document = json.loads(header)
    described = json.loads(document["__metadata__"]["spec"])
    del described["digest"]
    huge = {
        key: 65_536 if isinstance(value, int) and not isinstance(value, bool) else value
        for key, value in described.items()
    }
    document["__metadata__"]["spec"] = json.dumps(huge | {"digest": digest(data, huge)})
    path.write_bytes(join(json.dumps(document), tensors))
    tracemalloc.start()
    try:
        with pytest.raises(WeightsError):
            load(path)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_what_has_no_end_or_says_nothing_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe"):
        with pytest.raises(WeightsError, match=r"cannot be read \(it is no regular file\)") as caught:
            load(path)
        assert caught.value.code == "unreadable"


def test_a_file_over_the_limit_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "small.safetensors"
    data, _ = written(path, "vanilla")
    monkeypatch.setattr(native, "LARGEST", len(data))
    load(path)
    monkeypatch.setattr(native, "LARGEST", len(data) - 1)
    with pytest.raises(WeightsError, match="is larger than"):
        load(path)
