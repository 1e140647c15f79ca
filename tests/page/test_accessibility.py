"""axe finds nothing, in light and dark, on the page, its dialogs and the embed, at every size."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

SIZES = {"wide": (1440, 900), "projector": (1024, 768), "phone": (390, 844)}
MOMENT = "?text=Anna+grew+up+in+Frnace&t=2&phase=5&unit=3"


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {[node['html'][:120] for node in one['nodes']][:3]}" for one in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_the_page_has_no_violation(open_context, server: str, scheme: str, size: str) -> None:
    width, height = SIZES[size]
    page = open_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
    page.goto(f"{server}/{MOMENT}")
    page.locator("[data-part=charts] select").focus()
    page.wait_for_selector(".js-plotly-plot .heatmaplayer", state="attached")
    page.wait_for_selector("[data-arith-ready]")
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dialogs_and_embed_have_no_violation(open_context, server: str, scheme: str) -> None:
    page = open_context(color_scheme=scheme).new_page()
    page.goto(f"{server}/{MOMENT}")
    page.wait_for_selector("[data-arith-ready]")
    page.get_by_role("button", name="Share").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="every term of forget gate").click()
    page.wait_for_selector("[data-part=terms][open] td")
    assert violations(page) == []
    page.goto(f"{server}/embed{MOMENT}")
    page.wait_for_selector("[data-strip='h'] [data-value]")
    assert violations(page) == []


def test_a_screen_reader_hears_each_step(page: Page, server: str) -> None:
    page.goto(f"{server}/{MOMENT}")
    live = page.locator("[aria-live=polite]")
    live.get_by_text("Next word").wait_for()
    page.keyboard.press("ArrowUp")
    live.get_by_text("The output gate reveals").wait_for()
    assert "phase 5 of 6: reveal" in (page.get_by_role("slider").get_attribute("aria-valuetext") or "")
