"""The texts in a source file, as the tests of words and of translation read them."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def written(tree: ast.AST) -> Iterator[str]:
    """The texts of a file but for its docstrings; `{}` where something is put in that is not a space."""
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, (ast.Constant, ast.FormattedValue))]
            docs |= {id(part) for part in parts}
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant)
                else "\u00a0" if ast.unparse(part.value) == "NBSP" else "{}"
                for part in parts
            )  # fmt: skip
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value
