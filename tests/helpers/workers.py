"""How the tests are divided among processes, and what each of them may take of the machine."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from tests.helpers import compiled

AT_MOST = 8  # what more than these gain is lost to the start of each
MEMORY = 3 * 2**30  # bytes for each: torch, the default model, and an engine process with the same
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMBA_NUM_THREADS")


def one_thread_each() -> None:
    """One thread for products of matrices, here and in processes that are started from here.

    Threads that wait for each other over matrices of a tiny model take eight times as long as one alone. Libraries read
    these variables when they are imported; a person's own setting comes first.
    """
    for name in _THREADS:
        os.environ.setdefault(name, "1")


def count() -> int:
    """One more than cores that may be used (tests of windows often wait for timers), as far as the memory reaches."""
    cores = len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else psutil.cpu_count() or 1
    return max(1, min(cores + 1, int(psutil.virtual_memory().total // MEMORY), AT_MOST))


def compile_once(config: pytest.Config) -> None:
    """Have all compiled that is not yet, the libraries too, before several processes begin to do it each by itself."""
    found = importlib.util.find_spec("transformers")
    if sys.dont_write_bytecode or found is None or found.origin is None:
        return
    if hasattr(os, "fork"):
        compiled.all_before(config, max(1, count() - 1))
    if not Path(importlib.util.cache_from_source(found.origin)).exists():
        subprocess.run([sys.executable, "-c", "import umap, tests.helpers.forked_imports"], check=False)


def only_divides(config: pytest.Config) -> bool:
    """Whether this process runs no test itself, but gives them to others."""
    return bool(getattr(config.option, "numprocesses", None)) and not is_one(config)


def is_one(config: pytest.Config) -> bool:
    """Whether this process is one of several."""
    return hasattr(config, "workerinput")


def needs_screen(config: pytest.Config) -> bool:
    """Whether to start a screen: where there is none, and where windows would take the focus from another process's."""
    if not sys.platform.startswith("linux"):
        return False
    return is_one(config) or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
