"""Text that comes from a file, a model or a person is shown as it is written, never as markup.

Qt takes any text that looks like HTML for HTML: a label, a tooltip or a message box would show the picture that a model
calls itself by, and drop `<b>` and `&amp;` from a token. It also takes `&` in a button or a menu for the mark of a
shortcut. So labels are made by `Label`, whose text is plain, tips are given by `set_tip` and `show_tip`, and what a
person reads on a button or in a menu goes through `caption` where it is not Orrery's own words. `Markup` is for the few
labels that are written as HTML here, with all that is foreign escaped. A test keeps other ways out.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtGui import Qt as Text
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QToolTip, QWidget


class _Undragged(QLabel):
    """A label from which no selected text is dragged away by the mouse (see `viz.text_box`)."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt's hook: what is selected is let go before Qt looks whether the mouse is within it."""
        if self.hasSelectedText() and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.setSelection(0, 0)
        super().mousePressEvent(event)


class Label(_Undragged):
    """A label whose text is plain."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)


class Markup(_Undragged):
    """A label whose text is HTML that is written here: whatever comes from elsewhere in it is escaped."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.RichText)


class _HasTip(Protocol):
    def setToolTip(self, tip: str) -> object: ...


def tip(text: str) -> str:
    """Text for a tooltip, which shows it as it is: escaped where Qt would take it for markup."""
    if not Text.mightBeRichText(text):
        return text
    return f"<p style='white-space:pre-wrap'>{html.escape(text)}</p>"


def set_tip(of: _HasTip, text: str) -> None:
    """Give a widget, an action or an item its tooltip."""
    of.setToolTip(tip(text))


def show_tip(at: QPoint, text: str, of: QWidget) -> None:
    """Show a tooltip at once."""
    QToolTip.showText(at, tip(text), of)


def caption(text: str) -> str:
    """Text for a button, a menu or a tab, in which `&` stands for itself."""
    return text.replace("&", "&&")


def entry(menu: QMenu, text: str, then: Callable[[], object]) -> QAction:
    """An entry of a menu that names something from elsewhere, and what choosing it does."""
    action = menu.addAction(caption(text), then)
    set_tip(action, text)  # Qt would take the caption for it
    return action


def asking(title: str, question: str, more: str, parent: QWidget) -> QMessageBox:
    """A box that asks a question, without buttons yet. `more`: a quieter sentence below."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(more)
    for label in box.findChildren(QLabel):  # the second sentence has a label of its own, which takes what it likes
        label.setTextFormat(Qt.TextFormat.PlainText)
    return box
