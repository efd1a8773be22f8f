"""Shows notices as cards over the lower right of the window: they stop nobody and never move the views."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app import icons
from app.notices import Notice
from app.panels.common import flat_button, name
from app.tint import tint
from viz.theme import Theme

MOST = 4  # cards at once; the oldest information goes first
STAYS_MS = 7000
WIDTH = 420


class Card(QFrame):
    """One notice with its buttons. Information leaves by itself, unless the pointer or the keyboard is on it."""

    def __init__(self, notice: Notice, actions: Mapping[str, QAction], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setObjectName("toast")
        self.setProperty("level", notice.level)
        self.setAccessibleName(notice.sentence)
        self.setFixedWidth(WIDTH)
        colour = {"warning": theme.warning, "error": theme.error}.get(notice.level, theme.path)
        picture = QLabel()
        picture.setPixmap(icons.icon(notice.level, colour).pixmap(20, 20))
        self.text = QLabel(notice.sentence)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_button = flat_button("close", self.tr("Dismiss"), size=14)
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.text, 1)
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
        tint(self, theme)

    def _add_buttons(self, actions: Mapping[str, QAction]) -> None:
        row = QHBoxLayout()
        row.addStretch(1)
        for identifier in self.notice.actions:
            row.addWidget(self._button(actions[identifier].text(), actions[identifier].trigger, closes=True))
        if self.notice.detail:
            row.addWidget(self._button(self.tr("Show details"), self._show_detail, closes=False))
        if row.count() > 1:
            self._layout.addLayout(row)

    def _button(self, text: str, method: object, closes: bool) -> QPushButton:
        button = QPushButton(text)
        name(button, text)
        button.clicked.connect(method)
        if closes:
            button.clicked.connect(self.dismiss)
        return button

    def _show_detail(self) -> None:
        sender = self.sender()
        if isinstance(sender, QPushButton):
            sender.setEnabled(False)
        box = QPlainTextEdit(self.notice.detail)
        box.setReadOnly(True)
        box.setFixedHeight(150)
        name(box, self.tr("Details"))
        self._layout.addWidget(box)
        self.adjustSize()

    def enterEvent(self, event: object) -> None:
        """Wait while it is being read."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count again from the start."""
        if not self.notice.stays:
            self._timer.start(STAYS_MS)

    def dismiss(self) -> None:
        """Take it away."""
        self.hide()
        self.setParent(None)
        self.deleteLater()


class Notices(QObject):
    """Keeps the cards of one window in a column above its status line."""

    def __init__(self, window: QWidget, actions: Mapping[str, QAction]) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self.cards: list[Card] = []

    def show(self, notice: Notice, theme: Theme) -> Card:
        """Show a notice; one with the same sentence is replaced, not doubled."""
        for known in [card for card in self.cards if card.notice.sentence == notice.sentence]:
            known.dismiss()
        card = Card(notice, self._actions, theme, self._window)
        card.destroyed.connect(self.settle)
        card.installEventFilter(self)
        self.cards.append(card)
        self._make_room()
        card.show()
        self.settle()
        return card

    def _make_room(self) -> None:
        while len(self.cards) > MOST:
            passing = [card for card in self.cards if not card.notice.stays] or self.cards
            passing[0].dismiss()

    def clear(self) -> None:
        """Take all cards away."""
        for card in list(self.cards):
            card.dismiss()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forget cards that were dismissed, and close the gaps they leave."""
        kind = event.type()
        if isinstance(watched, Card) and kind in (QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            if kind == QEvent.Type.Hide and watched in self.cards:
                self.cards.remove(watched)
            self.settle()
        return False

    def settle(self) -> None:
        """Put the cards where they belong; the window calls it when its size changes."""
        bottom = self._window.height() - 40
        for card in reversed(self.cards):
            height = max(card.sizeHint().height(), card.heightForWidth(WIDTH))
            card.setGeometry(self._window.width() - WIDTH - 16, bottom - height, WIDTH, height)
            card.raise_()
            bottom -= height + 8
