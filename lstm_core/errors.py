"""The one shape of everything that can go wrong with what a person gives us."""

from __future__ import annotations

from collections.abc import Iterable

SHOWN = 80  # characters of what was given that a message repeats


class GatewalkError(Exception):
    """Something given to the library cannot be used.

    Attributes
    ----------
    code:     short stable name for programs, e.g. ``empty_text``.
    message:  what was wrong, as a sentence.
    expected: what was expected instead, as a sentence.
    action:   what to do about it, as a sentence.
    field:    the parameter it concerns, or None.
    """

    def __init__(self, *, code: str, message: str, expected: str, action: str, field: str | None = None) -> None:
        super().__init__(f"{message} {expected} {action}")
        self.code = code
        self.message = message
        self.expected = expected
        self.action = action
        self.field = field

    def to_dict(self) -> dict[str, str | None]:
        """The error as the JSON object that the API, the stream and the page all carry."""
        return {
            "code": self.code,
            "message": self.message,
            "expected": self.expected,
            "action": self.action,
            "field": self.field,
        }


class InputError(GatewalkError):
    """A text, a number or a parameter that cannot be read."""


class NotFoundError(GatewalkError):
    """A model, layer, signal, unit or step that does not exist."""


class WeightsError(GatewalkError):
    """A weights file that is damaged, tampered with or of another model."""


def missing(what: str, given: object, known: Iterable[str] | str, field: str | None = None) -> NotFoundError:
    """There is no ``what`` called ``given``; ``known`` are those there are, or a sentence that tells them.

    Its code is ``unknown_<what>``. Of a long name only the first letters are repeated.
    """
    named = given if isinstance(given, int) else f"called “{shortened(str(given))}”"
    return NotFoundError(
        code=f"unknown_{what.replace(' ', '_')}",
        message=f"There is no {what} {named}.",
        expected=known if isinstance(known, str) else f"There are: {', '.join(known)}.",
        action="Choose one of these.",
        field=what if field is None else field,
    )


def shortened(text: str, most: int = SHOWN) -> str:
    """``text``, cut where it is longer than a message should be."""
    return text if len(text) <= most else text[: most - 1] + "…"
