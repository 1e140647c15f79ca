"""What an operator can set, each by an environment variable `GATEWALK_<NAME>`, with its default.

Pydantic, which is here with FastAPI, reads and checks the values. `pydantic-settings` would bring two packages more to
read the environment, and `Settings()` would no longer be the defaults.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from lstm_core.errors import InputError, shortened

PREFIX = "GATEWALK_"


def _paths(raw: object) -> object:
    return [part for part in raw.split(os.pathsep) if part] if isinstance(raw, str) else raw


def _sources(raw: str) -> str:
    # The value goes into a header as it is, so nothing may end the directive or the line.
    if not raw.strip() or not raw.isascii() or not raw.isprintable() or any(mark in raw for mark in ";,"):
        raise ValueError(raw)
    return raw.strip()


def _expected(name: str) -> str:
    """What the setting `name` may be, as a sentence."""
    field = Settings.model_fields[name]
    if field.description is not None:
        return field.description
    bounds = {key: getattr(bound, key) for bound in field.metadata for key in ("ge", "le") if hasattr(bound, key)}
    return f"A whole number from {bounds['ge']} to {bounds['le']}."


class Settings(BaseModel):
    """Limits and choices of one running service.

    `Settings()` has the defaults; `Settings.from_environment()` reads `GATEWALK_HOST`, `GATEWALK_STEPS` and so on.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    host: str = Field("127.0.0.1", description="A host name or an address.")
    port: int = Field(8000, ge=0, le=65_535)  # 0 is any free one
    characters: int = Field(4_000, ge=1, le=100_000)
    steps: int = Field(400, ge=1, le=100_000)
    clamps: int = Field(32, ge=0, le=1_000)
    boot_words: int = Field(200, ge=0, le=100_000)  # the most that a page carries inside
    trace_cache: int = Field(16, ge=0, le=10_000)  # how many traces and documents stay in memory …
    cache_megabytes: int = Field(16, ge=0, le=10_000)  # … and how much they may hold
    patience: int = Field(5, ge=0, le=60)  # seconds that a request waits for others before it is refused
    trainings: int = Field(8, ge=1, le=1_000)  # networks that learn at once …
    train_updates: int = Field(2_000, ge=1, le=100_000)  # … how often each is changed …
    train_units: int = Field(32, ge=1, le=64)
    train_seconds: int = Field(30, ge=1, le=3_600)  # … and the seconds that it may compute
    request_seconds: int = Field(10, ge=1, le=3_600)  # in which a request must have arrived
    shutdown_seconds: int = Field(3, ge=0, le=3_600)  # that open streams get to end
    zoo: bool = Field(True, description="1 or 0: whether the shipped models are offered.")
    models: Annotated[tuple[Path, ...], BeforeValidator(_paths)] = Field(
        (), description=f"Paths of native weight files, separated by '{os.pathsep}'."
    )
    default_model: str | None = Field(None, description="The name of a model.")
    frame_ancestors: Annotated[str, AfterValidator(_sources)] = Field(
        "*", description="* for anyone, or Content-Security-Policy sources without ';' and ','."
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """The defaults, overridden by what `environ` (the process's own when None) has.

        Raises `InputError` (code `bad_setting`, the variable as its field) for a value that cannot be read.
        """
        source = os.environ if environ is None else environ
        variables = {name: PREFIX + name.upper() for name in cls.model_fields}
        given: dict[str, Any] = {name: source[variable] for name, variable in variables.items() if variable in source}
        try:
            return cls(**given)
        except ValidationError as error:
            name = str(error.errors()[0]["loc"][0])
            raise InputError(
                code="bad_setting",
                message=f"The environment variable {variables[name]} is {shortened(repr(given[name]))}.",
                expected=_expected(name),
                action=f"Set {variables[name]} to such a value, or unset it for the default.",
                field=variables[name],
            ) from error
