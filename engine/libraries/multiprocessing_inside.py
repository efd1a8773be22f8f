"""multiprocessing's inside: the tracker of shared memory, and a block that is closed while still referred to."""

from __future__ import annotations

from multiprocessing import resource_tracker
from multiprocessing.shared_memory import SharedMemory


def start_tracker() -> None:
    """Start the tracker now, which otherwise starts with the first process.

    Where that is not possible Ctrl+C may write a trace to the terminal; nothing else depends on it.
    """
    start = getattr(resource_tracker, "ensure_running", None)
    if start is not None:
        start()


def close_when_possible(memory: SharedMemory) -> None:
    """Close, unless an array over the block is still referred to: then its process' end closes it."""
    try:
        memory.close()
    except BufferError:
        memory._mmap = None  # type: ignore[attr-defined]  # the mapping goes with the last array, without a complaint
