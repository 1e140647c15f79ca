"""Static files under addresses that change with their content, so that they may be cached for ever.

Every file below `static/` is at `/static/<hash>/<path>`, where the hash is that of the whole tree: a style sheet's
relative address stays right, and one page never mixes two versions. plotly.js is at `/static/plotly/<version>/`.
"""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import cached_property
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from threading import Lock

from lstm_core.errors import NotFoundError

PREFIX = "/static"
SHOWN = 80  # characters of an address that a message repeats
TEXT = frozenset({".js", ".css", ".svg", ".html", ".json", ".txt", ".map"})
# Named here because the system's table of types, which mimetypes reads, differs between machines.
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2"}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file ready to send: `packed` is its gzip, or None where that would gain nothing."""

    content: bytes
    packed: bytes | None
    media_type: str


def _media_type(path: Path) -> str:
    named = TYPES.get(path.suffix)
    if named is not None:
        return named
    guessed, _ = mimetypes.guess_type(path.name)
    return "application/octet-stream" if guessed is None else guessed


def read(path: Path, level: int = 9) -> Asset:
    """The file at `path`, compressed once."""
    content = path.read_bytes()
    packed = gzip.compress(content, compresslevel=level, mtime=0) if path.suffix in TEXT else None
    return Asset(content, packed, _media_type(path))


def unknown(path: str) -> NotFoundError:
    """What is told where no such file is, or no longer in this version."""
    return NotFoundError(
        code="unknown_file",
        message=f"There is no file at {PREFIX}/{path[:SHOWN]}.",
        expected="An address that the page of this version names.",
        action="Reload the page; its files may be newer than the address.",
    )


class StaticFiles:
    """The tree of the page's own files. Changes on disk are seen at the next page, so development needs no restart."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._lock = Lock()
        self._signature: tuple[tuple[str, int, int], ...] | None = None
        self._version = ""
        self._files: dict[str, Asset] = {}

    def refresh(self) -> str:
        """Reads what changed since the last call; returns the tree's version, 12 hexadecimal digits."""
        found = sorted(path for path in self.root.rglob("*") if path.is_file() and not path.name.startswith("."))
        signature = tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in found)
        with self._lock:
            if signature != self._signature:
                self._files = {path.relative_to(self.root).as_posix(): read(path) for path in found}
                digest = hashlib.sha256()
                for name, file in self._files.items():
                    digest.update(f"{name}\0{len(file.content)}\0".encode())
                    digest.update(file.content)
                self._version, self._signature = digest.hexdigest()[:12], signature
            return self._version

    def url(self, path: str) -> str:
        """The versioned address of a file. Raises `NotFoundError` if there is none: a template's typing error."""
        if path not in self._files:
            raise unknown(path)
        return f"{PREFIX}/{self._version}/{path}"

    def get(self, version: str, path: str) -> Asset:
        """The file of that version. Raises `NotFoundError` for another version: its content would be the wrong one."""
        if version != self._version:
            self.refresh()
        if version != self._version or path not in self._files:
            raise unknown(f"{version}/{path}")
        return self._files[path]


class Plotly:
    """plotly.js out of the installed `plotly` package, compressed at its first use."""

    name = "plotly.min.js"

    def __init__(self) -> None:
        self.version = metadata.version("plotly")
        self._lock = Lock()

    @property
    def url(self) -> str:
        """Its versioned address."""
        return f"{PREFIX}/plotly/{self.version}/{self.name}"

    @cached_property
    def _asset(self) -> Asset:
        spec = find_spec("plotly")
        assert spec is not None
        assert spec.origin is not None
        return read(Path(spec.origin).parent / "package_data" / self.name, level=6)

    def get(self, version: str) -> Asset:
        """plotly.js, if `version` is the installed one. Raises `NotFoundError` otherwise."""
        if version != self.version:
            raise unknown(f"plotly/{version}/{self.name}")
        with self._lock:
            return self._asset
