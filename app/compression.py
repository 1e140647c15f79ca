"""gzip for answers, where the reader takes it."""

import gzip
import re

from starlette.requests import Request
from starlette.responses import Response

SMALLEST = 1_000


def accepts_gzip(request: Request) -> bool:
    """Whether the request's Accept-Encoding allows gzip (RFC 9110, 12.5.3)."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return re.fullmatch(r"0(\.0*)?", weight) is None
    return False


def compressed(request: Request, content: bytes, media_type: str, headers: dict[str, str]) -> Response:
    """`content` as an answer, gzipped if it is long and the reader takes it. It blocks: for worker threads."""
    headers = {**headers, "Vary": "Accept-Encoding"}
    if len(content) >= SMALLEST and accepts_gzip(request):
        content = gzip.compress(content, compresslevel=3, mtime=0)
        headers["Content-Encoding"] = "gzip"
    return Response(content, media_type=media_type, headers=headers)
