"""Brings answers of worker processes onto the window's thread, in order, with none dropped and few waiting.

A worker's reader thread calls `deliver`; it blocks once `capacity` answers wait for the window, which fills the pipe
and so slows the worker: back pressure instead of loss. `close` lets a blocked reader go.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """`deliver(answer)` from any thread; `answered(answer)` on the thread this object lives on."""

    answered = Signal(object)
    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, capacity: int = 64) -> None:
        super().__init__(parent)
        self._room = threading.Semaphore(capacity)
        self._closed = threading.Event()
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def deliver(self, answer: object) -> None:
        """Hand over one answer; waits while the window is behind. Does nothing after `close`."""
        while not self._closed.is_set():
            if self._room.acquire(timeout=0.1):
                break
        if not self._closed.is_set():
            self._arrived.emit(answer)

    def close(self) -> None:
        """Drop what still arrives and free a waiting reader."""
        self._closed.set()

    @Slot(object)
    def _pass_on(self, answer: object) -> None:
        self._room.release()
        if not self._closed.is_set():
            self.answered.emit(answer)
