"""A paint device that passes everything on in the picture's own coordinates.

Items of a chart draw in the values of their axes, with pens as wide as pixels of the device ("cosmetic"), with symbols
put at pixels of the device, and with pictures of one pixel a cell. On a scaled painter, in an SVG or in a PDF each of
these comes out otherwise: thinner, elsewhere, smoothed. This device is as large as the view on screen, one unit a
pixel; what is drawn on it is drawn again on the target with its outline already mapped, its pen of true width, and
its pictures' pixels repeated, so that no renderer is left anything to decide.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QFont,
    QGradient,
    QImage,
    QLinearGradient,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPixmap,
    QPolygonF,
    QTextItem,
    QTransform,
)

from viz.paint_device import LikeScreen

REPEATED = 1600  # pixels that a picture's longer side is brought to, about
SHARP = 4  # times the pixels that it is drawn over, at most
Flag = QPaintEngine.DirtyFlag


def paint_flat(painter: QPainter, size: QSize, draw: Callable[[QPainter], None]) -> None:
    """Call `draw` with a painter of `size` pixels, and pass what it draws on to `painter`, whatever that paints on."""
    device = _Device(size, painter)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    inner = QPainter(device)
    inner.setRenderHints(painter.renderHints())
    try:
        draw(inner)
    finally:
        inner.end()
        painter.restore()


def magnification(painter: QPainter) -> float:
    """How many pixels of the target one of a painter's own is: 1 on screen, in a figure how much that is enlarged.

    For pictures that are made for the resolution they are drawn at.
    """
    device = painter.device()
    return device.magnification if isinstance(device, _Device) else 1.0


def is_vector(painter: QPainter) -> bool:
    """Whether what is drawn ends in an SVG or a PDF, which keep a picture's own pixels."""
    device = painter.device()
    return isinstance(device, _Device) and device.is_vector


class _Engine(QPaintEngine):
    """Draws again on the target. Qt calls it with exactly these types, which are fewer than it declares."""

    def __init__(self, target: QPainter) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self._target = target
        self._base = target.worldTransform()
        self._transform = QTransform()
        self._pen, self._brush, self._clip = QPen(), QBrush(), QPainterPath()
        self._clipped = self._smooth = False

    def begin(self, device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    # -- state ---------------------------------------------------------------------------------------------------

    def updateState(self, state: QPaintEngineState) -> None:
        changed, target = state.state(), self._target
        if changed & Flag.DirtyTransform:
            self._transform = state.transform()
        if changed & Flag.DirtyPen:
            self._pen = state.pen()
        if changed & Flag.DirtyBrush:
            self._brush = state.brush()
        if changed & (Flag.DirtyBrush | Flag.DirtyTransform):
            target.setBrush(self._mapped_brush())
        if changed & Flag.DirtyFont:
            target.setFont(state.font())
        if changed & Flag.DirtyOpacity:
            target.setOpacity(state.opacity())
        if changed & Flag.DirtyHints:
            target.setRenderHint(
                QPainter.RenderHint.Antialiasing, bool(state.renderHints() & QPainter.RenderHint.Antialiasing)
            )
            self._smooth = bool(state.renderHints() & QPainter.RenderHint.SmoothPixmapTransform)
        if changed & Flag.DirtyClipPath:
            self._cut(state.clipPath(), state.clipOperation())
        elif changed & Flag.DirtyClipRegion:
            path = QPainterPath()
            path.addRegion(state.clipRegion())
            self._cut(path, state.clipOperation())
        if changed & Flag.DirtyClipEnabled and not state.isClipEnabled():
            self._cut(QPainterPath(), Qt.ClipOperation.NoClip)

    def _mapped_brush(self) -> QBrush:
        """The brush for outlines that are already mapped: a ramp's ends are mapped with them, since SVG has no other.

        A gradient that is no ramp keeps its place.
        """
        ramp = self._brush.gradient()
        if not isinstance(ramp, QLinearGradient) or ramp.coordinateMode() != QGradient.CoordinateMode.LogicalMode:
            return self._brush
        mapped = QLinearGradient(self._transform.map(ramp.start()), self._transform.map(ramp.finalStop()))
        mapped.setStops(ramp.stops())
        mapped.setSpread(ramp.spread())
        return QBrush(mapped)

    def _cut(self, path: QPainterPath, how: Qt.ClipOperation) -> None:
        """The part that may be drawn on, in the device's pixels. SVG knows of none, so outlines are cut here."""
        path = self._transform.map(path)
        if how == Qt.ClipOperation.IntersectClip and self._clipped:
            path = path.intersected(self._clip)
        self._clip, self._clipped = path, how != Qt.ClipOperation.NoClip

    def _is_outside(self, box: QRectF) -> bool:
        """Whether nothing of a box of the device's pixels may be drawn."""
        return self._clipped and not self._clip.boundingRect().intersects(box)

    # -- drawing -------------------------------------------------------------------------------------------------

    def drawPath(self, path: QPainterPath) -> None:
        pen = QPen(self._pen)
        if not pen.isCosmetic() and pen.style() != Qt.PenStyle.NoPen:
            sides = self._transform.mapRect(QRectF(0, 0, 1, 1))
            pen.setWidthF(pen.widthF() * math.sqrt(sides.width() * sides.height()))
        pen.setCosmetic(False)
        pen.setWidthF(pen.widthF() or 1.0)
        path = self._transform.map(path)
        self._target.setWorldTransform(self._base)
        reach = pen.widthF() if pen.style() != Qt.PenStyle.NoPen else 0.0
        box = path.boundingRect().adjusted(-reach, -reach, reach, reach)
        if not self._clipped or self._clip.boundingRect().contains(box):
            self._target.setPen(pen)
            self._target.drawPath(path)
        elif self._clip.boundingRect().intersects(box):
            self._draw_cut(path, pen)

    def _draw_cut(self, path: QPainterPath, pen: QPen) -> None:
        """What lies inside of a path's filling and of its stroke."""
        brush = self._target.brush()
        self._target.setPen(Qt.PenStyle.NoPen)
        if brush.style() != Qt.BrushStyle.NoBrush:
            self._target.drawPath(path.intersected(self._clip))
        if pen.style() != Qt.PenStyle.NoPen:
            self._target.setBrush(pen.brush())
            self._target.drawPath(QPainterPathStroker(pen).createStroke(path).intersected(self._clip))
            self._target.setBrush(brush)

    def drawPolygon(self, points: list[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:  # type: ignore[override]
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(point) for point in points]))
        if mode == QPaintEngine.PolygonDrawMode.PolylineMode:
            brush = self._target.brush()
            self._target.setBrush(Qt.BrushStyle.NoBrush)
            self.drawPath(path)
            self._target.setBrush(brush)
            return
        odd = mode == QPaintEngine.PolygonDrawMode.OddEvenMode
        path.setFillRule(Qt.FillRule.OddEvenFill if odd else Qt.FillRule.WindingFill)
        path.closeSubpath()
        self.drawPath(path)

    def drawLines(self, lines: list[QLineF]) -> None:  # type: ignore[override]
        path = QPainterPath()
        for line in map(QLineF, lines):
            path.moveTo(line.p1())
            path.lineTo(line.p2())
        self.drawPath(path)

    def drawPoints(self, points: list[QPointF]) -> None:  # type: ignore[override]
        self.drawLines([QLineF(QPointF(point), QPointF(point)) for point in points])

    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        box = QRectF(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent())
        if self._is_outside(self._transform.mapRect(box)):
            return
        self._target.setWorldTransform(self._transform * self._base)
        self._target.setFont(_whole(item.font()))
        self._target.setPen(self._pen)
        self._target.drawText(at, item.text())

    def drawImage(self, where: QRectF, image: QImage, part: QRectF, flags: object = None) -> None:  # type: ignore[override]
        if self._is_outside(self._transform.mapRect(where)):
            return
        image = image.copy(part.toAlignedRect())
        if not self._smooth:
            drawn = self._transform.mapRect(where)
            needed = SHARP * max(drawn.width() / max(image.width(), 1), drawn.height() / max(image.height(), 1))
            times = max(1, min(REPEATED // max(image.width(), image.height(), 1), math.ceil(needed)))
            image = _repeated(image, times)
        seen = where
        if self._clipped:
            inverse, _ = self._transform.inverted()
            seen = where & inverse.mapRect(self._clip.boundingRect())
        across, down = image.width() / where.width(), image.height() / where.height()
        corner = seen.topLeft() - where.topLeft()
        cut = QRect(round(corner.x() * across), round(corner.y() * down),
                    max(round(seen.width() * across), 1), max(round(seen.height() * down), 1))  # fmt: skip
        self._target.setWorldTransform(self._transform * self._base)
        self._target.drawImage(seen, image.copy(cut))  # an SVG has no part of an image

    def drawPixmap(self, where: QRectF, pixmap: QPixmap, part: QRectF) -> None:  # type: ignore[override]
        self.drawImage(where, pixmap.toImage(), part)


def _repeated(image: QImage, times: int) -> QImage:
    """Every pixel as `times` by `times` of them.

    Where nothing is seen the colour is that of what lies left of it, not black as Qt has it: who makes a picture
    smaller mixes colours before looking at what is seen (poppler does), and a dark rim would come of it.
    """
    has_alpha = image.hasAlphaChannel()
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    width, height = image.width(), image.height()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(height, image.bytesPerLine() // 4)[:, :width]
    if has_alpha:
        seen = pixels >> 24 > 0
        last = np.maximum.accumulate(np.where(seen, np.arange(width), 0), axis=1)
        pixels = np.where(seen, pixels, np.take_along_axis(pixels, last, axis=1) & 0x00FFFFFF)
    large = np.ascontiguousarray(np.repeat(np.repeat(pixels, times, axis=0), times, axis=1), np.uint32)
    form = QImage.Format.Format_ARGB32 if has_alpha else QImage.Format.Format_RGB32
    return QImage(large.data, width * times, height * times, 4 * width * times, form).copy()


class _Device(LikeScreen):
    """As large as the view on screen; what is drawn on it is drawn again on a target."""

    def __init__(self, size: QSize, target: QPainter) -> None:
        super().__init__(size, _Engine(target))
        enlarged = target.worldTransform()
        self.magnification = math.hypot(enlarged.m12(), enlarged.m22())
        self.is_vector = target.paintEngine().type() in (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def _whole(font: QFont) -> QFont:
    """A font of which a painter takes everything: of a text document's it would take its own size and weight."""
    whole = QFont(font)
    whole.setFamilies(font.families())
    if font.pixelSize() > 0:
        whole.setPixelSize(font.pixelSize())
    else:
        whole.setPointSizeF(font.pointSizeF())
    whole.setWeight(font.weight())
    whole.setItalic(font.italic())
    return whole
