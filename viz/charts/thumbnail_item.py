"""Base of items that lay thumbnails out by the room that a plot has. The plot's range is 0 to 1 each way.

Places are pixels of `area`, which is what the plot has before a zoom, so that nothing is laid out anew by one. What
must be as large at any zoom (names, outlines) is painted with `at_size`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from viz.charts.graphs import pg


class ThumbnailItem(pg.GraphicsObject):  # type: ignore[misc]  # pyqtgraph is untyped
    """See the module."""

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, 1, 1)

    def viewTransformChanged(self) -> None:
        self.update()

    @property
    def area(self) -> QRectF:
        """The room of the plot in pixels, which its range of 0 to 1 spans before a zoom."""
        view = self.getViewBox()
        return QRectF(0, 0, max(view.width(), 1.0), max(view.height(), 1.0)) if view is not None else QRectF(0, 0, 1, 1)

    @contextmanager
    def at_size(self, painter: QPainter) -> Iterator[Callable[[QRectF], QRectF]]:
        """Paint in pixels that no zoom changes; yields where a box of `area` is in them now."""
        area, zoomed = self.area, painter.transform()
        inside = zoomed.mapRect(self.getViewBox().viewRect())
        scale = inside.width() / area.width()

        def now(box: QRectF) -> QRectF:
            wide, high = area.width(), area.height()
            part = QRectF(box.x() / wide, box.y() / high, box.width() / wide, box.height() / high)
            found = zoomed.mapRect(part).translated(-inside.topLeft())
            return QRectF(found.x() / scale, found.y() / scale, found.width() / scale, found.height() / scale)

        painter.save()
        try:
            painter.resetTransform()
            painter.translate(inside.topLeft())
            painter.scale(scale, scale)
            yield now
        finally:
            painter.restore()
