"""JSON on standard output, whatever that is: a terminal of another encoding, a reader that leaves, a full disk."""

import codecs
import json
import os
import sys
from collections.abc import Iterable
from contextlib import suppress

from lstm_core.errors import InputError

ESCAPED = "gatewalk.escaped"


def _escaped(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(ESCAPED, _escaped)


def write(pieces: Iterable[str]) -> None:
    """Prints a JSON text and a line break; what the output's encoding lacks is written as JSON's escapes.

    A reader that has seen enough, as `head` has, ends it. Raises `InputError` where nothing more can be written.
    """
    if sys.stdout is None:  # closed
        return
    with suppress(AttributeError):  # what stands for the output in a test or a notebook
        sys.stdout.reconfigure(errors=ESCAPED)  # type: ignore[union-attr]
    try:
        for piece in pieces:
            sys.stdout.write(piece)
        sys.stdout.write("\n")
        sys.stdout.flush()
    except BrokenPipeError:
        _leave()
    except OSError as error:
        _leave()
        raise InputError(
            code="unwritable_output",
            message=f"The output cannot be written: {error.strerror}.",
            expected="A place with room for the trace.",
            action="Send the output elsewhere.",
        ) from error


def _leave() -> None:
    """Lets what is left in the buffer go nowhere, so that Python's own end does not meet the same error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
