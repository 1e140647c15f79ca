"""Find a Node.js for the JavaScript tests: the installed one, else the one inside Playwright's package.

`python -m tests.node --test` runs every tests/js/**/*.test.js with it; `--ensure` makes sure that Playwright's own,
which drives the browser, starts; any other arguments go to Node as they are.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: The oldest major version whose test runner the tests need.
OLDEST = 20
#: A bare Debian or Ubuntu lacks the one library that Playwright's Node needs beyond libc.
LIBRARY = "libatomic1"
HELP = (
    "Playwright's Node.js, which drives the browser tests, does not start on this machine.\n"
    f"Most likely a library is missing (Debian, Ubuntu: apt-get install {LIBRARY}; Fedora: dnf install libatomic)."
)


def find() -> Path:
    """The Node.js that the tests use."""
    installed = shutil.which("node")
    return Path(installed) if installed and _major(installed) >= OLDEST else bundled()


def bundled() -> Path:
    """The Node.js inside Playwright's package."""
    import playwright

    return Path(playwright.__file__).parent / "driver" / "node"


def ensure() -> bool:
    """Whether Playwright's Node.js starts, if need be after installing the library that it lacks."""
    if _major(bundled()) >= OLDEST:
        return True
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", LIBRARY]):
        subprocess.run(["apt-get", *command], stdout=subprocess.DEVNULL)
    return _major(bundled()) >= OLDEST


def _major(node: str | Path) -> int:
    """The major version, 0 for a Node.js that does not start."""
    shown = subprocess.run([node, "--version"], capture_output=True, text=True).stdout  # v20.20.2
    return int(shown.lstrip("v").split(".")[0] or 0)


def main(arguments: list[str]) -> int:
    """Run Node; with `--test` alone, on every JavaScript test there is."""
    if arguments == ["--ensure"]:
        if ensure():
            return 0
        print(HELP, file=sys.stderr)
        return 1
    if arguments == ["--test"]:
        arguments += sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "js").rglob("*.test.js"))
    return subprocess.run([find(), *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
