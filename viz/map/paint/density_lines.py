"""Paints the lines around the densest points over the picture, each with the share that it encloses."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.records import F32
from viz.camera import project
from viz.joined import sentences
from viz.map.data.contours import SHARES, Contours, contours, stride_of
from viz.map.data.frame import MapFrame
from viz.map.faithful import percent
from viz.map.paint.text import Style, TextPainter
from viz.theme import Theme

translate = QCoreApplication.translate  # by this name its texts are collected

WIDE, FAINTEST, STRONGEST = 1.5, 0.45, 0.95  # logical pixels, and opacity from the outermost line to the innermost
SHORTEST = 90.0  # pixels across that a line has to be to be labelled


class DensityLines:
    """Of one view; a picture that is painted again from the same place has the lines it had."""

    def __init__(self) -> None:
        self._key: tuple[object, ...] = ()
        self._points: F32 | None = None
        self._made = Contours()

    def paint(
        self, painter: QPainter, text: TextPainter, frame: MapFrame, theme: Theme, matrix: F32, width: float,
        height: float, size: float,
    ) -> None:  # fmt: skip
        """Paint those of the points as they are seen through `matrix`."""
        made = self._of(frame, matrix, width, height)
        style = Style(11 * size, theme.text, theme.ground)
        for rank, (share, lines) in enumerate(zip(SHARES, made.lines, strict=False)):
            colour = QColor(theme.text)
            colour.setAlphaF(FAINTEST + (STRONGEST - FAINTEST) * rank / (len(SHARES) - 1))
            painter.setPen(QPen(colour, WIDE * size))
            for line in lines:
                painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line.tolist()]))
            longest = max(lines, key=len, default=None)
            if longest is not None and float(np.ptp(longest, axis=0).max()) >= SHORTEST * size:
                x, y = longest[(rank + 1) * len(longest) // (len(SHARES) + 1)].tolist()
                text.draw(painter, QPointF(x + 2.0, y - 14.0 * size), percent(share), style)

    def _of(self, frame: MapFrame, matrix: F32, width: float, height: float) -> Contours:
        key = (matrix.tobytes(), width, height)
        if self._points is not frame.points or key != self._key:
            self._points, self._key = frame.points, key
            self._made = made_of(frame, matrix, width, height)
        return self._made


def made_of(frame: MapFrame, matrix: F32, width: float, height: float) -> Contours:
    """The lines of a frame seen through `matrix`; what the layout's fit leaves out does not count."""
    stride = stride_of(len(frame.points))
    pixels, depth = project(matrix, frame.points[::stride], width, height)
    inside = (pixels >= 0).all(axis=1) & (pixels[:, 0] <= width) & (pixels[:, 1] <= height) & (depth > 0.02)
    left_out = None if frame.background is None else frame.background.left_out
    if left_out is not None:
        inside &= ~left_out[::stride]
    return contours(pixels, inside, width, height, stride)


def statement(frame: MapFrame) -> str:
    """What the lines are."""
    said = translate(
        "Map",
        "Lines around the densest 25, 50, 75 and 90 % of the points in sight, as seen from here (Gaussian of 12 px).",
    )
    if not frame.settings.flat:
        more = translate("Map", "In 3D what is seen dense may lie one behind the other.")
        said = sentences(said, more)
    stride = stride_of(len(frame.points))
    if stride > 1:
        more = translate("Map", "One of {n} points is counted.").format(n=stride)
        said = sentences(said, more)
    return said
