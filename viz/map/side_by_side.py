"""The map's one pane, or two beside each other (above each other where there is more height than width)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from viz.map.data.frame import MapFrame
from viz.map.paint.portrait import FigureLook
from viz.map.pane import Pane
from viz.theme import Theme

if TYPE_CHECKING:
    from viz.map.filming import Filming

GAP = 2  # logical pixels between two maps
TALL = 1.25  # times as high as wide, from which they stand above each other


def halves(size: QSize) -> tuple[QRect, QRect]:
    """Where two maps stand in a picture of a size, without the gap between them."""
    width, height = size.width(), size.height()
    if height > TALL * width:
        half = (height - GAP) // 2
        return QRect(0, 0, width, half), QRect(0, half + GAP, width, height - half - GAP)
    half = (width - GAP) // 2
    return QRect(0, 0, half, height), QRect(half + GAP, 0, width - half - GAP, height)


class SideBySide(QWidget):
    """The stage: `make` makes a pane on it, the second one when it is first wanted."""

    def __init__(self, parent: QWidget, make: Callable[[QWidget], Pane]) -> None:
        super().__init__(parent)
        self._make = make
        self._line = "#000000"
        self.first = make(self)
        self.setMinimumSize(self.first.minimumSize())
        self.second: Pane | None = None
        self.is_split = False

    @property
    def panes(self) -> tuple[Pane, ...]:
        """Those that are shown."""
        return (self.first, self.second) if self.is_split and self.second is not None else (self.first,)

    def show_frame(self, frame: MapFrame, theme: Theme) -> None:
        """Show a frame and, beside it, its second one where it has one."""
        self._line = theme.border
        split = frame.second is not None
        if split != self.is_split:
            self._split(split)
        self.first.show_frame(frame, theme)
        if frame.second is not None and self.second is not None:
            fresh = self.second.viewport.frame is None or self.second.viewport.frame.layout is None
            self.second.show_frame(frame.second, theme)
            self._link(frame.settings.linked, fresh)

    def _split(self, split: bool) -> None:
        self.is_split = split
        if self.second is None:
            self.second = self._make(self)
            self.second.paced = self.first.paced
            self.second.use_look(self.first.figure_look)
        if not split:
            self._link(False, False)
            self.first.viewport.twin = None
            self.second.viewport.forget()
        else:
            self.first.viewport.twin, self.second.viewport.twin = self.second.viewport, self.first.viewport
        self.second.setVisible(split)
        self.second.lower()  # panels stay above both
        self.arrange()

    def _link(self, linked: bool, fresh: bool) -> None:
        """Have both turn together, or each alone."""
        first, second = self.first.viewport, None if self.second is None else self.second.viewport
        if second is None:
            return
        if linked and (fresh or not first.linked):
            second.look_like(first)
        first.linked = second.linked = linked

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the panes to the new size."""
        self.arrange()

    def arrange(self) -> None:
        """Give each pane its place."""
        boxes = halves(self.size()) if self.is_split else (self.rect(),)
        for pane, box in zip(self.panes, boxes, strict=True):
            pane.setGeometry(box)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line between two maps."""
        if self.is_split:
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(self._line))
            painter.end()

    def end(self) -> None:
        """Give OpenGL's memory back."""
        for pane in (self.first, self.second):
            if pane is not None:
                pane.end()

    # -- figures -------------------------------------------------------------------------------------------------

    def set_look(self, look: FigureLook) -> None:
        """Have a figure's letters and lines so."""
        for pane in (self.first, self.second):
            if pane is not None:
                pane.use_look(look)

    def image(self, size: QSize, transparent: bool, lines: bool = True) -> QImage:
        """What OpenGL draws, without labels, however large this widget is."""
        if not self.is_split:
            return self.first.image(size, transparent, lines)
        whole = QImage(size, QImage.Format.Format_RGBA8888_Premultiplied)
        whole.fill(QColor(self._line))
        painter = QPainter(whole)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for pane, box in zip(self.panes, halves(size), strict=True):
            painter.drawImage(box.topLeft(), pane.image(box.size(), transparent, lines))
        painter.end()
        return whole

    def filming(self, size: QSize, transparent: bool) -> Filming:
        """What films the maps that are shown, from where they are seen now."""
        from viz.map.filming import Filming  # vispy, which the window's first picture does not wait for

        boxes = halves(size) if self.is_split else (QRect(0, 0, size.width(), size.height()),)
        made = [pane.reel(box.size(), transparent) for pane, box in zip(self.panes, boxes, strict=True)]
        return Filming(size, [reel for reel in made if reel is not None], boxes, self._line)

    def paint(self, painter: QPainter, size: QSize, lines: bool) -> None:
        """All that lies on that, each on its own map."""
        boxes = halves(size) if self.is_split else (QRect(0, 0, size.width(), size.height()),)
        for pane, box in zip(self.panes, boxes, strict=True):
            painter.save()
            painter.translate(box.topLeft())
            pane.paint(painter, box.size(), lines)
            painter.restore()
