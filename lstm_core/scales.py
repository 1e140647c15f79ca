"""Weights scaled by hand: parameters of a layer times a number, in one run.

A scale is written ``layer.parameter=factor``; a name without a gate means that parameter of every gate:

    layer0.U=1.5         all that h_{t−1} is multiplied by: U_f, U_i, U_o, U_g
    layer0.U_f=0.5       the forget gate's alone
    layer0.b_f=0         a gate without its bias

Of two that scale one parameter the later one counts. W' = factor · W, in the numbers of the weights (float32).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from lstm_core.errors import InputError, shortened
from lstm_core.layers.base import Layer

LONGEST = 80  # characters of a written scale
MOST = 32  # scales of one run
LARGEST = 10.0  # the factors go from 0 to this one

_GRAMMAR = re.compile(r"(?P<layer>\w+)\.(?P<name>\w+)=(?P<factor>[-+]?[\d.]+(e[-+]?\d+)?)", re.ASCII)


def _refuse(written: str, message: str, expected: str) -> InputError:
    return InputError(
        code="bad_scale",
        message=f"The scale “{shortened(written)}” cannot be used: {message}",
        expected=expected,
        action="Write it like layer0.U=1.5 or layer0.W_f=0.5 : layer, parameter, factor.",
        field="scale",
    )


@dataclass(frozen=True)
class Scale:
    """Parameters of a layer, times ``factor``; ``name`` is one of them, or what the names of several begin with."""

    layer: str
    name: str
    factor: float

    @classmethod
    def parse(cls, written: str) -> Scale:
        """Reads the form above; InputError where it cannot."""
        match = _GRAMMAR.fullmatch(written.strip()) if len(written) <= LONGEST else None
        if not match:
            raise _refuse(written, "it is not in the form that is read.", "The form is layer.parameter=factor.")
        try:
            factor = float(match["factor"])
        except ValueError:
            raise _refuse(
                written, f"“{match['factor']}” is no number.", "The factor is a number like 0 or 1.5."
            ) from None
        return cls(match["layer"], match["name"], factor)

    def __str__(self) -> str:
        return f"{self.layer}.{self.name}={repr(self.factor).removesuffix('.0')}"

    def of(self, layer: Layer) -> list[str]:
        """The parameters of ``layer`` that it scales."""
        return [name for name in layer.parameters() if name == self.name or name.startswith(f"{self.name}_")]


def check(scale: Scale, layer: Layer) -> None:
    """InputError for a parameter or a factor that is none for ``layer``."""
    if not scale.of(layer):
        raise _refuse(
            str(scale),
            f"the {layer.title} has no weights called “{scale.name}”.",
            f"They are: {', '.join(layer.parameters())}; U alone means every U.",
        )
    if not 0 <= scale.factor <= LARGEST:
        raise _refuse(str(scale), f"{scale.factor:g} is no factor for it.", f"A factor lies from 0 to {LARGEST:g}.")


def no_layer(scale: Scale, model: str, layers: Iterable[str]) -> InputError:
    """What is told of a scale on a layer that a model lacks, or whose weights cannot be scaled."""
    return _refuse(
        str(scale), f"it names no layer of {model} whose weights can be scaled.", f"These can: {', '.join(layers)}."
    )


def factors(scales: Iterable[Scale], layer: Layer) -> dict[str, float]:
    """{parameter: factor} of what is scaled in ``layer``, without what is multiplied by 1."""
    found: dict[str, float] = {}
    for scale in scales:
        if scale.layer == layer.name:
            found |= dict.fromkeys(scale.of(layer), scale.factor)
    return {name: factor for name, factor in found.items() if factor != 1}
