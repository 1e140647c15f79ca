"""The pages `/`, `/embed` and `/train`, rendered from the templates of their names.

A template is given:

- `asset(path)`: the address of a file of `static/`, e.g. `asset("css/page.css")`, `asset("js/main.js")`; it changes
  with the content and is cached for ever. A path that does not exist is an error, so a typing error is seen at once.
- `plotly_url`: the address of plotly.js, a classic script that sets `window.Plotly`; load it after the belt is drawn.
- `boot_json`: what the first paint needs, for `<script type="application/json" id="boot">{{ boot_json }}</script>`:
  `{"models": …, "trace": …, "error": …}`.
  `models` is the document of `/api/v1/models`. `trace` is the document of `/api/v1/trace` (contract version 1) for
  the address's run request, or for the model's first example where the address names no `text`. It is
  null where the sentence cannot be run, where it is too long to travel inside a page (`boot_words`, `NUMBERS`), and
  while the server is busy: then the page asks for the stream. `error` is null, or what is wrong with the address:
  `{code, message, expected, action, field}`. Of `/train` it is what can be trained: `{"tasks": …, "cells": …}`.
- `sheets`: the names of the style sheets, in their order.
- `version`: the program's version.
"""

import json
from collections.abc import Awaitable, Callable, Sequence

from fastapi import APIRouter, Request, Response
from fastapi.concurrency import run_in_threadpool
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from jinja2.filters import do_mark_safe

from lstm_core.errors import GatewalkError

from . import limits, tags
from .compression import Document
from .csp import page_policy
from .dependencies import ServiceOf
from .errors import BusyError
from .headers import EMBED, PAGE
from .resources import place
from .run_request import RunRequest, parts
from .runs import begin
from .service import Service
from .sheets import SHEETS, TRAINING
from .trainable import TRAINABLE
from .version import VERSION

router = APIRouter(include_in_schema=False)
templates = Environment(
    loader=FileSystemLoader(place("templates")),
    autoescape=select_autoescape(),
    undefined=StrictUndefined,
)

# More numbers than this make a page that paints later than one that fetches them: about 2 MB of JSON.
NUMBERS = 100_000
PATIENCE = 0.5  # seconds that a page waits for its trace, which it can do without


Boot = Callable[[Service, Request], Awaitable[tuple[str, bool]]]


def _asked(service: Service, request: Request) -> RunRequest | None:
    """The run of the address, or the model's first example; None for a model that has no example."""
    asked = parts(request.query_params.multi_items())
    model = service.catalog.offer(asked.model).name
    text = asked.text if asked.text is not None else next(iter(service.catalog.examples(model)), None)
    if text is None:
        return None
    return limits.request(service.settings, service.catalog, text, model, asked.clamps, asked.writing, asked.scales)


def _carried(service: Service, asked: RunRequest) -> str:
    """The trace as JSON, or null where the page had better ask for it. It blocks."""
    run = begin(service.settings, service.catalog, asked)
    if len(run) > service.settings.boot_words:
        return "null"
    numbers = len(run) * sum(rows.shape[-1] for layer in run.layers for rows in layer.signals.values())
    return service.traces.document(asked, run).text() if numbers <= NUMBERS else "null"


async def boot(service: Service, request: Request) -> tuple[str, bool]:
    """(the JSON of `boot_json`; whether it is all that the address asks for)."""
    trace, error, whole, models = "null", None, True, service.catalog.document
    try:
        asked = _asked(service, request)
        if asked is not None:
            await service.ready(asked.model)
            models = service.catalog.document_with(asked.model)
            trace = await service.dear.do(lambda: _carried(service, asked), PATIENCE)
    except BusyError:
        whole = False
    except GatewalkError as problem:
        error = problem.to_dict()
    told = f'{{"models":{models},"trace":{trace},"error":{json.dumps(error)}}}'
    return told, whole


async def trainable(service: Service, request: Request) -> tuple[str, bool]:  # noqa: ARG001 - the shape of every boot
    """The same of the page of live trainings, which computes nothing before somebody asks for it."""
    return TRAINABLE, True


def _rendered(service: Service, template: str, sheets: Sequence[str], told: str) -> Document:
    html = templates.get_template(template).render(
        asset=service.static.url,
        plotly_url=service.plotly.url,
        boot_json=do_mark_safe(told.replace("<", "\\u003c")),
        sheets=sheets,
        version=VERSION,
    )
    return Document.of([html], level=3)


async def _page(
    service: Service,
    request: Request,
    template: str,
    headers: dict[str, str],
    boots: Boot = boot,
    sheets: Sequence[str] = SHEETS,
) -> Response:
    files = await run_in_threadpool(lambda: (service.static.refresh(), service.templates.refresh()))
    tag = tags.tag(template, *files, service.models_tag, request.url.query)
    headers = {**headers, "Cache-Control": "no-cache", "ETag": tag}
    if tags.matches(request, tag):
        return tags.not_modified(headers)
    told, whole = await boots(service, request)
    if not whole:
        headers |= {"Cache-Control": "no-store"}
        del headers["ETag"]
    document = await run_in_threadpool(_rendered, service, template, sheets, told)
    return document.answer(request, "text/html", headers)


@router.get("/")
async def index(request: Request, service: ServiceOf) -> Response:
    """The page."""
    return await _page(service, request, "index.html", PAGE | {"Content-Security-Policy": page_policy("'self'")})


@router.get("/embed")
async def embed(request: Request, service: ServiceOf) -> Response:
    """The belt alone, for an iframe of any site that the setting `frame_ancestors` allows."""
    policy = page_policy(service.settings.frame_ancestors)
    return await _page(service, request, "embed.html", EMBED | {"Content-Security-Policy": policy})


@router.get("/train")
async def train(request: Request, service: ServiceOf) -> Response:
    """Small networks that learn while one watches."""
    headers = PAGE | {"Content-Security-Policy": page_policy("'self'")}
    return await _page(service, request, "train.html", headers, trainable, TRAINING)
