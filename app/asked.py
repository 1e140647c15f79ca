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


def _over(code: str, what: str, count: int, limit: int, action: str, field: str) -> InputError:
    return InputError(
        code=code,
        message=f"The sentence has {count:,} {what}." if field == "text" else f"There are {count:,} {what}.",
        expected=f"At most {limit:,} {what}.",
        action=action,
        field=field,
    )


def ask(settings: Settings, catalog: Catalog, text: str, model: str | None, clamps: Sequence[str] = ()) -> Asked:
    """Checks a request. The cheap limits come first, so that no long text is ever taken apart.

    Raises `NotFoundError` for an unknown model, `InputError` for a text or clamps that cannot be used.
    """
    chosen = catalog.get(model)
    if len(text) > settings.characters:
        raise _over("text_too_long", "characters", len(text), settings.characters, "Shorten the sentence.", "text")
    if len(clamps) > settings.clamps:
        raise _over("too_many_clamps", "clamps", len(clamps), settings.clamps, "Leave some of them out.", "clamp")
    steps = len(chosen.encode(text))  # before any is computed; a model that writes adds what it says
    if steps > settings.steps:
        raise _over("too_many_steps", "words and marks", steps, settings.steps, "Shorten the sentence.", "text")
    parsed = chosen.parse_clamps(clamps)
    run = chosen.run(text, parsed)
    return Asked(chosen, text, tuple(str(clamp) for clamp in parsed), len(run), run)
