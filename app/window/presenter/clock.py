"""The time of day, and how long the class has been going on; counted anew at a press."""

from __future__ import annotations

import time

from PySide6.QtCore import QLocale, QTime, QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.widgets.basics import describe, flat_button
from viz.plain import Label


def elapsed(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any: 4:05, 1:04:05."""
    whole = max(int(seconds), 0)
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class Clock(QWidget):
    """Two times and a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.began = time.monotonic()  # may be set: a presentation goes on in another window
        self.now = Label()
        self.since = Label()
        self.since.setObjectName("big")
        describe(self.now, self.tr("Time of day"))
        describe(self.since, self.tr("Time elapsed"), self.tr("Time since the presentation began"))
        self.reset = flat_button("reset", self.tr("Count the time anew"))
        self.reset.clicked.connect(self.begin)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.since)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.now)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.show_time)

    def begin(self) -> None:
        """Count from now on."""
        self.began = time.monotonic()
        self._timer.start()
        self.show_time()

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def show_time(self) -> None:
        """What it is now."""
        self.since.setText(elapsed(time.monotonic() - self.began))
        self.now.setText(QLocale().toString(QTime.currentTime(), QLocale.FormatType.ShortFormat))
