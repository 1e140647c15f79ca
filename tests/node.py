"""Find a Node.js for the JavaScript tests: the installed one, else the one inside Playwright's package.

`python -m tests.node --test` runs every tests/js/**/*.test.js with it; any other arguments go to Node as they are.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: The oldest major version whose test runner and import maps (`#js/…`) the tests need.
OLDEST = 20


def find() -> Path:
    """The Node.js that the tests use."""
    installed = shutil.which("node")
    if installed and _major(installed) >= OLDEST:
        return Path(installed)
    import playwright

    return Path(playwright.__file__).parent / "driver" / "node"


def _major(node: str) -> int:
    shown = subprocess.run([node, "--version"], capture_output=True, text=True).stdout  # v20.20.2
    return int(shown.lstrip("v").split(".")[0] or 0)


def main(arguments: list[str]) -> int:
    """Run Node; with `--test` alone, on every JavaScript test there is."""
    if arguments == ["--test"]:
        arguments += sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "js").rglob("*.test.js"))
    return subprocess.run([find(), *arguments], cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
