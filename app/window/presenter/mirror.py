"""A small picture of what the class sees, in the first window. Pointer and highlighter work on it too, by mouse or key.

A picture of a map costs some milliseconds, so one is taken only after something was painted, while this is seen, and
never for more than a small part of the time.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.window.presenter.marks import Point

LEAST_MS, SHARE = 400, 15  # between two pictures, and how many times as long as one takes


class Mirror(QWidget):
    """`take` makes the picture. The signals tell where the mouse is on it, in shares of its size."""

    pressed = Signal(object)
    moved = Signal(object)
    released = Signal()

    def __init__(self, take: Callable[[], QPixmap], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._take = take
        self.picture: QPixmap | None = None
        self.says = ""  # written over it: that the class sees black, or a still
        self.pointed: Point | None = None
        self.wants: Callable[[str], bool] = lambda keys: False  # whether keys such as "Shift+Left" mean something here
        self.do: Callable[[str], object] = lambda keys: None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("What the class sees"))
        self.setAccessibleDescription(
            self.tr("D, H and M switch pointer, highlighter and magnifier on; arrow keys move them; Enter draws")
        )
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.renew)
        self._waits_ms = LEAST_MS

    def schedule(self) -> None:
        """What the class sees has changed."""
        if not self._timer.isActive() and self.isVisible():
            self._timer.start(self._waits_ms)

    def renew(self) -> None:
        """Take the picture again."""
        began = time.monotonic()
        taken = self._take()
        ratio = self.devicePixelRatioF()
        self.picture = taken.scaled(
            self.size() * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        self._waits_ms = max(LEAST_MS, round(SHARE * 1000 * (time.monotonic() - began)))
        self.update()

    def stop(self) -> None:
        """No more pictures."""
        self._timer.stop()

    def sizeHint(self) -> QSize:
        return QSize(round(self.height() * 16 / 9) if self.height() > 20 else 220, 124)

    def minimumSizeHint(self) -> QSize:
        return QSize(90, 50)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.schedule()

    @property
    def shown(self) -> QRectF:
        """Where the picture stands."""
        if self.picture is None:
            return QRectF(self.rect())
        size = QSize(self.picture.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2,
                      size.width(), size.height())  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        try:
            painter.fillRect(self.rect(), QColor("black"))
            if self.picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(self.shown, self.picture, QRectF(self.picture.rect()))
            if self.says:
                painter.fillRect(self.rect(), QColor(0, 0, 0, 150))
                painter.setPen(QColor("white"))
                painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self.says)
        finally:
            painter.end()

    # -- keys ----------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Keep from the window's shortcuts what means something here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self.wants(_keys(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.wants(_keys(event)):
            self.do(_keys(event))
        else:
            super().keyPressEvent(event)

    # -- the mouse -----------------------------------------------------------------------------------------------

    def _share(self, at: QPointF) -> Point | None:
        box = self.shown
        if not box.contains(at) or box.isEmpty():
            return None
        return (at.x() - box.left()) / box.width(), (at.y() - box.top()) / box.height()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if (at := self._share(event.position())) is not None:
            self.pressed.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointed = self._share(event.position())
        if self.pointed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.moved.emit(self.pointed)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.released.emit()

    def leaveEvent(self, event: object) -> None:
        self.pointed = None


def _keys(event: QKeyEvent) -> str:
    """The keys of an event as shortcuts are written: "Shift+Left"."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return QKeySequence(event.key() | held.value).toString(QKeySequence.SequenceFormat.PortableText)
