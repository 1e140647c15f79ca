"""Where the page's files lie: in the wheel inside this package, in a checkout at the repository's root."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def place(name: str) -> Path:
    """The folder `name` ("static" or "templates"), the packaged one first."""
    packaged = PACKAGE / name
    return packaged if packaged.is_dir() else PACKAGE.parent / name
