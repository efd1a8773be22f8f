"""Waiting for a widget to come to rest, by its timers and not by the clock."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

PATIENCE = 20_000  # ms; a busy machine is slow, not wrong


def rested(qtbot: QtBot, widget: QWidget) -> None:
    """Return when no timer of `widget` or its parts runs: what they were to do is done."""
    qtbot.waitUntil(lambda: not any(timer.isActive() for timer in widget.findChildren(QTimer)), timeout=PATIENCE)
