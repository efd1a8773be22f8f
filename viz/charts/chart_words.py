"""Words above and below charts: a heading on one line, and notes that wrap where there is room for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viz.charts.look import Look
from viz.plain import set_tip

HIGH = 1.35  # lines' height, in em of their type


class ChartWords(QWidget):
    """Plain text in the theme's colours. `wraps`: lines may be broken; `centred`: in the middle of its room."""

    def __init__(self, parent: QWidget | None = None, size: float = 1.0, bold: bool = False) -> None:
        super().__init__(parent)
        self.text = ""
        self.wraps = self.centred = False
        self._look: Look | None = None
        self._size, self._bold, self._colour = size, bold, ""
        self._said: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_words(
        self, text: str, look: Look, *, muted: bool = False, wraps: bool = False, centred: bool = False,
        colour: str = "",
    ) -> None:  # fmt: skip
        """Say `text`; nothing takes no room. What is said already is neither laid out nor painted again."""
        colour = colour or (look.theme.muted if muted else look.theme.text)
        said = (text, look, wraps, centred, colour)
        if said == self._said and self.isHidden() != bool(text):
            return
        self._said = said
        self.text, self._look, self.wraps, self.centred = text, look, wraps, centred
        self._colour = colour
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Expanding if centred else QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(wraps and not centred)
        self.setSizePolicy(policy)
        self.setVisible(bool(text))
        set_tip(self, "" if wraps else text)
        self.updateGeometry()
        self.update()

    def _flags(self) -> int:
        wrap = Qt.TextFlag.TextWordWrap if self.wraps or self.centred else Qt.TextFlag.TextDontClip
        where = (
            Qt.AlignmentFlag.AlignCenter if self.centred else Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        return int(where | wrap)

    def hasHeightForWidth(self) -> bool:
        return self.wraps and not self.centred

    def heightForWidth(self, width: int) -> int:
        if self._look is None:
            return 0
        metrics = QFontMetrics(self._look.font_of(self._size, self._bold))
        needed = metrics.boundingRect(QRect(0, 0, max(width, 1), 1 << 16), self._flags(), self.text).height()
        return max(needed, self._line())

    def lines_at(self, text: str, look: Look, width: int) -> int:
        """How many lines a text takes that is broken at this width."""
        metrics = QFontMetrics(look.font_of(self._size, self._bold))
        wrap = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft)
        return round(
            metrics.boundingRect(QRect(0, 0, max(width, 1), 1 << 16), wrap, text).height() / metrics.lineSpacing()
        )

    def _line(self) -> int:
        lines = self.text.count("\n") + 1
        return round(HIGH * self._size * self._look.em * lines) if self._look else 0

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(self.width()) if self.hasHeightForWidth() else self._line())

    def minimumSizeHint(self) -> QSize:
        """A line; of what stands in the middle instead of charts all lines, at the width that it has."""
        if self.centred and self.width() > 1 and self._look is not None and not self._look.still:
            return QSize(0, self.heightForWidth(self.width()))
        return QSize(0, self._line())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may take more lines."""
        if (self.centred or self.wraps) and event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._look is None:
            return
        painter = QPainter(self)
        try:
            painter.setFont(self._look.font_of(self._size, self._bold))
            painter.setPen(QColor(self._colour))
            text = self.text
            if not self.wraps and not self.centred:
                metrics, cut = painter.fontMetrics(), Qt.TextElideMode.ElideRight
                text = "\n".join(metrics.elidedText(line, cut, self.width()) for line in text.split("\n"))
            painter.drawText(self.rect(), self._flags(), text)
        finally:
            painter.end()


def prefixes(text: str) -> Iterator[str]:
    """A text, and what is left of it without its last part, its last two, …: sentences, lines, and what dots part."""
    ends = [met.start() for met in re.finditer(r"(?<=[.!?]) (?=\S)|\n| · ", text)]
    for end in (len(text), *reversed(ends)):
        yield text[:end]
