"""Enabling and disabling what may have the keyboard.

Qt hands the keyboard of a control that is disabled to the next one: pressed by the keyboard, a button that waits for
its answer would give it to a field of text, selected as a whole, where the next key wipes it out. The view keeps it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from viz.view import View


def enable(control: QWidget, wanted: bool) -> None:
    """Enable a control, or disable it and leave the keyboard with the view around it."""
    if not wanted and control.isEnabled() and control.hasFocus():
        around = control.parentWidget()
        while around is not None and not isinstance(around, View):
            around = around.parentWidget()
        if around is not None:
            around.setFocus(Qt.FocusReason.OtherFocusReason)
    control.setEnabled(wanted)
