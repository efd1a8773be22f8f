"""The tests of what is drawn need no model: they are collected, and stand, without the libraries of models."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

# Collects the tests of the folders named on the command line, and prints which of the models' libraries are then there.
_COLLECT = """
import sys, pytest
status = pytest.main(["--collect-only", "-q", "-q", *sys.argv[1:]])
print(int(status), sorted({"torch", "transformers", "umap", "numba"} & sys.modules.keys()))
"""


def test_tests_of_views_load_no_torch() -> None:
    command = [sys.executable, "-c", _COLLECT, "tests/unit/viz"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=240)
    assert done.stdout.splitlines()[-1] == "0 []", done.stderr
