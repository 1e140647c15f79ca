"""The repository's own rules: what no file may hold, how long one may be, which layer may import which."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 250  # lines of one source file: one file, one job
#: Written with classes such as [.] so that this file does not match itself.
FORBIDDEN = {
    "a package registry's address": re.compile(
        r"pypi[.]org|pythonhosted[.]org|npmjs[.](org|com)|/simple[/]|jfrog[.]io"
    ),
    "a path of one machine": re.compile(r"(?<![\w./*-])/(work|root|home|Users|tmp)/[\w.]"),
    "an unfinished place": re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X)\b"),
}
TEXT = {".py", ".js", ".json", ".css", ".html", ".md", ".toml", ".txt", ".yml", ".yaml", ""}


def tracked() -> list[Path]:
    """Every file that git knows and that is there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_holds(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked()
        if path.suffix in TEXT
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


def test_no_source_file_is_long() -> None:
    sources = [path for path in tracked() if path.suffix in {".py", ".js"} and "tests" not in path.parts]
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in sources}
    assert len(lengths) > 50
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_file_names_of_tests_are_unique() -> None:
    names = [path.name for path in tracked() if path.name.startswith("test_")]
    assert sorted(names) == sorted(set(names))


def test_no_file_outside_the_lists_is_tracked() -> None:
    places = {path.relative_to(ROOT).parts[0] for path in tracked()}
    assert places <= {
        *(".ci", ".dockerignore", ".gitignore", ".npmrc", "CHANGELOG.md", "CONTRIBUTING.md", "Dockerfile", "LICENSE"),
        *("Makefile", "README.md", "app", "benchmarks", "docs", "lstm_core", "package-lock.json", "package.json"),
        *("pyproject.toml", "requirements", "static", "templates", "tests", "training", "tsconfig.json"),
    }


def imported(package: str) -> dict[str, set[str]]:
    """The top-level modules that each file of `package` imports, wherever in the file."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / package).rglob("*.py")):
        names: set[str] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
                names.add(node.module.split(".")[0])
        found[str(path.relative_to(ROOT))] = names - sys.stdlib_module_names
    return found


@pytest.mark.parametrize(
    ("package", "allowed"),
    [
        ("lstm_core", {"lstm_core", "numpy", "safetensors", "threadpoolctl"}),
        ("app", {"app", "lstm_core", "fastapi", "starlette", "uvicorn", "jinja2", "pydantic", "threadpoolctl"}),
        ("training", {"training", "lstm_core", "numpy"}),
    ],
)
def test_layers_import_in_one_direction(package: str, allowed: set[str]) -> None:
    files = imported(package)
    assert files
    assert {file: sorted(names - allowed) for file, names in files.items() if names - allowed} == {}


@pytest.mark.parametrize("name", ["run", "build", "dev"])
def test_every_requirement_is_pinned_by_hash_and_without_an_address(name: str) -> None:
    text = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    entries = [entry for entry in re.split(r"\n(?=[\w.-]+==)", text) if "==" in entry]
    assert len(entries) == len(re.findall(r"^[\w.-]+==", text, re.MULTILINE)) > 3
    assert [entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_every_declared_dependency_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for declared, file in (
        (project["project"]["dependencies"], "run"),
        (project["dependency-groups"]["build"], "build"),
        (project["dependency-groups"]["dev"], "dev"),
    ):
        pinned = set(re.findall(r"^([\w.-]+)==", (ROOT / f"requirements/{file}.txt").read_text(), re.MULTILINE))
        assert {re.split(r"[<>=\[]", requirement)[0] for requirement in declared} <= pinned
