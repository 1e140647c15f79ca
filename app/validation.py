"""FastAPI's own complaints about a parameter, told in the service's words."""

from collections.abc import Mapping
from typing import Any

from lstm_core.errors import InputError

SHOWN = 60


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def describe(complaint: Mapping[str, Any]) -> InputError:
    """One entry of `RequestValidationError.errors()` as an `InputError` whose field is the parameter's name."""
    name = str(complaint["loc"][1]) if len(complaint["loc"]) > 1 else None
    kind, context = complaint["type"], complaint.get("ctx", {})
    if kind == "missing":
        return InputError(
            code="missing_parameter",
            message=f"The parameter '{name}' is missing.",
            expected=f"A value for '{name}'.",
            action=f"Add {name}=… to the address.",
            field=name,
        )
    expected = {
        "int_parsing": "A whole number, written in digits.",
        "int_parsing_size": "A whole number of an ordinary size.",
        "greater_than_equal": f"A number of {context.get('ge')} or more.",
    }.get(kind, f"{complaint['msg']}.")
    return InputError(
        code="bad_parameter",
        message=f"The parameter '{name}' is {_shown(complaint['input'])}.",
        expected=expected,
        action=f"Change '{name}' in the address.",
        field=name,
    )
