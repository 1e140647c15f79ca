"""What may be asked for, by cheap looks alone: nothing is loaded, taken apart or computed here."""

from collections.abc import Mapping, Sequence

from lstm_core.clamps import LONGEST
from lstm_core.errors import InputError
from lstm_core.models import Writing, going_on
from lstm_core.scales import LONGEST as LONGEST_SCALE
from lstm_core.scales import MOST

from .catalog import Catalog
from .offer import Offer
from .run_request import NOTHING, RunRequest
from .settings import Settings

# How a text is called, and what is counted in it, by what the model reads.
_COUNTED = {"words": ("sentence", "words and marks"), "letters": ("text", "letters"), "numbers": ("series", "numbers")}


def request(
    settings: Settings,
    catalog: Catalog,
    text: str,
    model: str | None,
    clamps: Sequence[str] = (),
    writing: Mapping[str, str] = NOTHING,
    scales: Sequence[str] = (),
) -> RunRequest:
    """The run that is asked for; the default model where none is named.

    Raises `NotFoundError` for an unknown model, `InputError` for what is over a limit, for what cannot be read, and
    where a model that cannot write on is to do so.
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
    check_scales(scales)
    asked = RunRequest.of(offer.name, text, clamps, writing, scales)
    if asked.writing is not None:
        going_on.check(offer.spec, asked.writing)
    return asked


def check_scales(scales: Sequence[str]) -> None:
    """Raises `InputError` for more scales than one run may have."""
    if len(scales) > MOST:
        raise InputError(
            code="too_many_scales",
            message=f"There are {len(scales):,} scales.",
            expected=f"At most {MOST} scales.",
            action="Leave some of them out.",
            field="scale",
        )


def check_steps(settings: Settings, offer: Offer, read: int, writing: Writing | None = None) -> None:
    """Raises `InputError` for a text of more steps than are run, and for more to be written than is left of them."""
    what = _COUNTED[offer.spec.reads][1]
    if read > settings.steps:
        raise _over("too_many_steps", offer, what, read, settings.steps)
    left = settings.steps - read
    if writing is not None and writing.words > left:
        raise InputError(
            code="bad_writing",
            message=f"There are {read:,} {what}, and {writing.words:,} more are to be written.",
            expected=f"At most {settings.steps:,} together.",
            action=f"Let it write {left:,}, or shorten the {_COUNTED[offer.spec.reads][0]}.",
            field="write",
        )


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
    """The bytes that a request's address can need: a text of rare characters, each percent-encoded, clamps and scales.

    And those of a run to compare with, whose percent signs are percent-encoded once more.
    """
    once = 12 * settings.characters + 3 * LONGEST * min(settings.clamps, 32) + 3 * LONGEST_SCALE * MOST
    return once + once * 5 // 3 + 2_048
