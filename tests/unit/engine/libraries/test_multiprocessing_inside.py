"""What Orrery relies on inside multiprocessing: each test names what a newer Python has changed."""

from __future__ import annotations

import subprocess
import sys
from multiprocessing.shared_memory import SharedMemory

import numpy as np

from engine.libraries.multiprocessing_inside import close_when_possible

_TRACKED = """
from multiprocessing import resource_tracker
from engine.libraries.multiprocessing_inside import start_tracker
start_tracker()
print(resource_tracker._resource_tracker._pid is not None)
"""


def test_the_tracker_runs_before_any_process_does() -> None:
    done = subprocess.run([sys.executable, "-c", _TRACKED], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "True", "`resource_tracker.ensure_running` no longer starts the tracker"


def test_a_block_that_is_still_referred_to_is_closed_without_a_complaint() -> None:
    memory = SharedMemory(create=True, size=16)
    assert memory.buf is not None
    values = np.frombuffer(memory.buf, np.float32)
    values[:] = 3.0
    memory.unlink()
    close_when_possible(memory)
    assert values.tolist() == [3.0] * 4, "closing takes the memory from an array that still refers to it"
    del values
    memory.close()  # as its own end will
