"""Terms that a person writes, such as "1, 1/x, sin(x)": each becomes a column of numbers, and nothing else is run.

The text is parsed as Python's expressions are, and walked: numbers, x, + - * / **, and a handful of functions.
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable

import numpy as np

from engine.errors import InputRefused
from engine.sentences import Sentence, cut, say
from viz.labs.fitting.points import F64

COMMA = ", "  # between terms, as they are typed
MOST = 20  # terms
LONGEST = 300  # characters of all of them
FUNCTIONS: dict[str, Callable[[F64], F64]] = {
    "sin": np.sin, "cos": np.cos, "tan": np.tan, "exp": np.exp, "log": np.log, "sqrt": np.sqrt, "abs": np.abs,
    "tanh": np.tanh,
}  # fmt: skip
CONSTANTS = {"pi": math.pi, "e": math.e}
_TWO: dict[type[ast.operator], Callable[[F64, F64], F64]] = {
    ast.Add: np.add, ast.Sub: np.subtract, ast.Mult: np.multiply, ast.Div: np.divide, ast.Pow: np.power,
}  # fmt: skip


def split_terms(text: str) -> tuple[str, ...]:
    """The terms of a text that parts them by commas or semicolons. Raises InputRefused for one that is none."""
    if len(text) > LONGEST:
        raise InputRefused(say("The terms are longer than {most} characters. Leave some out.", most=LONGEST))
    terms = tuple(term.strip() for term in text.replace(";", ",").replace("^", "**").split(",") if term.strip())
    if not terms:
        raise InputRefused(say("No terms are given. Write some, parted by commas, such as “1, x, sin(x)”."))
    if len(terms) > MOST:
        raise InputRefused(say("There are {n} terms; up to {most} can be fitted.", n=len(terms), most=MOST))
    for term in terms:
        column(term, np.ones(1))
    return terms


def column(term: str, x: F64) -> F64:
    """The values of a term at x [n] -> [n]; NaN or infinite where it has none. Raises InputRefused."""
    try:
        tree = ast.parse(term, mode="eval").body
        with np.errstate(all="ignore"):
            value = np.asarray(_value(tree, x), np.float64)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        raise InputRefused(_unreadable(term)) from None
    return np.broadcast_to(value, x.shape).astype(np.float64)


def _value(node: ast.expr, x: F64) -> F64:
    """The value of a part of a term. Raises ValueError for what is not allowed."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return np.float64(number)  # type: ignore[return-value]  # it broadcasts
        case ast.Name(id="x"):
            return x
        case ast.Name(id=name) if name in CONSTANTS:
            return np.float64(CONSTANTS[name])  # type: ignore[return-value]
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return -_value(inner, x)
        case ast.UnaryOp(op=ast.UAdd(), operand=inner):
            return _value(inner, x)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _TWO:
            return _TWO[type(op)](_value(left, x), _value(right, x))
        case ast.Call(func=ast.Name(id=name), args=[inner], keywords=[]) if name in FUNCTIONS:
            return FUNCTIONS[name](_value(inner, x))
    raise ValueError(ast.dump(node))


def _unreadable(term: str) -> Sentence:
    return say(
        "“{term}” cannot be fitted as a term. Use x, numbers, + − * / ^, and {functions}.",
        term=cut(term, 40), functions=COMMA.join(FUNCTIONS),
    )  # fmt: skip
