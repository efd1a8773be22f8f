"""Small pieces the panels share, so that spacing, names for screen readers and icons are done the same way once."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFormLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from viz.number_boxes import WholeBox
from viz.plain import Label, set_tip

GAP = 8
MARGIN = 10


def heading(text: str) -> QLabel:
    """The quiet title of a section."""
    label = Label(text.upper())
    label.setObjectName("heading")
    label.setAccessibleName(text)
    return label


def muted(text: str = "") -> QLabel:
    """Secondary text."""
    label = Label(text)
    label.setObjectName("muted")
    return label


class ElidedLabel(Label):
    """A line that ends in an ellipsis where there is no room for all of it, instead of making room for itself."""

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(40, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what there is room for."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, int(self.alignment()), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )


def column(parent: QWidget, gap: int = GAP) -> QVBoxLayout:
    """A vertical layout without margins of its own."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


def spaced_form() -> QFormLayout:
    """The rows of a dialog's fields."""
    form = QFormLayout()
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(9)
    return form


def stand_over(dialog: QWidget, form: QFormLayout, hint: QWidget, button: QWidget) -> None:
    """Lay a dialog out: its fields over what is said of them and the button that ends it."""
    row = QHBoxLayout()
    row.addWidget(hint, 1)
    row.addWidget(button)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(20, 18, 20, 16)
    layout.setSpacing(16)
    layout.addLayout(form)
    layout.addLayout(row)


def describe(widget: QWidget, accessible: str, tip: str = "") -> None:
    """Give a control its name for screen readers, and its tip for everybody."""
    widget.setAccessibleName(accessible)
    if tip:
        set_tip(widget, tip)
        widget.setAccessibleDescription(tip)


def flat_button(icon_name: str, accessible: str, tip: str = "", size: int = 18) -> QToolButton:
    """A small button that shows an icon only. Its icon is drawn by `app.look.tint` when the theme is known."""
    button = QToolButton()
    button.setObjectName("flat")
    button.setProperty("iconName", icon_name)
    button.setProperty("iconPixels", size)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    describe(button, accessible, tip or accessible)
    return button


def bind(button: QAbstractButton, action: QAction) -> None:
    """Make a button do what an action does, and be enabled when it is."""

    def follow() -> None:
        button.setEnabled(action.isEnabled())

    button.clicked.connect(action.trigger)
    action.enabledChanged.connect(follow)
    keys = ", ".join(shortcut.toString() for shortcut in action.shortcuts()[:1])
    tip = action.toolTip() + (f"  ({keys})" if keys else "")
    set_tip(button, tip)
    follow()


def spin(low: int, high: int, accessible: str, tip: str = "") -> WholeBox:
    """A spin box for whole numbers that cannot leave its range."""
    box = WholeBox()
    box.setRange(low, high)
    box.setKeyboardTracking(False)
    describe(box, accessible, tip)
    return box
