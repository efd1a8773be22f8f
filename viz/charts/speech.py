"""Tells screen readers what a painted widget shows now, since they cannot read pixels."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def say_changed(widget: QWidget, description: str) -> None:
    """Set the widget's accessible description and announce it where someone listens."""
    if description == widget.accessibleDescription():
        return
    widget.setAccessibleDescription(description)
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
