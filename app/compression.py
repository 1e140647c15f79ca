"""Documents, kept compressed and sent in pieces as the reader takes them."""

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from .json_text import compact
from .pieces import Pieces

SMALLEST = 1_000
PIECE = 64 * 1024
GZIP = 16 + zlib.MAX_WBITS


def accepts_gzip(request: Request) -> bool:
    """Whether the request's Accept-Encoding allows gzip (RFC 9110, 12.5.3)."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        coding, _, weight = part.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return re.fullmatch(r"0(\.0*)?", weight) is None
    return False


@dataclass(frozen=True, slots=True)
class Document:
    """A text as bytes, gzipped unless it is short. Only a reader that takes no gzip has it unpacked, piece by piece."""

    content: bytes
    packed: bool
    size: int  # of the text itself

    @classmethod
    def of(cls, pieces: Iterable[str], level: int = 1) -> "Document":
        """Packs a text that comes in pieces; it is never whole in memory. It blocks: for worker threads."""
        gzipped = zlib.compressobj(level, zlib.DEFLATED, GZIP)
        packed, size, gathered = [], 0, bytearray()
        for piece in pieces:
            gathered += piece.encode()
            if len(gathered) >= PIECE:
                size += len(gathered)
                packed.append(gzipped.compress(gathered))
                gathered.clear()
        if size + len(gathered) < SMALLEST:
            return cls(bytes(gathered), False, len(gathered))
        size += len(gathered)
        packed += [gzipped.compress(gathered), gzipped.flush()]
        return cls(b"".join(packed), True, size)

    @classmethod
    def of_json(cls, value: object) -> "Document":
        """Packs a value as JSON."""
        return cls.of([compact(value)])

    def text(self) -> str:
        """The whole text."""
        return (gzip.decompress(self.content) if self.packed else self.content).decode()

    def answer(self, request: Request, media_type: str, headers: dict[str, str]) -> Response:
        """The document as `request` takes it."""
        headers = {**headers, "Vary": "Accept-Encoding"}
        if not self.packed:
            return Response(self.content, media_type=media_type, headers=headers)
        if accepts_gzip(request):
            headers |= {"Content-Encoding": "gzip", "Content-Length": str(len(self.content))}
            return Pieces(_cut(self.content), media_type, headers)
        return Pieces(_unpacked(self.content), media_type, headers | {"Content-Length": str(self.size)})


def _cut(content: bytes) -> Iterator[bytes]:
    return (content[start : start + PIECE] for start in range(0, len(content), PIECE))


def _unpacked(content: bytes) -> Iterator[bytes]:
    gunzip = zlib.decompressobj(GZIP)
    while not gunzip.eof:
        yield gunzip.decompress(gunzip.unconsumed_tail or content, PIECE)
        content = b""
