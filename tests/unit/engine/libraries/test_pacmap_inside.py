"""What Orrery relies on inside PaCMAP: the test names what an update of the library has changed.

Its source is read rather than loaded: that compiles for half a minute. (`test_fits` has it at work.)
"""

from __future__ import annotations

import ast
import importlib.util
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest


def test_the_functions_are_there_and_take_what_they_are_given() -> None:
    try:
        release = "PaCMAP " + version("pacmap")
    except PackageNotFoundError:
        pytest.skip("PaCMAP is not installed")
    found = importlib.util.find_spec("pacmap")
    assert found is not None
    assert found.origin is not None
    tree = ast.parse((Path(found.origin).parent / "pacmap.py").read_text(encoding="utf-8"))
    taken = {node.name: [it.arg for it in node.args.args] for node in tree.body if isinstance(node, ast.FunctionDef)}
    for name, count in (("scale_dist", 3), ("sample_neighbors_pair", 4)):
        assert len(taken.get(name, ())) == count, f"{release}: {name} takes {taken.get(name)}"
    (made,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == "PaCMAP")
    (init,) = (node for node in made.body if isinstance(node, ast.FunctionDef) and node.name == "__init__")
    names = {it.arg for it in (*init.args.args, *init.args.kwonlyargs)}
    needed = {"n_components", "n_neighbors", "MN_ratio", "FP_ratio", "distance", "random_state", "verbose", "save_tree"}
    assert needed <= names, f"{release}: PaCMAP takes {sorted(names)}"
    assert "pair_neighbors" in names, f"{release}: near pairs cannot be given"
