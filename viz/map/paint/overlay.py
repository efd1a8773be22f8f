"""Paints what is written over the map: labels, leader lines, the current point's ring, statement, hover label.

It paints with any QPainter in logical pixels, on the transparent widget over the canvas as well as into a figure.
Statement and legend (`viz.map.paint.statement`) are planned before the labels, which keep away from them.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from engine.records import F32
from viz.camera import Camera, project
from viz.map.data.frame import MapFrame
from viz.map.data.pointing import Pointing
from viz.map.paint import words
from viz.map.paint.analogy_arrows import draw_analogy
from viz.map.paint.composition import Composition, Label
from viz.map.paint.density_lines import DensityLines
from viz.map.paint.label_layout import Box
from viz.map.paint.labels import Composer
from viz.map.paint.move_arrow import draw_move
from viz.map.paint.path_legend import PathLegend, paint_rings
from viz.map.paint.statement import MARGIN, StatementWriter
from viz.map.paint.table_fan import draw_table_fan
from viz.map.paint.text import (
    PLATE,
    Style,
    TextPainter,
    marked,
    room_scale,
    rounded,
    wrapped,
)
from viz.theme import Theme

SENTENCE_WIDE = 380.0  # logical pixels of a sentence in the hover label, at normal text size


class Overlay:
    """Composes and paints. One for each view; it keeps the text's pixmaps."""

    def __init__(self) -> None:
        self.text = TextPainter()
        self.composer = Composer(self.text)
        self.statement = StatementWriter(self.text)
        self.density = DensityLines()
        self.paths = PathLegend(self.text)

    def compose(
        self,
        frame: MapFrame,
        theme: Theme,
        camera: Camera,
        width: float,
        height: float,
        size: float,
        covered: Sequence[Box] = (),
        hasty: bool = False,
        moving: bool = False,
    ) -> Composition:
        """Where the labels stand; `covered` boxes lie under something else."""
        said = frame.at_rest or frame  # words are of where points go: only places change on the way
        written = self.statement.plan(said, theme, width, height, size).boxes
        taken = [*covered, *written, *self.paths.boxes(said, theme, width, height, size, written)]
        room = room_scale(width, height)
        return self.composer.compose(frame, theme, camera, width, height, size * room, taken, hasty, moving)

    def paint(
        self,
        painter: QPainter,
        frame: MapFrame,
        theme: Theme,
        camera: Camera,
        composition: Composition,
        width: float,
        height: float,
        size: float,
        pointing: Pointing | None = None,
        pulse: float = 0.0,
    ) -> None:
        """Paint everything in logical pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if frame.layout is not None:
            room = room_scale(width, height)
            if frame.settings.density:
                matrix = camera.matrix(width, height)
                self.density.paint(painter, self.text, frame, theme, matrix, width, height, size * room)
            self._current_ring(painter, frame, theme, camera, width, height, size * room, pulse)
            paint_rings(painter, frame, theme, camera, width, height)
            if frame.move is not None:
                draw_move(painter, self.text, frame.move, theme, camera, width, height, size)
            for label in composition.labels:
                self._label(painter, label, theme)
            if frame.analogy is not None:
                draw_analogy(painter, self.text, frame.analogy, theme, camera, width, height, size * room)
            if frame.table_rays is not None:
                names = [QRectF(QPointF(*label.box[:2]), QPointF(*label.box[2:])) for label in composition.labels]
                draw_table_fan(painter, self.text, frame.table_rays, theme, camera, width, height, size * room, names)
        else:
            self._why_empty(painter, frame, theme, width, height, size)
        said = frame.at_rest or frame
        plan = self.statement.plan(said, theme, width, height, size)
        self.statement.paint(painter, said, plan, theme, size)
        self.paths.paint(painter, said, theme, width, height, size, plan.boxes)
        if pointing is not None:
            self._sampled(painter, pointing, theme, width, height, size)
            self._outline(painter, pointing, theme)
            if pointing.trail is not None:
                self._trail(painter, pointing.trail, theme, camera.matrix(width, height), width, height)
            self._hover(painter, pointing, theme, width, height, size)

    def _why_empty(
        self, painter: QPainter, frame: MapFrame, theme: Theme, width: float, height: float, size: float
    ) -> None:
        """Say in the middle why there is no map, in as many lines as that takes."""
        style = Style(18 * size * room_scale(width, height), theme.muted, theme.ground)
        lines = wrapped(self.text, words.why_empty(frame), style, width - 2 * MARGIN)
        tall = self.text.size(lines[0], style).height() * 1.2
        for i, line in enumerate(lines):
            left = (width - self.text.size(line, style).width()) / 2
            self.text.draw(painter, QPointF(left, (height - tall * len(lines)) / 2 + i * tall), line, style)

    def _sampled(
        self, painter: QPainter, pointing: Pointing, theme: Theme, width: float, height: float, size: float
    ) -> None:
        """Say so where not every point is drawn."""
        if pointing.share < 1.0:
            style, text = Style(12 * size, theme.muted, theme.ground), words.sampled(pointing.share)
            box = self.text.size(text, style)
            at = QPointF(width - box.width() - MARGIN, height - box.height() - MARGIN)
            self.text.draw(painter, at, text, style)

    # -- labels --------------------------------------------------------------------------------------------------

    def _label(self, painter: QPainter, label: Label, theme: Theme) -> None:
        left, top, right, bottom = label.box
        if label.leader:
            x = min(max(label.anchor[0], left), right)
            y = min(max(label.anchor[1], top), bottom)
            colour = QColor(label.style.colour)
            colour.setAlphaF(0.55)
            painter.setPen(QPen(colour, 1.0))
            painter.drawLine(QPointF(*label.anchor), QPointF(x, y))
        pad = 0.0
        if label.kind in ("fan", "ahead", "current"):
            pad = 5.0
            border = label.style.colour if label.kind == "current" or label.chosen else None
            rounded(painter, QRectF(left, top, right - left, bottom - top), theme.ground, PLATE, border)
            if not label.detail:
                pad = (right - left - self.text.size(label.text, label.style).width()) / 2
        at = QPointF(left + pad, top + 1.0 if pad else top)
        self.text.draw(painter, at, label.text, label.style)
        if label.detail:
            whole = self.text.size(f"{label.text}  {label.detail}", label.style).width()
            detail = Style(label.style.pixels, theme.text, theme.ground, False)
            right_aligned = left + pad + whole - self.text.size(label.detail, detail).width()
            self.text.draw(painter, QPointF(right_aligned, top + 1.0), label.detail, detail)

    def _current_ring(
        self, painter: QPainter, frame: MapFrame, theme: Theme, camera: Camera, width: float, height: float,
        size: float, pulse: float,
    ) -> None:  # fmt: skip
        if frame.current < 0:
            return
        matrix = camera.matrix(width, height)
        pixels, depth = project(matrix, frame.path.points[frame.current : frame.current + 1], width, height)
        if depth[0] <= 0:
            return
        centre = QPointF(float(pixels[0, 0]), float(pixels[0, 1]))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius, thick, strength in (
            (13.0 + 10.0 * pulse, 2.6, 1.0 - 0.6 * pulse),
            (20.0 + 22.0 * pulse, 1.3, 0.5 * (1 - pulse)),
        ):
            colour = QColor(theme.accent)
            colour.setAlphaF(max(0.0, strength))
            painter.setPen(QPen(colour, thick * size))
            painter.drawEllipse(centre, radius * size, radius * size)

    # -- pointer -------------------------------------------------------------------------------------------------

    def _outline(self, painter: QPainter, pointing: Pointing, theme: Theme) -> None:
        if len(pointing.outline) < 2:
            return
        fill = QColor(theme.accent)
        fill.setAlphaF(0.12)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(theme.accent), 1.4, Qt.PenStyle.DashLine))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in pointing.outline]))

    def _trail(self, painter: QPainter, trail: F32, theme: Theme, matrix: F32, width: float, height: float) -> None:
        """The continuation pointed at, among all others."""
        pixels, depth = project(matrix, trail, width, height)
        points = [QPointF(float(x), float(y)) for (x, y), away in zip(pixels, depth, strict=True) if away > 0]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in ((theme.ground, 5.0), (theme.text, 2.4)):
            painter.setPen(QPen(QColor(colour), wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(QPolygonF(points))
        for point in points[1:]:
            painter.drawEllipse(point, 6.0, 6.0)

    def _hover(
        self, painter: QPainter, pointing: Pointing, theme: Theme, width: float, height: float, size: float
    ) -> None:
        if not pointing.lines:
            return
        styles = [Style(15 * size, theme.text, None, True)] + [Style(12 * size, theme.muted, None)] * 8
        sizes = [self.text.size(line, style) for line, style in zip(pointing.lines, styles, strict=False)]
        sentence = None
        if pointing.sentence is not None:
            room = min(SENTENCE_WIDE * size, width - 40.0)
            sentence = marked(pointing.sentence, Style(13 * size, theme.text), theme.accent, room)
            sizes.append(sentence.boundingRect().size())
        wide = max(s.width() for s in sizes) + 18
        tall = sum(s.height() + 1 for s in sizes) + (18 if sentence is not None else 12)
        edge = min(width, pointing.right)
        left = pointing.x + 16 if pointing.x + 16 + wide < edge else max(2.0, min(pointing.x - 12, edge) - wide)
        top = min(max(2.0, pointing.y + 14), max(2.0, height - tall - 2))
        rounded(painter, QRectF(left, top, wide, tall), theme.raised, 0.95, theme.border)
        y = top + 5
        for line, style, box in zip(pointing.lines, styles, sizes, strict=False):
            self.text.draw(painter, QPointF(left + 9, y), line, style)
            y += box.height() + 1
        if sentence is not None:
            painter.setPen(QColor(theme.text))
            sentence.draw(painter, QPointF(left + 9, y + 4))
