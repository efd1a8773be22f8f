"""Tells screen readers what a painted widget shows now, since they cannot read pixels."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def say_changed(widget: QWidget, description: str) -> None:
    """Set the widget's accessible description and announce it where someone listens."""
    if description == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(description)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))


def announce(widget: QWidget, words: str) -> None:
    """Have something said at once where someone listens: what a key has gone to."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
