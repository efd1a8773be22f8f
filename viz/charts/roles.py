"""Tells Qt's accessibility what is painted: charts are charts, and not panes that hold nothing.

Qt asks a factory for each widget that a screen reader comes to. It owns what it is given and deletes it with the
widget, but knows nothing of Python: what was made is kept here until it is gone.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import isValid

_ROLE: Final = "accessibleRole"  # property of a widget that is painted
_made: list[QAccessibleWidget] = []


def give_role(widget: QWidget, role: QAccessible.Role = QAccessible.Role.Chart) -> None:
    """Have screen readers call this widget by another role than that of its class."""
    widget.setProperty(_ROLE, role.value)


def install() -> None:
    """Have Qt ask for roles from now on. Once in a process."""
    QAccessible.installFactory(_interface)


def _interface(_name: str, thing: QObject) -> QAccessibleWidget | None:
    if not isinstance(thing, QWidget) or (role := thing.property(_ROLE)) is None:
        return None
    _made[:] = [made for made in _made if isValid(made)]
    _made.append(QAccessibleWidget(thing, QAccessible.Role(role)))
    return _made[-1]
