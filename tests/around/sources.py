"""The repository's sources as the tests of its rules read them: which file imports which, how long each function is."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("lstm_core", "app", "training", "benchmarks", "docs")
SCRIPTS = ROOT / "static" / "js"
Graph = Mapping[str, set[str]]


def tracked() -> list[str]:
    """Every file that git knows and that is there, by its path from the root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def python_files(*packages: str) -> list[Path]:
    """The Python files of the packages, those that git does not know yet among them."""
    return sorted(path for package in packages for path in (ROOT / package).rglob("*.py"))


def scripts() -> list[Path]:
    """The page's scripts."""
    return sorted(SCRIPTS.rglob("*.js"))


def name_of(path: Path) -> str:
    """A Python file's name as a module."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def python_imports() -> Graph:
    """Each module of ours → the modules of ours that it imports, wherever in the file, for types alone included."""
    modules = {name_of(path): path for path in python_files(*PACKAGES)}
    return {name: set(_imported(path, name, modules)) - {name} for name, path in modules.items()}


def _imported(path: Path, own: str, modules: Mapping[str, Path]) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in modules)
        elif isinstance(node, ast.ImportFrom):
            package = own.split(".") if path.name == "__init__.py" else own.split(".")[:-1]
            begin = package[: len(package) - node.level + 1] if node.level else []
            source = ".".join([*begin, *([node.module] if node.module else [])])
            # `from package import module` depends on the module; `from package import name` on the package.
            inner = {f"{source}.{alias.name}" for alias in node.names} & set(modules)
            yield from inner
            if source in modules and len(inner) < len(node.names):
                yield source


def script_imports() -> Graph:
    """Each script → the scripts that it imports when it runs, at once or later, by their paths from `static/js`."""
    return {_short(path): set(_asked_for(path, code_of(path.read_text(encoding="utf-8")))) for path in scripts()}


def script_types() -> Graph:
    """Each script → the other scripts whose types its comments name by `import('…')`."""
    found = {}
    for path in scripts():
        comments = " ".join(_COMMENT.findall(path.read_text(encoding="utf-8")))
        found[_short(path)] = set(_asked_for(path, comments)) - {_short(path)}
    return found


_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_IMPORT = re.compile(
    r"""^(?:import|export)\s[^;'"]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)""", re.MULTILINE
)


def code_of(script: str) -> str:
    """A script without its block comments."""
    return _COMMENT.sub("", script)


def _short(path: Path) -> str:
    return path.relative_to(SCRIPTS).as_posix()


def _asked_for(path: Path, text: str) -> Iterator[str]:
    for groups in _IMPORT.findall(text):
        address = "".join(groups)
        found = (path.parent / address).resolve()
        assert address.startswith("."), f"{_short(path)} imports {address}: addresses are relative"
        assert found.is_file(), f"{_short(path)} imports {address}, which is not there"
        yield _short(found)


def circles(graph: Graph) -> list[list[str]]:
    """The sets of files that import each other in a circle (Tarjan's strongly connected components)."""
    order: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found: list[list[str]] = []

    def visit(node: str) -> None:
        order[node] = low[node] = len(order)
        stack.append(node)
        for other in sorted(graph.get(node, ())):
            if other not in order:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == order[node]:
            at = stack.index(node)
            part = sorted(stack[at:])
            del stack[at:]
            if len(part) > 1 or node in graph.get(node, ()):
                found.append(part)

    for node in sorted(graph):
        if node not in order:
            visit(node)
    return sorted(found)


def reached(graph: Graph, begin: set[str]) -> set[str]:
    """What ``begin`` imports, directly or by way of others, itself included."""
    found: set[str] = set()
    new = set(begin)
    while new:
        found |= new
        new = {other for name in new for other in graph.get(name, ())} - found
    return found
