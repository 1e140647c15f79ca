"""How a model writes on, as a query has it: `write`, `temperature`, `top_k`, `seed`, and their one written form."""

import re
from collections.abc import Mapping

from lstm_core.models import Writing
from lstm_core.sampling import HOTTEST, LAST_SEED, MOST_KEPT, refused

WHOLE = re.compile(r"\d{1,10}", re.ASCII)
DECIMAL = re.compile(r"\d{1,4}(\.\d{0,16})?|\.\d{1,16}", re.ASCII)
PARAMETERS = ("write", "temperature", "top_k", "seed")


def parse(given: Mapping[str, str]) -> Writing | None:
    """What is typed of `PARAMETERS`, read; None where nothing is to be written.

    Raises `InputError` (code `bad_writing`, the parameter as its field) for what is no number or out of range, also
    where nothing is to be written.
    """
    words, top_k, seed = (_whole(name, given.get(name, "0")) for name in ("write", "top_k", "seed"))
    found = Writing(words or 1, _decimal("temperature", given.get("temperature", "0")), top_k, seed)
    return found if words else None


def written(writing: Writing | None) -> list[tuple[str, str]]:
    """The names and values of the one written form: what is 0 is left out."""
    if writing is None:
        return []
    values = (str(writing.words), f"{writing.temperature:g}", str(writing.top_k), str(writing.seed))
    return [(name, value) for name, value in zip(PARAMETERS, values, strict=True) if value != "0"]


def schemas(most: int) -> dict[str, dict[str, object]]:
    """What each parameter may be, for OpenAPI, where no more than `most` symbols are written."""
    whole = {"write": most, "top_k": MOST_KEPT, "seed": LAST_SEED}
    told: dict[str, dict[str, object]] = {
        name: {"type": "integer", "minimum": 0, "maximum": last} for name, last in whole.items()
    }
    return told | {"temperature": {"type": "number", "minimum": 0, "maximum": HOTTEST}}


def _whole(name: str, typed: str) -> int:
    if not WHOLE.fullmatch(typed):
        raise refused(name, typed, "A whole number, written in digits.")
    return int(typed)


def _decimal(name: str, typed: str) -> float:
    if not DECIMAL.fullmatch(typed):
        raise refused(name, typed, "A number such as 0.8.")
    return float(typed)
