"""Shows notices as cards over the lower right of the window: they stop nobody and never move the views."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.look import icons
from app.look.tint import tint
from app.notice import About, Notice
from app.widgets.basics import describe, flat_button
from viz.in_language import in_language
from viz.plain import Label
from viz.text_box import TextBox
from viz.theme import Theme
from viz.wrapping_row import WrappingRow

MOST = 4  # cards at once; the oldest information goes first
STAYS_MS = 7000
WIDTH = 420
WIDEST = 1.75  # times as wide in large text, where the window has room


class Card(QFrame):
    """One notice with its buttons. Information leaves by itself, unless the pointer or the keyboard is on it."""

    dismissed = Signal(object)  # itself

    def __init__(self, notice: Notice, actions: Mapping[str, QAction], theme: Theme, scale: float) -> None:
        super().__init__()
        self.notice = notice
        self.setObjectName("toast")
        self.setProperty("level", notice.level)
        self.setAccessibleName(notice.sentence)
        colour = {"warning": theme.warning, "error": theme.error}.get(notice.level, theme.path)
        picture = Label()
        picture.setPixmap(icons.icon(notice.level, colour).pixmap(20, 20))
        self.text = Label(notice.sentence)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = flat_button("close", self.tr("Dismiss"), size=14)
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 10, 8, 10)
        self._layout.addLayout(row)
        self._add_buttons(actions)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        if not notice.stays:
            self._timer.start(STAYS_MS)
        tint(self, theme, scale)

    def _add_buttons(self, actions: Mapping[str, QAction]) -> None:
        row = WrappingRow(6, self)  # with large text they take several lines
        for identifier in self.notice.actions:
            row.add(self._button(actions[identifier].text(), actions[identifier].trigger, closes=True))
        if self.notice.detail:
            row.add(self._button(self.tr("Show details"), self._show_detail, closes=False))
        self._layout.addWidget(row)

    def _button(self, text: str, method: object, closes: bool) -> QPushButton:
        button = QPushButton(text)
        describe(button, text)
        button.clicked.connect(method)
        if closes:
            button.clicked.connect(self.dismiss)
        return button

    def _show_detail(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            sender.setEnabled(False)
        box = TextBox(self.notice.detail)
        box.setReadOnly(True)
        box.setFixedHeight(150)
        describe(box, self.tr("Details"))
        self._layout.addWidget(box)

    def enterEvent(self, event: object) -> None:
        """Wait while it is being read."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count again from the start."""
        if not self.notice.stays:
            self._timer.start(STAYS_MS)

    def dismiss(self) -> None:
        """Ask to be taken away."""
        self.dismissed.emit(self)

    def end(self) -> None:
        """Wait for nothing any more."""
        self._timer.stop()
        self.hide()
        self.deleteLater()


class Notices(QWidget):
    """The column of cards of one window, above its status line, the newest lowest."""

    def __init__(self, window: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._actions = actions
        self.kept_free: Callable[[], int] = lambda: 0  # pixels at the right where nothing may be covered
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._scale = 1.0  # of the text
        self.hide()

    @property
    def cards(self) -> list[Card]:
        """The cards shown, oldest first."""
        items = (self._column.itemAt(index) for index in range(self._column.count()))
        return [card for item in items if item is not None and isinstance(card := item.widget(), Card)]

    def add(self, notice: Notice, theme: Theme, scale: float = 1.0) -> Card:
        """Show a notice; one with the same sentence, or about the same thing, is replaced, not doubled."""
        notice = in_language(notice)
        for known in [card for card in self.cards if card.notice.sentence == notice.sentence]:
            self.remove(known)
        self.settle(notice.about)
        while len(self.cards) >= MOST:
            passing = [card for card in self.cards if not card.notice.stays] or self.cards
            self.remove(passing[0])
        self._scale = scale
        card = Card(notice, self._actions, theme, scale)
        card.dismissed.connect(self.remove)
        self._column.addWidget(card)
        self.show()
        self.reposition()
        return card

    def tell_theme(self, theme: Theme, scale: float) -> None:
        """Say why the colours are those of another theme; the same of the one before is over."""
        self._scale = scale
        self.reposition()
        self.settle("theme")
        if theme.trouble:
            self.add(Notice("warning", theme.trouble, about="theme"), theme, scale)

    def settle(self, about: About) -> None:
        """The cause of what was said has gone, and what was said of it with it."""
        for known in [card for card in self.cards if about and card.notice.about == about]:
            self.remove(known)

    def clear(self) -> None:
        """Take all cards away."""
        for card in self.cards:
            self.remove(card)

    def remove(self, card: Card) -> None:
        """Take one card away."""
        self._column.removeWidget(card)
        card.end()
        self.setVisible(bool(self.cards))
        self.reposition()

    def event(self, event: QEvent) -> bool:
        """Follow the cards when one grows."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.reposition()
        return done

    def reposition(self) -> None:
        """Stand at the lower right of the window; it calls this when its size changes."""
        window = self.parentWidget()
        if window is not None and self.cards:
            room = window.width() - self.kept_free() - 32
            wide = max(min(round(WIDTH * min(self._scale, WIDEST)), room), WIDTH)
            height = max(self._column.totalHeightForWidth(wide), self._column.totalMinimumSize().height())
            right = max(window.width() - self.kept_free(), wide + 32)
            self.setGeometry(right - wide - 16, window.height() - height - 40, wide, height)
            self.raise_()
