"""Nothing is long: a file has one job and 250 lines at most, a function 60."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.around.functions import functions_of, python_functions, script_functions
from tests.around.sources import PACKAGES, ROOT, python_files, scripts, tracked

LONGEST_FILE = 250
LONGEST_FUNCTION = 60


def test_no_source_file_is_long() -> None:
    sources = [
        Path(name) for name in tracked() if Path(name).suffix in {".py", ".js"} and not name.startswith("tests/")
    ]
    lengths = {str(path): len((ROOT / path).read_text(encoding="utf-8").splitlines()) for path in sources}
    assert len(lengths) > 50
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def long_ones(functions: dict[str, int]) -> dict[str, int]:
    assert len(functions) > 300
    return {name: lines for name, lines in functions.items() if lines > LONGEST_FUNCTION}


def test_no_python_function_is_long() -> None:
    files = python_files(*PACKAGES)
    assert (
        long_ones({f"{path}: {name}": lines for path in files for name, lines in python_functions(path).items()}) == {}
    )


def test_no_function_of_a_script_is_long() -> None:
    found = {f"{path}: {name}": lines for path in scripts() for name, lines in script_functions(path).items()}
    assert long_ones(found) == {}


SCRIPT = """\
/** A comment with a { in it, and an it's. */
export function outer(a, { b = '}', c = /[{}"'`/]/ } = {}) {
  const inner = (x) => {
    return `{ ${[x].map((y) => { return `}${y}`; })} }`;
  };
  if (a / b / c) { return inner; }
  for (const d of a) {
    d();
  }
  return { a, b };
}
class Thing {
  constructor() {
    this.x = 4 / 2; // } that closes nothing
  }
  get y() { return this.x; }
}
"""


def test_braces_are_matched_as_a_reader_would() -> None:
    assert sorted((name.split(":")[0].strip(), lines) for name, lines in functions_of(SCRIPT).items()) == [
        ("const inner = (x) => {", 3),
        ("constructor() {", 3),
        ("export function outer(a, { b = '}', c = /[{}\"'`/]/ } = {}) {", 10),
        ("get y() { return this.x; }", 1),
        ("return `{ ${[x].map((y) => { return `}${y}`; })} }`;", 1),
    ]
    for wrong in ("function f() {", "}"):
        with pytest.raises(ValueError, match="line 1"):
            functions_of(wrong)
