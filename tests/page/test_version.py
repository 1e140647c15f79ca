"""A trace of another version of the contract is not drawn, and the page says why."""

from __future__ import annotations

import json

from playwright.sync_api import Page, Route, expect

TOLD = "The trace follows version 2 of the contract. This page reads version 1."


def test_a_document_of_another_version_is_told(page: Page, server: str) -> None:
    def newer(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        assert '"version":1' in body
        route.fulfill(response=answer, body=body.replace('"version":1', '"version":2'))

    page.route(f"{server}/?text=Anna", newer)
    page.goto(f"{server}/?text=Anna")
    expect(page.get_by_role("alert")).to_contain_text(TOLD)
    assert page.locator("[data-strip]").count() == 0


def test_a_stream_of_another_version_is_told_and_what_was_there_stays(page: Page, server: str) -> None:
    start = {"version": 2, "tokens": [], "layers": [], "layout": []}
    page.route(
        "**/trace/stream?*",
        lambda route: route.fulfill(
            content_type="text/event-stream",
            body=f"event: start\ndata: {json.dumps(start)}\n\nevent: end\ndata: {{}}\n\n",
        ),
    )
    page.goto(f"{server}/?text=Anna+grew+up")
    box = page.get_by_role("textbox", name="Sentence")
    box.fill("the dogs")
    box.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text(TOLD)
    expect(page.locator(".timeline .word")).to_have_count(3)
