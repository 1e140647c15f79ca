"""A signal's formula, read from its declaration: a tree for the page to show and for the arithmetic to evaluate.

The text is a Python expression of names, whole numbers, ``@ + - *``, ``sigmoid()`` and ``tanh()``; its tree is JSON:

    {"op": "name", "name": "b_f"}                 {"op": "number", "value": 1}
    {"op": "add" | "sub" | "mul", "args": [...]}  {"op": "matmul", "args": [matrix, vector]}
    {"op": "call", "fn": "sigmoid", "args": [z]}

An ``add`` of adds is flattened, so that W·x + U·h + b is one sum of three terms.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from functools import cache, reduce
from typing import Any

import numpy as np

from lstm_core import functional
from lstm_core.errors import InputError
from lstm_core.functional import Array

Tree = dict[str, Any]

FUNCTIONS: dict[str, Callable[[Array], Array]] = {"sigmoid": functional.sigmoid, "tanh": np.tanh}
OPERATIONS: dict[str, Callable[[Array, Array], Array]] = {
    "add": np.add,
    "sub": np.subtract,
    "mul": np.multiply,
    "matmul": np.matmul,
}
#: How deep a tree may be: far deeper than any cell's, far from where Python's own stack ends.
DEEPEST = 50
_BINARY: dict[type[ast.operator], str] = {ast.Add: "add", ast.Sub: "sub", ast.Mult: "mul", ast.MatMult: "matmul"}


def _refuse(text: str, why: str) -> InputError:
    return InputError(
        code="bad_formula",
        message=f"The formula “{_short(text)}” cannot be read: {why}.",
        expected=f"A formula is made of names, whole numbers, @ + - * and {', '.join(FUNCTIONS)}.",
        action="Write it so in the cell's declaration.",
    )


def _short(text: str) -> str:
    return text if len(text) <= 80 else f"{text[:79]}…"


def _tree(node: ast.expr, text: str, depth: int = 1) -> Tree:
    if depth > DEEPEST:
        raise _refuse(text, f"it is more than {DEEPEST} levels deep")
    match node:
        case ast.Name(id=name):
            return {"op": "name", "name": name}
        case ast.Constant(value=int(value)) if not isinstance(value, bool):
            return {"op": "number", "value": value}
        case ast.Call(func=ast.Name(id=fn), args=[argument], keywords=[]) if fn in FUNCTIONS:
            return {"op": "call", "fn": fn, "args": [_tree(argument, text, depth + 1)]}
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _BINARY:
            name, args = _BINARY[type(op)], [_tree(part, text, depth + 1) for part in (left, right)]
            if name == "add":
                args = [term for arg in args for term in (arg["args"] if arg["op"] == "add" else [arg])]
            return {"op": name, "args": args}
    raise _refuse(text, f"“{_short(ast.get_source_segment(text, node) or text)}” has no place in it")


@cache
def _parsed(text: str) -> Tree:
    try:
        expression = ast.parse(text, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _refuse(text, "it is no expression") from error
    return _tree(expression.body, text)


def parse(text: str) -> Tree:
    """The tree of a formula; it is shared between calls, so it is read, not changed. InputError for any other text."""
    return _parsed(text)


def names(tree: Tree) -> list[str]:
    """Every name in a tree, in the order in which it is read, once each."""
    own = [tree["name"]] if tree["op"] == "name" else []
    return list(dict.fromkeys(own + [name for arg in tree.get("args", ()) for name in names(arg)]))


def evaluate(tree: Tree, env: Mapping[str, Array]) -> Array:
    """The value of a tree, all units at once, in float64: vectors (H,) and matrices (H, I) come by name from ``env``.

    InputError (``unknown_name``) for a name that ``env`` lacks.
    """
    match tree["op"]:
        case "number":
            return np.array(tree["value"], np.float64)
        case "name":
            if tree["name"] not in env:
                raise InputError(
                    code="unknown_name",
                    message=f"The formula uses “{tree['name']}”, which has no value here.",
                    expected=f"The names with a value are: {', '.join(env)}.",
                    action="Use one of these.",
                )
            return np.asarray(env[tree["name"]], np.float64)
        case "call":
            return FUNCTIONS[tree["fn"]](np.asarray(evaluate(tree["args"][0], env)))
        case op:
            return reduce(OPERATIONS[op], (evaluate(arg, env) for arg in tree["args"]))
