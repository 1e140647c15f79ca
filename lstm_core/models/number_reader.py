"""Reads numbers: one step each, as features that know nothing of the future.

    s_t = √(mean of (v_k − v_{k−1})², k = 1 … t)          how large a step usually is, s_0 = 0
    m_t, σ_t = mean and deviation of v_0 … v_t
    x_t = [(v_t − v_{t−1}) / s_t, (v_t − m_t) / σ_t]      (2,), the first 0 at t = 0; a zero below counts as 1

A model that says y_t at step t forecasts v_{t+1} = v_t + s_t·y_t: what it learned on one series serves for any other,
whatever its unit. v (T,), x (T, 2).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from lstm_core.errors import InputError
from lstm_core.functional import Array
from lstm_core.layers.base import Shapes
from lstm_core.models.reading import Reader, Reading
from lstm_core.models.spec import ModelSpec
from lstm_core.tokenizer import Token

FEATURES = 2  # numbers that are read of one number of a series
LARGEST = 1e9  # a value beyond this loses the digits that tell one step from the next
_PIECE = re.compile(r"[^\s,;]+")
_NUMBER = re.compile(r"[-+−]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?", re.ASCII)  # Python's own float() also takes 1_0 and nan


@dataclass(frozen=True, kw_only=True)
class Series(Reading):
    """A series as it is read, and what turns a model's answer into a value."""

    values: Array  # (T,) float64
    step: Array  # (T,) float64, s_t


def features(values: Array) -> tuple[Array, Array]:
    """(x (T, 2), s (T,)) of this file's equations, in float64."""
    v = np.asarray(values, np.float64)
    T = len(v)
    differences = np.diff(v, prepend=v[:1])  # (T,)
    s = np.sqrt(np.cumsum(differences**2) / np.maximum(1, np.arange(T)))  # (T,)
    n = np.arange(1, T + 1)
    origin = v - v[0]  # sums of small numbers stay exact
    mean = np.cumsum(origin) / n
    deviation = np.sqrt(np.maximum(0, np.cumsum(origin**2) / n - mean**2))
    level = (origin - mean) / np.where(deviation > 0, deviation, 1)
    return np.stack([differences / np.where(s > 0, s, 1), level], axis=-1), s


class NumberReader(Reader):
    """Numbers separated by spaces, commas, semicolons or lines; a decimal point, no decimal comma."""

    def __init__(self, spec: ModelSpec) -> None:
        self._dtype = spec.dtype

    def shapes(self) -> Shapes:
        """See ``Reader.shapes``: it has no parameters."""
        return {}

    def encode(self, text: str) -> list[Token]:
        """See ``Reader.encode``; InputError ``not_a_number`` names the piece that is none."""
        pieces = list(_PIECE.finditer(text)) if isinstance(text, str) else []
        if not pieces:
            raise _refuse("empty_text", "The series has no number.", "A series has at least one number.")
        return [Token(found[0], found[0], None, True, found.start(), found.end()) for found in map(_checked, pieces)]

    def read(self, params: Mapping[str, Array], tokens: Sequence[Token]) -> Series:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.read``."""
        values = np.array([_value(token.text) for token in tokens], np.float64)
        x, s = features(values)
        return Series(tokens=list(tokens), given=x.astype(self._dtype), values=values, step=s)

    def room(self, reading: Reading, further: int) -> Series:
        """See ``Reader.room``."""
        wider = super().room(reading, further)
        assert isinstance(wider, Series)
        more = np.zeros(further)
        return replace(wider, values=np.append(wider.values, more), step=np.append(wider.step, more))

    def put(self, params: Mapping[str, Array], reading: Reading, t: int, token: Token) -> None:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.put``; the features are sums from the first number on, so the rows before stay as they are."""
        assert isinstance(reading, Series)
        reading.values[t] = _value(token.text)
        x, s = features(reading.values[: t + 1])
        reading.given[t], reading.step[t] = x[t], s[t]

    def forward(self, params: Mapping[str, Array], codes: Array) -> tuple[Array, None]:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.forward``; the codes are the features (T, B, 2) themselves."""
        return codes, None

    def backward(self, params: Mapping[str, Array], codes: Array, cache: None, d_given: Array) -> dict[str, Array]:  # noqa: ARG002 - the shape of every reader
        """See ``Reader.backward``."""
        return {}


def _value(text: str) -> float:
    return float(text.replace("−", "-"))


def _checked(piece: re.Match[str]) -> re.Match[str]:
    expected = f"Numbers like 12 or -3.5, none larger than {LARGEST:,.0f}, separated by spaces, commas or lines."
    if not _NUMBER.fullmatch(piece[0]):
        raise _refuse("not_a_number", f"“{piece[0][:40]}” is no number.", expected)
    if abs(_value(piece[0])) > LARGEST:
        raise _refuse("not_a_number", f"“{piece[0][:40]}” is too large.", expected)
    return piece


def _refuse(code: str, message: str, expected: str) -> InputError:
    return InputError(
        code=code, message=message, expected=expected, action="Type numbers such as 3 4 5.5 6.", field="text"
    )
