"""The legend of further paths, with the dash and the mark of each, and the rings of a bundle's spread.

It stands at the lower right of the map and gives way where there is no room; what is not on the map says why. A click
on a line singles its path out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viz.camera import Camera, project
from viz.map.data.frame import MapFrame
from viz.map.data.further import FurtherBundle, FurtherPath
from viz.map.paint import path_words
from viz.map.paint.label_layout import Box
from viz.map.paint.path_styles import THROUGH, PathStyle, style_of
from viz.map.paint.paths import strength
from viz.map.paint.text import PLATE, Style, TextPainter, rounded
from viz.shown_paths import Name, name_of
from viz.theme import Theme

MARGIN, ROW, SAMPLE = 14.0, 19.0, 46.0  # logical pixels; of a line's picture
WIDEST, TALLEST = 0.42, 0.5  # of the view
NARROWEST = 60.0  # logical pixels of names, below which they would say nothing
LOWEST = 22.0  # kept free for what is said at the lower edge while the map moves
N_RINGS = 3  # of a bundle: after the first token, halfway and at the end


@dataclass(frozen=True)
class Row:
    """One line of the legend. `why` stands behind its name."""

    name: Name | None  # None: the run's own path
    text: str
    style: PathStyle
    top: float
    faint: bool
    is_bundle: bool


@dataclass(frozen=True)
class LegendPlan:
    """Where it stands, in logical pixels; nothing where there is no room."""

    rows: tuple[Row, ...] = ()
    plate: Box | None = None


class PathLegend:
    """Plans and paints it; the last plan is remembered."""

    def __init__(self, text: TextPainter) -> None:
        self.text = text
        self._key: tuple[object, ...] = ()
        self._plan = LegendPlan()

    def plan(
        self, frame: MapFrame, theme: Theme, width: float, height: float, size: float, taken: Sequence[Box] = ()
    ) -> LegendPlan:
        """Where it stands in a view of this size, beside the boxes that are `taken`."""
        has = len(frame.path) > 0, frame.layout is None
        key = (frame.further, frame.single, theme, width, height, size, *has, tuple(taken))
        if len(key) != len(self._key) or any(
            a is not b and (a is frame.further or a != b) for a, b in zip(key, self._key, strict=True)
        ):
            self._key, self._plan = key, self._planned(frame, theme, width, height, size, taken)
        return self._plan

    def boxes(
        self, frame: MapFrame, theme: Theme, width: float, height: float, size: float, taken: Sequence[Box] = ()
    ) -> Sequence[Box]:
        """What labels keep away from."""
        plate = self.plan(frame, theme, width, height, size, taken).plate
        return [] if plate is None else [plate]

    def name_at(self, x: float, y: float) -> Name | None:
        """The path or bundle whose line of the legend planned last is at a pixel."""
        plan = self._plan
        if plan.plate is None or not (plan.plate[0] <= x <= plan.plate[2]):
            return None
        tall = (plan.plate[3] - plan.plate[1] - 8.0) / max(len(plan.rows), 1)
        return next((row.name for row in plan.rows if row.top <= y < row.top + tall), None)

    def _planned(
        self, frame: MapFrame, theme: Theme, width: float, height: float, size: float, taken: Sequence[Box]
    ) -> LegendPlan:
        further = frame.further
        if not len(further) or frame.layout is None:
            return LegendPlan()
        shown: list[FurtherPath | FurtherBundle] = [*further.paths, *further.bundles]
        own = [path_words.own_name(frame)] if len(frame.path) else []
        style = Style(12 * size, theme.text, theme.ground)
        room = WIDEST * width - (SAMPLE + 24) * size
        if int(TALLEST * height / (ROW * size)) < len(own) + len(shown) or room < NARROWEST * size:
            return LegendPlan()
        texts = [self._fitting(text, style, room) for text in (*own, *(_text(frame, each) for each in shown))]
        wide = max(float(self.text.size(text, style).width()) for text in texts) + (SAMPLE + 10) * size
        tall = len(texts) * ROW * size
        left = width - MARGIN - wide - 7.0
        top = _above(taken, left, height - MARGIN - LOWEST - tall, tall)
        if top < 4.0:
            return LegendPlan()
        looks: list[tuple[Name | None, PathStyle, bool]] = [
            (None, PathStyle(theme.path, 1.0, THROUGH, False), False)
        ] * len(own)
        looks += [(name_of(each.shown), style_of(each.shown, theme), isinstance(each, FurtherBundle)) for each in shown]
        single = frame.single
        rows = [
            Row(name, text, look, top + i * ROW * size, single is not None and name not in (None, single.name), many)
            for i, ((name, look, many), text) in enumerate(zip(looks, texts, strict=True))
        ]
        return LegendPlan(tuple(rows), (left, top - 4.0, width - MARGIN + 4.0, top + tall + 4.0))

    def _fitting(self, text: str, style: Style, room: float) -> str:
        """As much of a text as there is room for."""
        while len(text) > 8 and self.text.size(text, style).width() > room:
            text = f"{text[: max(8, int(len(text) * 0.92)) - 1].rstrip('… ')}…"
        return text

    def paint(
        self, painter: QPainter, frame: MapFrame, theme: Theme, width: float, height: float, size: float,
        taken: Sequence[Box] = (),
    ) -> None:  # fmt: skip
        """Paint it."""
        plan = self.plan(frame, theme, width, height, size, taken)
        if plan.plate is None:
            return
        left, top, right, bottom = plan.plate
        rounded(painter, QRectF(left, top, right - left, bottom - top), theme.ground, PLATE)
        for row in plan.rows:
            colour = theme.muted if row.faint else theme.text
            self.text.draw(
                painter, QPointF(left + (SAMPLE + 12) * size, row.top), row.text, Style(12 * size, colour, theme.ground)
            )
            _line_of(painter, row, left + 7.0, row.top + 0.45 * ROW * size, SAMPLE * size)


def _above(taken: Sequence[Box], left: float, top: float, tall: float) -> float:
    """Where a plate at the right edge begins so that it stands on what is taken below it; under 0 without room."""
    while met := [box for box in taken if box[2] > left and box[1] < top + tall + 4.0 and box[3] > top - 4.0]:
        top = min(box[1] for box in met) - tall - 8.0
    return top


def _text(frame: MapFrame, each: FurtherPath | FurtherBundle) -> str:
    name = path_words.named(each.shown, frame.n_layers)
    why = path_words.why_in_words(each.why)
    return f"{name} – {why}" if why else name


def _line_of(painter: QPainter, row: Row, left: float, y: float, wide: float) -> None:
    """The dash of a path with its mark, or the thin and broad lines of a bundle."""
    colour = QColor(row.style.colour)
    if row.faint:
        colour.setAlphaF(0.45)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for offset, thick in ((-3.5, 1.1), (3.5, 1.1), (0.0, 3.6)) if row.is_bundle else ((0.0, 2.6),):
        painter.setPen(QPen(colour, thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        for low, high in _strokes(row.style, wide):
            painter.drawLine(QPointF(left + low, y + offset), QPointF(left + high, y + offset))
    if row.is_bundle:
        return
    painter.setPen(QPen(colour, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush if row.style.rings else colour)
    painter.drawEllipse(QPointF(left + wide / 2, y), 4.0, 4.0)


def _strokes(style: PathStyle, wide: float) -> list[tuple[float, float]]:
    """(from, to) of the strokes of a dash over so many pixels."""
    if style.strokes == THROUGH:
        return [(0.0, wide)]
    starts = np.arange(0.0, wide, style.pen_period)
    found = [(float(at) + low, min(float(at) + high, wide)) for at in starts for low, high in style.pen]
    return [(low, high) for low, high in found if low < high]


def paint_rings(painter: QPainter, frame: MapFrame, theme: Theme, camera: Camera, width: float, height: float) -> None:
    """Rings around some steps of each bundle's mean, as wide as its samples lie apart there."""
    right, matrix = camera.basis()[0], camera.matrix(width, height)
    for bundle in frame.further.bundles:
        mean, n = bundle.mean, len(bundle.mean)
        if not n:
            continue
        steps = np.unique(np.linspace(0, n - 1, min(n, N_RINGS)).round().astype(int))
        steps = steps[mean.counted[steps] > 1]
        centres, depth = project(matrix, mean.points[steps], width, height)
        edges, _ = project(matrix, mean.points[steps] + right * mean.spread[steps, None], width, height)
        colour = QColor(style_of(bundle.shown, theme).colour)
        dashed = bundle.shown.letter == "B"
        painter.setBrush(Qt.BrushStyle.NoBrush)
        colour.setAlphaF(0.75 * strength(frame.single, bundle.shown.letter))
        painter.setPen(QPen(colour, 1.5, Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine))
        for centre, edge, away in zip(centres, edges, depth, strict=True):
            if away > 0:
                radius = float(np.hypot(*(edge - centre)))
                painter.drawEllipse(QPointF(float(centre[0]), float(centre[1])), radius, radius)
