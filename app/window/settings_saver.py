"""Saves the window's settings: a second after a change, and when it closes."""

from __future__ import annotations

import base64

from PySide6.QtCore import QByteArray, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMainWindow

from app.notice import Notice
from app.settings import Settings
from app.window.controls import Controls
from app.window.kept_layout import opened, sealed
from engine.errors import DiskProblem

SAVE_AFTER_MS = 1000


class SettingsSaver(QObject):
    """`save_soon` after every change, `save_last` when the window closes. `failed` tells once what cannot be saved."""

    failed = Signal(object)  # Notice
    succeeded = Signal()  # after a failure

    def __init__(self, window: QMainWindow, settings: Settings, controls: Controls) -> None:
        super().__init__(window)
        self._window, self._settings, self._controls = window, settings, controls
        self._told = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save)

    def save_soon(self) -> None:
        """Save a second after the last change."""
        self._timer.start(SAVE_AFTER_MS)

    def save(self) -> None:
        """Save now. A failure is told once: the next change would fail the same way."""
        self._controls.remember(self._settings)
        told, self._told = self._told, ""
        try:
            self._settings.save()
        except DiskProblem as problem:
            self._told = str(problem)
            if self._told != told:
                self.failed.emit(Notice("warning", self._told, about="settings"))
        else:
            if told:
                self.succeeded.emit()

    def save_last(self) -> None:
        """Save where the window stands too, and nothing more after this."""
        self._timer.stop()
        self._settings.geometry = sealed(base64.b64encode(bytes(self._window.saveGeometry().data())).decode("ascii"))
        self.save()

    def place_window(self) -> None:
        """Put the window where it was left, or in the middle of the screen."""
        screen = QApplication.primaryScreen().availableGeometry()
        self._window.resize(QSize(min(1680, round(screen.width() * 0.94)), min(1000, round(screen.height() * 0.92))))
        if kept := opened(self._settings.geometry):
            self._window.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "ignore")))
