"""Paints what is written over the map: labels, leader lines, the current point's ring, statement, legend, hover label.

It paints with any QPainter in logical pixels, on the transparent widget over the canvas as well as into a figure, and
tells beforehand which boxes statement and legend take, so that labels keep away from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPen, QPolygonF

from viz.map import words
from viz.map.camera import Camera, project
from viz.map.colouring import Colouring, category_colours
from viz.map.frame import MapFrame
from viz.map.label_layout import Box
from viz.map.labels import Composer, Composition, Label
from viz.map.moves import draw_move
from viz.map.text import Style, TextPainter, rounded
from viz.theme import Theme, along

MARGIN = 14.0


@dataclass(frozen=True)
class Pointing:
    """What the pointer does: hovers over something, or draws a box or a lasso."""

    lines: tuple[str, ...] = ()
    x: float = 0.0
    y: float = 0.0
    outline: tuple[tuple[float, float], ...] = ()
    share: float = 1.0  # of the points that are drawn, less than all while a slow renderer moves


class Overlay:
    """Composes and paints. One for each view; it keeps the text's pixmaps."""

    def __init__(self) -> None:
        self.text = TextPainter()
        self.composer = Composer(self.text)

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
    ) -> Composition:
        """Where the labels stand; `covered` boxes lie under something else."""
        taken = [
            *covered,
            *self.statement_boxes(frame, theme, width, size),
            *self.legend_boxes(frame, theme, width, height, size),
        ]
        return self.composer.compose(frame, theme, camera, width, height, size, taken, hasty)

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
            self._legend(painter, frame, theme, width, height, size)
            self._current_ring(painter, frame, theme, camera, width, height, size, pulse)
            if frame.move is not None:
                draw_move(painter, self.text, frame.move, theme, camera, width, height, size)
            for label in composition.labels:
                self._label(painter, label, theme)
        else:
            style, text = Style(18 * size, theme.muted, theme.ground), words.why_empty(frame)
            box = self.text.size(text, style)
            self.text.draw(painter, QPointF((width - box.width()) / 2, (height - box.height()) / 2), text, style)
        self._statement(painter, frame, theme, width, size)
        if pointing is not None:
            self._sampled(painter, pointing, theme, width, height, size)
            self._outline(painter, pointing, theme)
            self._hover(painter, pointing, theme, width, height, size)

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
        if label.kind in ("fan", "current"):
            pad = 5.0
            border = label.style.colour if label.kind == "current" or label.chosen else None
            rounded(painter, QRectF(left, top, right - left, bottom - top), theme.ground, 0.72, border)
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

    # -- statement -----------------------------------------------------------------------------------------------

    def _statement_styles(self, theme: Theme, size: float) -> tuple[Style, Style]:
        return Style(13 * size, theme.text, theme.ground, True), Style(12 * size, theme.muted, theme.ground)

    def statement_lines(self, frame: MapFrame, theme: Theme, width: float, size: float) -> list[tuple[str, Style, Box]]:
        """The statement, broken into lines that leave the right third of the view free."""
        made: list[tuple[str, Style, Box]] = []
        top = MARGIN
        for i, sentence in enumerate(words.statement(frame)):
            style = self._statement_styles(theme, size)[min(i, 1)]
            for line in self._wrapped(sentence, style, max(0.66 * width - MARGIN, 160.0)):
                box = self.text.size(line, style)
                made.append((line, style, (MARGIN, top, MARGIN + box.width(), top + box.height())))
                top += box.height() + 2
        return made

    def statement_boxes(self, frame: MapFrame, theme: Theme, width: float, size: float) -> list[Box]:
        """The boxes the statement's lines take."""
        return [box for _, _, box in self.statement_lines(frame, theme, width, size)]

    def _wrapped(self, sentence: str, style: Style, width: float) -> list[str]:
        lines = [""]
        for word in sentence.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.text.size(longer, style).width() > width:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    def _statement(self, painter: QPainter, frame: MapFrame, theme: Theme, width: float, size: float) -> None:
        for line, style, box in self.statement_lines(frame, theme, width, size):
            self.text.draw(painter, QPointF(box[0], box[1]), line, style)

    # -- legend --------------------------------------------------------------------------------------------------

    def legend_boxes(self, frame: MapFrame, theme: Theme, width: float, height: float, size: float) -> list[Box]:
        """The box the legend takes, at the lower left."""
        if frame.colours is None:
            return []
        tall = self._legend_height(frame.colours, size)
        return [
            (
                MARGIN - 4,
                height - MARGIN - tall,
                MARGIN + self._legend_width(frame.colours, theme, size),
                height - MARGIN + 4,
            )
        ]

    def _shown_names(self, by: Colouring) -> list[int]:
        return list(range(min(len(by.names), 12)))

    def _legend_height(self, by: Colouring, size: float) -> float:
        rows = len(self._shown_names(by)) if by.codes is not None else 2
        return (rows + 1) * 17.0 * size

    def _legend_width(self, by: Colouring, theme: Theme, size: float) -> float:
        _, small = self._statement_styles(theme, size)
        texts = [words.colour_title(by)]
        if by.codes is not None:
            texts += [words.category_name(by, i) for i in self._shown_names(by)]
        widest = max(float(self.text.size(text, small).width()) for text in texts)
        return max(160.0 * size, widest + 18.0 * size)

    def _legend(
        self, painter: QPainter, frame: MapFrame, theme: Theme, width: float, height: float, size: float
    ) -> None:
        by = frame.colours
        if by is None:
            return
        _, small = self._statement_styles(theme, size)
        left, top, right, bottom = self.legend_boxes(frame, theme, width, height, size)[0]
        rounded(painter, QRectF(left - 4, top - 4, right - left + 8, bottom - top + 8), theme.ground, 0.45)
        head = Style(12 * size, theme.text, theme.ground, True)
        self.text.draw(painter, QPointF(MARGIN, top), words.colour_title(by), head)
        if by.codes is not None:
            self._swatches(painter, by, theme, top + 18.0 * size, small, size)
        else:
            self._ramp(painter, by, theme, top + 20.0 * size, small, size)

    def _swatches(self, painter: QPainter, by: Colouring, theme: Theme, top: float, style: Style, size: float) -> None:
        colours = category_colours(theme, len(by.names))
        for row, i in enumerate(self._shown_names(by)):
            y = top + row * 17.0 * size
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor.fromRgbF(*(float(v) for v in colours[i])))
            painter.drawEllipse(QRectF(MARGIN, y + 3.5 * size, 9 * size, 9 * size))
            name = words.category_name(by, i)
            if row == 11 and len(by.names) > 12:
                name += " …"
            self.text.draw(painter, QPointF(MARGIN + 15 * size, y), name, style)

    def _ramp(self, painter: QPainter, by: Colouring, theme: Theme, top: float, style: Style, size: float) -> None:
        width = 150.0 * size
        gradient = QLinearGradient(MARGIN, 0, MARGIN + width, 0)
        for part, colour in zip(
            np.linspace(0, 1, 9), along(theme.ramp, np.linspace(0.22, 1, 9, dtype=np.float32)), strict=True
        ):
            gradient.setColorAt(float(part), QColor.fromRgbF(*(float(v) for v in colour)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(QRectF(MARGIN, top, width, 8 * size), 2, 2)
        low, high = words.ends(by)
        self.text.draw(painter, QPointF(MARGIN, top + 10 * size), low, style)
        end = self.text.size(high, style).width()
        self.text.draw(painter, QPointF(MARGIN + width - end, top + 10 * size), high, style)

    # -- pointer -------------------------------------------------------------------------------------------------

    def _outline(self, painter: QPainter, pointing: Pointing, theme: Theme) -> None:
        if len(pointing.outline) < 2:
            return
        fill = QColor(theme.accent)
        fill.setAlphaF(0.12)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(theme.accent), 1.4, Qt.PenStyle.DashLine))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in pointing.outline]))

    def _hover(
        self, painter: QPainter, pointing: Pointing, theme: Theme, width: float, height: float, size: float
    ) -> None:
        if not pointing.lines:
            return
        styles = [Style(15 * size, theme.text, None, True)] + [Style(12 * size, theme.muted, None)] * 5
        sizes = [self.text.size(line, style) for line, style in zip(pointing.lines, styles, strict=False)]
        wide = max(s.width() for s in sizes) + 18
        tall = sum(s.height() + 1 for s in sizes) + 12
        left = pointing.x + 16 if pointing.x + 16 + wide < width else max(2.0, pointing.x - 12 - wide)
        top = min(max(2.0, pointing.y + 14), max(2.0, height - tall - 2))
        rounded(painter, QRectF(left, top, wide, tall), theme.raised, 0.95, theme.border)
        y = top + 5
        for line, style, box in zip(pointing.lines, styles, sizes, strict=False):
            self.text.draw(painter, QPointF(left + 9, y), line, style)
            y += box.height() + 1
