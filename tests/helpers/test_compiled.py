"""What is compiled before is what pytest would compile, and is found by it."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

import pytest
from _pytest.assertion.rewrite import PYC_TAIL, _read_pyc

from tests.helpers import compiled

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes that begin as a copy of this one")


@needs_fork
def test_every_module_is_compiled_once_with_its_asserts(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    there = [tmp_path / "tests" / name for name in ("test_one.py", "unit/test_other.py", "conftest.py")]
    plain = tmp_path / "engine" / "module.py"
    for file in (*there, plain):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("def test_it():\n    assert [1] == [2]\n", "utf-8")
    compiled.all_before(pytestconfig, 2, tmp_path)
    kept = [file.parent / "__pycache__" / (file.stem + PYC_TAIL) for file in there]
    for file, code in zip(there, kept, strict=True):
        found = _read_pyc(file, code)
        assert found is not None
        assert "@pytest_ar" in found.co_names, "its asserts tell their values"
    assert Path(importlib.util.cache_from_source(str(plain))).exists()
    before = [code.stat().st_mtime_ns for code in kept]
    compiled.all_before(pytestconfig, 1, tmp_path)
    assert [code.stat().st_mtime_ns for code in kept] == before


@needs_fork
def test_a_module_that_is_no_python_stops_nothing(tmp_path: Path, pytestconfig: pytest.Config) -> None:
    file = tmp_path / "tests" / "test_broken.py"
    file.parent.mkdir()
    file.write_text("def (", "utf-8")
    (tmp_path / "tests" / "test_whole.py").write_text("assert 1", "utf-8")
    compiled.all_before(pytestconfig, 1, tmp_path)
    assert {code.name.partition(".")[0] for code in tmp_path.glob("**/*.pyc")} == {"test_whole"}
