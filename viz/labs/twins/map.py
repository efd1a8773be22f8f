"""Two paths in the map's own flat layout: where both texts go, and where one of them leaves the other.

The background is counted into a small picture once per layout (a density, brighter where there are more points), so
that a figure of fifty thousand points is one image however large it is painted.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from engine.labs.twins.records import Twins
from engine.records import F32, U8, Placed
from engine.run import MapState
from viz.map.data.algorithms import NAMES
from viz.memo import by_identity
from viz.theme import Theme, rgb

CELLS = 320
LEAST = 0.3  # of the map's width that is always seen


@dataclass(frozen=True)
class TwinMap:
    """Two paths on a layout, in 0..1 of the density's picture, y downwards."""

    density: U8  # [CELLS, CELLS] row 0 at the top
    one: F32  # [n, 2]
    other: F32  # [m, 2]
    from_one: int  # first row that was written, not given
    from_other: int
    aspect: float  # width of the picture over its height, in the layout's units
    what: str  # the layout, in words


def twin_map(found: Twins, state: MapState | None) -> TwinMap | None:
    """Both paths in the layout shown; None where their places there are not known."""
    if state is None or not state.layouts:
        return None
    layout = state.layout
    paths = [_points(found, index, state) for index in (0, 1)]
    if paths[0] is None or paths[1] is None or not len(paths[0]) or not len(paths[1]):
        return None
    low, high = _bounds(layout.points2)
    both = np.concatenate([paths[0], paths[1]])
    low, high = np.minimum(low, both.min(axis=0)), np.maximum(high, both.max(axis=0))
    span = np.maximum(high - low, 1e-9)
    one, other = ((path - low) / span for path in (paths[0], paths[1]))
    for path in (one, other):
        path[:, 1] = 1 - path[:, 1]
    density = _density(layout.points2, float(low[0]), float(low[1]), float(high[0]), float(high[1]))
    return TwinMap(
        density, one.astype(np.float32), other.astype(np.float32), len(found.starts[0]), len(found.starts[1]),
        float(span[0] / span[1]),
        f"{layout.space.key} · {NAMES[layout.algorithm]} · 2D",
    )  # fmt: skip


def _points(found: Twins, index: int, state: MapState) -> F32 | None:
    layout = state.layout
    if layout.space.kind == "resid":
        placed: Placed | None = found.placed[index]
        return placed.points2 if placed is not None and placed.layout_key == layout.key else None
    if index == 1 and found.vocabulary is not None:
        return None
    ids = np.concatenate([found.starts[index], found.written[index]])
    return layout.points2[ids] if len(ids) and int(ids.max()) < len(layout.points2) else None


@by_identity(4)
def _bounds(points: F32) -> tuple[F32, F32]:
    """What holds 98 % of the points each way."""
    low, high = np.percentile(points, [1, 99], axis=0)
    return low.astype(np.float32), high.astype(np.float32)


@by_identity(4)
def _density(points: F32, left: float, bottom: float, right: float, top: float) -> U8:
    """[CELLS, CELLS] how many points lie in each cell, its logarithm as 0..255."""
    counts, _, _ = np.histogram2d(-points[:, 1], points[:, 0], bins=CELLS, range=((-top, -bottom), (left, right)))
    logs = np.log1p(counts)
    made = np.round(255 * logs / max(float(logs.max()), 1e-9)).astype(np.uint8)
    made.flags.writeable = False
    return made


def window(shown: TwinMap, aspect: float) -> QRectF:
    """The part of the density's picture to be seen, in a picture of this aspect without stretching: both paths."""
    both = np.concatenate([shown.one, shown.other])
    low, high = both.min(axis=0), both.max(axis=0)
    middle, size = (low + high) / 2, np.maximum((high - low) * 1.3, LEAST)
    wide, tall = float(size[0]), float(size[1])
    if wide * shown.aspect < tall * aspect:
        wide = tall * aspect / shown.aspect
    else:
        tall = wide * shown.aspect / aspect
    return QRectF(float(middle[0]) - wide / 2, float(middle[1]) - tall / 2, wide, tall)


def draw_map(
    painter: QPainter, rect: QRectF, shown: TwinMap, ends: tuple[str, str], font: QFont,
    theme: Theme, em: float,
) -> None:  # fmt: skip
    """The part of the map that holds both paths, the paths, their ends and which is which."""
    seen = window(shown, rect.width() / max(rect.height(), 1.0))
    painter.save()
    painter.setClipRect(rect)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.fillRect(rect, QColor(theme.ground))
    wide, tall = rect.width() / seen.width(), rect.height() / seen.height()  # of the whole picture
    whole = QRectF(rect.left() - seen.left() * wide, rect.top() - seen.top() * tall, wide, tall)
    painter.drawImage(whole, _picture(shown.density, theme))
    painter.setFont(font)
    for path, begin, colour, dash in (
        (shown.one, shown.from_one, theme.path, Qt.PenStyle.SolidLine),
        (shown.other, shown.from_other, theme.fan, Qt.PenStyle.DashLine),
    ):
        points = [QPointF(whole.left() + float(x) * whole.width(), whole.top() + float(y) * whole.height())
                  for x, y in path]  # fmt: skip
        _draw_path(painter, points, begin, QColor(colour), dash, em)
    taken = QRectF()
    for path, text, colour in ((shown.one, ends[0], theme.path), (shown.other, ends[1], theme.fan)):
        x, y = (float(value) for value in path[-1])
        at = QPointF(whole.left() + x * whole.width(), whole.top() + y * whole.height())
        taken = _label(painter, at, text, colour, rect, taken, theme, em)
    painter.restore()
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    painter.setPen(QColor(theme.muted))
    words = metrics.elidedText(shown.what, Qt.TextElideMode.ElideRight, rect.width() - em)
    painter.drawText(QPointF(rect.left() + em * 0.4, rect.top() + em * 1.1), words)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)


def _draw_path(
    painter: QPainter, points: list[QPointF], begin: int, colour: QColor, dash: Qt.PenStyle, em: float
) -> None:
    """The text given faintly, what was written in full, a dot for each token of it and a ring at the end."""
    faint = QColor(colour)
    faint.setAlphaF(0.22)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(faint, max(em * 0.08, 1.0)))
    painter.drawPolyline(QPolygonF(points[: begin + 1]))
    colour.setAlphaF(0.85)
    painter.setPen(QPen(colour, max(em * 0.13, 1.4), dash))
    painter.drawPolyline(QPolygonF(points[max(begin - 1, 0) :]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for point in points[begin:]:
        painter.drawEllipse(point, em * 0.2, em * 0.2)
    painter.setPen(QPen(colour, max(em * 0.14, 1.5)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(points[-1], em * 0.5, em * 0.5)


def _label(
    painter: QPainter, at: QPointF, text: str, colour: str, rect: QRectF, taken: QRectF, theme: Theme, em: float
) -> QRectF:
    """Write an end's name beside it, inside `rect` and clear of what is `taken`; where it stands."""
    metrics = QFontMetricsF(painter.font())
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() - em * 1.2)
    wide = metrics.horizontalAdvance(text) + em * 0.6
    left = at.x() + em * 0.7 if at.x() + em * 0.7 + wide < rect.right() else at.x() - em * 0.7 - wide
    left = min(max(left, rect.left() + em * 0.2), rect.right() - wide - em * 0.2)
    box = QRectF(left, min(max(at.y() - em * 0.7, rect.top()), rect.bottom() - em * 1.4), wide, em * 1.4)
    if box.intersects(taken):
        below = taken.bottom() + em * 0.3
        box.moveTop(below if below + box.height() < rect.bottom() else taken.top() - em * 0.3 - box.height())
    ground = QColor(theme.ground)
    ground.setAlphaF(0.8)
    painter.setPen(QPen(QColor(colour), 1))
    painter.setBrush(ground)
    painter.drawRoundedRect(box, em * 0.25, em * 0.25)
    painter.setPen(QColor(theme.text))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
    return box


def _picture(density: U8, theme: Theme) -> QImage:
    """The density as a picture between the ground and the muted colour."""
    ground, full = rgb(theme.ground), rgb(theme.muted)
    share = (density.astype(np.float32) / 255)[..., None] * 0.75
    pixels = np.empty((*density.shape, 4), np.uint8)
    pixels[..., :3] = np.round(255 * (ground * (1 - share) + full * share))
    pixels[..., 3] = 255
    image = QImage(pixels.data, CELLS, CELLS, 4 * CELLS, QImage.Format.Format_RGBA8888)
    return image.copy()
