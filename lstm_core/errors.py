"""The one shape of everything that can go wrong with what a person gives us."""

from __future__ import annotations


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
