"""The four pictures of panels 6 and 8: a table of cosines, its course through the layers, and two paths.

Each fills a square (or a rectangle, for the curves) that it is given. Lines are labelled where they end, so that no
colour has to be looked up.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QPolygonF

from engine.labs.hello_bye.records import HelloByeFound
from engine.records import F32
from viz.charts.colours import mixed
from viz.charts.heatmap import Colouring, image_of
from viz.labs.hello_bye.axis import (
    CENTRE,
    LEFT,
    RIGHT,
    Columns,
    draw_word_bars,
    word_colour,
)
from viz.labs.hello_bye.draw import Brush
from viz.labs.hello_bye.labels import number
from viz.labs.hello_bye.states_frame import Alike, MapPath, PlanePath
from viz.theme import Theme


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelloBye", text)


def table_image(table: F32, low: float, theme: Theme) -> QImage:
    """Cosines between `low` and 1 along the ramp, one pixel a cell."""
    part = np.asarray((table - low) / max(1 - low, 1e-6), dtype=np.float32)
    return image_of(part, Colouring(theme.ramp, theme.surface, 1.0))


def draw_table(brush: Brush, shown: Alike, found: HelloByeFound, square: QRectF, lit: frozenset[int]) -> None:
    """The table of cosines with the words' bars above and beside it."""
    painter, theme, em = brush.painter, brush.theme, brush.em
    painter.drawImage(square, table_image(shown.table, shown.low, theme))
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square)
    n = len(found.token_ids)
    columns = Columns(square.left(), square.width(), n)
    draw_word_bars(painter, columns, square.top() - em * 0.45, em * 0.4, found, theme)
    painter.save()
    painter.translate(square.left() - em * 0.45, square.top())
    painter.rotate(90)
    painter.scale(1, -1)
    draw_word_bars(painter, Columns(0, square.height(), n), 0, em * 0.4, found, theme)
    painter.restore()
    painter.setPen(QPen(QColor(theme.accent), 1.2))
    for at in lit:
        painter.drawRect(QRectF(columns.x(at), square.top(), columns.cell, square.height()))
        row = square.top() + at * square.height() / n
        painter.drawRect(QRectF(square.left(), row, square.width(), square.height() / n))


def layer_x(area: QRectF, row: int, rows: int) -> float:
    """Where a row of resid lies across `area`."""
    return area.left() + area.width() * row / max(rows - 1, 1)


def draw_curves(brush: Brush, shown: Alike, found: HelloByeFound, area: QRectF, layer: int, room: float) -> None:
    """The three mean cosines from the input to the last block; their names take `room` on the right."""
    painter, theme, em = brush.painter, brush.theme, brush.em
    rows, lowest = shown.curves.shape[1], float(np.nanmin(shown.curves, initial=1.0))
    low = math.floor(min(lowest, 0.9) * 10) / 10

    def y(value: float) -> float:
        return area.bottom() - area.height() * (value - low) / max(1 - low, 1e-6)

    for level in (low, (low + 1) / 2, 1.0):
        painter.setPen(QPen(mixed(theme.border, theme.surface, 0.2), 1))
        painter.drawLine(QPointF(area.left(), y(level)), QPointF(area.right(), y(level)))
        box = QRectF(area.left() - em * 3.3, y(level) - em * 0.6, em * 3.0, em * 1.2)
        brush.write(box, RIGHT, number(level), 0.75, theme.muted)
    x = layer_x(area, layer + 1, rows)
    painter.setPen(QPen(QColor(theme.accent), 1.4))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
    one, other = _pairs((found.question.first, found.question.second), brush, room)
    first, second = QColor(theme.categories[0]), QColor(theme.categories[1])
    styles = (
        (first, Qt.PenStyle.SolidLine, one),
        (second, Qt.PenStyle.DashLine, other),
        (QColor(theme.text), Qt.PenStyle.DotLine, _tr("one of each")),
    )
    ends = []
    for values, (colour, style, name) in zip(shown.curves, styles, strict=True):
        if not np.isfinite(values).all():
            continue
        line = QPolygonF([QPointF(layer_x(area, row, rows), y(float(value))) for row, value in enumerate(values)])
        painter.setPen(QPen(colour, max(em * 0.16, 1.6), style))
        painter.drawPolyline(line)
        ends.append((y(float(values[-1])), name, colour))
    _draw_ends(brush, ends, area, room)
    axis = QRectF(area.left(), area.bottom() + em * 0.15, area.width(), em * 1.1)
    brush.write(axis, LEFT, _tr("input"), 0.75, theme.muted)
    brush.write(axis, RIGHT, f"L{rows - 2}", 0.75, theme.muted)
    if min(x - area.left() - em * 2, area.right() - x - em * 2) > em * 1.5:
        brush.write(QRectF(x - em * 2, axis.top(), em * 4, axis.height()), CENTRE, f"L{layer}", 0.75, theme.accent)


def _pairs(words: tuple[str, str], brush: Brush, room: float) -> tuple[str, str]:
    """The names of the lines for two occurrences of each word, shorter where there is no room."""
    metrics = QFontMetricsF(brush.font_of(0.78, False))
    one, other = (_tr("two “{word}”").format(word=word) for word in words)
    if max(metrics.horizontalAdvance(one), metrics.horizontalAdvance(other)) <= room - brush.em * 0.5:
        return one, other
    return f"“{words[0]}”", f"“{words[1]}”"


def _draw_ends(brush: Brush, ends: list[tuple[float, str, QColor]], area: QRectF, room: float) -> None:
    """Names of the lines right of their ends, pushed apart where they would touch."""
    em, last = brush.em, -1e9
    for at, name, colour in sorted(ends, key=lambda end: end[0]):
        last = max(at, last + em * 1.0)
        box = QRectF(area.right() + em * 0.4, last - em * 0.6, room - em * 0.5, em * 1.2)
        text = QFontMetricsF(brush.font_of(0.78, False)).elidedText(name, Qt.TextElideMode.ElideRight, box.width())
        brush.write(box, LEFT, text, 0.78, colour.name())


# -- paths -------------------------------------------------------------------------------------------------------


def draw_map_path(
    brush: Brush, path: MapPath, found: HelloByeFound, texts: tuple[str, ...], square: QRectF, lit: frozenset[int]
) -> None:
    """The vocabulary as a haze, the sequence's places on it, and the way between them."""
    painter, theme = brush.painter, brush.theme
    painter.fillRect(square, QColor(theme.ground))
    dense = np.asarray(np.log1p(path.ground[::-1]), dtype=np.float32)
    faint = (theme.ground, mixed(theme.ground, theme.muted, 0.75).name())
    painter.drawImage(square, image_of(dense, Colouring(faint, theme.ground, float(dense.max(initial=1e-6)))))
    left, bottom, width, height = path.frame
    spots = [
        QPointF(
            square.left() + (float(x) - left) / width * square.width(),
            square.bottom() - (float(y) - bottom) / height * square.height(),
        )
        if np.isfinite(x)
        else None
        for x, y in path.points
    ]
    _draw_path(brush, spots, found, texts, square, lit, one_label_a_place=True)


def draw_plane_path(
    brush: Brush, path: PlanePath, found: HelloByeFound, texts: tuple[str, ...], square: QRectF, lit: frozenset[int]
) -> None:
    """The states' own plane: one point a token, the way between them."""
    painter, theme = brush.painter, brush.theme
    painter.fillRect(square, QColor(theme.ground))
    there = np.isfinite(path.points[:, 0])
    if not there.any():
        return
    centre = (path.points[there].max(axis=0) + path.points[there].min(axis=0)) / 2
    half = max(float(np.abs(path.points[there] - centre).max()), 1e-6) * 1.2
    spots = [
        QPointF(
            square.center().x() + (float(x) - float(centre[0])) / half * square.width() / 2,
            square.center().y() - (float(y) - float(centre[1])) / half * square.height() / 2,
        )
        if np.isfinite(x)
        else None
        for x, y in path.points
    ]
    _draw_path(brush, spots, found, texts, square, lit, one_label_a_place=False)


def _draw_path(
    brush: Brush, spots: list[QPointF | None], found: HelloByeFound, texts: tuple[str, ...],
    square: QRectF, lit: frozenset[int], one_label_a_place: bool,
) -> None:  # fmt: skip
    painter, theme, em = brush.painter, brush.theme, brush.em
    painter.save()
    painter.setClipRect(square)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for at in range(1, len(spots)):
        before, here = spots[at - 1], spots[at]
        if before is None or here is None:
            continue
        is_switch = at == found.switch
        pen = QPen(QColor(theme.accent if is_switch else theme.path), em * (0.2 if is_switch else 0.09))
        painter.setPen(pen)
        painter.drawLine(before, here)
        if is_switch:
            _draw_arrow(painter, before, here, em)
    named: list[QRectF] = []
    for at, spot in enumerate(spots):
        if spot is None:
            continue
        size = em * (0.42 if at in lit else 0.26)
        painter.setPen(QPen(QColor(theme.accent if at in lit else theme.ground), 1.4))
        painter.setBrush(word_colour(found, at, theme))
        if found.second_words[at]:
            painter.drawRect(QRectF(spot.x() - size, spot.y() - size, 2 * size, 2 * size))
        else:
            painter.drawEllipse(spot, size, size)
    for at in _labelled(found, spots, lit, one_label_a_place):
        spot = spots[at]
        if spot is not None:
            _draw_name(brush, f"{texts[at]}" if one_label_a_place else f"{at} {texts[at]}", spot, square, named)
    painter.restore()
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(square)


def _labelled(
    found: HelloByeFound, spots: list[QPointF | None], lit: frozenset[int], one_label_a_place: bool
) -> list[int]:
    """Positions with a name: pointed at, the switch, the ends; on the map one for each token there is."""
    n = len(spots)
    if one_label_a_place:
        ids = found.token_ids.tolist()
        wanted = [ids.index(token) for token in dict.fromkeys((*(ids[at] for at in sorted(lit)), *ids))]
    else:
        wanted = [*sorted(lit), found.switch - 1, found.switch, 1, n - 1]
    return [at for at in dict.fromkeys(wanted) if 0 <= at < n]


def _draw_arrow(painter: QPainter, start: QPointF, end: QPointF, em: float) -> None:
    """A head half-way along the step."""
    dx, dy = end.x() - start.x(), end.y() - start.y()
    length = float(np.hypot(dx, dy))
    if length < em * 1.2:
        return
    ux, uy = dx / length, dy / length
    tip = QPointF(start.x() + dx * 0.55, start.y() + dy * 0.55)
    back, side = em * 0.7, em * 0.4
    foot = QPointF(tip.x() - ux * back, tip.y() - uy * back)
    painter.setBrush(painter.pen().color())
    painter.drawPolygon(
        QPolygonF([tip, QPointF(foot.x() - uy * side, foot.y() + ux * side),
                   QPointF(foot.x() + uy * side, foot.y() - ux * side)])
    )  # fmt: skip


def _draw_name(brush: Brush, text: str, spot: QPointF, square: QRectF, taken: list[QRectF]) -> None:
    """A name beside its point, where it covers no other; left out where there is no such place."""
    em, font = brush.em, brush.font_of(0.82, True)
    metrics = QFontMetricsF(font)
    wide, high = metrics.horizontalAdvance(text) + em * 0.3, metrics.height()
    for dx, dy in ((0.5, -0.5), (-0.5, -0.5), (0.5, 0.6), (-0.5, 0.6), (0.0, -1.1), (0.0, 1.1)):
        left = spot.x() + dx * em - (wide if dx < 0 else wide / 2 if dx == 0 else 0)
        box = QRectF(left, spot.y() + dy * em - high / 2, wide, high)
        if square.contains(box) and not any(box.intersects(other) for other in taken):
            taken.append(box)
            ground = QColor(brush.theme.ground)
            ground.setAlpha(190)
            brush.painter.fillRect(box, ground)
            brush.painter.setFont(font)
            brush.painter.setPen(QColor(brush.theme.text))
            brush.painter.drawText(box, CENTRE, text)
            return
