"""A stranger's page, of another origin than the server's, with several Gatewalks in it."""

from __future__ import annotations

import json
import re
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from app.sheets import DOCUMENT, SHEETS

HTML = """<!doctype html><html lang="en"><meta charset="utf-8"><title>A stranger's page</title>{sheets}
<main><h1>Two sentences</h1>{roots}<p><button>A button of the page's own</button></p></main>
<script type="module">
import {{ createGatewalk }} from '{js}/gatewalk.js';
import {{ connect }} from '{js}/sources/server.js';
import {{ Store, parse }} from '{js}/state.js';
window.source = await connect('{server}');
window.stores = [];
window.written = [];
for (const [k, {{ search, ...options }}] of {walks}.entries()) {{
  const store = new Store(parse(search), ({{ text }}, push) => written.push([k, text, push]));
  stores.push(store);
  createGatewalk(document.getElementById(`walk${{k}}`), {{ source, store, ...options }}).begin();
}}
</script></html>"""


def modules(server: str) -> str:
    """Where the server's modules are."""
    with urllib.request.urlopen(server) as answer:
        found = re.search(r'src="(/static/\w+/js)/main.js"', answer.read().decode())
    assert found is not None
    return server + found[1]


def open_host(page: Page, slides: tuple[str, Path], server: str, *walks: dict[str, Any]) -> str:
    """Opens a page with a root, `#walk0`, `#walk1` …, for each of ``walks``: options, and a state as ``search``.

    Returns the page's address, on the server ``slides``.
    """
    js = modules(server)
    css = js.removesuffix("/js") + "/css"
    html = HTML.format(
        sheets="".join(f'<link rel="stylesheet" href="{css}/{name}.css">' for name in SHEETS if name != DOCUMENT),
        roots="".join(f'<div id="walk{k}"></div>' for k in range(len(walks))),
        js=js,
        server=server,
        walks=json.dumps(walks),
    )
    origin, folder = slides
    (folder / "notes.html").write_text(html, encoding="utf-8")
    address = f"{origin}/notes.html?own=1#here"
    page.goto(address)
    for k in range(len(walks)):
        page.locator(f"#walk{k} [data-strip][data-source] [data-value]").first.wait_for()
    return address
