"""Write the examples of `trace-format.md` with the real code: `python -m docs.make_examples`.

They are of a model of two units and five words, made here, so that a whole trace fits on a page.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np

import lstm_core
from docs import section
from lstm_core import Model, uniform
from lstm_core.models import shapes_of

TARGET = section.FOLDER / "trace-format.md"
TEXT = "She speaks Elvish"


def tiny() -> Model:
    """An LSTM with H = 2, D = 1 and V = 5, its weights small multiples of ⅛, which float32 holds exactly."""
    spec = uniform(
        name="tiny",
        task="next-word",
        architecture="vanilla",
        cell="lstm",
        units=2,
        embedding=1,
        vocabulary=("she", "speaks", "French", "and", "."),
    )
    params: dict[str, np.ndarray] = {}
    for name, shape in shapes_of(spec).items():
        count = int(np.prod(shape))
        params[name] = (((np.arange(count) * 5 + len(params) * 3) % 13 - 6) / 8).reshape(shape).astype(np.float32)
    return lstm_core.build(spec, params, sha256="0" * 64)


def document() -> dict[str, Any]:
    """The whole trace, as `/api/v1/trace` gives it."""
    parsed: dict[str, Any] = json.loads(tiny().trace(TEXT).to_json())
    return parsed


def events() -> list[tuple[str, int | None, dict[str, Any]]]:
    """The same trace as the stream's events: name, id, data."""
    run = tiny().run(TEXT)
    layout = tiny().trace(TEXT).layout
    steps: list[tuple[str, int | None, dict[str, Any]]] = [
        ("step", step.t, step.to_dict(layout)) for step in run.steps()
    ]
    return [("start", None, dict(run.start_dict())), *steps, ("end", None, {"steps": len(steps)})]


def render_document(whole: Mapping[str, Any]) -> str:
    """The JSON, one line for each signal and each list of next words."""
    return f"```json\n{_lines(whole, 0)}\n```"


def render_events(sent: list[tuple[str, int | None, dict[str, Any]]]) -> str:
    """The events as they are on the wire."""
    blocks = [
        "\n".join(
            [
                f"event: {name}",
                f"data: {json.dumps(data, ensure_ascii=False, separators=(',', ':'))}",
                *([] if number is None else [f"id: {number}"]),
            ]
        )
        for name, number, data in sent
    ]
    return "```\n" + "\n\n".join(blocks) + "\n```"


def _lines(value: Any, depth: int) -> str:
    """JSON with a new line for each entry of the outer objects and lists, and none within the inner ones."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or len(flat) <= 110 - 2 * depth:
        return flat
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, list):
        entries = [_lines(entry, depth + 1) for entry in value]
        return "[\n" + ",\n".join(inner + entry for entry in entries) + f"\n{outer}]"
    entries = [f"{json.dumps(key)}: {_lines(entry, depth + 1)}" for key, entry in value.items()]
    return "{\n" + ",\n".join(inner + entry for entry in entries) + f"\n{outer}}}"


def main() -> None:
    """Write both examples."""
    section.write(TARGET, "document", render_document(document()))
    section.write(TARGET, "events", render_events(events()))


if __name__ == "__main__":
    main()
