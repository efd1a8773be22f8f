"""The page on screen: the figure's own painting, at the scale that it is seen at, and dragged out as a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from viz.figures.page import Page
from viz.figures.picture import Picture

FIT: Final = 0.0  # zoom: the whole page is seen
ZOOMS: Final = (0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)  # screen pixels of a page's, in its physical size
MOST_PIXELS: Final = 12_000_000  # of the page on screen
AROUND: Final = 24  # pixels of desk
SCREEN_DPI: Final = 96.0
TILE: Final = 8  # pixels of the pattern that stands for no ground


class PageCanvas(QScrollArea):
    """`picture` is painted by `show_picture`; the zoom is `FIT` or how large 1 mm of the page is beside 1 mm of screen.

    `dragged` asks for what is dragged out of the window; `chosen(index)` tells which panel was clicked, -1 for none.
    """

    dragged = Signal()
    chosen = Signal(int)
    zoomed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(self.tr("The page"))
        self.zoom = FIT
        self.page = _Paper()
        self.page.pressed.connect(self._on_pressed)
        self.page.dragged.connect(self.dragged)
        self.setWidget(self.page)
        self._picture: Picture | None = None
        self._at: Callable[[QPoint], int] = lambda _: -1

    def scale(self, page: Page) -> float:
        """Screen pixels of a page's pixel."""
        room = self.viewport().size() - QSize(2 * AROUND, 2 * AROUND)
        if self.zoom == FIT:
            fitting = min(max(room.width(), 50) / page.width, max(room.height(), 50) / page.height)
        else:
            fitting = self.zoom * SCREEN_DPI / page.dpi
        most = (MOST_PIXELS / (page.width * page.height)) ** 0.5
        return float(min(fitting, most))

    def show_picture(self, picture: Picture, ground: str, at: Callable[[QPoint], int]) -> None:
        """Paint a figure as it is now; `at` tells the panel at a pixel of its page. Raises as `Picture.paint`.

        A panel's edge may lie between two pixels of the screen: what is let through there is the page's `ground`.
        """
        page, ratio = picture.page, self.devicePixelRatioF()
        scale = self.scale(page)
        size = QSize(max(round(page.width * scale), 1), max(round(page.height * scale), 1))
        drawn = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        try:
            painter.scale(drawn.width() / page.width, drawn.height() / page.height)
            picture.paint(painter)
            if not picture.transparent:
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
                painter.fillRect(0, 0, page.width, page.height, QColor(ground))
        finally:
            painter.end()
        drawn.setDevicePixelRatio(ratio)
        self._picture = picture
        self._at = lambda point: at(QPoint(round(point.x() / scale), round(point.y() / scale)))
        self.page.show_image(drawn, picture.transparent)

    def set_zoom(self, zoom: float) -> None:
        """See the page at another size."""
        self.zoom = zoom
        self.zoomed.emit()

    def step_zoom(self, up: bool) -> None:
        """The next larger or smaller of `ZOOMS`."""
        now = self.zoom
        if now == FIT and self._picture is not None:
            now = self.scale(self._picture.page) * self._picture.page.dpi / SCREEN_DPI
        further = [zoom for zoom in ZOOMS if (zoom > now * 1.01 if up else zoom < now * 0.99)]
        if further:
            self.set_zoom(further[0] if up else further[-1])

    def mark(self, box: QRect | None) -> None:
        """Mark a panel of the page (its pixels), None for none."""
        if box is None or self._picture is None:
            self.page.mark(None)
            return
        scale = self.scale(self._picture.page)
        self.page.mark(QRect(box.topLeft() * scale, box.size() * scale))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl; scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(event.angleDelta().y() > 0)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page again."""
        super().resizeEvent(event)
        if self.zoom == FIT:
            self.zoomed.emit()

    def _on_pressed(self, at: QPoint) -> None:
        self.chosen.emit(self._at(at))


class _Paper(QWidget):
    """The image of the page, with a rim."""

    pressed = Signal(QPoint)
    dragged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._transparent = False
        self._mark: QRect | None = None
        self._from: QPoint | None = None
        self._is_dragged = False  # until it is dropped: Qt ends the program where a second drag begins within it
        self.setCursor(Qt.CursorShape.ArrowCursor)

    def show_image(self, image: QImage, transparent: bool) -> None:
        """Show another picture of the page."""
        self._image, self._transparent = image, transparent
        self.resize(image.deviceIndependentSize().toSize())
        self.update()

    def mark(self, box: QRect | None) -> None:
        """Mark a part."""
        self._mark = box
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page, on squares where it has no ground."""
        if self._image is None:
            return
        painter = QPainter(self)
        if self._transparent:
            painter.fillRect(self.rect(), QColor("#ffffff"))
            painter.fillRect(self.rect(), QBrush(QColor("#d8d8d8"), Qt.BrushStyle.Dense4Pattern))
        painter.drawImage(0, 0, self._image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._mark is not None:
            painter.setPen(self.palette().highlight().color())
            painter.drawRect(self._mark.adjusted(1, 1, -2, -2))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the panel below, and maybe begin to drag the picture out."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._from = event.position().toPoint()
            self.pressed.emit(self._from)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the picture out."""
        if self._from is None or self._is_dragged or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (event.position().toPoint() - self._from).manhattanLength() >= QApplication.startDragDistance():
            self._from, self._is_dragged = None, True
            try:
                self.dragged.emit()
            finally:
                self._is_dragged = False
