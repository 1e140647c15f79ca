"""Valves by hand: pulled, opened, let go and undone on the page; what is shown then is the model's own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode, urlsplit

import numpy as np
import pytest
from playwright.sync_api import Page, expect

import lstm_core
from lstm_core.clamps import Clamp
from tests.page.test_accessibility import violations

MODEL = lstm_core.load("reader-32")
FREE = "Anna grew up in France and after all these years she still speaks fluent"
TWICE = "Anna grew up in France and moved to Japan and she speaks fluent"  # a second country, which it says
AFTER = 5  # the word after the country


def opened(page: Page, server: str, text: str, t: int, unit: int = 11, **asked: object) -> None:
    query = {"model": "reader-32", "text": text, "t": t, "phase": 5, "unit": unit, "view": "line", **asked}
    page.goto(f"{server}/?{urlencode(query, doseq=True)}")
    page.wait_for_selector("[data-arith-ready]")


def asked(page: Page, name: str) -> list[str]:
    return parse_qs(urlsplit(page.url).query).get(name, [])


def says(page: Page, text: str, clamps: Sequence[str] = (), scales: Sequence[str] = ()) -> str:
    """What comes next after the last word, once the page says it as the library does; and it tells these valves."""
    page.get_by_role("button", name="Valves").focus()
    page.keyboard.press("End")
    ((word, p), *_) = MODEL.trace(text, clamps, scales=scales).top(-1)
    row = page.locator("[data-next='0']")
    expect(row).to_have_attribute("data-word", word)
    page.wait_for_function("p => Math.abs(document.querySelector('[data-next=\"0\"]').dataset.value - p) < 1e-5", arg=p)
    assert asked(page, "clamp") == list(clamps)
    expect(page.locator(".hands .chip")).to_have_count(len(clamps) + len(scales))
    return word


def pull(page: Page, signal: str, unit: int, by: int) -> None:
    """The unit's bar, ``by`` px up."""
    box = page.locator(f"[data-strip={signal}][data-source=now] .well").bounding_box()
    assert box is not None
    x, y = box["x"] + 2 + (unit + 0.5) * (box["width"] - 4) / 32, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x, y - by / 2)
    page.mouse.move(x, y - by, steps=3)


def test_a_pulled_bar_is_held_where_it_is_left_and_the_prediction_follows(page: Page, server: str) -> None:
    opened(page, server, FREE, 13)
    own = float(MODEL.trace(FREE)["o"][13, 18])
    pull(page, "o", 18, -200)
    assert page.locator(".readout text").get_attribute("data-value") == "0"
    page.wait_for_function("() => location.search.includes('clamp')")
    page.mouse.up()
    held = ["layer0.o[18]@13=0"]
    says(page, FREE, held)
    expect(page.locator("[data-strip=o][data-source=now] rect[data-unit='18']")).to_have_attribute("data-value", "0")
    expect(page.locator(".hands .changed")).to_contain_text("before, now")
    assert own != 0
    page.keyboard.press("Control+z")
    says(page, FREE)
    page.keyboard.press("Control+Shift+z")
    says(page, FREE, held)
    page.reload()
    page.wait_for_selector("[data-arith-ready]")
    says(page, FREE, held)
    page.get_by_role("button", name="Back to the model’s own").click()
    says(page, FREE)
    page.go_back()
    says(page, FREE, held)


def test_forgetting_everything_after_the_country_changes_the_language_that_is_said(page: Page, server: str) -> None:
    opened(page, server, FREE, AFTER)
    page.get_by_role("button", name="Valves").click()
    form = page.get_by_role("dialog", name="valve")
    form.get_by_label("all units").check()
    assert violations(page) == []
    form.get_by_role("button", name="forget everything here").click()
    expect(page.locator(".chip")).to_contain_text("f of all units at “and” = 0")
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()
    assert says(page, FREE, [f"layer0.f@{AFTER}=0"]) != "French"
    expect(page.locator(".hands .changed")).to_contain_text(re.compile(r"Next word: “French” \d+ % before, now"))
    page.get_by_role("button", name="undo").click()
    assert says(page, FREE) == "French"


def carriers(count: int) -> list[int]:
    """The units of the belt that differ most, right after a country, from country to country."""
    countries = ("France", "Spain", "Italy", "Germany", "Japan", "Poland", "Greece", "Russia")
    belts = np.array([MODEL.trace(FREE.replace("France", country))["c"][AFTER] for country in countries])
    return sorted(map(int, np.argsort(-belts.std(axis=0))[:count]))


def test_remembering_from_the_country_on_keeps_it_through_another_one(page: Page, server: str) -> None:
    """f = 1 and i = 0 in the quarter of the units that carries the country, from the next word on: nothing comes in."""
    assert MODEL.trace(TWICE).top(-1)[0][0] == "Japanese"
    opened(page, server, TWICE, AFTER)
    page.get_by_role("button", name="Valves").click()
    form, units = page.get_by_role("dialog", name="valve"), carriers(8)
    form.get_by_role("textbox", name="units").fill(", ".join(map(str, units)))
    form.get_by_label("from “and” on").check()
    form.locator("[data-preset=remember]").click()
    expect(page.locator(".chip")).to_have_count(2)
    page.keyboard.press("Escape")
    which = f"[{','.join(map(str, units))}]@{AFTER}-99999"
    held = [str(Clamp.parse(f"layer0.{gate}{which}={value}")) for gate, value in (("f", 1), ("i", 0))]
    assert says(page, TWICE, held) == "French"
    expect(page.locator(".hands .changed")).to_contain_text("“Japanese”")


def test_by_keys_alone(page: Page, server: str) -> None:
    opened(page, server, FREE, 13)
    strip = page.locator("[data-strip=f][data-source=now]")
    strip.evaluate("strip => { strip.tabIndex = 0; strip.focus(); }")
    page.keyboard.press("Enter")
    slider = page.get_by_role("slider", name="value")
    expect(slider).to_be_focused()
    page.keyboard.press("Home")
    expect(page.locator(".chip")).to_contain_text("f of unit 11 at “fluent” = 0")
    page.keyboard.press("End")
    expect(page.locator(".chip")).to_contain_text("= 1")
    number = page.get_by_label("value as a number")
    number.fill("1.5")
    number.press("Enter")
    expect(page.get_by_role("alert").filter(has_text="A value lies from 0 to 1.")).to_be_visible()
    page.get_by_role("button", name="Its own value").press("Enter")
    expect(page.locator(".chip")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(strip).to_be_focused()
    assert asked(page, "clamp") == []


def test_a_unit_is_erased_weights_are_scaled_and_each_let_go_by_itself(page: Page, server: str) -> None:
    opened(page, server, FREE, AFTER, unit=2)
    page.get_by_role("button", name="Valves").click()
    form = page.get_by_role("dialog", name="valve")
    form.get_by_role("button", name="erase unit 2 here").click()
    expect(page.locator(".chip")).to_contain_text("c of unit 2 at “and” = 0")
    form.get_by_text("Scale the weights").click()
    form.get_by_label("factor as a number").fill("0.5")
    form.get_by_label("factor as a number").press("Enter")
    expect(page.locator(".chip")).to_have_count(2)
    page.keyboard.press("Escape")
    clamps, scales = [f"layer0.c[2]@{AFTER}=0"], ["layer0.U=0.5"]
    says(page, FREE, clamps, scales)
    assert asked(page, "scale") == scales
    page.get_by_role("button", name="let go: c of unit 2").click()
    says(page, FREE, [], scales)
    page.get_by_role("button", name="let go: U × 0.5").click()
    says(page, FREE)


@pytest.mark.parametrize("way", ["F2", "double click"])
def test_a_word_changed_in_place_is_run_where_the_walk_stands(page: Page, server: str, way: str) -> None:
    opened(page, server, FREE, 4)
    if way == "F2":
        page.keyboard.press("F2")
    else:
        page.locator(".timeline .word").nth(4).dblclick()
    box = page.get_by_role("textbox", name="in place of “France”")
    expect(box).to_be_focused()
    box.fill("Japan")
    box.press("Enter")
    expect(page.locator(".timeline .word").nth(4)).to_contain_text("Japan")
    expect(page.locator(".where")).to_contain_text("word 5 of 14")
    assert says(page, FREE.replace("France", "Japan")) == "Japanese"
    page.keyboard.press("Control+z")
    assert says(page, FREE) == "French"


def test_a_finger_pulls_the_chosen_unit(open_context, server: str) -> None:
    page = open_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True).new_page()
    opened(page, server, FREE, 13, unit=18)
    grip = page.locator("[data-strip=f] .grip")
    grip.scroll_into_view_if_needed()
    box = grip.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = page.context.new_cdp_session(page)
    touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for by in (10, 60, 140):
        touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y + by}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.locator(".chip")).to_contain_text("f of unit 18 at “fluent” = 0")
