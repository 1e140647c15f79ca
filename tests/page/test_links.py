"""A link is the moment: reload, a new tab, Back, Share and the embed come back to exactly it, and stay there."""

from __future__ import annotations

import html
import random
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from lstm_core import zoo
from tests.page.shown import READ

STAYS = 5_000  # ms
OTHER = {"words": "one two three", "letters": "ab", "numbers": "1 2 4 7 11"}

#: What is seen of a moment, wherever it is seen: all that the cell shows, the place, the theme, whether it plays.
SEEN = (
    """() => {
  const { strips, words, bars, filters } = ("""
    + READ
    + """)();
  const text = (selector) => document.querySelector(selector)?.textContent ?? null;
  return {
    strips: document.querySelector('[data-part=belt]').hidden ? [] : strips, words, bars, filters,
    where: text('.where'), leg: text('.leg'), play: text('.transport .primary'),
    current: [...document.querySelectorAll('.word[aria-current]')].map(({ textContent }) => textContent),
    held: [...document.querySelectorAll('[data-held]')].map(({ dataset }) => ({ ...dataset })),
    ground: getComputedStyle(document.getElementById('gatewalk')).colorScheme,
    address: location.search,
  };
}"""
)
#: What is seen of it on the page alone.
BESIDE = """() => ({
  unit: document.querySelector('[data-part=arithmetic] h2').textContent,
  chart: document.querySelector('[data-part=charts] h2').textContent,
  signal: document.querySelector('[aria-label=signal]').value,
  model: document.querySelector('.picker').getAttribute('aria-label'),
  sentence: document.querySelector('[data-part=sentence] textarea').value,
})"""


def a_moment(page: Page, server: str, name: str, theme: str) -> dict[str, Any]:
    """A moment by chance, the same in each run: of any layer, at any place, sometimes with a valve that is held."""
    chance = random.Random(f"{name} {theme}")
    models = page.request.get(f"{server}/api/v1/models").json()["models"]
    entry = next(one for one in models if one["name"] == name)
    asked = {"model": name, "text": chance.choice(entry["examples"])}
    gates = [
        (layer["name"], signal["name"])
        for layer in entry["layers"]
        for signal in layer["signals"]
        if signal["role"] == "gate"
    ]
    if gates and chance.random() < 0.5:
        layer, gate = chance.choice(gates)
        asked["clamp"] = f"{layer}.{gate}[0-3]=1"
    trace = page.request.get(f"{server}/api/v1/trace?{urlencode(asked)}").json()
    layer = chance.choice(trace["layers"])
    start, stop = layer.get("span", (0, len(trace["tokens"])))
    declared = next(one for one in entry["layers"] if one["name"] == layer["name"])
    signals = [one["name"] for one in declared["signals"] if one["role"] not in {"input", "position"}]
    return asked | {
        "layer": layer["name"],
        "t": chance.randrange(start, stop),
        "phase": chance.randrange(7),  # the page takes the last one where there are fewer
        "unit": chance.randrange(layer["units"]),
        "signal": chance.choice(signals),
        "theme": theme,
    }


def settled(page: Page) -> None:
    """All steps are here; the place is told after the picture is drawn."""
    page.locator(".timeline:not([aria-busy]) .word[aria-current]").wait_for()
    page.wait_for_function("() => document.querySelector('.where').textContent !== ''")


def seen(page: Page) -> dict[str, Any]:
    settled(page)
    told: dict[str, Any] = page.evaluate(SEEN)
    return told | {"address": dict(parse_qsl(told["address"].removeprefix("?"), keep_blank_values=True))}


def all_seen(page: Page) -> dict[str, Any]:
    here = seen(page)
    beside: dict[str, Any] = page.evaluate(BESIDE)
    return here | beside


def stays(page: Page, before: dict[str, Any], read: Callable[[Page], dict[str, Any]] = all_seen) -> None:
    """It is the moment, at once and after a while."""
    assert read(page) == before
    page.clock.run_for(STAYS)
    assert read(page) == before


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", zoo.manifest())
def test_every_way_leads_to_the_moment_and_stays_there(
    open_context: Callable[..., BrowserContext], server: str, name: str, theme: str
) -> None:
    context = open_context(color_scheme="dark" if theme == "light" else "light")
    page = context.new_page()
    page.clock.install()
    moment = a_moment(page, server, name, theme)
    page.goto(f"{server}/?{urlencode(moment)}")
    before = all_seen(page)
    address = before["address"]
    for key in ("model", "text", "clamp", "t", "unit", "layer", "signal", "theme"):
        assert address.get(key) == (None if key not in moment else str(moment[key])), key
    assert before["ground"] == theme
    assert before["play"] == "▶ Play"
    stays(page, before)

    page.reload()
    stays(page, before)

    tab = context.new_page()
    tab.clock.install()
    tab.goto(page.url)
    stays(tab, before)
    there_and_back(page, server, moment)
    stays(page, before)

    page.get_by_role("button", name="Share").click()
    link = page.get_by_role("textbox", name="Link to this moment").input_value()
    frame = page.get_by_role("textbox", name="Embed it").input_value()
    assert link == page.url, "the very link that the tab came by"

    found = re.search(r'src="([^"]+)"', frame)
    assert found is not None
    tab.goto(html.unescape(found[1]))
    there = seen(tab)
    assert there == {key: before[key] for key in there}
    stays(tab, there, seen)


def there_and_back(page: Page, server: str, moment: dict[str, Any]) -> None:
    """Reads another text, and goes Back."""
    where = page.locator(".where").inner_text()
    box = page.locator("[data-part=sentence] textarea")
    other = OTHER[next(kind for kind in OTHER if kind in reads(page, server, moment["model"]))]
    box.fill(other)
    box.press("Enter")
    page.wait_for_function("text => new URLSearchParams(location.search).get('text') === text", arg=other)
    page.go_back()
    page.wait_for_function("text => new URLSearchParams(location.search).get('text') === text", arg=moment["text"])
    expect(page.locator(".where")).to_have_text(where)


def reads(page: Page, server: str, name: str) -> str:
    models = page.request.get(f"{server}/api/v1/models").json()["models"]
    return str(next(one for one in models if one["name"] == name)["reads"])


def test_a_default_example_is_shared_whole(page: Page, server: str) -> None:
    page.goto(f"{server}/?model=reader-128")
    settled(page)
    page.keyboard.press("Space")
    page.get_by_role("button", name="Share").click()
    expect(page.get_by_role("button", name="play (space)", include_hidden=True)).to_have_text("▶ Play")
    link = page.get_by_role("textbox", name="Link to this moment").input_value()
    query = dict(parse_qsl(urlsplit(link).query))
    assert query["model"] == "reader-128"
    assert query["text"].startswith("Anna grew up in France")
    assert {"t", "phase", "unit", "layer", "signal"} <= set(query)


@pytest.mark.parametrize("place", ["", "embed"])
def test_what_comes_by_a_stream_plays_by_itself_too(page: Page, server: str, place: str) -> None:
    page.goto(f"{server}/{place}?model=shakespeare&autoplay=1&t=2&phase=1")
    where = page.locator(".where")
    expect(where).to_contain_text("letter 3 of")
    expect(page.get_by_role("button", name="play (space)")).to_have_text("❚❚ Pause")
    expect(where).to_contain_text(re.compile("letter [4-9] of"))
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="play (space)")).to_have_text("▶ Play")
    stopped = where.inner_text()
    page.reload()
    expect(where).to_have_text(stopped)
    expect(page.get_by_role("button", name="play (space)")).to_have_text("▶ Play")


@pytest.mark.parametrize("search", ["model=reader-128", "text=Anna+grew+up", "unit=3", "t=2"])
def test_an_address_that_asks_for_anything_is_left_alone(page: Page, server: str, search: str) -> None:
    page.clock.install()
    page.goto(f"{server}/?{search}")
    before = all_seen(page)
    asked = {"t": "0", "phase": "0", "unit": "0"} | dict(parse_qsl(search))
    assert {key: before["address"][key] for key in asked} == asked
    expect(page.locator("[data-part=story]")).to_be_hidden()
    stays(page, before)
