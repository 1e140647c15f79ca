"""What a request asks for, checked: which model, which sentence, which clamps."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.catalog import Catalog
from app.settings import Settings
from lstm_core.errors import InputError
from lstm_core.models import Model, Run


@dataclass(frozen=True, slots=True)
class Asked:
    """A run that may be made: limits, words and clamps have been checked. No step is computed yet."""

    model: Model
    text: str
    clamps: tuple[str, ...]
    steps: int
    run: Run


# How a text is called, and what is counted in it, by what the model reads.
_COUNTED = {"words": ("sentence", "words and marks"), "letters": ("text", "letters"), "numbers": ("series", "numbers")}


def _over(code: str, subject: str, what: str, count: int, limit: int, action: str, field: str) -> InputError:
    return InputError(
        code=code,
        message=f"{subject} {count:,} {what}.",
        expected=f"At most {limit:,} {what}.",
        action=action,
        field=field,
    )


def ask(settings: Settings, catalog: Catalog, text: str, model: str | None, clamps: Sequence[str] = ()) -> Asked:
    """Checks a request. The cheap limits come first, so that no long text is ever taken apart.

    Raises `NotFoundError` for an unknown model, `InputError` for a text or clamps that cannot be used.
    """
    chosen = catalog.get(model)
    whole, counted = _COUNTED[chosen.spec.reads]
    has, action = f"The {whole} has", f"Shorten the {whole}."
    if len(text) > settings.characters:
        raise _over("text_too_long", has, "characters", len(text), settings.characters, action, "text")
    if len(clamps) > settings.clamps:
        action = "Leave some of them out."
        raise _over("too_many_clamps", "There are", "clamps", len(clamps), settings.clamps, action, "clamp")
    parsed = chosen.parse_clamps(clamps)
    run = chosen.run(text, parsed)
    steps = len(run.read)  # before any is computed; a model that writes adds what it says
    if steps > settings.steps:
        raise _over("too_many_steps", has, counted, steps, settings.steps, action, "text")
    return Asked(chosen, text, tuple(str(clamp) for clamp in parsed), len(run), run)
