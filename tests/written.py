"""What is written out on the page, computed again from the digits that stand there.

A chain is what a reader sees in one line, as an expression of Python: ``sigmoid(1.12 - 0.78) = 0.58``. Each sign
between two of its sides is a claim: ``=`` says that the right side is what one gets from the left side, as it is
written, rounded to the digits of the right side; ``≈`` says no more than that it is near.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

FUNCTIONS: dict[str, Callable[[float], float]] = {
    "sigmoid": lambda z: 1 / (1 + math.exp(-z)),
    "tanh": math.tanh,
    "exp": math.exp,
}
TIE = 1e-9  # what lies half way between two roundings may go either way


@dataclass
class Claims:
    """How many claims were looked at, and those that are no more than near, and those that are wrong."""

    equal: int = 0
    near: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def claim(self, right: bool, sign: str, told: str) -> None:
        """One claim: ``told`` holds as it is written, or not."""
        if sign == "≈":
            self.near.append(told)
        elif right:
            self.equal += 1
        else:
            self.wrong.append(told)


def plain(text: str) -> str:
    """A shown number as Python reads it."""
    return text.replace("\N{FIGURE SPACE}", "").replace("−", "-").replace("≈", "").strip()


def digits(number: str) -> int:
    """Digits after the point."""
    return len(number.partition(".")[2])


def near(value: float, number: str) -> bool:
    """Whether ``value`` is rounded to ``number``, as it is written."""
    return abs(value - float(number)) <= 0.5 * 10.0 ** -digits(number) * (1 + TIE) + 1e-13 * abs(value)


def _value(side: ast.expr) -> float:
    return float(eval(ast.unparse(side), {"__builtins__": {}}, FUNCTIONS))


def _addends(tree: ast.expr, sign: int = 1) -> Iterator[tuple[int, ast.expr]]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Add | ast.Sub):
        yield from _addends(tree.left, sign)
        yield from _addends(tree.right, sign if isinstance(tree.op, ast.Add) else -sign)
    elif isinstance(tree, ast.UnaryOp):
        yield from _addends(tree.operand, -sign if isinstance(tree.op, ast.USub) else sign)
    else:
        yield sign, tree


def _factors(tree: ast.expr) -> Iterator[ast.expr]:
    if isinstance(tree, ast.BinOp) and isinstance(tree.op, ast.Mult):
        yield from _factors(tree.left)
        yield from _factors(tree.right)
    else:
        yield tree


def _number(tree: ast.expr, source: str) -> str | None:
    """A number with its sign, as it is written; None for anything else."""
    sign = ""
    while isinstance(tree, ast.UnaryOp):
        sign, tree = ("-" if isinstance(tree.op, ast.USub) else "") + sign, tree.operand
    return f"{sign}{ast.get_source_segment(source, tree)}" if isinstance(tree, ast.Constant) else None


def agrees(left: str, right: str) -> bool:
    """Whether the right side is what one gets from the left side: as a whole, or part by part where it has parts."""
    return _agrees(ast.parse(left, mode="eval").body, ast.parse(right, mode="eval").body, right)


def _agrees(left: ast.expr, right: ast.expr, target: str) -> bool:
    number = _number(right, target)
    if number is not None:
        return near(_value(left), number)
    if isinstance(right, ast.Call):
        return isinstance(left, ast.Call) and _agrees(left.args[0], right.args[0], target)
    if isinstance(right, ast.BinOp) and isinstance(right.op, ast.Mult):
        return all(_agrees(one, other, target) for one, other in zip(_factors(left), _factors(right), strict=True))
    pairs = zip(_addends(left), _addends(right), strict=True)
    return all(_part(sign * _value(one), turned, other, target) for (sign, one), (turned, other) in pairs)


def _part(value: float, sign: int, part: ast.expr, target: str) -> bool:
    number = _number(part, target)
    assert number is not None, target
    return near(sign * value, number)


def chain(text: str, claims: Claims) -> None:
    """Looks at every claim of a chain; sides in symbols, ``#``, claim nothing, and ``;`` begins another chain."""
    for piece in text.split(";"):
        sides = re.split(r"([=≈])", piece)
        for left, sign, right in zip(sides[0::2], sides[1::2], sides[2::2], strict=False):
            left, right = left.strip(), right.strip()
            if left and right and "#" not in left + right:
                claims.claim(agrees(left, right), sign, f"{left} {sign} {right}")


def window(told: dict[str, Any], claims: Claims) -> None:
    """A window of terms: the lines above, each row's product, and each part of the sum as the sum of its rows."""
    for line in told["above"]:
        chain(line, claims)
    sums: dict[str, list[float]] = {}
    for head, *factors, product in told["rows"]:
        if all(factors):
            left = " * ".join(f"({plain(factor)})" for factor in factors)
            claims.claim(
                near(_value(ast.parse(left, mode="eval").body), plain(product)),
                "≈" if "≈" in product else "=",
                f"{left} = {product}",
            )
            sums.setdefault(_group(head), []).append(float(plain(product)))
    parts = [(label, re.sub(r"[\s()+]", "", text)) for label, text in told["parts"]]
    for name, products in sums.items():
        (shown,) = [text for label, text in parts if _is_of(label, name)]
        claims.claim(near(math.fsum(products), shown), "=", f"Σ {name} = {shown}")


def _group(head: str) -> str:
    """What the rows are of that add up to one part: a vector, ``xₜ[3]``, or the units of a layer, ``forward 3``."""
    return re.sub(r"(\[\d+\]|\s\d+)$", "", head)


def _is_of(label: str, name: str) -> bool:
    return label.endswith(name) or (name == "unit" and label == "w⋅h")
