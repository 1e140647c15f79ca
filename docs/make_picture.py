"""Photograph the real page for the README: `python -m docs.make_picture`, with the packages of dev.txt."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Page, ViewportSize, sync_playwright

from docs.section import FOLDER
from tests import browser

TARGET = FOLDER / "page.png"
SIZE = ViewportSize(width=1440, height=900)
#: The moment that the picture shows.
MOMENT: Mapping[str, str | int] = {
    "model": "reader-32",
    "text": "Anna grew up in France and after all these years she still speaks fluent",
    "t": 4,
    "phase": 5,
    "unit": 4,
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


@contextmanager
def opened(address: str, size: ViewportSize, moment: Mapping[str, str | int] = MOMENT) -> Iterator[Page]:
    """A page of the service at a moment, in light colours and without motion, once everything on it is drawn."""
    executable = browser.ensure()
    if executable is None:
        sys.exit(browser.HELP)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(browser.ARGUMENTS))
        page = chromium.new_page(viewport=size, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{address}/?{urlencode(moment)}")
        for drawn in (
            "[data-strip='x'][data-source='now'] [data-value]",
            f"[data-arith-ready='{moment['t']}:{moment['unit']}']",
            ".js-plotly-plot .heatmaplayer image",
        ):
            page.wait_for_selector(drawn, state="attached")
        page.wait_for_load_state("networkidle")
        yield page
        chromium.close()


def photograph(address: str, target: Path = TARGET) -> None:
    """Save what a person sees of the moment."""
    with opened(address, SIZE) as page:
        page.screenshot(path=target)


def main() -> None:
    """Make the picture anew."""
    with serving() as address:
        photograph(address)


if __name__ == "__main__":
    main()
