"""The pages `/` and `/embed`, rendered from `templates/index.html` and `templates/embed.html`.

A template is given:

- `asset(path)`: the address of a file of `static/`, e.g. `asset("css/page.css")`, `asset("js/main.js")`; it changes
  with the content and is cached for ever. A path that does not exist is an error, so a typing error is seen at once.
- `plotly_url`: the address of plotly.js, a classic script that sets `window.Plotly`; load it after the belt is drawn.
- `boot_json`: what the first paint needs, for `<script type="application/json" id="boot">{{ boot_json }}</script>`:
  `{"models": …, "trace": …, "error": …}`.
  `models` is the document of `/api/v1/models`. `trace` is the document of `/api/v1/trace` (contract version 1) for
  the address's `text`, `model` and `clamp`, or for the model's first example where the address names no `text`. It is
  null where the sentence cannot be run, and where it is too long to travel inside a page (`boot_words`, `NUMBERS`):
  then the page asks for the stream. `error` is null, or what is wrong with the address:
  `{code, message, expected, action, field}`.
- `version`: the program's version.
"""

import json

from fastapi import APIRouter, Request, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.filters import do_mark_safe

from app.asked import Asked, ask
from app.compression import compressed
from app.csp import page_policy
from app.dependencies import ServiceOf
from app.places import place
from app.service import Service
from app.version import VERSION
from lstm_core.errors import GatewalkError

router = APIRouter(include_in_schema=False)
templates = Environment(
    loader=FileSystemLoader(place("templates")),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
)

# More numbers than this make a page that paints later than one that fetches them: about 2 MB of JSON.
NUMBERS = 100_000


def _asked(service: Service, request: Request) -> Asked | None:
    """The sentence of the address, or the model's first example; None for a model that has no example."""
    query = request.query_params
    model = service.catalog.get(query.get("model"))
    examples = service.catalog.examples(model.name)
    text = query.get("text", examples[0] if examples else None)
    if text is None:
        return None
    return ask(service.settings, service.catalog, text, model.name, query.getlist("clamp"))


def _carried(service: Service, asked: Asked) -> str:
    """The trace as JSON, or null where the page had better ask for it."""
    if asked.steps > service.settings.boot_words:
        return "null"
    trace = service.traces.of(asked)
    numbers = asked.steps * sum(slot.units for slot in trace.layout)
    return trace.to_json() if numbers <= NUMBERS else "null"


def boot(service: Service, request: Request) -> str:
    """The JSON of `boot_json`, safe inside a script element."""
    trace, error = "null", None
    try:
        asked = _asked(service, request)
        if asked is not None:
            trace = _carried(service, asked)
    except GatewalkError as problem:
        error = problem.to_dict()
    told = f'{{"models":{service.catalog.document.decode()},"trace":{trace},"error":{json.dumps(error)}}}'
    return told.replace("<", "\\u003c")


def _page(service: Service, request: Request, template: str, frame_ancestors: str) -> Response:
    service.static.refresh()
    html = templates.get_template(template).render(
        asset=service.static.url,
        plotly_url=service.plotly.url,
        boot_json=do_mark_safe(boot(service, request)),
        version=VERSION,
    )
    headers = {"Content-Security-Policy": page_policy(frame_ancestors), "Cache-Control": "no-cache"}
    return compressed(request, html.encode(), "text/html", headers)


@router.get("/")
def index(request: Request, service: ServiceOf) -> Response:
    """The page."""
    return _page(service, request, "index.html", "'self'")


@router.get("/embed")
def embed(request: Request, service: ServiceOf) -> Response:
    """The belt alone, for an iframe of any site that the setting `frame_ancestors` allows."""
    return _page(service, request, "embed.html", service.settings.frame_ancestors)
