"""The native weights file: safetensors, with the model's spec and a digest as JSON in its metadata entry ``spec``.

    8 bytes       length N of the header, little-endian
    N bytes       JSON: each tensor's dtype, shape and place, and ``{"__metadata__": {"spec": "…"}}``
    the rest      the tensors

Tensors are stored as float16, float32 or float64 and computed with in the spec's own dtype. The spec's entry
``digest`` is the sha256 of everything else that counts, so a changed byte is found in a file that no manifest lists.
Format: https://github.com/huggingface/safetensors
"""

from __future__ import annotations

import hashlib
import json
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load as load_tensors
from safetensors.numpy import save as save_tensors

from lstm_core.errors import NotFoundError, WeightsError
from lstm_core.functional import Array
from lstm_core.models import ModelSpec, read_spec, shapes_of, write_spec

_STORED = ("float16", "float32", "float64")
#: Bytes of the largest file that is read: all of it is held in memory.
LARGEST = 1 << 30


def save(path: str | Path, params: Mapping[str, Array], spec: ModelSpec, storage: str | None = None) -> str:
    """Write a model's weights; return the file's sha256.

    ``storage`` is float16, float32 or float64, by default the spec's dtype. The same weights give the same bytes.
    Raises WeightsError for a tensor that is missing, extra, misshapen or not finite (in ``storage``, too).
    """
    storage = spec.dtype if storage is None else storage
    if storage not in _STORED:
        raise _refuse("wrong_dtype", f"Weights cannot be stored as {storage}.", f"Storage is one of {_STORED}.")
    with np.errstate(over="ignore"):  # what float16 cannot hold becomes inf, which _check names
        tensors = {name: np.ascontiguousarray(array, dtype=storage) for name, array in params.items()}
    _check(tensors, spec)
    described = json.loads(json.dumps(write_spec(spec)))
    described["digest"] = _digest(tensors, described)
    data = save_tensors(tensors, {"spec": json.dumps(described, ensure_ascii=False)})
    Path(path).write_bytes(data)
    return hashlib.sha256(data).hexdigest()


def read(path: str | Path) -> tuple[dict[str, Array], ModelSpec, str]:
    """Read a weights file: ``(params, spec, sha256)``, the arrays read-only and in the spec's dtype.

    Raises NotFoundError where there is no such file, WeightsError for one that is damaged, tampered with or no
    weights file, saying which part is wrong.
    """
    path = Path(path)
    data = _bytes(path)
    with _named(path):
        params, spec = _parse(data)
    return params, spec, hashlib.sha256(data).hexdigest()


def describe(path: str | Path) -> ModelSpec:
    """The spec of a weights file, from its header alone: its tensors and its digest are not looked at.

    Raises NotFoundError and WeightsError as ``read`` does.
    """
    path = Path(path)
    data = _bytes(path)
    with _named(path):
        return read_spec(_described(_header(data))[0])


@contextmanager
def _named(path: Path) -> Iterator[None]:
    """Puts the file's name before what is wrong with it."""
    try:
        yield
    except WeightsError as error:
        error.message = f"{path.name}: {error.message}"
        error.args = (f"{error.message} {error.expected} {error.action}",)
        raise


def _refuse(code: str, message: str, expected: str) -> WeightsError:
    return WeightsError(
        code=code,
        message=message,
        expected=expected,
        action="Take the file anew from where it came, or train it again.",
    )


def _bytes(path: Path) -> bytes:
    """The contents of a regular file: a device or a pipe could go on for ever, or keep its reader waiting."""
    try:
        told = path.stat()
        if not stat.S_ISREG(told.st_mode):
            raise OSError("it is no regular file")
        if told.st_size > LARGEST:
            raise OSError(f"it is larger than {LARGEST:,} bytes")
        with path.open("rb") as file:
            return file.read(told.st_size + 1)  # where more is read than it had, it is not as long as its header says
    except FileNotFoundError:
        raise NotFoundError(
            code="unknown_model",
            message=f"There is no model “{path}”.",
            expected="A model is named by the name of a shipped one or by the path of a weights file.",
            action="Choose one of lstm_core.models() or give the path of a file that exists.",
            field="model",
        ) from None
    except (OSError, ValueError) as error:
        raise _refuse(
            "unreadable", f"{path} cannot be read ({error}).", "A weights file is a readable file."
        ) from error


def _parse(data: bytes) -> tuple[dict[str, Array], ModelSpec]:
    described, digest = _described(_header(data))
    spec = read_spec(described)
    try:
        tensors = load_tensors(data)
    except (SafetensorError, KeyError, TypeError, ValueError) as error:
        raise _refuse(
            "bad_tensors", f"its tensors cannot be read ({error}).", "Tensors are stored as safetensors tells."
        ) from error
    _check(tensors, spec)
    if digest != _digest(tensors, described):
        raise _refuse(
            "tampered", "its contents have been changed.", "Weights and spec have the digest written beside them."
        )
    params = {name: tensors[name].astype(spec.dtype) for name in shapes_of(spec)}
    for array in params.values():
        array.flags.writeable = False
    return params, spec


def _header(data: bytes) -> dict[str, Any]:
    """Return the JSON header, once the file is seen to be as long as it says."""
    expected = "A native file is safetensors: a length, a JSON header of that length, then the tensors."
    size = int.from_bytes(data[:8], "little")
    if len(data) < 8 or data[8:9] != b"{":
        raise _refuse("not_weights", "it is no safetensors file.", expected)
    if len(data) < 8 + size:
        raise _refuse("truncated", f"it breaks off inside its header, after {len(data)} bytes.", expected)
    try:
        header: dict[str, Any] = json.loads(data[8 : 8 + size])
        ends = [entry["data_offsets"][1] for name, entry in header.items() if name != "__metadata__"]
        whole = 8 + size + max(ends, default=0)
        told = f"By its header it has {whole} bytes."
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise _refuse("not_weights", f"its header cannot be read ({error}).", expected) from error
    if len(data) != whole:
        code, what = ("truncated", "breaks off") if len(data) < whole else ("not_weights", "goes on")
        raise _refuse(code, f"it {what} after {len(data)} bytes.", told)
    return header


def _described(header: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the specification as the header has it, and the digest beside it."""
    try:
        described = json.loads(header["__metadata__"]["spec"])
        digest = described.pop("digest")
        json.dumps(described, ensure_ascii=False).encode()  # half a surrogate pair can be read, and never written
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise _refuse(
            "bad_spec",
            f"its specification cannot be read ({type(error).__name__}: {error}).",
            "The metadata entry “spec” holds the model's specification and digest as JSON.",
        ) from error
    return described, digest


def _check(tensors: Mapping[str, Array], spec: ModelSpec) -> None:
    shapes = shapes_of(spec)
    for name, shape in shapes.items():
        told = f"The {spec.cell} model “{spec.name}” needs {name} of shape {shape}."
        if name not in tensors:
            raise _refuse("missing_tensor", f"the tensor {name} is missing.", told)
        tensor = tensors[name]
        if tensor.shape != shape:
            raise _refuse("wrong_shape", f"the tensor {name} has the shape {tensor.shape}.", told)
        if tensor.dtype.name not in _STORED:
            raise _refuse("wrong_dtype", f"the tensor {name} is of {tensor.dtype.name}.", f"Tensors are of {_STORED}.")
        if not np.isfinite(tensor).all():
            raise _refuse("not_finite", f"the tensor {name} holds NaN or infinity.", "Weights are finite numbers.")
    if extra := sorted(set(tensors) - set(shapes)):
        raise _refuse(
            "extra_tensor", f"it holds the unknown tensor {extra[0]}.", f"Its tensors are: {', '.join(shapes)}."
        )


def _digest(tensors: Mapping[str, Array], described: Mapping[str, Any]) -> str:
    """The digest of weights and specification as written: entries that a later version adds do not change it."""
    found = hashlib.sha256(json.dumps(described, sort_keys=True).encode())
    for name in sorted(tensors):
        found.update(f"{name} {tensors[name].dtype.name} {tensors[name].shape}".encode())
        found.update(tensors[name].astype(tensors[name].dtype.newbyteorder("<"), copy=False).tobytes())
    return found.hexdigest()
