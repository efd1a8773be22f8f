"""A few tokens around the place looked at and around where its token stood before, the copy marked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from viz.charts.look import Look
from viz.theme import Theme

LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
LINE, LABEL = 2.2, 3.6  # em: a line's height, and the room before it


@dataclass(frozen=True)
class Word:
    """A token in its box."""

    text: str
    is_place: bool = False  # where the token stands
    is_copy: bool = False  # what followed it
    is_guess: bool = False  # not said yet


Line = tuple[str, tuple[Word, ...]]  # its name, and what stands there


class CopyWords(QWidget):
    """Painted, since these are words in their boxes, not a chart."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self._look: Look | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_lines(self, lines: tuple[Line, ...], look: Look) -> None:
        """Show these lines below each other; none takes no room."""
        self.lines, self._look = lines, look
        self.setVisible(bool(lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, round(LINE * self._look.em * len(self.lines)) if self._look else 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            for at, line in enumerate(self.lines):
                high = LINE * self._look.em
                self._draw(painter, QRectF(0, at * high, self.width(), high), line, self._look)
        finally:
            painter.end()

    @staticmethod
    def _draw(painter: QPainter, room: QRectF, line: Line, look: Look) -> None:
        em, theme, (name, words) = look.em, look.theme, line
        painter.setFont(look.font_of(0.8))
        painter.setPen(QColor(theme.muted))
        painter.drawText(room, LEFT, name)
        painter.setFont(look.font_of())
        metrics, x, high = QFontMetricsF(painter.font()), room.left() + em * LABEL, em * 1.7
        for word in words:
            box = QRectF(x, room.center().y() - high / 2, metrics.horizontalAdvance(word.text) + em * 0.6, high)
            if box.right() > room.right():
                break
            painter.setPen(_edge(word, theme, em))
            painter.setBrush(QColor(theme.raised))
            painter.drawRoundedRect(box, em * 0.25, em * 0.25)
            painter.setPen(QColor(theme.text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), word.text)
            x = box.right() + em * 0.25


def _edge(word: Word, theme: Theme, em: float) -> QPen:
    colour = theme.accent if word.is_place else theme.fan if word.is_copy else theme.border
    style = Qt.PenStyle.DashLine if word.is_guess else Qt.PenStyle.SolidLine
    return QPen(QColor(colour), em * 0.14 if word.is_place or word.is_copy else 1.0, style)
