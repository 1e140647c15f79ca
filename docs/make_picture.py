"""Photograph the real page for the README: `python -m docs.make_picture`, with the packages of dev.txt."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import ViewportSize, sync_playwright

from docs.section import FOLDER
from tests import browser

TARGET = FOLDER / "page.png"
SIZE = ViewportSize(width=1440, height=900)
#: The moment that the picture shows.
MOMENT = {
    "model": "reader-32",
    "text": "Anna grew up in France and after all these years she still speaks fluent",
    "t": 4,
    "phase": 5,
    "unit": 2,
}


@contextmanager
def serving() -> Iterator[str]:
    """A server on a free port; its address."""
    command = [sys.executable, "-m", "app", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, cwd=FOLDER.parent, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield next(word for word in process.stdout.readline().split() if word.startswith("http://"))
        finally:
            process.terminate()


def photograph(address: str, target: Path = TARGET) -> None:
    """Open the moment, wait until everything on it is drawn, and save what a person sees."""
    executable = browser.ensure()
    if executable is None:
        sys.exit(browser.HELP)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(browser.ARGUMENTS))
        page = chromium.new_page(viewport=SIZE, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{address}/?{urlencode(MOMENT)}")
        for drawn in (
            "[data-strip='h'][data-source='now'] [data-value]",
            f"[data-arith-ready='{MOMENT['t']}:{MOMENT['unit']}']",
            ".js-plotly-plot .heatmaplayer image",
            "[data-next='0']",
        ):
            page.wait_for_selector(drawn, state="attached")
        page.wait_for_load_state("networkidle")
        page.screenshot(path=target)
        chromium.close()


def main() -> None:
    """Make the picture anew."""
    with serving() as address:
        photograph(address)


if __name__ == "__main__":
    main()
