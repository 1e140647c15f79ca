"""The embed in a page of another origin, sandboxed: it steps, plays, and forgets nothing when it is loaded again."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import FrameLocator, Page, expect

HOST = """<!doctype html><title>A slide</title><script>
addEventListener('message', ({ data }) => { if (data.type === 'gatewalk:moment') window.moment = data.search; });
</script><iframe id="slide" src="{src}" width="960" height="600" sandbox="allow-scripts"></iframe>"""


def show(page: Page, slides: tuple[str, Path], src: str) -> FrameLocator:
    address, folder = slides
    (folder / "slide.html").write_text(HOST.replace("{src}", src.replace("&", "&amp;")), encoding="utf-8")
    page.goto(f"{address}/slide.html")
    return page.frame_locator("#slide")


def test_it_steps_plays_and_restores_its_moment(page: Page, slides, server: str) -> None:
    frame = show(page, slides, f"{server}/embed?text=Anna+grew+up+in+France&t=1&phase=2&unit=4")
    where = frame.locator(".where")
    expect(where).to_contain_text("word 2 of 5 · phase 3")
    frame.get_by_role("button", name="word forward").click()
    expect(where).to_contain_text("word 2 of 5 · phase 6")
    frame.get_by_role("button", name="play (space)").click()
    expect(where).to_contain_text(re.compile("word [345] of 5 · phase [3456]"))
    frame.get_by_role("button", name="phase back").click()
    expect(frame.get_by_role("button", name="play (space)")).to_have_text("▶ Play")
    stopped = where.inner_text()
    phase = int(stopped.split("phase ")[1][0])
    page.wait_for_function(f"() => window.moment && window.moment.includes('phase={phase - 1}')")
    shown = frame.locator("[data-strip='f'][data-source='now'] rect[data-unit='4']").get_attribute("data-value")
    search = page.evaluate("window.moment")
    again = show(page, slides, f"{server}/embed{search}")
    expect(again.locator(".where")).to_have_text(stopped)
    assert again.locator("[data-strip='f'][data-source='now'] rect[data-unit='4']").get_attribute("data-value") == shown


def test_controls_can_be_hidden_and_it_can_play_by_itself(page: Page, slides, server: str) -> None:
    frame = show(page, slides, f"{server}/embed?text=Anna+grew+up&controls=0&autoplay=1")
    expect(frame.locator("[data-part=transport]")).to_be_hidden()
    frame.get_by_text("2 · Forget").wait_for()


def test_its_own_address_follows_the_moment_where_the_frame_may(page: Page, server: str) -> None:
    page.goto(f"{server}/embed?text=Anna+grew+up")
    page.locator("[data-strip='c'][data-source='previous']").first.wait_for()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.search.includes('phase=5')")
    page.reload()
    expect(page.locator(".where")).to_contain_text("word 1 of 3 · phase 6")


def test_the_snippet_of_share_is_this_moment(page: Page, server: str) -> None:
    page.goto(f"{server}/?text=Anna+grew+up&t=2&phase=5&unit=9")
    page.wait_for_selector("[data-arith-ready='2:9']")
    page.get_by_role("button", name="Share").click()
    link = page.get_by_role("textbox", name="Link to this moment").input_value()
    snippet = page.get_by_role("textbox", name="Embed it").input_value()
    assert link.startswith(f"{server}/?")
    assert {"text=Anna+grew+up", "t=2", "phase=5", "unit=9"} <= set(link.partition("?")[2].split("&"))
    assert 'sandbox="allow-scripts"' in snippet
    assert f"{server}/embed?" in snippet
    page.goto(link)
    expect(page.locator(".where")).to_have_text("word 3 of 3 · phase 6 of 6: predict")
