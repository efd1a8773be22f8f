"""Keeps the window's settings: a second after a change, and when it closes."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray, QObject, QSize, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from app.notice import Notice
from app.settings import Settings
from app.window.controls import Controls
from engine.errors import DiskProblem

SAVE_AFTER_MS = 1000


class SettingsSaver(QObject):
    """`soon` after every change; `last` when the window closes. Both return what cannot be kept as a notice."""

    def __init__(self, window: QMainWindow, settings: Settings, controls: Controls) -> None:
        super().__init__(window)
        self._window, self._settings, self._controls = window, settings, controls
        self._told = ""
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)

    def soon(self) -> None:
        """Save a second after the last change."""
        self.timer.start(SAVE_AFTER_MS)

    def save(self) -> Notice | None:
        """Save now; a notice where that fails, once: the next change would fail the same way."""
        self._controls.remember(self._settings)
        try:
            self._settings.save()
        except DiskProblem as problem:
            told, self._told = self._told, str(problem)
            return Notice("warning", self._told) if told != self._told else None
        self._told = ""
        return None

    def last(self) -> None:
        """Save where the window stands too, and nothing more after this."""
        self.timer.stop()
        self._settings.geometry = base64.b64encode(bytes(self._window.saveGeometry().data())).decode("ascii")
        self.save()

    def place_window(self) -> None:
        """Put the window where it was left, or in the middle of the screen."""
        screen = QApplication.primaryScreen().availableGeometry()
        self._window.resize(QSize(min(1680, round(screen.width() * 0.94)), min(1000, round(screen.height() * 0.92))))
        if self._settings.geometry:
            self._window.restoreGeometry(QByteArray.fromBase64(self._settings.geometry.encode("ascii", "ignore")))
