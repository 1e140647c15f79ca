"""ETags: what an answer depends on, made short."""

import hashlib
import re

from starlette.requests import Request
from starlette.responses import Response

from .catalog import Catalog
from .compression import Document
from .run_request import RunRequest
from .version import VERSION


def tag(*parts: str) -> str:
    """The tag of an answer that is a function of the program and of `parts`.

    It is weak (`W/`) because the compressed and the plain answer share it.
    """
    digest = hashlib.sha256("\0".join((VERSION, *parts)).encode()).hexdigest()
    return f'W/"{digest[:32]}"'


def of_run(catalog: Catalog, request: RunRequest) -> str:
    """The tag of a trace: it is a pure function of program, weights and request, so its tag needs no trace."""
    return tag(catalog.offer(request.model).sha256, request.query)


def matches(request: Request, tag: str) -> bool:
    """Whether the request's If-None-Match names `tag`, compared weakly (RFC 9110, 13.1.2).

    `*` names none: whether there is an answer at all, only the run would tell, and then it may as well be sent.
    """
    condition = request.headers.get("if-none-match", "")
    return tag.removeprefix("W/") in re.findall(r'"[^"]*"', condition)


def not_modified(headers: dict[str, str]) -> Response:
    """What the reader has is still right."""
    return Response(status_code=304, headers={**headers, "Vary": "Accept-Encoding"})


def answer(request: Request, document: Document, headers: dict[str, str]) -> Response:
    """A JSON document that is made already, or that the reader's own is still right; its ETag is among ``headers``."""
    if matches(request, headers["ETag"]):
        return not_modified(headers)
    return document.answer(request, "application/json", headers)
