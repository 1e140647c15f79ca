"""`gatewalk` in an editable install, where nothing is copied: its modules are those of this checkout's folder `app`."""

from pathlib import Path

__path__ = [str(Path(__file__).resolve().parents[2])]
