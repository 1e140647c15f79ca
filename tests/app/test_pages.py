"""The pages: what a template is given, the exact policy, and that nothing typed becomes markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import DictLoader
from starlette.testclient import TestClient

import app.pages
from app.main import create_app
from app.service import Service
from app.settings import Settings
from app.version import VERSION
from tests.app.conftest import SENTENCE

BARE = (
    '<script type="application/json" id="boot">{{ boot_json }}</script>'
    '<link href="{{ asset("js/dom.js") }}"><i data-plotly="{{ plotly_url }}">{{ version }}</i>'
)


def policy(framing: str) -> str:
    """The one policy that a page may have."""
    return (
        "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' data: blob:; "
        "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' "
        "'sha256-ji27qzEtxXZW+7dun6UwjHXJ18e6WAin1VvNtkzIE/o='; style-src-attr 'unsafe-inline'; "
        f"base-uri 'none'; form-action 'self'{framing}"
    )


def boot_of(html: str) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/json" id="boot">(.*?)</script>', html, re.DOTALL)
    told: dict[str, Any] = json.loads(text)
    assert set(told) == {"models", "trace", "error"}
    return told


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates that hold what they are given and nothing else."""
    monkeypatch.setattr(app.pages.templates, "loader", DictLoader({"index.html": BARE, "embed.html": BARE}))
    monkeypatch.setattr(app.pages.templates, "cache", None)


@pytest.fixture
def with_example(service: Service, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(service.catalog.entries[0], "examples", ["Anna grew up in France", "the cat"])


@pytest.mark.parametrize(("path", "framing"), [("/", "; frame-ancestors 'self'"), ("/embed", "")])
def test_policy_of_the_real_pages_is_exact(client: TestClient, path: str, framing: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers.get_list("content-security-policy") == [policy(framing)]
    assert "x-frame-options" not in answer.headers
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/", "/embed", "/api/v1/models"])
def test_what_a_reader_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path, params={"text": "the cat"})
    tag = first.headers["etag"]
    again = client.get(path, params={"text": "the cat"}, headers={"If-None-Match": tag})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert again.headers["cache-control"] == "no-cache"
    assert client.get(path, headers={"If-None-Match": '"other"'}).status_code == 200


def test_a_pages_tag_says_what_it_depends_on(client: TestClient) -> None:
    paths = ["/", "/embed", "/?text=the", "/?text=the&clamp=layer0.f=0", "/?text=the&model=plain"]
    tags = [client.get(path).headers["etag"] for path in paths]
    assert len(set(tags)) == len(tags)
    assert [client.get(path).headers["etag"] for path in paths] == tags


def test_a_page_has_its_window_to_itself_and_a_frame_may_be_anybodys(client: TestClient) -> None:
    page, embed = client.get("/").headers, client.get("/embed").headers
    assert page["cross-origin-opener-policy"] == "same-origin"
    assert page["cross-origin-resource-policy"] == "same-origin"
    assert "cross-origin-opener-policy" not in embed
    assert embed["cross-origin-resource-policy"] == "cross-origin"
    for headers in (page, embed):
        assert {"camera=()", "microphone=()", "geolocation=()"} <= set(headers["permissions-policy"].split(", "))


@pytest.mark.parametrize("path", ["/", "/embed"])
def test_everything_that_a_real_page_names_is_there(client: TestClient, path: str) -> None:
    html = client.get(path).text
    addresses = set(re.findall(r'(?:src|href)="(/static/[^"]+)"', html))
    assert len(addresses) > 3
    for address in addresses:
        assert client.head(address).status_code == 200
    outside = re.findall(r"""(?:src|href|action|srcset)=["'](?!/|#|data:)([^"']+)""", html)
    assert outside == []
    scripts = re.findall(r"<script\b([^>]*)>", html)
    assert [tag for tag in scripts if "src=" not in tag and "application/json" not in tag] == []


@pytest.mark.usefixtures("bare")
def test_what_a_template_is_given(client: TestClient, service: Service) -> None:
    html = client.get("/").text
    tree = service.static.refresh()
    assert f'<link href="/static/{tree}/js/dom.js">' in html
    assert f'data-plotly="{service.plotly.url}">{VERSION}</i>' in html
    assert boot_of(html)["models"] == client.get("/api/v1/models").json()


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("path", ["/", "/embed"])
@pytest.mark.parametrize("writing", [{}, {"write": "20", "temperature": "0.8", "top_k": "9", "seed": "7"}])
def test_boot_holds_the_asked_trace(client: TestClient, path: str, writing: dict[str, str]) -> None:
    asked = {"text": SENTENCE, "model": "plain", "clamp": "layer0.h=0"} | writing
    told = boot_of(client.get(path, params=asked).text)
    assert told["error"] is None
    assert told["trace"] == client.get("/api/v1/trace", params=asked).json()


@pytest.mark.usefixtures("bare", "with_example")
def test_boot_holds_the_first_example_where_no_text_is_asked(client: TestClient) -> None:
    told = boot_of(client.get("/?t=3&unit=1").text)
    assert told["trace"] == client.get("/api/v1/trace?text=Anna+grew+up+in+France").json()


@pytest.mark.usefixtures("bare")
def test_a_model_without_examples_boots_without_a_trace(client: TestClient) -> None:
    told = boot_of(client.get("/").text)
    assert (told["trace"], told["error"]) == (None, None)


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({"text": ""}, "empty_text"),
        ({"text": "x" * 10_000}, "text_too_long"),
        ({"text": "a\x07"}, "control_character"),
        ({"text": "the", "model": "nobody"}, "unknown_model"),
        ({"text": "the", "clamp": "zz"}, "bad_clamp"),
    ],
)
def test_a_bad_address_still_gives_the_page_and_says_what_is_wrong(
    client: TestClient, query: dict[str, str], code: str
) -> None:
    answer = client.get("/", params=query)
    assert answer.status_code == 200
    told = boot_of(answer.text)
    assert told["trace"] is None
    assert told["error"]["code"] == code
    assert told["error"] == client.get("/api/v1/trace", params=query).json()["error"]


@pytest.mark.usefixtures("bare")
@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script>", "a & b \u2028 <b>"])
def test_typed_markup_cannot_leave_its_element(client: TestClient, text: str) -> None:
    html = client.get("/", params={"text": text}).text
    assert html.count("<script") == 1
    assert "<!--" not in html
    assert boot_of(html)["trace"]["text"] == text


@pytest.fixture
def own(weights: Any, rnn_weights: Any) -> Callable[..., TestClient]:
    def make(**given: Any) -> TestClient:
        return TestClient(create_app(Settings(zoo=False, models=(weights, rnn_weights), **given)))

    return make


@pytest.mark.usefixtures("bare")
def test_a_long_sentence_is_left_to_the_stream(own: Callable[..., TestClient], monkeypatch: pytest.MonkeyPatch) -> None:
    with own(boot_words=3) as client:
        assert boot_of(client.get("/?text=the+cat+runs").text)["trace"]["text"] == "the cat runs"
        assert boot_of(client.get("/?text=the+cat+runs+.").text) | {"models": 0} == {
            "models": 0,
            "trace": None,
            "error": None,
        }
        monkeypatch.setattr(app.pages, "NUMBERS", 2 * (6 + 9 * 8))  # two steps of x and nine signals
        assert boot_of(client.get("/?text=the+cat").text)["trace"] is not None
        assert boot_of(client.get("/?text=the+cat+runs").text)["trace"] is None


@pytest.mark.usefixtures("bare")
def test_who_may_frame_is_a_setting(own: Callable[..., TestClient]) -> None:
    with own(frame_ancestors="https://moodle.example 'self'") as client:
        embed, page = client.get("/embed"), client.get("/")
    expected = policy("; frame-ancestors https://moodle.example 'self'")
    assert embed.headers["content-security-policy"] == expected
    assert page.headers["content-security-policy"].endswith("; frame-ancestors 'self'")
