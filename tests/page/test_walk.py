"""Walking: by keys, by play, by the address; and with movement turned off."""

from __future__ import annotations

import math
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

SENTENCE = "Anna grew up in France"
LATER = f"{SENTENCE.replace(' ', '+')}"


def where(page: Page) -> str:
    return page.locator(".where").inner_text()


def test_the_whole_sentence_by_keyboard_alone(page: Page, server: str) -> None:
    page.goto(f"{server}/?text=hello")
    page.locator("[data-strip='c'][data-source='previous']").first.wait_for()
    while page.evaluate("document.activeElement.name") != "text":
        page.keyboard.press("Tab")
    page.keyboard.press("Control+A")
    page.keyboard.type(SENTENCE)
    page.keyboard.press("Enter")
    expect(page.locator(".where")).to_contain_text("word 5 of 5 · phase 6")  # what is said of it, first
    page.keyboard.press("Home")
    seen = []
    for _ in range(5 * 6):
        seen.append(where(page))
        page.keyboard.press("ArrowDown")
    names = ["read", "forget", "write", "update", "reveal", "predict"]
    assert seen == [f"word {t + 1} of 5 · phase {k + 1} of 6: {name}" for t in range(5) for k, name in enumerate(names)]
    assert where(page) == seen[-1], "the walk ends at the last word"
    page.keyboard.press("ArrowUp")
    assert where(page) == seen[-2]
    page.keyboard.press("Home")
    assert where(page) == seen[0]
    page.keyboard.press("ArrowRight")
    assert where(page) == seen[5]
    page.keyboard.press("ArrowRight")
    assert where(page) == seen[11]
    page.keyboard.press("ArrowLeft")
    assert where(page) == seen[5]
    page.keyboard.press("End")
    assert where(page) == seen[-1]
    heading = page.locator("[data-part=arithmetic] h2")
    unit = int(heading.inner_text().split()[1])
    assert unit > 0
    page.keyboard.press("[")
    expect(heading).to_contain_text(f"Unit {unit - 1} at")
    page.keyboard.press("]")
    expect(heading).to_contain_text(f"Unit {unit} at")
    page.keyboard.press("?")
    expect(page.locator("[data-part=help]")).to_be_visible()


def test_no_value_comes_from_the_future(page: Page, server: str) -> None:
    page.goto(f"{server}/?text={LATER}&t=2&phase=1")
    page.locator("[data-strip='f'] [data-value]").first.wait_for()
    assert page.locator("[data-strip='i'][data-source='now'] [data-value]").count() == 0
    assert page.locator("[data-bar='i'][data-t='2'][data-value]").count() == 0
    assert page.locator("[data-bar='f'][data-t='3'][data-value]").count() == 0
    assert page.locator("[data-arith]").evaluate_all("lines => lines.map(line => line.dataset.arith)") == ["f"]


def test_reload_and_back_bring_the_moment_back(page: Page, server: str) -> None:
    page.goto(f"{server}/?text={LATER}&t=2&phase=3&unit=7&signal=f")
    expect(page.locator(".where")).to_contain_text("word 3 of 5 · phase 4")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => location.search.includes('phase=5')")
    page.reload()
    expect(page.locator(".where")).to_contain_text("word 3 of 5 · phase 6")
    expect(page.locator("[data-part=arithmetic] h2")).to_contain_text("Unit 7 at “up”")
    box = page.get_by_role("textbox", name="sentence")
    box.fill("The dogs bark")
    box.press("Enter")
    expect(page.locator(".where")).to_contain_text("of 3")
    page.go_back()
    expect(page.locator(".where")).to_contain_text("word 3 of 5 · phase 6")
    query = parse_qs(urlsplit(page.url).query)
    assert (query["unit"], query["signal"], query["text"]) == (["7"], ["f"], [SENTENCE])


def test_a_unit_chosen_anywhere_is_chosen_everywhere(page: Page, server: str) -> None:
    page.goto(f"{server}/?text={LATER}&t=2&phase=5&unit=0")
    page.wait_for_selector("[data-arith-ready='2:0']")
    box = page.locator("[data-strip='f'][data-source='now']").bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] * 20.5 / 32, box["y"] + box["height"] / 2)
    page.wait_for_function("() => /unit=\\d+/.test(location.search)")
    unit = int(parse_qs(urlsplit(page.url).query)["unit"][0])
    assert 18 <= unit <= 22
    page.wait_for_selector(f"[data-arith-ready='2:{unit}']")
    shown = page.locator("[data-arith='f'] [data-term='value']").get_attribute("data-value")
    strip = page.locator(f"[data-strip='f'][data-source='now'] rect[data-unit='{unit}']").get_attribute("data-value")
    assert float(shown or "nan") == float(strip or "nan")


def test_the_first_paint_moves_by_itself_and_a_key_takes_control(page: Page, server: str) -> None:
    page.goto(server)
    expect(page.get_by_role("button", name="play (space)")).to_have_text("❚❚ Pause")
    first = where(page)
    page.wait_for_function("first => document.querySelector('.where').textContent !== first", arg=first)
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("button", name="play (space)")).to_have_text("▶ Play")


def test_with_reduced_motion_nothing_slides(open_context, server: str) -> None:
    page = open_context(reduced_motion="reduce").new_page()
    page.goto(server)
    expect(page.locator(".where")).to_have_text("word 14 of 14 · phase 6 of 6: predict")
    expect(page.locator("[data-next='0']")).to_have_attribute("data-word", "French")
    page.keyboard.press("Home")
    for _ in range(14):
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.getAnimations().filter(a => a.playState === 'running').length") == 0
    assert where(page).startswith("word 3 of 14 · phase 3")


def test_terms_add_up(page: Page, server: str) -> None:
    page.goto(f"{server}/?text={LATER}&t=2&phase=5&unit=5")
    page.get_by_role("button", name="every term of forget gate").click()
    products = page.locator("[data-part=terms] [data-product]")
    products.first.wait_for()
    values = [float(value) for value in products.evaluate_all("cells => cells.map(cell => cell.dataset.product)")]
    assert len(values) == 64 + 32 + 1, "every input, every hidden unit, the bias"
    shown = page.locator("[data-arith='f'] [data-term='value']").get_attribute("data-value")
    assert abs(1 / (1 + math.exp(-math.fsum(values))) - float(shown or "nan")) < 1e-6


def test_two_hundred_words_stay_usable(page: Page, server: str) -> None:
    sentence = " ".join(["the old sailor looked at the waves and thought of home"] * 20)[:1100]
    page.goto(server)
    box = page.get_by_role("textbox", name="sentence")
    box.fill(sentence)
    box.press("Enter")
    expect(page.locator(".timeline .word")).to_have_count(len(sentence.split()))
    page.locator(".timeline:not([aria-busy])").wait_for()  # the last word is there, too
    page.get_by_role("button", name="play (space)").focus()
    page.keyboard.press("End")
    expect(page.locator(".where")).to_contain_text(f"word {len(sentence.split())} of")
    current = page.locator(".word[aria-current]").bounding_box()
    assert current is not None
    assert 0 <= current["x"] <= 1440 - current["width"], "the current word is in sight"


def test_a_units_weights_are_asked_for_once_and_explain_every_moment(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/api/" in request.url else None)
    page.goto(f"{server}/?text={LATER}&t=0&phase=5&unit=5")
    page.wait_for_selector("[data-arith-ready='0:5']")
    for t in (1, 2, 3, 4):
        page.keyboard.press("ArrowRight")
        page.wait_for_selector(f"[data-arith-ready='{t}:5']")
    page.get_by_role("button", name="every term of input gate").click()
    page.wait_for_selector("[data-part=terms][open] td")
    assert [urlsplit(url).path for url in asked] == ["/api/v1/weights"]
    answer = page.request.get(asked[0])
    assert "immutable" in answer.headers["cache-control"]
