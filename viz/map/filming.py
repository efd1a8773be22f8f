"""The map as a film: the one pane, or both halves, each from where it stands at the film's last state."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from viz.map.data.frame import MapFrame
from viz.map.paint.reel import Reel


class Filming:
    """Pictures of one size. `places` are the boxes of the reels in them; between them lies a line of a colour."""

    def __init__(self, size: QSize, reels: Sequence[Reel], places: Sequence[QRect], line: str) -> None:
        self._size, self._reels, self._places, self._line = size, tuple(reels), tuple(places), line

    def image(self, frame: MapFrame, turned: float, part: float | None, near: float) -> QImage:
        """The picture of a frame: turned by degrees, and at `part` (0..1) of a flight along the path, from `near`.

        Raises GlUnavailable where no OpenGL context can be had.
        """
        if len(self._reels) == 1:
            return self._reels[0].image(frame, turned, part, near)
        whole = QImage(self._size, QImage.Format.Format_RGBA8888_Premultiplied)
        whole.fill(QColor(self._line))
        painter = QPainter(whole)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for reel, box, shown in zip(self._reels, self._places, (frame, frame.second or frame), strict=True):
            painter.drawImage(box.topLeft(), reel.image(shown, turned, part, near))
        painter.end()
        return whole

    def end(self) -> None:
        """Free the contexts."""
        for reel in self._reels:
            reel.end()
