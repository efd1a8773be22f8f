"""Python's garbage is collected here and nowhere else: on the window's thread, between two events.

By itself Python collects whenever enough objects were made, in whichever thread made the last one and in the midst of
whatever it does. Widgets and items of charts lie in cycles; deleted on the thread that reads the engine's answers, or
while Qt makes another item or goes through all widgets, they end the process.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250  # ms
FEW = 10


class _Made:
    """Something that the collector counts."""


class Collector(QObject):
    """Collects from its making until `stop`, or until its parent is gone."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._timer.start(EVERY)

    def collect(self) -> None:
        """Let Python collect what is due by its own rules: all that is old only once much has been added to it."""
        gc.enable()
        try:
            for _ in range(FEW):  # it looks when something is made
                _Made()
        finally:
            gc.disable()

    def stop(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        if self._was_on:
            gc.enable()
