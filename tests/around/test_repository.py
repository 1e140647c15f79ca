"""The repository's own rules: what no file may hold, where one may lie, what is pinned."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from tests.around.sources import ROOT, tracked

#: Written with classes such as [.] so that this file does not match itself.
FORBIDDEN = {
    "a package registry's address": re.compile(
        r"pypi[.]org|pythonhosted[.]org|npmjs[.](org|com)|/simple[/]|jfrog[.]io"
    ),
    "a path of one machine": re.compile(r"(?<![\w./*-])/(work|root|home|Users|tmp)/[\w.]"),
    "an unfinished place": re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X)\b"),
}
TEXT = {".py", ".js", ".json", ".css", ".html", ".md", ".toml", ".txt", ".yml", ".yaml", ""}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_holds(what: str) -> None:
    found = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name in tracked()
        if Path(name).suffix in TEXT
        for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert found == []


def test_file_names_of_tests_are_unique() -> None:
    names = [Path(name).name for name in tracked() if Path(name).name.startswith("test_")]
    assert sorted(names) == sorted(set(names))


def test_no_file_outside_the_lists_is_tracked() -> None:
    places = {Path(name).parts[0] for name in tracked()}
    assert places <= {
        *(".ci", ".dockerignore", ".gitignore", ".npmrc", "CHANGELOG.md", "CONTRIBUTING.md", "Dockerfile", "LICENSE"),
        *("Makefile", "README.md", "app", "benchmarks", "docs", "lstm_core", "package-lock.json", "package.json"),
        *("pyproject.toml", "requirements", "static", "templates", "tests", "training", "tsconfig.json"),
    }


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
