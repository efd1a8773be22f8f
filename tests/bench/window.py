"""The window: how soon it is there, how evenly it draws while the model works, how much memory it takes.

Each figure comes from child processes that run the real program (the bare canvas is one too), in turns, so that other
load hits both. Times begin when the child is started and end when its first picture has been painted.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.rows import Row, at_most, main

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 5
MEMORY_LIMIT_MB = 600.0
FRAME_LIMIT_MS = 100.0


def child(what: str) -> dict[str, float]:
    """What a child process measured (`tests.bench.window_child`), in the window as it is before anything was chosen."""
    began = time.monotonic()
    command = [sys.executable, "-m", "tests.bench.window_child", what]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}  # as at a 2nd start
    with tempfile.TemporaryDirectory() as settings:
        kept["XDG_CONFIG_HOME"] = settings
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400, check=False, env=kept)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError(f"the child measuring {what!r} said nothing: {done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(lines[-1])
    return {**found, "began": began}


def first_picture(what: str) -> float:
    """Seconds from the start of a process to its first picture."""
    found = child(what)
    return found["painted"] - found["began"]


def measure() -> list[Row]:
    """The rows of the table."""
    first_picture("bare")  # the disk's cache is warm for both
    first_picture("program")
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(first_picture("bare"))
        ours.append(first_picture("program"))
    even = child("even")
    resting, writing = even["resting_p99_ms"], even["writing_p99_ms"]
    worst = even["writing_worst_ms"]
    drag = child("drag")
    start = at_most("first window", statistics.median(ours), "s", "bare canvas", statistics.median(bare), 2.0)
    return [
        start,
        at_most("frame interval p99 while writing", writing, "ms", "with nothing running", resting, 2.0),
        at_most("worst frame interval while writing", worst, "ms", "the limit", FRAME_LIMIT_MS, 1.0),
        at_most(
            "frame p99 while a slider is dragged",
            drag["dragging_p99_ms"],
            "ms",
            "with nothing running",
            drag["resting_p99_ms"],
            2.0,
        ),
        at_most("worst frame while dragging", drag["dragging_worst_ms"], "ms", "the limit", FRAME_LIMIT_MS, 1.0),
        at_most("memory of the window", even["memory_mb"], "MB", "the limit", MEMORY_LIMIT_MB, 1.0),
    ]


if __name__ == "__main__":
    main(measure)
