"""What may be asked for, by cheap looks alone: nothing is loaded, taken apart or computed here."""

from collections.abc import Sequence

from lstm_core.clamps import LONGEST
from lstm_core.errors import InputError

from .catalog import Catalog, Offer
from .run_request import RunRequest
from .settings import Settings

# How a text is called, and what is counted in it, by what the model reads.
_COUNTED = {"words": ("sentence", "words and marks"), "letters": ("text", "letters"), "numbers": ("series", "numbers")}


def request(
    settings: Settings, catalog: Catalog, text: str, model: str | None, clamps: Sequence[str] = ()
) -> RunRequest:
    """The run that is asked for; the default model where none is named.

    Raises `NotFoundError` for an unknown model, `InputError` for what is over a limit and for an unreadable clamp.
    """
    offer = catalog.offer(model)
    if len(text) > settings.characters:
        raise _over("text_too_long", offer, "characters", len(text), settings.characters)
    if len(clamps) > settings.clamps:
        raise InputError(
            code="too_many_clamps",
            message=f"There are {len(clamps):,} clamps.",
            expected=f"At most {settings.clamps:,} clamps.",
            action="Leave some of them out.",
            field="clamp",
        )
    return RunRequest.of(offer.name, text, clamps)


def check_steps(settings: Settings, offer: Offer, steps: int) -> None:
    """Raises `InputError` for a text of more `steps` than are run."""
    if steps > settings.steps:
        raise _over("too_many_steps", offer, _COUNTED[offer.spec.reads][1], steps, settings.steps)


def _over(code: str, offer: Offer, what: str, count: int, limit: int) -> InputError:
    whole = _COUNTED[offer.spec.reads][0]
    return InputError(
        code=code,
        message=f"The {whole} has {count:,} {what}.",
        expected=f"At most {limit:,} {what}.",
        action=f"Shorten the {whole}.",
        field="text",
    )


def longest_address(settings: Settings) -> int:
    """The bytes that a request's address can need: a text of rare characters, each percent-encoded, and all clamps."""
    return 12 * settings.characters + 3 * LONGEST * min(settings.clamps, 32) + 2_048
