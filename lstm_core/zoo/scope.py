"""What a model is for, in plain words, and what a person is told where their text lies outside of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

TRIES = 3  # sentences to try that a card names


@dataclass(frozen=True)
class Scope:
    """What a model learned from, what it does well, what it gets wrong, and ``TRIES`` texts on which it does well."""

    learned: str
    good_at: str
    gets_wrong: str
    tries: tuple[str, ...]

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Scope:
        """Reads a card's entry; ValueError where something of it is missing, extra, empty or of the wrong kind."""
        _needs(cls, given)
        tries = given["tries"]
        if not isinstance(tries, (list, tuple)) or len(tries) != TRIES:
            raise ValueError(f"{tries!r} are not {TRIES} texts to try")
        for text in (given["learned"], given["good_at"], given["gets_wrong"], *tries):
            _text(text)
        return cls(**dict(given) | {"tries": tuple(tries)})


@dataclass(frozen=True)
class Notice:
    """Something to say beside a model's output, where it lies outside what the model learned.

    Said where the whole text, without the spaces around it and without regard to case, does not match ``unless``, and
    where ``unknown`` is set and a token of the text is not known; in ``says`` these tokens stand for ``{words}``.
    The expression is one that Python and JavaScript (flags ``u`` and ``i``) read alike.
    """

    unless: str | None
    unknown: bool
    says: str

    @classmethod
    def from_dict(cls, given: Mapping[str, Any]) -> Notice:
        """Reads a card's entry; ValueError where something of it is missing, extra, empty or of the wrong kind."""
        _needs(cls, given)
        unless, unknown = given["unless"], given["unknown"]
        if not isinstance(unknown, bool) or (unless is None) != unknown:
            raise ValueError("a notice has either an expression or unknown words that it asks for")
        if unless is not None:
            try:
                re.compile(_text(unless))
            except re.error as error:
                raise ValueError(f"{unless!r} is no regular expression ({error})") from error
        if ("{words}" in _text(given["says"])) != unknown:
            raise ValueError("{words} stands in what is said of unknown words, and there alone")
        return cls(**given)

    def told(self, text: str, unknown: Sequence[str] = ()) -> str | None:
        """What is said of ``text``, whose tokens ``unknown`` the model does not know; None where it is nothing."""
        if self.unless is not None:
            fits = re.fullmatch(self.unless, text.strip(), re.IGNORECASE)
            return None if fits else self.says
        return self.says.replace("{words}", ", ".join(dict.fromkeys(unknown))) if unknown else None


def _needs(cls: type[Scope] | type[Notice], given: Mapping[str, Any]) -> None:
    names = {entry.name for entry in fields(cls)}
    if not isinstance(given, Mapping) or set(given) != names:
        raise ValueError(f"{given!r} does not have the entries {', '.join(sorted(names))}")


def _text(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise ValueError(f"{given!r} is no text")
    return given
