"""How long each function of ours is: of Python by its own parser, of JavaScript by matching braces.

A reader of JavaScript that knows comments, strings, templates and regular expressions, and nothing of its grammar: a
`{` opens a function's body after `=>` or after a parameter list whose head is no `if`, `for`, `while`, `switch` or
`catch`. That holds for the style of this repository.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path

_CLASS = r"\[(?:\\.|[^\]\\\n])*\]"  # of letters, in a pattern
_SKIPPED = re.compile(
    rf"""
    //[^\n]* | /\*.*?\*/                                                           # comments
    | '(?:\\.|[^'\\\n])*' | "(?:\\.|[^"\\\n])*"                                    # strings
    | (?<=[=(,:?&|!{{;[ ])/ (?:\\.|{_CLASS}|[^/\\\n[*\ ]) (?:\\.|{_CLASS}|[^/\\\n[])* /  # patterns
    """,
    re.DOTALL | re.VERBOSE,
)
_TEMPLATE = re.compile(r"(?:\\.|\$(?!\{)|[^\\`$])*", re.DOTALL)
_STATEMENT = re.compile(r"\b(?:if|for|while|switch|catch|with)\s*$")


def python_functions(path: Path) -> dict[str, int]:
    """Each function of a Python file, by name and line → its lines, its decorators left out."""
    return {
        f"{node.name}:{node.lineno}": (node.end_lineno or node.lineno) - node.lineno + 1
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def script_functions(path: Path) -> dict[str, int]:
    """Each function of a script, by the line and place where its body opens → the lines from there to its end."""
    return functions_of(path.read_text(encoding="utf-8"))


def functions_of(script: str) -> dict[str, int]:
    """As `script_functions`, of a script's text; ValueError where braces do not match."""
    code = _blank(script)
    found: dict[str, int] = {}
    opened: list[int] = []
    for place, letter in enumerate(code):
        if letter == "{":
            opened.append(place)
        elif letter == "}":
            if not opened:
                raise ValueError(f"line {_line(code, place)} closes what nothing opened")
            start = opened.pop()
            if _is_body(code, start):
                begin = _line(code, start)
                line = script.splitlines()[begin - 1].strip()
                found[f"{line[:60]}:{begin}:{start}"] = _line(code, place) - begin + 1
    if opened:
        raise ValueError(f"line {_line(code, opened[-1])} opens what nothing closes")
    return found


def _line(code: str, place: int) -> int:
    return code.count("\n", 0, place) + 1


def _blank(script: str) -> str:
    """The script with comments, strings and patterns blanked out, line for line; what a template computes stays."""
    out: list[str] = []
    place = 0
    depths = [0]  # braces that are open in the script, then in what each open template computes
    while place < len(script):
        letter = script[place]
        if letter == "`" or (letter == "}" and len(depths) > 1 and depths[-1] == 0):
            if letter == "}":
                depths.pop()
            text = _TEMPLATE.match(script, place + 1)
            assert text is not None
            if script.startswith("${", text.end()):
                depths.append(0)
            place = _skip(script, place, text.end() + (2 if script.startswith("${", text.end()) else 1), out)
        elif skipped := _SKIPPED.match(script, place):
            place = _skip(script, place, skipped.end(), out)
        else:
            depths[-1] += {"{": 1, "}": -1}.get(letter, 0)
            out.append(letter)
            place += 1
    return "".join(out)


def _skip(script: str, begin: int, end: int, out: list[str]) -> int:
    out.extend("\n" if letter == "\n" else " " for letter in script[begin:end])
    return end


def _is_body(code: str, start: int) -> bool:
    before = code[:start].rstrip()
    if before.endswith("=>"):
        return True
    if not before.endswith(")"):
        return False
    depth = 0
    for place in range(len(before) - 1, -1, -1):
        depth += {")": 1, "(": -1}.get(before[place], 0)
        if depth == 0:
            return not _STATEMENT.search(before[:place])
    return False
