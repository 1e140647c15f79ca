"""The run to compare with: a run request in its written form, inside another request."""

from urllib.parse import parse_qsl

from lstm_core.errors import GatewalkError, InputError

from . import limits
from .catalog import Catalog
from .run_request import RunRequest, parts
from .settings import Settings

FIELD = "against"


def request(settings: Settings, catalog: Catalog, written: str) -> RunRequest:
    """The run that `written` asks for, by the limits of every run.

    Raises what `limits.request` raises, with `against` as the field and told as of the run to compare with.
    """
    try:
        asked = parts(parse_qsl(written, keep_blank_values=True))
        if asked.text is None:
            raise _no_text()
        return limits.request(settings, catalog, asked.text, asked.model, *asked[2:])
    except GatewalkError as error:
        raise of_other(error) from error


def of_other(error: GatewalkError) -> GatewalkError:
    """What is wrong with the run to compare with, told as that."""
    return type(error)(
        code=error.code,
        message=f"In the run to compare with: {error.message}",
        expected=error.expected,
        action=error.action,
        field=FIELD,
    )


def _no_text() -> InputError:
    return InputError(
        code="missing_parameter",
        message="No text is named.",
        expected="A run request in its written form: model=…&text=…&clamp=….",
        action="Write it as the page's address has it, percent-encoded as one value.",
    )
