"""Writes the runs that gave way to others, on a thread of its own: whoever asks for a new run does not wait for it.

A run is written as it was when it gave way. One that comes back and goes again is written anew only where it has grown
or a branch was named, and then takes the place of what was written before; one that a person saves needs no copy here.
"""

from __future__ import annotations

import queue
import threading
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from app.session import left_runs
from engine.run import Run

Written = tuple[int, int]  # what a file holds of a run, as `Run.written`


class Leaving(QObject):
    """Keeps runs in the order in which they are left."""

    left = Signal(object, object)  # Run; the Path that holds it as it was, None where it could not be kept

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: WeakKeyDictionary[Run, tuple[Path, Written]] = WeakKeyDictionary()  # file, what is in it
        self._waiting: queue.SimpleQueue[tuple[Run, Run]] = queue.SimpleQueue()  # run, as it was
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def leave(self, run: Run) -> None:
        """Keep `run` as it is now; `left` says where."""
        with self._lock:
            self._waiting.put((run, run.snapshot()))
            if self._thread is None:
                self._thread = threading.Thread(target=self._write_all, name="left runs")
                self._thread.start()

    def opened(self, run: Run, path: Path) -> None:
        """`run` was read from one of the files kept here."""
        self._known[run] = (path, run.written)

    def saved(self, run: Run) -> None:
        """A file of a person's holds `run`: what was kept here of it goes."""
        path, _ = self._known.pop(run, (None, (0, 0)))
        if path is not None:
            path.unlink(missing_ok=True)

    def wait(self) -> None:
        """Until all of them are written."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _write_all(self) -> None:
        while True:
            with self._lock:
                if self._waiting.empty():
                    self._thread = None
                    return
                run, taken = self._waiting.get()
            self.left.emit(run, self._written(run, taken))

    def _written(self, run: Run, taken: Run) -> Path | None:
        before, written = self._known.get(run, (None, (0, 0)))
        if before is not None and written == taken.written and before.exists():
            return before
        path = left_runs.leave(taken)
        if path is not None:
            self._known[run] = (path, taken.written)
            if before is not None:
                before.unlink(missing_ok=True)
        return path
