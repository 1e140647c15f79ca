"""Find a Chromium for the tests, and get one where the machine has none.

`python -m tests.browser` prints the one that would be used; `--ensure` installs one first if need be:
by the system's package manager (as root), else by Playwright's own download.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

#: Names under which systems install Chromium, the best first.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
#: What no test sees and every window pays for: above all the address bar's drop-downs, two processes a window and two
#: thirds of what a new context costs. Such a list replaces Playwright's own, so what that leaves out is here too.
_FEATURES = (
    *("WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
    *("AimEnabled", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *("OptimizationHints", "PaintHolding", "PreconnectToSearch", "ThirdPartyStoragePartitioning"),
)
#: A container gives no user namespaces for the sandbox; the next three keep the browser from calling home.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    f"--disable-features={','.join(_FEATURES)}",
)
HELP = (
    "No Chromium was found for the browser tests, and none could be installed.\n"
    "Install one (Debian: apt-get install chromium; any system: python -m playwright install chromium),\n"
    "or name one: GATEWALK_CHROMIUM=/path/to/chrome make test"
)


def find() -> Path | None:
    """The Chromium that the tests use: GATEWALK_CHROMIUM, an installed one, or Playwright's; None if there is none."""
    return next((path for path in _candidates() if _starts(path)), None)


def ensure() -> Path | None:
    """As `find`, but installs a Chromium where there is none; None if that failed too, or one was named in vain."""
    if os.environ.get("GATEWALK_CHROMIUM"):
        return find()
    return find() or _install_by_apt() or _install_by_playwright()


def _candidates() -> Iterator[Path]:
    named = os.environ.get("GATEWALK_CHROMIUM")
    if named:
        yield Path(named)
        return  # a choice that does not work is told, never silently replaced
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    from playwright.sync_api import sync_playwright  # slow to start, so only when nothing is installed

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    yield own


def _starts(path: Path) -> bool:
    """Whether the file is a browser that runs: a distribution may put a stub under that name."""
    try:
        done = subprocess.run([path, "--version"], capture_output=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _install_by_apt() -> Path | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-dejavu-core"],
    ):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode != 0:
            return None
    return find()


def _install_by_playwright() -> Path | None:
    libraries = ["--with-deps"] if os.geteuid() == 0 and shutil.which("apt-get") else []
    command = [sys.executable, "-m", "playwright", "install", *libraries, "chromium"]
    return find() if subprocess.run(command).returncode == 0 else None


def main() -> int:
    """Print the browser's path, or what to install; the exit status says which."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser", description=__doc__.splitlines()[0])
    parser.add_argument("--ensure", action="store_true", help="install a Chromium where there is none")
    found = ensure() if parser.parse_args().ensure else find()
    print(f"browser: {found}" if found else HELP, file=sys.stdout if found else sys.stderr)
    return 0 if found else 1


if __name__ == "__main__":
    sys.exit(main())
