"""Finds what a test leaves running: threads, child processes, and Qt timers, each with the place it began at.

Threads and processes that are ending get a moment to do so. Those that belong to a library for the whole session
are known by name.
"""

from __future__ import annotations

import contextlib
import glob
import os
import sys
import threading
import traceback
from pathlib import Path
from typing import Any

import psutil
import pytest

_GRACE = 3.0  # seconds for what is already ending
_OF_LIBRARIES = ("tqdm", "TMonitor", "orrery-hub", "pydevd", "asyncio_", "AnyIO")
_HELPER_PROCESSES = ("resource_tracker", "forkserver")


def _origin() -> str:
    """The innermost line of Orrery's that is at work now."""
    frames = [frame for frame in traceback.extract_stack() if "site-packages" not in frame.filename]
    ours = [frame for frame in frames if frame.filename not in (__file__, threading.__file__)]
    return f"{ours[-1].filename}:{ours[-1].lineno}" if ours else "an unknown place"


def _descendants() -> list[int]:
    """The processes below this one. Linux keeps a list for each thread; elsewhere every process must be looked at."""
    if not Path("/proc/self/task").is_dir():
        return [child.pid for child in psutil.Process().children(recursive=True)]
    found, begun = [], [os.getpid()]
    while begun:
        for listed in glob.glob(f"/proc/{begun.pop()}/task/*/children"):  # noqa: PTH207 - a third of Path's time
            with contextlib.suppress(OSError), open(listed, encoding="ascii") as file:
                numbers = [int(number) for number in file.read().split()]
                found += numbers
                begun += numbers
    return found


class Watch:
    """Looks at what is there now, and says later what came and stayed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._threads = set(threading.enumerate())
        self._processes = set(_descendants())
        self._origins: dict[int, str] = {}
        self._timers: list[tuple[Any, str]] = []
        self._note_threads(monkeypatch)
        if "PySide6.QtCore" in sys.modules:
            self._note_timers(monkeypatch)

    def _note_threads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        start = threading.Thread.start

        def noting(thread: threading.Thread) -> None:
            self._origins[id(thread)] = _origin()
            start(thread)

        monkeypatch.setattr(threading.Thread, "start", noting)

    def _note_timers(self, monkeypatch: pytest.MonkeyPatch) -> None:
        from PySide6.QtCore import QTimer

        start = QTimer.start

        def noting(timer: QTimer, *arguments: Any) -> None:
            self._timers.append((timer, _origin()))
            start(timer, *arguments)

        monkeypatch.setattr(QTimer, "start", noting)

    def left(self) -> list[str]:
        """One line for each thing that is still there."""
        return [*self._threads_left(), *self._processes_left(), *self._timers_left()]

    def _threads_left(self) -> list[str]:
        new = [thread for thread in threading.enumerate() if thread not in self._threads]
        new = [thread for thread in new if not thread.name.startswith(_OF_LIBRARIES)]
        for thread in new:
            thread.join(_GRACE)
        return [
            f"thread {thread.name!r}, begun at {self._origins.get(id(thread), 'an unknown place')}"
            for thread in new
            if thread.is_alive()
        ]

    def _processes_left(self) -> list[str]:
        new = []
        for number in set(_descendants()) - self._processes:
            with contextlib.suppress(psutil.NoSuchProcess):
                new.append(psutil.Process(number))
        lines = []
        for child in psutil.wait_procs(new, timeout=_GRACE)[1] if new else []:
            try:
                command = " ".join(child.cmdline())
            except psutil.NoSuchProcess:
                continue
            if not any(name in command for name in _HELPER_PROCESSES):
                lines.append(f"process {child.pid}: {command[:120]}")
        return lines

    def _timers_left(self) -> list[str]:
        if not self._timers:
            return []
        import shiboken6

        alive = [(timer, origin) for timer, origin in self._timers if shiboken6.isValid(timer) and timer.isActive()]
        return [f"running timer ({timer.interval()} ms), begun at {origin}" for timer, origin in alive]
