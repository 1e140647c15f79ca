"""How large a live training may be."""

from lstm_core.errors import InputError
from lstm_core.live import Setup

from .settings import Settings


def check(settings: Settings, asked: Setup) -> None:
    """Raises `InputError` (code `training_too_large`) for a training over the limits of the service."""
    for name, given, most in (
        ("units", asked.units, settings.train_units),
        ("steps", asked.steps, settings.train_updates),
    ):
        if given > most:
            raise InputError(
                code="training_too_large",
                message=f"The training's '{name}' is {given:,}.",
                expected=f"At most {most:,}.",
                action=f"Ask for fewer {name}.",
                field=name,
            )
