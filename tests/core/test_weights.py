"""The native weights file: what is written comes back, and whatever else a file may be is told by name."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import save as save_tensors

from lstm_core.errors import NotFoundError, WeightsError
from lstm_core.models import read_spec, shapes_of, write_spec
from lstm_core.weights import native
from tests.core.cell_checks import random_params, small_spec

Params = dict[str, np.ndarray]
SPEC = small_spec()


@pytest.fixture
def params() -> Params:
    return random_params(shapes_of(SPEC), 4, "float32")


@pytest.fixture
def file(tmp_path: Path, params: Params) -> Path:
    native.save(tmp_path / "small.safetensors", params, SPEC)
    return tmp_path / "small.safetensors"


def refused(path: Path, code: str, words: str) -> None:
    with pytest.raises(WeightsError) as caught:
        native.read(path)
    assert caught.value.code == code
    assert caught.value.message.startswith(f"{path.name}: ")
    assert words in str(caught.value)
    assert caught.value.expected
    assert caught.value.action


@pytest.mark.parametrize("cell", ["lstm", "rnn"])
@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("storage", [None, "float16", "float32", "float64"])
def test_what_is_written_comes_back(tmp_path: Path, cell: str, dtype: str, storage: str | None) -> None:
    spec = small_spec(cell, dtype)
    params = random_params(shapes_of(spec), 4, dtype)
    path = tmp_path / "a.safetensors"
    sha256 = native.save(path, params, spec, storage)
    read, read_spec, read_sha256 = native.read(path)
    assert read_spec == spec
    assert sha256 == read_sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert list(read) == list(shapes_of(spec))
    for name, values in params.items():
        assert read[name].dtype == dtype
        assert np.array_equal(read[name], values.astype(storage or dtype).astype(dtype)), name
        assert not read[name].flags.writeable
    native.save(tmp_path / "b.safetensors", dict(reversed(params.items())), spec, storage)
    assert (tmp_path / "b.safetensors").read_bytes() == path.read_bytes()


def test_every_truncation_is_found(file: Path) -> None:
    data = file.read_bytes()
    for length in [*range(0, 400, 7), *range(400, len(data), 211), len(data) - 1]:
        file.write_bytes(data[:length])
        refused(file, "truncated" if length > 8 else "not_weights", "breaks off" if length > 8 else "no safetensors")


def test_every_flipped_byte_is_found(file: Path) -> None:
    data = file.read_bytes()
    header = 8 + int.from_bytes(data[:8], "little")
    for place in [*range(0, header, 13), *range(header, len(data), 97), len(data) - 1]:
        flipped = bytearray(data)
        flipped[place] ^= 0x01
        file.write_bytes(flipped)
        with pytest.raises(WeightsError, match=r"^small\.safetensors: "):
            native.read(file)


def test_a_changed_weight_is_told_as_such(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[-1] ^= 0x01
    file.write_bytes(data)
    refused(file, "tampered", "its contents have been changed")


def test_more_than_the_header_tells(file: Path) -> None:
    file.write_bytes(file.read_bytes() + b"\0")
    refused(file, "not_weights", "goes on")


@pytest.mark.parametrize("data", [b"", b"x", b"<html>not here</html>", b"PK\x03\x04" + bytes(100), bytes(64)])
def test_what_is_no_safetensors(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "page.safetensors").write_bytes(data)
    refused(tmp_path / "page.safetensors", "not_weights", "no safetensors file")


def test_no_file_and_no_readable_one(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="There is no model"):
        native.read(tmp_path / "none.safetensors")
    with pytest.raises(WeightsError, match="cannot be read") as caught:
        native.read(tmp_path)
    assert caught.value.code == "unreadable"


def without(params: Params) -> None:
    del params["layer0.U_f"]


def with_more(params: Params) -> None:
    params["layer1.U_f"] = params["layer0.U_f"]


def misshapen(params: Params) -> None:
    params["layer0.b_g"] = params["layer0.b_g"][:-1]


def transposed(params: Params) -> None:
    params["layer0.W_o"] = params["layer0.W_o"].T


def not_a_number(params: Params) -> None:
    params["head.b"][3] = np.nan


def infinite(params: Params) -> None:
    params["letters.K"][0, 0, 0] = np.inf


DAMAGE = {
    without: ("missing_tensor", "the tensor layer0.U_f is missing"),
    with_more: ("extra_tensor", "the unknown tensor layer1.U_f"),
    misshapen: ("wrong_shape", "the tensor layer0.b_g has the shape (6,)"),
    transposed: ("wrong_shape", "layer0.W_o of shape (7, 6)"),
    not_a_number: ("not_finite", "the tensor head.b holds NaN or infinity"),
    infinite: ("not_finite", "the tensor letters.K holds NaN or infinity"),
}


def written_by_another(path: Path, params: Params, described: object) -> Path:
    """A file as another program could write it, with a digest of its own."""
    save = {name: np.ascontiguousarray(value) for name, value in params.items()}
    path.write_bytes(save_tensors(save, {"spec": json.dumps(described)}))
    return path


@pytest.mark.parametrize("damage", DAMAGE)
def test_tensors_that_are_not_the_models(tmp_path: Path, params: Params, damage: Callable[[Params], None]) -> None:
    code, words = DAMAGE[damage]
    damage(params)
    with pytest.raises(WeightsError) as caught:
        native.save(tmp_path / "a.safetensors", params, SPEC)
    assert caught.value.code == code
    assert words in str(caught.value)
    assert not (tmp_path / "a.safetensors").exists()
    refused(written_by_another(tmp_path / "b.safetensors", params, write_spec(SPEC) | {"digest": ""}), code, words)


def test_what_a_narrow_storage_cannot_hold(tmp_path: Path, params: Params) -> None:
    params["head.p"][0] = 1e6
    with pytest.raises(WeightsError, match=r"head\.p holds NaN or infinity"):
        native.save(tmp_path / "a.safetensors", params, SPEC, "float16")
    with pytest.raises(WeightsError, match="cannot be stored as int8"):
        native.save(tmp_path / "a.safetensors", params, SPEC, "int8")


def test_whole_numbers_are_no_weights(tmp_path: Path, params: Params) -> None:
    params["head.b"] = np.zeros(len(SPEC.vocabulary), np.int32)
    path = written_by_another(tmp_path / "a.safetensors", params, write_spec(SPEC) | {"digest": ""})
    refused(path, "wrong_dtype", "the tensor head.b is of int32")


BAD_SPECS = {
    "task": (None, "“task” is no text"),
    "cell": ("grue", "its cell “grue” is none of rnn"),
    "units": (0, "“units” is 0"),
    "embedding": (True, "“embedding” is True"),
    "vocabulary": (["I", "i"], "holds a word twice"),
    "dtype": ("float8", "float8"),
    "letters": ({"alphabet": "abc", "dim": 2, "width": 2, "filters": 1}, "odd width"),
    "colour": ("blue", "unknown entry “colour”"),
}


@pytest.mark.parametrize("entry", BAD_SPECS)
def test_a_bad_spec(tmp_path: Path, params: Params, entry: str) -> None:
    value, words = BAD_SPECS[entry]
    described = write_spec(SPEC) | {"digest": "", entry: value}
    refused(written_by_another(tmp_path / "a.safetensors", params, described), "bad_spec", words)


@pytest.mark.parametrize("described", [None, [], "text", {}, {"digest": ""}, {"digest": "", "name": "small"}])
def test_a_spec_that_is_none(tmp_path: Path, params: Params, described: object) -> None:
    refused(written_by_another(tmp_path / "a.safetensors", params, described), "bad_spec", "specification")


def test_no_spec_at_all(tmp_path: Path, params: Params) -> None:
    (tmp_path / "a.safetensors").write_bytes(save_tensors(params))
    refused(tmp_path / "a.safetensors", "bad_spec", "specification cannot be read")


def test_a_spec_reads_back() -> None:
    for spec in (SPEC, small_spec(letters=None)):
        assert read_spec(json.loads(json.dumps(write_spec(spec)))) == spec
