"""2,000 requests made up from the API's own description: no server error, and nothing that it does not describe.

A third of them mean something and are answered, a third are near it, and a third do not fit the description: a text of
chance letters for a model of a chance name is refused before anything is computed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import hypothesis.strategies as st
import pytest
import schemathesis
from hypothesis import HealthCheck, given, note, seed, settings
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi import checks
from starlette.testclient import TestClient

from app.main import create_app
from app.service import Service
from app.settings import Settings
from lstm_core import Model, load
from lstm_core.live import TASKS
from tests.app import events
from tests.page.random_models import MODELS, TEXTS, write

CASES = {
    "/api/v1/trace": 400,
    "/api/v1/trace/stream": 400,
    "/api/v1/arithmetic": 300,
    "/api/v1/compare": 50,
    "/api/v1/logit": 100,
    "/api/v1/ledger": 100,
    "/api/v1/gradient": 60,
    "/api/v1/gradient/map": 40,
    "/api/v1/filter": 50,
    "/api/v1/units": 50,
    "/api/v1/units/carried": 20,
    "/api/v1/units/evidence": 30,
    "/api/v1/weights": 200,
    "/api/v1/models": 50,
    "/api/v1/train/stream": 100,
    "/healthz": 50,
}
assert sum(CASES.values()) == 2_000
UPDATES = 4  # at most, of a training
#: These models have no letter filters, and nothing was measured of their units; the services' own tests have such.
REFUSED = ("/api/v1/filter", "/api/v1/units/evidence")
CHECKS = [
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
]

LAYERS = ("layer0", "layer1", "forward", "backward", "encoder", "decoder", "letters", "layer9", "")
SIGNALS = ("f", "i", "g", "o", "c", "h", "fc", "tanh_c", "r", "z", "n", "x", "fired", "at", "none", "")
RANGES = ("", "[0]", "[0-2]", "[0-5,1]", "[3-1]", "[99]", "[0-999999999]")
TIMES = ("", "@0", "@0-3", "@2,0", "@999", "@0-999999999")
WEIGHTS = ("U", "W", "b_f", "p_f", "d_n", "U_n", "K", "P", "")
VALUES = ("0", "1", "0.5", "-1", "2", "nan", "inf", "1e999", "", "x")


def clamps(*parts: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.builds("{}.{}{}{}={}".format, *map(st.sampled_from, parts))


ODD = {
    "model": st.sampled_from([*MODELS, "none"]),
    "text": st.one_of(st.sampled_from([*TEXTS.values(), "the " * 100, "5 " * 60]), st.text(min_size=1, max_size=40)),
    "clamp": st.lists(clamps(LAYERS, SIGNALS, RANGES, TIMES, VALUES) | st.text(max_size=20), max_size=4),
    "scale": st.lists(st.builds("{}.{}={}".format, *map(st.sampled_from, (LAYERS, WEIGHTS, VALUES))), max_size=3),
    "t": st.integers(-1, 12),
    "filter": st.integers(-1, 7),
    "symbol": st.sampled_from(["next", "the", "a", "⏹", ""]) | st.text(max_size=20),
    "unit": st.integers(-1, 7),
    "clip": st.sampled_from(["1", "0.001", "0", "-1", "nan", "inf", "", "x"]),
    "by": st.sampled_from(["words", "c", "layer0.h", "encoder.direct", "rest", ""]) | st.text(max_size=20),
    "layer": st.sampled_from(LAYERS),
    "signal": st.lists(st.sampled_from(SIGNALS), max_size=20),
    "terms": st.lists(st.sampled_from(SIGNALS), max_size=20),
    "sha256": st.just("0" * 64),
    "carries": st.sampled_from(["French", "position", "none", ""]),
    "against": st.sampled_from(["", "text=", "text=a&text=b", "model=none&text=a", "%", "text=the&clamp=x"])
    | st.text(),
    "write": st.sampled_from(["0", "3", "399", "400", "100001", "-1", "1.5", "", "x", "9" * 5000]),
    "temperature": st.sampled_from(["0", "0.8", "2", "2.01", "-1", "nan", "inf", "1e3", "", "0,5", "٣"]),
    "top_k": st.sampled_from(["0", "1", "1000", "1001", "-1", "", "x"]),
    "seed": st.sampled_from(["0", "7", "2147483647", "2147483648", "-1", "", "0x1"]),
    "task": st.sampled_from(["first", "chess", ""]) | st.text(max_size=9),
    "cell": st.sampled_from(["lstm", "rnn", "none", ""]) | st.text(max_size=9),
    "units": st.sampled_from(["4", "0", "33", "-1", "1.5", "9" * 5000, ""]),
    "forget_bias": st.sampled_from(["3", "-1.5", "11", "nan", "1e1", ""]),
    "rate": st.sampled_from(["0.02", "0", "2", "inf", "1e-3", ""]),
    "steps": st.sampled_from(["2", "0", "7", "-1", "x", ""]),
}


def sound(model: Model) -> dict[str, st.SearchStrategy[Any]]:
    """What can be asked of the model, most of it answered."""
    trace = model.trace(TEXTS[model.spec.name])
    layers = tuple(layer.name for layer in trace.layers if layer.name != "letters")
    signals = tuple(trace.layers[-1].signals)
    gates = tuple(sorted(set(signals) & {"f", "i", "o", "g", "c", "h"}))
    factors = st.builds("{}.{}={}".format, *map(st.sampled_from, (layers, ("U", "W", "b"), ("0", "1.5", "10"))))
    writes = model.spec.task in ("next-word", "next-letter", "forecast")
    chooses = model.spec.task in ("next-word", "next-letter")
    return {
        "model": st.just(model.spec.name),
        "text": st.just(TEXTS[model.spec.name]),
        "clamp": st.lists(clamps(layers, gates, RANGES[:3], TIMES[:3], ("0", "1", "0.5")), max_size=3),
        "scale": st.lists(factors, max_size=2),
        "t": st.integers(0, len(trace.tokens) - 1),
        "filter": st.integers(0, 4),
        "symbol": st.sampled_from([word for top in trace.predictions for word, _ in top]),
        "unit": st.integers(0, model.spec.units - 1),
        "clip": st.just(1),  # of a derivative any length, of a training yes
        "by": st.sampled_from([f"{layer}.h" for layer in layers]),  # "words" have no units
        "layer": st.sampled_from(layers),
        "signal": st.lists(st.sampled_from(signals), max_size=3, unique=True),
        "terms": st.lists(st.sampled_from(signals), max_size=3, unique=True),
        "sha256": st.just(model.sha256),
        "carries": st.sampled_from(["French", "many", "position"]),
        "against": st.just(urlencode({"model": model.spec.name, "text": TEXTS[model.spec.name]})),
        "write": st.sampled_from([0, 0, 1, 9] if writes else [0]),
        "temperature": st.sampled_from([0, 0.8, 2] if chooses else [0]),
        "top_k": st.sampled_from([0, 1, 4, 1_000]),
        "seed": st.integers(0, 999_999) | st.sampled_from([0, 7, 2**31 - 1]),
        "task": st.sampled_from([*TASKS]),
        "cell": st.sampled_from(["lstm", "rnn", "gru"]),
        "units": st.integers(1, 5),
        "forget_bias": st.sampled_from([0, 1, 3, 5, -0.5]),
        "rate": st.sampled_from([0.005, 0.02, 0.5]),
        "steps": st.integers(0, UPDATES),
    }


#: What any client may send beside.
HEADERS: dict[str, st.SearchStrategy[str]] = {
    "Accept": st.sampled_from(["*/*", "text/event-stream", "application/json", "", "x"]),
    "Accept-Encoding": st.sampled_from(["gzip", "identity", "*;q=0", "gzip;q=x", ""]),
    "If-None-Match": st.sampled_from(["*", '"x"', 'W/"', ""]),
    "Last-Event-ID": st.sampled_from(["0", "3", "-1", "99999", "9" * 5000, "x", ""]),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("every-kind")


@pytest.fixture(scope="module")
def models(folder: Path) -> dict[str, Model]:
    """A small model of every kind, as its file has it."""
    return {name: load(write(folder, model)) for name, model in MODELS.items()}


@pytest.fixture(scope="module")
def anything(folder: Path, models: dict[str, Model]) -> Iterator[TestClient]:
    """The service with all of them."""
    chosen = Settings(zoo=False, models=tuple(folder / f"{name}.safetensors" for name in models), train_updates=UPDATES)
    with TestClient(create_app(chosen, Service.start(chosen)), raise_server_exceptions=False) as opened:
        yield opened


@pytest.fixture(scope="module")
def described(anything: TestClient) -> schemathesis.openapi.OpenApiSchema:
    # What breaks the description must be refused; what is longer than it says, with 413.
    refused = {"expected-statuses": ["400", "404", "413", "503"]}
    config = SchemathesisConfig.from_dict({"checks": {"negative_data_rejection": refused}})
    return schemathesis.openapi.from_dict(anything.get("/api/v1/openapi.json").json(), config=config)


def operations(described: schemathesis.openapi.OpenApiSchema) -> dict[str, schemathesis.APIOperation]:
    return {result.ok().path: result.ok() for result in described.get_all_operations()}


def test_every_endpoint_is_tried(described: schemathesis.openapi.OpenApiSchema) -> None:
    assert set(operations(described)) == set(CASES)


def requests(
    operation: schemathesis.APIOperation, models: dict[str, Model]
) -> st.SearchStrategy[tuple[schemathesis.Case, dict, dict]]:
    """(case, query, headers): a case, what of its query is replaced, what of its headers."""
    named = {parameter.name for parameter in operation.query}
    headers = st.fixed_dictionaries({}, optional=HEADERS)
    fitting = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    if not named:
        unknown = st.dictionaries(st.sampled_from(["text", "x", "model", ""]), st.text(max_size=5), max_size=2)
        return st.tuples(fitting, unknown, headers)

    def some(sense: dict[str, st.SearchStrategy[Any]], always: set[str]) -> st.SearchStrategy[dict[str, Any]]:
        return st.fixed_dictionaries(
            {name: sense[name] for name in sorted(named & always)},
            optional={name: sense[name] for name in sorted(named & set(sense) - always)},
        )

    needed = {"model", "text", "clamp", "scale", "t", "unit", "layer", "signal", "terms", "against"}
    needed |= {"by", "write", "temperature", "top_k", "seed"}
    needed |= {"units", "steps", "forget_bias", "rate", "clip", "task", "cell"}
    senses = {name: sound(model) for name, model in models.items()}
    whole = st.sampled_from(sorted(models)).flatmap(lambda name: some(senses[name], needed))
    broken = operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)
    return st.one_of(
        st.tuples(fitting, whole, headers),
        st.tuples(fitting, st.one_of(some(ODD, set()), some(ODD, needed)), headers),
        st.tuples(broken, st.just({}), headers),
    )


@pytest.mark.parametrize("path", CASES)
def test_nothing_breaks_and_nothing_is_undocumented(
    anything: TestClient, models: dict[str, Model], described: schemathesis.openapi.OpenApiSchema, path: str
) -> None:
    operation = operations(described)[path]
    documented = {int(status) for status in operation.definition.raw["responses"] if status.isdigit()}
    told: Counter[int] = Counter()

    @seed(7)
    @settings(max_examples=CASES[path], deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(requests(operation, models))
    def one(asked: tuple[schemathesis.Case, dict, dict]) -> None:
        case, query, headers = asked
        case.query = {**(case.query or {}), **query}
        case.headers = {**(case.headers or {}), **headers}
        sent = case.as_transport_kwargs(base_url="http://testserver")
        answer = anything.get(sent["url"], params=sent["params"], headers=sent["headers"])
        note(f"{answer.request.url} {dict(answer.request.headers)} → {answer.status_code} {answer.text[:300]}")
        told[answer.status_code] += 1
        assert answer.status_code in documented
        assert answer.status_code < 500 or answer.status_code == 503
        events_told = answer.headers.get("content-type", "").startswith("text/event-stream")
        refused = events_told and check_stream(answer.text)
        case.validate_response(answer, checks=CHECKS if refused else [*CHECKS, checks.negative_data_rejection])

    one()
    assert sum(told.values()) >= CASES[path]
    assert told[200] >= (0 if path in REFUSED else CASES[path] // 5), told


def check_stream(text: str) -> bool:
    """A whole stream, or its rest; or an error told as an event, which no `EventSource` could read otherwise."""
    kinds = [event.kind for event in events.parse(text)]
    assert kinds[-1] in ("end", "error")
    assert set(kinds[:-1]) <= {"start", "step", "frame"}
    assert "start" not in kinds[1:]
    return kinds[-1] == "error"
