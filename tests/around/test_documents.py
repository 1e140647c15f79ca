"""The documents say what the code does: equations, examples, links, and the models' scores."""

from __future__ import annotations

import base64
import json
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from docs import make_equations, make_examples, make_table, section
from lstm_core import Trace, cells

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
REMAKE = "run `make docs`"


def close(given: Any, computed: Any, tolerance: float = 1e-5) -> bool:
    """Whether two JSON values are the same, numbers within `tolerance`: machines round the last bit differently."""
    if isinstance(given, dict) and isinstance(computed, dict):
        same = list(given) == list(computed)
        return same and all(close(given[key], computed[key], tolerance) for key in given)
    if isinstance(given, list) and isinstance(computed, list):
        same = len(given) == len(computed)
        return same and all(close(one, other, tolerance) for one, other in zip(given, computed, strict=True))
    if isinstance(given, float) and isinstance(computed, float):
        return abs(given - computed) <= tolerance
    return bool(given == computed)


def test_equations_are_those_that_the_cells_declare() -> None:
    assert make_equations.TARGET.read_text(encoding="utf-8") == make_equations.render(), REMAKE


def test_equations_name_every_signal_of_every_cell() -> None:
    text = make_equations.TARGET.read_text(encoding="utf-8")
    for name in cells.names():
        part = text.split(f"(`{name}`)\n")[1].split("\n## ")[0]
        assert re.findall(r"^\| `(\w+)` \|", part, re.MULTILINE) == [signal.name for signal in cells.get(name).signals]


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        ("sigmoid(W_f @ x + U_f @ h_prev + b_f)", "σ(W_f·x + U_f·h_{t−1} + b_f)"),
        ("tanh(c)", "tanh(c)"),
        ("f * c_prev", "f ⊙ c_{t−1}"),
        ("o * tanh_c", "o ⊙ tanh_c"),
        ("1 - f", "1 − f"),
    ],
)
def test_notation(formula: str, written: str) -> None:
    assert make_equations.notation(formula) == written


def example() -> dict[str, Any]:
    text = section.read(make_examples.TARGET, "document")
    parsed: dict[str, Any] = json.loads(text.removeprefix("```json").removesuffix("```"))
    return parsed


def example_events() -> list[tuple[str, int | None, dict[str, Any]]]:
    events = []
    for block in section.read(make_examples.TARGET, "events").strip("`\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines())
        events.append((fields["event"], int(fields["id"]) if "id" in fields else None, json.loads(fields["data"])))
    return events


def test_the_trace_of_the_documents_is_the_librarys() -> None:
    given = example()
    assert close(given, make_examples.document()), REMAKE
    assert Trace.from_json(json.dumps(given)).to_dict() == given


def test_the_stream_of_the_documents_says_the_same_as_its_trace() -> None:
    given, sent = example(), example_events()
    assert [(name, number) for name, number, _ in sent] == [
        ("start", None),
        *(("step", t) for t in range(3)),
        ("end", None),
    ]
    start, steps, end = sent[0][2], [data for name, _, data in sent if name == "step"], sent[-1][2]
    assert end == {"steps": 3}
    assert {key: start[key] for key in ("version", "model", "text", "clamps", "tokens")} == {
        key: given[key] for key in ("version", "model", "text", "clamps", "tokens")
    }
    signals = given["layers"][0]["signals"]
    assert [slot["signal"] for slot in start["layout"]] == list(signals)
    for t, step in enumerate(steps):
        numbers = np.frombuffer(base64.b64decode(step["block"]), "<f4")
        expected = np.concatenate([rows[t] for rows in signals.values()])
        assert step["t"] == t
        assert numbers.tolist() == expected.tolist()
        assert close(step["top"], given["top"][t], 1e-6)


def test_the_models_are_told_as_the_manifest_has_them() -> None:
    assert section.read(make_table.README, "models") == make_table.overview(), REMAKE
    assert section.read(make_table.MODELS, "told") == make_table.told(), REMAKE
    assert section.read(make_table.MODELS, "figures") == make_table.figures(), REMAKE


def anchors(document: Path) -> set[str]:
    """The addresses of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", document.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_lead_somewhere(document: Path) -> None:
    text = re.sub(r"```.*?```", "", document.read_text(encoding="utf-8"), flags=re.DOTALL)
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        path = document.parent / name if name else document
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(target)
    assert broken == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_files_that_are_named_exist(document: Path) -> None:
    text = document.read_text(encoding="utf-8")
    roots = "app|benchmarks|docs|lstm_core|requirements|static|templates|tests|training"
    named = set(re.findall(rf"`((?:{roots})/[\w./-]*)`", text))
    assert {name for name in named if not (ROOT / name).exists()} == set()


def test_commands_that_are_named_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for document in DOCUMENTS:
        assert set(re.findall(r"`make ([a-z-]+)", document.read_text(encoding="utf-8"))) <= targets
