"""Standard output, whatever that is: a terminal of another encoding, a reader that leaves, a full disk."""

import codecs
import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from lstm_core.errors import InputError

ESCAPED = "gatewalk.escaped"


def _escaped(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return json.dumps(error.object[error.start : error.end])[1:-1], error.end


codecs.register_error(ESCAPED, _escaped)


@contextmanager
def output() -> Iterator[None]:
    """What is printed inside reaches the output; characters that its encoding lacks as JSON's escapes.

    A reader that has seen enough, as `head` has, ends it. Raises `InputError` where nothing more can be written.
    """
    with suppress(AttributeError):  # closed, or what stands for it in a test or a notebook
        sys.stdout.reconfigure(errors=ESCAPED)  # type: ignore[union-attr]
    try:
        try:
            yield
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except BrokenPipeError:
        _leave()
    except OSError as error:
        _leave()
        raise InputError(
            code="unwritable_output",
            message=f"The output cannot be written: {error.strerror}.",
            expected="A place with room for it.",
            action="Send the output elsewhere.",
        ) from error


def _leave() -> None:
    """Lets what is left in the buffer go nowhere, so that Python's own end does not meet the same error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
