"""A link whose request holds valves opens that very run; reload and back keep it, and another sentence runs free."""

from __future__ import annotations

from urllib.parse import urlencode

from playwright.sync_api import Page, expect

TEXT = "Anna grew up in France"
MOMENT = {"t": 2, "phase": 5, "unit": 4}
CLAMPS = ["layer0.f[4]=1", "layer0.i@1-2=0"]
QUERY = urlencode({"model": "reader-32", "text": TEXT, "clamp": CLAMPS}, doseq=True)


def values(page: Page, signal: str) -> list[float]:
    """A strip's numbers, unit by unit."""
    units = page.locator(f"[data-strip={signal}][data-source=now] rect[data-unit][data-value]")
    return [float(one) for one in units.evaluate_all("all => all.map(({ dataset }) => dataset.value)")]


def shows_the_clamped_run(page: Page) -> None:
    expect(page.locator(".where")).to_have_text("word 3 of 5 · phase 6 of 6: predict")
    answer = page.request.get(f"{page.url.partition('?')[0]}api/v1/trace?{QUERY}").json()
    (layer,) = answer["layers"]
    assert answer["clamps"] == CLAMPS
    for signal in ("f", "i", "c", "h"):
        assert values(page, signal) == layer["signals"][signal][2]
    assert values(page, "f")[4] == 1
    assert set(values(page, "i")) == {0}


def test_a_link_with_valves_opens_the_run_with_them(page: Page, server: str) -> None:
    page.goto(f"{server}/?{QUERY}&{urlencode(MOMENT)}")
    shows_the_clamped_run(page)
    page.wait_for_function("query => location.search.startsWith(`?${query}&t=2&phase=5`)", arg=QUERY)
    page.reload()
    shows_the_clamped_run(page)
    box = page.get_by_role("textbox", name="Sentence")
    box.fill("the dogs bark")
    box.press("Enter")
    expect(page.locator(".where")).to_contain_text("word 1 of 3")
    assert "clamp" not in page.url
    page.go_back()
    shows_the_clamped_run(page)
    assert f"?{QUERY}&" in page.url
    page.go_forward()
    expect(page.locator(".where")).to_contain_text("word 1 of 3")


def test_a_valve_that_cannot_be_held_is_told_and_the_sentence_runs_free(page: Page, server: str) -> None:
    page.goto(f"{server}/?{urlencode({'model': 'reader-32', 'text': TEXT, 'clamp': 'layer0.z=1'})}")
    expect(page.get_by_role("alert")).to_contain_text("layer0.z=1")
    expect(page.locator(".timeline .word")).to_have_count(5)
    assert max(values(page, "f") or [0]) < 1
