"""Ctrl+C in the terminal, or the system's request to end, closes the window as its button does.

Python runs a signal's handler only between two of its own instructions, which may be long in coming while Qt waits for
events. So the signal also writes a byte into a socket that Qt watches, and that wakes it.
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Interrupt(QObject):
    """While it lives, SIGINT and SIGTERM call `then`, from the event loop. `end` gives them back."""

    def __init__(self, then: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ours, self._theirs = socket.socketpair()
        self._ours.setblocking(False)
        self._theirs.setblocking(False)
        self._then = then
        self._asked = False
        self._handlers = {number: signal.signal(number, self._ask) for number in self._numbers()}
        self._fd = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        self._watch = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._watch.activated.connect(self._wake)

    @staticmethod
    def _numbers() -> list[signal.Signals]:
        """Those that are not ignored, as a script may have it for what it runs in the background."""
        return [number for number in (signal.SIGINT, signal.SIGTERM) if signal.getsignal(number) != signal.SIG_IGN]

    def _ask(self, _number: int, _frame: object) -> None:
        self._asked = True

    def _wake(self) -> None:
        self._ours.recv(64)
        if self._asked:
            self._asked = False
            self._then()

    def end(self) -> None:
        """Let the signals do again what they did before."""
        self._watch.setEnabled(False)
        signal.set_wakeup_fd(self._fd)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._ours.close()
        self._theirs.close()
