"""A question to a person that one button agrees to, in a box that does not keep the program from ending."""

from __future__ import annotations

from PySide6.QtWidgets import QMessageBox, QWidget

from viz.in_front import wait_for
from viz.plain import asking

DOES = QMessageBox.ButtonRole.AcceptRole
DESTROYS = QMessageBox.ButtonRole.DestructiveRole


def agreed(
    parent: QWidget, title: str, question: str, more: str, button: str, role: QMessageBox.ButtonRole = DOES
) -> bool:
    """Ask, and say whether `button` was pressed rather than Cancel. `more`: a quieter sentence below."""
    box = asking(title, question, more, parent)
    pressed: list[None] = []  # the box may go with its parent
    box.addButton(button, role).clicked.connect(lambda: pressed.append(None))
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    wait_for(box)
    return bool(pressed)
