"""A run as it is asked for, and the one way in which that is written. Making one computes nothing.

    model=reader-32&text=Anna+grew+up&clamp=layer0.f%5B3%5D%402-5%3D0

In that order, as browsers' `URLSearchParams` write it, each clamp in its canonical writing. It is the query of every
route, the key of the cache, what an ETag is made of, and the page's address. Its twin is `static/js/run-request.js`;
`tests/run_requests.json` holds both to the same form.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, urlencode

from lstm_core.clamps import Clamp
from lstm_core.errors import InputError

PARTS = ("model", "text", "clamp")
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class RunRequest:
    """Which model reads which text with which valves held. Of two clamps on one valve the later one wins."""

    model: str
    text: str
    clamps: tuple[Clamp, ...] = ()

    @classmethod
    def of(cls, model: str, text: str, clamps: Iterable[str] = ()) -> "RunRequest":
        """A request with clamps as they are typed. Raises `InputError` for one that cannot be read."""
        return cls(model, text, tuple(map(Clamp.parse, clamps)))

    @classmethod
    def read(cls, query: str) -> "RunRequest":
        """What a query string asks for; other parameters in it are passed over.

        Raises `InputError` for a clamp that cannot be read, and where model or text is not there just once.
        """
        given = parse_qsl(query, keep_blank_values=True)
        for name in ("model", "text"):
            once(name, [value for key, value in given if key == name])
        named = dict(given)
        return cls.of(named["model"], named["text"], (value for key, value in given if key == "clamp"))

    @cached_property
    def query(self) -> str:
        """The canonical written form."""
        text = _SURROGATE.sub("\ufffd", self.text)  # half a character has no bytes; browsers write this instead
        parts = [("model", self.model), ("text", text), *(("clamp", str(clamp)) for clamp in self.clamps)]
        return urlencode(parts, safe="*").replace("~", "%7E")


def once(name: str, values: list[str]) -> None:
    """Raises `InputError` unless `values`, those of the parameter `name`, are one value."""
    if not values:
        raise InputError(
            code="missing_parameter",
            message=f"The parameter '{name}' is missing.",
            expected=f"A value for '{name}'.",
            action=f"Add {name}=… to the address.",
            field=name,
        )
    if len(values) > 1:
        raise repeated(name)


def repeated(name: str) -> InputError:
    """What is told of a parameter that is given more than once, where only one value can be meant."""
    return InputError(
        code="bad_parameter",
        message=f"The parameter '{name}' is given more than once.",
        expected=f"One value for '{name}'.",
        action=f"Leave one {name}=… in the address.",
        field=name,
    )
