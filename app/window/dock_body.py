"""What stands in a view's dock: the view, scrolled where it needs more room, or a sentence where it failed."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from app.widgets.basics import describe, muted
from viz.text_box import TextBox

_AROUND = 6  # logical pixels around a button
TURNS = 6  # changes between two sizes, and back, after which a view's need follows from its own size
BRIEFLY = 0.5  # seconds within which they are


class Pages(QStackedLayout):
    """The view, or a sentence in its place: as high as it must be at a width, not as high as it would like to be.

    A chart would like the size that it has: one that was large would never be smaller again, but scrolled.
    """

    def heightForWidth(self, width: int) -> int:
        """Pixels that the highest page needs."""
        pages = [page for index in range(self.count()) if (page := self.widget(index)) is not None]
        return max((needed_height(page, width) for page in pages), default=0)


def needed_height(page: QWidget, width: int) -> int:
    """Pixels that a page needs at a width."""
    layout = page.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalMinimumHeightForWidth(width)
    return page.minimumSizeHint().height()


class DockBody(QScrollArea):
    """Where a view stands in its dock. One that needs more room than it is given is scrolled.

    A dock that insisted on its view's least size would push the window past the edge of a small screen.
    """

    LEAST = QSize(180, 90)  # logical pixels that a view is always given
    OVER_OFFER = 24  # the same of its height above a button of large letters: a small window would grow by it
    LARGE_OFFER = 90  # logical pixels from which on such a button is one

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("viewBody")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._sizes: deque[tuple[float, QSize]] = deque(maxlen=TURNS)  # that a view had, and when, newest last
        self._settled_at = QSize()  # the dock's size for which they are looked at
        self.stack = Pages(self._inside)
        self.stack.setContentsMargins(0, 0, 0, 0)
        # a layout around the pages would keep their height from before a view left something out, and ask for it again
        self.offer = QPushButton(self.tr("Compute with the loaded model"), self)
        describe(
            self.offer,
            self.offer.text(),
            self.tr("Let the model that made this run compute what a file does not store"),
        )
        self.offer.hide()
        self.setWidget(self._inside)

    def show_offer(self, wanted: bool) -> None:
        """Offer below the view to have the model compute what a run from a file lacks."""
        if wanted == self.offer.isHidden():
            self.offer.setVisible(wanted)
            self._make_room()
            self.updateGeometry()

    def _make_room(self) -> None:
        """The button stands below what is scrolled, in the middle."""
        room = self.width() - 2 * _AROUND
        size = self._offer_in_lines(room)
        self.setViewportMargins(0, 0, 0, size.height() + 2 * _AROUND if not self.offer.isHidden() else 0)
        width = min(size.width(), room)
        self.offer.setGeometry(
            (self.width() - width) // 2, self.height() - size.height() - _AROUND, width, size.height()
        )

    def _offer_in_lines(self, room: int) -> QSize:
        """The button's size, its words in as many lines as it takes to be no wider than `room` pixels."""
        words = self.offer.accessibleName().split(" ")
        for n in range(1, len(words) + 1):
            self.offer.setText(in_lines(words, n))
            if self.offer.sizeHint().width() <= room:
                break
        return self.offer.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button where it stands; another size may need no scroll bar that stayed."""
        if self.size() != self._settled_at:  # it is called for what is seen inside, too
            self._settled_at = self.size()
            self._sizes.clear()
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
            self._inside.setMinimumHeight(0)
        super().resizeEvent(event)
        self._make_room()

    def sizeHint(self) -> QSize:
        """What the view would like."""
        return self._inside.sizeHint() + QSize(0, self.viewportMargins().bottom())

    def minimumSizeHint(self) -> QSize:
        """What the view needs, up to the least there always is."""
        least, below = self._inside.minimumSizeHint().boundedTo(self.LEAST), self.viewportMargins().bottom()
        above = least.height() if below < self.LARGE_OFFER else min(least.height(), self.OVER_OFFER)
        return QSize(least.width(), max(least.height(), above + below))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the dock when what stands inside needs another size: Qt's own scroll area does not."""
        if watched is self._inside:
            if event.type() == QEvent.Type.LayoutRequest:
                self.updateGeometry()
            elif event.type() == QEvent.Type.Resize:
                self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        """Keep the scroll bar and the height of a view that takes turns between two sizes.

        Where it needs more height only while it is as wide, or as low, as it is without more (its words then stand
        elsewhere, say), Qt would let bar and height come and go for ever, or each within the last until the program
        ends. They stay until the dock has another size.
        """
        self._sizes.append((time.monotonic(), self._inside.size()))
        sizes = [size for _, size in self._sizes]
        if len(sizes) < TURNS or self._sizes[-1][0] - self._sizes[0][0] > BRIEFLY:
            return
        if sizes[0] != sizes[1] and sizes[:-2] == sizes[2:]:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            self._inside.setMinimumHeight(max(sizes[0].height(), sizes[1].height()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys are the view's and the window's: none scrolls."""
        event.ignore()


def in_lines(words: Sequence[str], n: int) -> str:
    """Words in `n` lines of about the same number of letters, in fewer where there are not so many."""
    lines, share = [""], len(" ".join(words)) / n
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(lines) < n and len(" ".join([*lines, word])) > share * len(lines) + len(word) / 2:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def hidden_words() -> str:
    """What stands in the place of a view that would give away what a class is guessing."""
    return QCoreApplication.translate(
        "DockBody", "Hidden while the class guesses what comes next. “Reveal” in “Predict first” shows it again."
    )


class ErrorPanel(QWidget):
    """A sentence in place of a view that could not be drawn, its trace on demand, and another try."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence = muted()
        self.sentence.setWordWrap(True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.detail = TextBox()
        self.detail.setReadOnly(True)
        self.detail.hide()
        describe(self.detail, self.tr("Details"))
        self.again = QPushButton(self.tr("Try again"))
        describe(self.again, self.tr("Try again"))
        more = QPushButton(self.tr("Show details"))
        describe(more, self.tr("Show details"))
        more.clicked.connect(lambda: self.detail.setVisible(not self.detail.isVisible()))
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.sentence)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.again)
        row.addWidget(more)
        row.addStretch(1)
        layout.addLayout(row)
        layout.addWidget(self.detail, 2)
        layout.addStretch(1)

    def show_error(self, sentence: str, detail: str) -> None:
        """Say what went wrong."""
        self.sentence.setText(sentence)
        self.sentence.setAccessibleName(sentence)
        self.detail.setPlainText(detail)
