"""How the API describes what it is given, and how it fails, in OpenAPI."""

from typing import Any

from lstm_core import cells
from lstm_core.clamps import LONGEST
from lstm_core.live import TASKS
from lstm_core.live.setup import FASTEST, LAST_SEED, MOST_BIAS, SLOWEST
from lstm_core.scales import LONGEST as LONGEST_SCALE
from lstm_core.scales import MOST

from . import writing
from .schemas import Failure
from .settings import Settings

# Blank texts have an error of their own: pydantic only describes this.
TEXT_FORM: dict[str, Any] = {"minLength": 1, "pattern": r"\S"}


def add_limits(description: dict[str, Any], settings: Settings, models: list[str]) -> None:
    """Tells how long a text may be, how many clamps and scales, and which models there are, in every parameter."""
    told: dict[str, dict[str, Any]] = {
        "text": {"maxLength": settings.characters},
        "clamp": {"maxItems": settings.clamps, "items": {"type": "string", "maxLength": LONGEST}},
        "scale": {"maxItems": MOST, "items": {"type": "string", "maxLength": LONGEST_SCALE}},
        "model": {"type": "string", "enum": models},
        **writing.schemas(settings.steps),
    }
    learned: dict[str, dict[str, Any]] = {
        "task": {"enum": [*TASKS]},
        "cell": {"enum": [*cells.names()]},
        "units": {"type": "integer", "minimum": 1, "maximum": settings.train_units},
        "steps": {"type": "integer", "minimum": 0, "maximum": settings.train_updates},
        "seed": {"type": "integer", "minimum": 0, "maximum": LAST_SEED},
        "forget_bias": {"type": "number", "minimum": -MOST_BIAS, "maximum": MOST_BIAS},
        "rate": {"type": "number", "minimum": SLOWEST, "maximum": FASTEST},
        "clip": {"enum": ["0", "1"]},
    }
    for address, path in description["paths"].items():
        here = learned if address.endswith("/train/stream") else told
        for parameter in path["get"].get("parameters", ()):
            schema = parameter["schema"]
            if parameter["name"] in here:
                schema.update(here[parameter["name"]])
                schema.pop("anyOf", None)  # a text or nothing: nothing is to leave it out


def _failure(description: str, **error: str | None) -> dict[str, Any]:
    example = {"error": error}
    return {"model": Failure, "description": description, "content": {"application/json": {"example": example}}}


def _referring(failure: dict[str, Any]) -> dict[str, Any]:
    example = failure.get("content", {"application/json": {}})["application/json"]
    schema = {"schema": {"$ref": "#/components/schemas/Failure"}}
    return {"description": failure["description"], "content": {"application/json": schema | example}}


FAILURES: dict[int | str, dict[str, Any]] = {
    400: _failure(
        "A parameter cannot be used.",
        code="missing_parameter",
        message="The parameter 'text' is missing.",
        expected="A value for 'text'.",
        action="Add text=… to the address.",
        field="text",
    ),
    404: _failure(
        "There is no such model, layer, signal, unit or step.",
        code="unknown_model",
        message="There is no model called “reader-7”.",
        expected="There are: reader-32.",
        action="Choose one of these.",
        field="model",
    ),
    413: _failure(
        "The request is over a limit.",
        code="too_many_steps",
        message="The sentence has 5,000 words and marks.",
        expected="At most 400 words and marks.",
        action="Shorten the sentence.",
        field="text",
    ),
    503: {
        "model": Failure,
        "description": "The server has too much to compute just now; Retry-After says when to ask again.",
    },
    "default": {"model": Failure, "description": "Any other error, in the same shape."},
}
OTHER_FAILURES: dict[int | str, dict[str, Any]] = {"default": FAILURES["default"]}
UNKNOWN = {status: failure for status, failure in FAILURES.items() if status != 413}
# FastAPI would document a model as the route's own media type, but a stream's errors are JSON.
STREAM_FAILURES = {status: _referring(failure) for status, failure in FAILURES.items()}
NOT_MODIFIED: dict[str, Any] = {"description": "What If-None-Match names is still the right answer."}
EVENT: dict[str, Any] = {
    "type": "object",
    "properties": {
        "event": {"type": "string", "enum": ["start", "step", "end", "error"]},
        "data": {"type": "string", "contentMediaType": "application/json"},
        "id": {"type": "string", "pattern": "^[0-9]+$"},
    },
    "required": ["event", "data"],
}
EVENT_STREAM: dict[str, Any] = {
    "content": {"text/event-stream": {"itemSchema": EVENT}},
    "description": (
        "Events `start` (the trace contract without signals and top, plus `layout`), `step` (its id is the step; data "
        "`{t, block, top, lead}`, `block` being base64 of the little-endian float32 values in the order of `layout`; "
        "`surprise` where the model tells what is next, `token` where it wrote that itself), "
        "`end` (`{steps}`), or `error` (the error shape)."
    ),
}
FRAME: dict[str, Any] = EVENT | {
    "properties": EVENT["properties"] | {"event": {"type": "string", "enum": ["start", "frame", "end", "error"]}}
}
TRAINING_STREAM: dict[str, Any] = {
    "content": {"text/event-stream": {"itemSchema": FRAME}},
    "description": (
        "Events `start` (the setup, the net's name as `model`, the fixed string and its answers, `layout`), `frame` "
        "(its id is the update; data `{update, loss, accuracy, length, gradient, reach, block}`, `block` being base64 "
        "of little-endian float32 values: for each entry of `layout` one row of its units a letter), `end` "
        "(`{updates, loss, accuracy, learned, seconds}`), or `error` (the error shape)."
    ),
}
