"""Which file may import which: one direction, no circle, in Python and in the page's scripts."""

from __future__ import annotations

import ast
import sys

import pytest

from tests.around.sources import (
    ROOT,
    Graph,
    circles,
    code_of,
    python_files,
    python_imports,
    reached,
    script_imports,
    script_types,
    scripts,
)

#: What the core is made of, from the bottom up; of these, each may import those before it alone.
CORE = ("errors", "functional", "cells", "layers", "clamps", "models", "arithmetic")
#: How a script gets anything from elsewhere than what it is given.
FETCHES = ("fetch(", "EventSource", "XMLHttpRequest", "WebSocket", "sendBeacon")


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        ("lstm_core", {"lstm_core", "numpy", "safetensors", "threadpoolctl"}),
        ("app", {"app", "lstm_core", "fastapi", "starlette", "uvicorn", "h11", "jinja2", "pydantic", "threadpoolctl"}),
        ("training", {"training", "lstm_core", "numpy"}),
    ],
)
def test_layers_import_in_one_direction(package: str, allowed: set[str]) -> None:
    found: dict[str, set[str]] = {}
    for path in python_files(package):
        names: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.add(node.module.split(".")[0])
        found[str(path.relative_to(ROOT))] = names - sys.stdlib_module_names
    assert found
    assert {file: sorted(names - allowed) for file, names in found.items() if names - allowed} == {}


def test_no_python_file_imports_in_a_circle() -> None:
    """Types count: a file that needs another's types cannot be understood without it."""
    graph = python_imports()
    assert len(graph) > 100
    assert circles(graph) == []


def core_parts() -> dict[str, set[str]]:
    """Each part of the core, a module or a package → the other parts that it imports."""
    found: dict[str, set[str]] = {}
    for name, imports in python_imports().items():
        if name.startswith("lstm_core."):
            part = name.split(".")[1]
            others = {other.partition(".")[2].split(".")[0] for other in imports}
            found.setdefault(part, set()).update(others - {part})
    return found


def test_the_core_is_built_from_the_bottom_up() -> None:
    parts = core_parts()
    assert set(CORE) <= set(parts)
    assert circles(parts) == []
    assert {part for part, others in parts.items() if "" in others} == set(), "these import the whole from inside"
    upwards = {lower: sorted(reached(parts, {lower}) & set(CORE[place + 1 :])) for place, lower in enumerate(CORE)}
    assert {lower: found for lower, found in upwards.items() if found} == {}


def test_no_script_imports_in_a_circle() -> None:
    graph = script_imports()
    assert len(graph) > 50
    assert circles(graph) == []


def test_no_script_needs_types_in_a_circle() -> None:
    """As in Python. A type that two files share has a file of its own, or stands in the lower one."""
    types = script_types()
    assert circles({name: others | types[name] for name, others in script_imports().items()}) == []


def within(graph: Graph, folder: str) -> set[str]:
    """The scripts of a folder."""
    found = {name for name in graph if name.startswith(f"{folder}/")}
    assert found, folder
    return found


def test_the_page_is_built_from_the_bottom_up() -> None:
    """Pictures as data know no view; views know nothing of what puts views together."""
    graph = script_imports()
    pictures, views = within(graph, "layout"), within(graph, "views")
    joints = {name for name in graph if name not in views and reached(graph, {name}) & views}
    assert {"main.js", "embed.js"} <= joints
    assert reached(graph, pictures) & (views | joints) == set()
    assert reached(graph, views) & joints == set()


def test_pictures_and_views_never_fetch() -> None:
    graph = script_imports()
    asking = {
        path.relative_to(ROOT / "static" / "js").as_posix()
        for path in scripts()
        if any(word in code_of(path.read_text(encoding="utf-8")) for word in FETCHES)
    }
    assert asking
    reaching = {name for name in within(graph, "layout") | within(graph, "views") if reached(graph, {name}) & asking}
    assert reaching == set()


def test_circles_are_found() -> None:
    graph = {"a": {"b"}, "b": {"c"}, "c": {"a", "d"}, "d": {"e"}, "e": set(), "f": {"f"}}
    assert circles(graph) == [["a", "b", "c"], ["f"]]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []
    assert reached(graph, {"d"}) == {"d", "e"}
