"""A run as it is asked for, and the one way in which that is written. Making one computes nothing.

    model=reader-32&text=Anna+grew+up&clamp=layer0.f%5B3%5D%402-5%3D0&scale=layer0.U%3D1.5&write=30&temperature=0.8&seed=7

In that order, as browsers' `URLSearchParams` write it, each clamp and scale in its canonical writing, and of what is
written on (`writing`) only what is not 0. It is the query of every route, the key of the cache, what an ETag is made
of, and the page's address. Its twin is `static/js/run-request.js`; `tests/run_requests.json` holds both to one form.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple
from urllib.parse import urlencode

from lstm_core.clamps import Clamp
from lstm_core.errors import InputError
from lstm_core.models import Writing
from lstm_core.scales import Scale

from .writing import PARAMETERS, parse, written

NOTHING: Mapping[str, str] = {}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class RunRequest:
    """Which model reads which text with which valves held and weights scaled, and how it writes on, if it does.

    Of two clamps on one valve, or two scales of one parameter, the later one wins.
    """

    model: str
    text: str
    clamps: tuple[Clamp, ...] = ()
    writing: Writing | None = None
    scales: tuple[Scale, ...] = ()

    @classmethod
    def of(
        cls,
        model: str,
        text: str,
        clamps: Iterable[str] = (),
        writing: Mapping[str, str] = NOTHING,
        scales: Iterable[str] = (),
    ) -> "RunRequest":
        """A request with its parts as they are typed. Raises `InputError` for what cannot be read."""
        return cls(model, text, tuple(map(Clamp.parse, clamps)), parse(writing), tuple(map(Scale.parse, scales)))

    @cached_property
    def query(self) -> str:
        """The canonical written form."""
        text = _SURROGATE.sub("\ufffd", self.text)  # half a character has no bytes; browsers write this instead
        parts = [("model", self.model), ("text", text), *(("clamp", str(clamp)) for clamp in self.clamps)]
        parts += (("scale", str(scale)) for scale in self.scales)
        parts += written(self.writing)
        return urlencode(parts, safe="*").replace("~", "%7E")


class Parts(NamedTuple):
    """What of a run request a query holds."""

    model: str | None
    text: str | None
    clamps: list[str]
    writing: dict[str, str]
    scales: list[str]


REPEATED = ("clamp", "scale")


def parts(query: Iterable[tuple[str, str]]) -> Parts:
    """The parts in a query's names and values; other parameters in it are passed over.

    Raises `InputError` for anything but a clamp or a scale that is given more than once, for only one can be meant.
    """
    given: dict[str, list[str]] = {name: [] for name in ("model", "text", *REPEATED, *PARAMETERS)}
    for name, value in query:
        if name in given:
            given[name].append(value)
    for name, values in given.items():
        if len(values) > 1 and name not in REPEATED:
            raise InputError(
                code="bad_parameter",
                message=f"The parameter '{name}' is given more than once.",
                expected=f"One value for '{name}'.",
                action=f"Leave one {name}=… in the address.",
                field=name,
            )
    model, text = (given[name][0] if given[name] else None for name in ("model", "text"))
    writing = {name: given[name][0] for name in PARAMETERS if given[name]}
    return Parts(model, text, given["clamp"], writing, given["scale"])
