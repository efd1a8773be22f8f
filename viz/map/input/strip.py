"""A row of controls that is never cut off: what does not fit is found in the menu of a button at the row's end.

A control that goes into the menu is the same widget, moved there with its name beside it; a button goes there as the
menu it opens or as what it does. So nothing is kept twice and nothing has to follow.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget, QWidgetAction

from viz.plain import Label, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

MARGIN, GAP = 6, 6
LABEL_LETTERS = 9  # room for names in the menu, so that the controls beside them stand in line
ROUND_LETTERS = 40  # logical pixels of frame, padding and arrow around a control's letters


@dataclass
class Item:
    """One control. In the menu stands `action`; a `holder` is given for widgets that are moved into it."""

    widget: QWidget
    rank: int  # the highest leave the row first
    letters: int  # it can be narrowed to so many, 0: to what it asks for
    action: QAction
    holder: QHBoxLayout | None
    wanted: bool = True

    def narrowest(self) -> int:
        """The width below which it leaves the row."""
        asked = self.widget.sizeHint().width()
        letters = self.letters * self.widget.fontMetrics().averageCharWidth() + ROUND_LETTERS
        return min(asked, letters) if self.letters else asked

    def widest(self) -> int:
        """The width it takes where there is room."""
        return min(self.widget.maximumWidth(), max(self.widget.sizeHint().width(), self.narrowest()))


class Strip(QWidget):
    """Controls in a row, in the order they are added."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[Item] = []
        self.menu = QMenu(self)
        self.more = QToolButton(self)
        self.more.setText("⋯")
        self.more.setAccessibleName(translate("Map", "More controls"))
        set_tip(self.more, translate("Map", "More controls"))
        self.more.setMenu(self.menu)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget, name: str, rank: int, letters: int = 0) -> None:
        """Add a control that is moved into the menu, beside its name."""
        row = QWidget(self.menu)
        holder = QHBoxLayout(row)
        holder.setContentsMargins(12, 3, 12, 3)
        label = Label(name, row)
        label.setMinimumWidth(LABEL_LETTERS * label.fontMetrics().averageCharWidth())
        label.setBuddy(widget)
        holder.addWidget(label)
        action = QWidgetAction(self.menu)
        action.setDefaultWidget(row)
        self._take(Item(widget, rank, letters, action, holder))

    def add_button(self, button: QToolButton, rank: int, menu: QMenu | None = None) -> None:
        """Add a button; the menu it opens, or what it does, goes into the menu in its place."""
        if menu is not None:
            button.setMenu(menu)
            action = QAction(button.text(), self.menu)
            action.setMenu(menu)  # `menu.menuAction()` is deleted for Python while the menu is still there
        else:
            action = QAction(button.text(), self.menu)
            action.triggered.connect(button.click)
        self._take(Item(button, rank, 0, action, None))

    def _take(self, item: Item) -> None:
        self._items.append(item)
        self.menu.addAction(item.action)
        item.action.setVisible(False)

    def set_wanted(self, widget: QWidget, wanted: bool) -> None:
        """Have a control in the row or the menu, or nowhere."""
        for item in self._items:
            if item.widget is widget and item.wanted != wanted:
                item.wanted = wanted
                self.arrange()

    def in_row(self) -> list[QWidget]:
        """The controls that stand in the row now."""
        return [item.widget for item in self._items if item.widget.parent() is self and not item.widget.isHidden()]

    # -- laying out ----------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """As wide as it is given, as high as its controls."""
        return QSize(0, max((item.widget.sizeHint().height() for item in self._items), default=0) + MARGIN)

    def minimumSizeHint(self) -> QSize:
        """The strip gives way: the map decides how narrow the view may be."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what fits."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """A control that needs another width, with larger text for example, is given it."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self.arrange()
        return done

    def arrange(self) -> None:
        """Put what fits into the row, the rest into the menu, and share out the room that is left."""
        wanted = [item for item in self._items if item.wanted]
        kept = self._fitting(wanted)
        for item in self._items:
            self._place(item, item.wanted and item in kept)
        room = self._room(kept, len(kept) < len(wanted))
        x, tall = MARGIN, self.height()
        for item in kept:
            wide = min(item.widest(), item.narrowest() + room)
            room -= wide - item.narrowest()
            high = item.widget.sizeHint().height()
            item.widget.setGeometry(x, (tall - high) // 2, wide, high)
            x += wide + GAP
        self.more.setVisible(len(kept) < len(wanted))
        hint = self.more.sizeHint()
        self.more.setGeometry(x, (tall - hint.height()) // 2, hint.width(), hint.height())

    def _fitting(self, wanted: list[Item]) -> list[Item]:
        kept = list(wanted)
        while kept and self._room(kept, len(kept) < len(wanted)) < 0:
            kept.remove(max(kept, key=lambda item: item.rank))
        return kept

    def _room(self, kept: list[Item], more: bool) -> int:
        """Pixels to spare with these in the row, and with the button for the others where there are any."""
        used = sum(item.narrowest() + GAP for item in kept) + (self.more.sizeHint().width() + GAP if more else 0)
        return self.width() - 2 * MARGIN + GAP - used

    def _place(self, item: Item, in_row: bool) -> None:
        item.action.setVisible(item.wanted and not in_row)
        if in_row:
            if item.widget.parent() is not self:
                item.widget.setParent(self)
            item.widget.show()
        elif item.holder is None or not item.wanted:
            item.widget.hide()
        elif item.widget.parent() is self:
            item.holder.addWidget(item.widget, 1)
            item.widget.show()
