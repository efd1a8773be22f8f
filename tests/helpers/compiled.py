"""Test modules compiled, with pytest's rewriting of their asserts, before several processes would each do it.

A fresh checkout has nothing compiled, and processes that begin together go through the same files in step: each
compiled all of it, for ten seconds. pytest has no public function for this; where its own ones have changed, the
processes compile for themselves as before.
"""

from __future__ import annotations

import compileall
import contextlib
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("engine", "viz", "app", "tests/helpers")  # what the tests import


def all_before(config: pytest.Config, processes: int, root: Path = ROOT) -> None:
    """Compile what is not yet, divided among as many processes."""
    tests = sorted([*root.glob("tests/**/test_*.py"), *root.glob("tests/**/conftest.py")])
    others = sorted(file for package in PACKAGES for file in (root / package).glob("**/*.py"))
    others = [file for file in others if file not in set(tests)]
    children = []
    for number in range(processes):
        child = os.fork()
        if child == 0:
            _compile_and_end(tests[number::processes], others[number::processes], config)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)


def _compile_and_end(tests: Sequence[Path], others: Sequence[Path], config: pytest.Config) -> None:
    try:
        for file in others:
            compileall.compile_file(file, quiet=2)
        for file in tests:
            with contextlib.suppress(SyntaxError, OSError):  # told by whoever runs it
                with_asserts(file, config)
    finally:
        os._exit(0)  # nothing of the process that it was made of is to be ended here


def with_asserts(file: Path, config: pytest.Config) -> None:
    """One test module as pytest would keep it; nothing where that is there and newer."""
    try:
        from _pytest.assertion.rewrite import (
            PYC_TAIL,
            _read_pyc,
            _rewrite_test,
            _write_pyc,
            assertstate_key,
            get_cache_dir,
        )
    except ImportError:
        return
    kept = get_cache_dir(file) / (file.name[:-3] + PYC_TAIL)
    kept.parent.mkdir(exist_ok=True)
    if _read_pyc(file, kept) is None:
        source, code = _rewrite_test(file, config)
        _write_pyc(config.stash[assertstate_key], code, source, kept)
