"""Training live in the page: it starts, pauses, goes back; its numbers are the stream's; nobody is left out."""

from __future__ import annotations

import base64
import json
import re
import urllib.request

import numpy as np
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from lstm_core.live import Setup, Trainer, frames
from tests.app.events import parse

ASKED = "task=count&units=4&rate=0.05&clip=1&seed=1&steps=30"
PAGE = f"/train?{ASKED}&a=lstm&a_bias=0&b=rnn&b_bias=0"


def streamed(server: str, cell: str, bias: int) -> list[dict]:
    query = f"{ASKED}&cell={cell}&forget_bias={bias}"
    with urllib.request.urlopen(f"{server}/api/v1/train/stream?{query}", timeout=60) as answer:
        return [event.data for event in parse(answer.read().decode()) if event.kind in ("start", "frame")]


def told(page: Page, net: str, what: str) -> str:
    return page.locator(f"[data-net={net}] [data-told={what}]").inner_text().replace("\u00a0", " ")


def number(text: str) -> float:
    """A number as the page writes it: 0.31, 4.2 · 10⁻⁶, 75 %."""
    if " %" in text:
        return float(text.removesuffix(" %")) / 100
    digits, _, power = text.partition(" · 10")
    return float(digits) * 10.0 ** int(power.translate(str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")) or 0)


def test_the_numbers_on_the_page_are_the_streams(page: Page, server: str) -> None:
    page.goto(f"{server}{PAGE}&at=12")
    page.wait_for_selector("[data-net=a][data-update='12']")
    page.wait_for_selector("[data-net=b][data-update='12']")
    for net, cell, state in (("a", "lstm", "c"), ("b", "rnn", "h")):
        start, *found = streamed(server, cell, 0)
        frame = next(frame for frame in found if frame["update"] == 12)
        library = next(
            one for one in frames(Trainer(Setup("count", cell, 4, 0, 0.05, True, 1, 30))) if one.update == 12
        )
        assert frame == json.loads(json.dumps(library.to_dict()))
        assert abs(number(told(page, net, "loss")) - frame["loss"]) <= 0.0005
        assert abs(number(told(page, net, "accuracy")) - frame["accuracy"]) <= 0.0005
        shown, reach = number(told(page, net, "reach")), frame["reach"][state][0]
        assert abs(shown - reach) <= (0.005 if reach >= 0.01 else 0.051 * 10 ** np.floor(np.log10(reach)))
        card = page.locator(f"[data-net={net}]")
        said = card.locator(".asked").evaluate_all("(cells) => cells.map((cell) => Number(cell.dataset.p))")
        asked = [t for t, answer in enumerate(start["answers"]) if answer is not None]
        p = np.frombuffer(base64.b64decode(frame["block"]), "<f4")[-len(start["tokens"]) * 3 :].reshape(-1, 3)
        assert said == [float(p[t, start["symbols"].index(start["answers"][t])]) for t in asked]
        address = card.get_by_role("link", name="Walk this net").get_attribute("href") or ""
        assert address.startswith(f"/?model={start['model'].removesuffix('30')}12&text=aaa")


def test_it_starts_pauses_and_goes_back_by_keys(page: Page, server: str) -> None:
    page.goto(f"{server}{PAGE}")
    where, toggle = page.locator(".where"), page.locator(".transport .primary")
    assert where.inner_text() == "not begun"
    assert page.locator("[data-net=a]").is_hidden()
    page.keyboard.press("Space")
    page.wait_for_selector("[data-net=a]:not([data-update='0'])")
    assert toggle.inner_text() == "Pause"
    page.keyboard.press("Space")
    assert toggle.inner_text() == "Go on"
    at = int(re.findall(r"\d+", where.inner_text())[0])
    assert at > 0
    page.keyboard.press("ArrowLeft")
    assert where.inner_text() == f"update {at - 1} of 30"
    page.wait_for_function(f"() => location.search.includes('at={at - 1}')")
    live = page.locator("[aria-live=polite]")
    assert f"After {at - 1} update" in live.inner_text() or at == 1
    page.keyboard.press("Home")
    assert where.inner_text() == "update 0 of 30"
    assert live.inner_text().startswith("Before anything is learned")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.querySelector('.where').textContent === 'update 30 of 30'")
    page.wait_for_function("() => document.querySelector('.transport .primary').textContent === 'Again'")
    slider = page.get_by_role("slider", name="update")
    slider.fill("7")
    assert where.inner_text() == slider.get_attribute("aria-valuetext") == "update 7 of 30"
    page.get_by_label("units", exact=True).select_option("8")
    assert where.inner_text() == "not begun"
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="help").is_visible()


def test_what_the_server_refuses_is_told(page: Page, server: str) -> None:
    page.goto(f"{server}/train?{ASKED.replace('units=4', 'units=64')}")
    page.get_by_role("button", name="Start").click()
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert alert.inner_text() == "The training's 'units' is 64. At most 32. Ask for fewer units."


def test_the_net_walks_in_the_other_page(page: Page, server: str) -> None:
    page.goto(f"{server}{PAGE}&at=30")
    page.wait_for_selector("[data-net=a][data-update='30']")
    page.locator("[data-net=a]").get_by_role("link", name="Walk this net").click()
    page.wait_for_selector("[data-strip='h'] [data-value]")
    assert page.locator("[data-part=header] .picker .name").inner_text() == "Trained live: LSTM, 30 updates"
    page.get_by_role("link", name="Train live").click()
    page.get_by_role("button", name="Start").wait_for()


def test_nothing_bars_anybody_at_any_size(open_context, server: str) -> None:
    for (width, height), scheme in (((1440, 900), "light"), ((1024, 768), "dark"), ((390, 844), "light")):
        page = open_context(viewport={"width": width, "height": height}, color_scheme=scheme).new_page()
        page.goto(f"{server}{PAGE}&at=30")
        page.wait_for_selector("[data-net=b][data-update='30']")
        found = Axe().run(page).response["violations"]
        assert [f"{one['id']}: {[node['html'][:120] for node in one['nodes']][:3]}" for one in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "nothing is wider than the window"
        page.close()
