"""Where the weights go that fit neither the cards nor the main memory: a folder of the cache, for as long as they live.

accelerate fills devices block by block, so a model that just fits may leave a block or two over. Those are read from
the model's own file when it is their turn, or from this folder where the model holds them in another form than its
file does (experts, as a rule). A folder is named after the process that made it. It goes with its model, and with its
process: an engine ends without Python's own ending, so it clears its folders away by `clear`, and so does whoever
started it, should it have been killed. What even that left, as after a power cut, goes when the next is made.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from engine.folders import cache_folder, made


@contextmanager
def folder() -> Iterator[Path]:
    """An empty folder for one model, which goes again where the load in this context fails.

    Raises:
        DiskProblem: the cache cannot be written.
    """
    import psutil  # the window's process clears only

    home = made(_home())
    for old in home.iterdir():
        process = old.name.partition("-")[0]
        if process.isdecimal() and not psutil.pid_exists(int(process)):
            shutil.rmtree(old, ignore_errors=True)
    spill = Path(tempfile.mkdtemp(prefix=f"{os.getpid()}-", dir=home))
    try:
        yield spill
    except BaseException:
        shutil.rmtree(spill, ignore_errors=True)
        raise


def clear(pid: int) -> None:
    """Clear away all folders that a process made. Nothing happens where there are none."""
    for old in _home().glob(f"{pid}-*"):
        shutil.rmtree(old, ignore_errors=True)


def _home() -> Path:
    return cache_folder() / "spread"


def belongs_to(model: Any, spill: Path) -> None:
    """Clear a folder away together with the model."""
    weakref.finalize(model, shutil.rmtree, spill, ignore_errors=True)
