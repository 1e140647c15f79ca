"""What an operator can set, each by an environment variable `GATEWALK_<NAME>`, with its default."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from lstm_core.errors import InputError

PREFIX = "GATEWALK_"


def _whole(low: int, high: int) -> Callable[[str], int]:
    def parse(raw: str) -> int:
        value = int(raw)
        if not low <= value <= high:
            raise ValueError(raw)
        return value

    return parse


def _flag(raw: str) -> bool:
    return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[raw.strip().lower()]


def _paths(raw: str) -> tuple[Path, ...]:
    return tuple(Path(part) for part in raw.split(os.pathsep) if part)


def _sources(raw: str) -> str:
    # The value goes into a header as it is, so nothing may end the directive or the line.
    if not raw.strip() or not raw.isascii() or not raw.isprintable() or any(mark in raw for mark in ";,"):
        raise ValueError(raw)
    return raw.strip()


def _setting(default: Any, parse: Callable[[str], Any], expected: str) -> Any:
    return field(default=default, metadata={"parse": parse, "expected": expected})


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Limits and choices of one running service.

    `Settings()` has the defaults; `Settings.from_environment()` reads `GATEWALK_HOST`, `GATEWALK_STEPS` and so on.
    """

    host: str = _setting("127.0.0.1", str, "A host name or an address.")
    port: int = _setting(8000, _whole(0, 65535), "A whole number from 0 (any free port) to 65535.")
    characters: int = _setting(4_000, _whole(1, 100_000), "A whole number from 1 to 100000.")
    steps: int = _setting(400, _whole(1, 100_000), "A whole number from 1 to 100000.")
    clamps: int = _setting(32, _whole(0, 1_000), "A whole number from 0 to 1000.")
    boot_words: int = _setting(200, _whole(0, 100_000), "A whole number: the most words that a page carries inside.")
    trace_cache: int = _setting(16, _whole(0, 10_000), "A whole number: how many traces stay in memory.")
    cache_megabytes: int = _setting(24, _whole(0, 10_000), "A whole number: what the traces in memory may hold.")
    patience: int = _setting(5, _whole(0, 60), "Whole seconds that a request waits for others before it is refused.")
    request_seconds: int = _setting(10, _whole(1, 3_600), "Whole seconds in which a request must have arrived.")
    shutdown_seconds: int = _setting(3, _whole(0, 3_600), "Whole seconds that open streams get to end.")
    zoo: bool = _setting(True, _flag, "1 or 0: whether the shipped models are offered.")
    models: tuple[Path, ...] = _setting((), _paths, f"Paths of native weight files, separated by '{os.pathsep}'.")
    default_model: str | None = _setting(None, str, "The name of a loaded model.")
    frame_ancestors: str = _setting(
        "*", _sources, "* for anyone, or Content-Security-Policy sources without ';' and ','."
    )

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> "Settings":
        """The defaults, overridden by what `environ` (the process's own when None) has.

        Raises `InputError` (code `bad_setting`, the variable as its field) for a value that cannot be read.
        """
        source = os.environ if environ is None else environ
        values = {}
        for each in fields(cls):
            variable = PREFIX + each.name.upper()
            if variable not in source:
                continue
            try:
                values[each.name] = each.metadata["parse"](source[variable])
            except (ValueError, KeyError) as error:
                raise InputError(
                    code="bad_setting",
                    message=f"The environment variable {variable} is {source[variable]!r}.",
                    expected=each.metadata["expected"],
                    action=f"Set {variable} to such a value, or unset it for the default.",
                    field=variable,
                ) from error
        return cls(**values)
