"""Mouse movements as Qt events. QTest.mouseMove moves the real pointer instead, which arrives when it pleases."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget


def move(widget: QWidget, point: QPoint, button: Qt.MouseButton = Qt.MouseButton.NoButton) -> None:
    """The pointer goes to `point` of `widget`, holding `button`."""
    place, there = QPointF(point), QPointF(widget.mapToGlobal(point))
    none, modifiers = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(QEvent.Type.MouseMove, place, there, none, button, modifiers))


def leave(widget: QWidget) -> None:
    """The pointer leaves `widget`."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def wheel(widget: QWidget, point: QPoint, steps: int) -> None:
    """The wheel turns by `steps` notches at `point`, away from the hand where positive."""
    place, there = QPointF(point), QPointF(widget.mapToGlobal(point))
    none, modifiers, phase = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    QApplication.sendEvent(
        widget, QWheelEvent(place, there, QPoint(), QPoint(0, 120 * steps), none, modifiers, phase, False)
    )
