"""Brings answers of worker processes onto the window's thread, in order, with none dropped and few waiting.

A worker's reader thread calls `deliver`; it blocks once `capacity` answers wait for the window, which fills the pipe
and so slows the worker: back pressure instead of loss. `close` lets a blocked reader go. Where a worker was ended and
another takes its place, `forget` drops what the first has said and nobody has heard.
"""

from __future__ import annotations

import threading

from PySide6.QtCore import QObject, Qt, Signal, Slot


class Bridge(QObject):
    """`deliver(answer)` from any thread; `answered(answer)` on the thread this object lives on."""

    answered = Signal(object)
    _arrived = Signal(int, object)  # life of the worker that said it, answer

    def __init__(self, parent: QObject | None = None, capacity: int = 64) -> None:
        super().__init__(parent)
        self._room = threading.Semaphore(capacity)
        self._closed = threading.Event()
        self._life = 0
        self._arrived.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def deliver(self, answer: object) -> None:
        """Hand over one answer; waits while the window is behind. Does nothing after `close`."""
        life = self._life  # before it waits: meanwhile the worker may be ended
        while not self._closed.is_set():
            if self._room.acquire(timeout=0.1):
                break
        if not self._closed.is_set():
            self._arrived.emit(life, answer)

    def close(self) -> None:
        """Drop what still arrives and free a waiting reader."""
        self._closed.set()

    def forget(self) -> None:
        """Drop what has been delivered up to now and not passed on. To be called once its worker has ended."""
        self._life += 1

    @Slot(int, object)
    def _pass_on(self, life: int, answer: object) -> None:
        self._room.release()
        if life == self._life and not self._closed.is_set():
            self.answered.emit(answer)
