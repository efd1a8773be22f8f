"""Processes that do not hear Ctrl+C from their first instruction on: it is the window's, or the command's, to handle.

A terminal sends it to every process in it. One that ignores it only once it runs may be met while it starts, and then
writes a trace to the terminal.
"""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator

from engine.libraries.multiprocessing_inside import start_tracker


@contextlib.contextmanager
def unheard_interrupts() -> Iterator[None]:
    """While open, Ctrl+C waits for this thread, and a process started meanwhile never hears it."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    start_tracker()  # its start, part of that of the first process, would let the signal in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
