"""Statement and legend of the map: what is shown and how faithful it is, and what the colours mean.

Both give way in a small view: the statement says only what must always stand there, and the legend's column becomes
lines along the lower edge, so that neither lies on the other and the map is still to be seen.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from viz.map.data.along import DIRECTION
from viz.map.data.colouring import legend_colours, scale_of
from viz.map.data.frame import MapFrame
from viz.map.paint import colour_words, line_legend, words
from viz.map.paint.form_swatch import draw_form
from viz.map.paint.label_layout import Box
from viz.map.paint.line_legend import LineLegend
from viz.map.paint.text import (
    PLATE,
    Style,
    TextPainter,
    rounded,
    wrapped,
)
from viz.theme import Theme, along
from viz.visuals.forms import form_of

MARGIN = 14.0
NARROW = 560.0  # logical pixels, below which the statement takes the view's whole width
MOST_NAMES = 12  # categories a legend names
STATEMENT_SHARE, COLUMN_SHARE, LINES_SHARE = 0.2, 0.6, 0.27  # of the view's height, at most
ROW = 17.0  # pixels from one line of the legend to the next
SWATCH = 15.0  # pixels from a swatch's left edge to its name


@dataclass(frozen=True)
class Line:
    """A piece of text with its upper left corner; `category` has a swatch before it where it is not -1."""

    text: str
    style: Style
    x: float
    y: float
    category: int = -1


@dataclass(frozen=True)
class StatementPlan:
    """Where statement and legend stand in a view of one size."""

    statement: tuple[Line, ...]
    legend: tuple[Line, ...]
    ramp: Box | None  # of a legend of numbers
    plate: Box | None  # behind the legend
    path_legend: tuple[Line, ...]  # what the path's colours mean, where they mean a number
    path_ramp: Box | None
    path_plate: Box | None
    lines_legend: LineLegend | None  # of the lines to neighbours
    boxes: tuple[Box, ...]  # that labels keep away from


class StatementWriter:
    """Plans and paints them. It remembers the last plan, which a turning map asks for in each picture."""

    def __init__(self, text: TextPainter) -> None:
        self.text = text
        self._key: tuple[object, ...] = ()
        self._frame: MapFrame | None = None
        self._plan = StatementPlan((), (), None, None, (), None, None, None, ())

    def plan(self, frame: MapFrame, theme: Theme, width: float, height: float, size: float) -> StatementPlan:
        """Where they stand in a view of this size in logical pixels; `size` scales the text."""
        key = (theme, width, height, size)
        if frame is not self._frame or key != self._key:
            self._frame, self._key = frame, key
            self._plan = self._planned(frame, theme, width, height, size)
        return self._plan

    def paint(self, painter: QPainter, frame: MapFrame, plan: StatementPlan, theme: Theme, size: float) -> None:
        """Paint a plan made for the same frame, theme and size."""
        by = frame.colours
        if plan.plate is not None and by is not None:
            left, top, right, bottom = plan.plate
            rounded(painter, QRectF(left, top, right - left, bottom - top), theme.ground, PLATE)
            colours = legend_colours(theme, by.by, len(by.names))
            for line in plan.legend:
                if line.category >= 0:
                    colour = QColor.fromRgbF(*(float(v) for v in colours[line.category]))
                    box = QRectF(line.x, line.y + 3.5 * size, 9 * size, 9 * size)
                    draw_form(painter, box, form_of(line.category, len(by.names)), colour)
                indent = SWATCH * size if line.category >= 0 else 0.0
                self.text.draw(painter, QPointF(line.x + indent, line.y), line.text, line.style)
            if plan.ramp is not None:
                _ramp(painter, plan.ramp, theme, by.by)
        if plan.path_plate is not None and plan.path_ramp is not None:
            left, top, right, bottom = plan.path_plate
            rounded(painter, QRectF(left, top, right - left, bottom - top), theme.ground, PLATE)
            for line in plan.path_legend:
                self.text.draw(painter, QPointF(line.x, line.y), line.text, line.style)
            _ramp(painter, plan.path_ramp, theme)
        if plan.lines_legend is not None:
            small = self._legend_styles(theme, size)[1]
            line_legend.paint(painter, self.text, plan.lines_legend, small, theme, size)
        if frame.layout is not None:
            _, _, right, bottom = plan.boxes[0]
            left, top = MARGIN - 7.0, MARGIN - 5.0
            rounded(painter, QRectF(left, top, right - left, bottom - top), theme.ground, PLATE)
        for line in plan.statement:
            self.text.draw(painter, QPointF(line.x, line.y), line.text, line.style)

    def category_at(self, x: float, y: float) -> int:
        """The category that the legend planned last names at a pixel, else -1."""
        for line in self._plan.legend:
            left, top, right, bottom = self._box(line)
            swatch = SWATCH * float(line.style.pixels) / 12
            if line.category >= 0 and left <= x <= right + swatch and top <= y <= bottom:
                return line.category
        return -1

    # -- planning ------------------------------------------------------------------------------------------------

    def _planned(self, frame: MapFrame, theme: Theme, width: float, height: float, size: float) -> StatementPlan:
        statement = self._statement(frame, theme, width, height, size)
        said = [self._box(line) for line in statement]
        block = (0.0, 0.0, max(box[2] for box in said) + 7.0, said[-1][3] + 5.0)
        under = block[3] + 7.0
        legend = self._legend(frame, theme, width, height, size, under)
        if frame.layout is None:
            return StatementPlan(tuple(statement), (), None, None, (), None, None, None, (block,))
        lines, ramp, plate = legend or ([], None, None)
        of_path = self._path_legend(frame, theme, plate, width, height, under, size)
        top = min((box[1] - 10.0 for box in (plate, of_path[2]) if box is not None), default=height - MARGIN)
        small = self._legend_styles(theme, size)[1]
        joining = line_legend.planned(self.text, frame, small, MARGIN, top, under, width, size)
        plates = (plate, of_path[2], None if joining is None else joining.plate)
        boxes = (block, *(box for box in plates if box is not None))
        return StatementPlan(tuple(statement), tuple(lines), ramp, plate, *of_path, joining, boxes)

    def _path_legend(
        self, frame: MapFrame, theme: Theme, plate: Box | None, width: float, height: float, under: float, size: float
    ) -> tuple[tuple[Line, ...], Box | None, Box | None]:
        """What the path's colours mean: lines, ramp and plate, above the other legend or beside it; nothing where
        there is no room."""
        values = frame.path_values
        if values is None:
            return (), None, None
        texts = words.path_title(values), words.path_ends(values)
        tall = 3 * ROW * size + 4.0
        left, bottom = MARGIN, height - MARGIN if plate is None else plate[1] - 10.0
        if plate is not None and bottom - tall < under:
            left, bottom = plate[2] + MARGIN, height - MARGIN
        lines, ramp, own = self._numbers(*texts, *self._legend_styles(theme, size), left, bottom, size)
        if bottom - tall < under or own[2] > width:
            return (), None, None
        return tuple(lines), ramp, own

    def _legend_styles(self, theme: Theme, size: float) -> tuple[Style, Style]:
        return Style(12 * size, theme.text, theme.ground, True), Style(12 * size, theme.muted, theme.ground)

    def _box(self, line: Line) -> Box:
        box = self.text.size(line.text, line.style)
        return line.x, line.y, line.x + box.width(), line.y + box.height()

    def _statement(self, frame: MapFrame, theme: Theme, width: float, height: float, size: float) -> list[Line]:
        """All that is to be said where it is no more than a part of the view, else what must stand there, in whole
        sentences as far as they fit."""
        wide = width - 2 * MARGIN if width < NARROW else 0.66 * width - MARGIN
        room = max(STATEMENT_SHARE * height, 40.0 * size)
        full, brief = words.statement(frame), words.statement(frame, brief=True)
        for sentences in (full, *(brief[:count] for count in range(len(brief), 0, -1))):
            lines = self._broken(sentences, theme, max(wide, 120.0), size)
            if self._box(lines[-1])[3] - MARGIN <= room:
                return lines
        return [line for line in lines if self._box(line)[3] - MARGIN <= room] or lines[:1]

    def _broken(self, sentences: list[str], theme: Theme, wide: float, size: float) -> list[Line]:
        styles = (Style(13 * size, theme.text, theme.ground, True), Style(12 * size, theme.muted, theme.ground))
        made: list[Line] = []
        top = MARGIN
        for i, sentence in enumerate(sentences):
            style = styles[min(i, 1)]
            for text in wrapped(self.text, sentence, style, wide):
                made.append(Line(text, style, MARGIN, top))
                top += float(self.text.size(text, style).height()) + 2
        return made

    def _legend(
        self, frame: MapFrame, theme: Theme, width: float, height: float, size: float, under: float
    ) -> tuple[list[Line], Box | None, Box] | None:
        """The legend's lines, its ramp and the plate behind it, below `under`; None where there is no room for it."""
        by = frame.colours
        if by is None or not frame.says_colours:
            return None
        head, small = self._legend_styles(theme, size)
        room = height - MARGIN - under
        if by.codes is None:
            if 3 * ROW * size > room:
                return None
            title = colour_words.colour_title(by)
            middle = "0" if by.by == DIRECTION else ""
            return self._numbers(title, colour_words.ends(by), head, small, MARGIN, height - MARGIN, size, middle)
        names = [colour_words.category_name(by, i) for i in range(min(len(by.names), MOST_NAMES))]
        if len(by.names) > MOST_NAMES:
            names[-1] += " …"
        tall = (len(names) + 1) * ROW * size
        if tall <= min(room, COLUMN_SHARE * height):
            return self._column(colour_words.colour_title(by), names, head, small, height - MARGIN - tall, size)
        return self._in_lines(colour_words.colour_title(by), names, head, small, width, height, size, room)

    def _numbers(
        self,
        title: str,
        ends: tuple[str, str],
        head: Style,
        small: Style,
        left: float,
        bottom: float,
        size: float,
        middle: str = "",
    ) -> tuple[list[Line], Box | None, Box]:
        """A legend of numbers that begins at `left` and ends at `bottom`."""
        low, high = ends
        wide, top = max(150.0 * size, float(self.text.size(title, head).width())), bottom - 3 * ROW * size
        below = top + 30 * size
        lines = [
            Line(title, head, left, top),
            Line(low, small, left, below),
            Line(high, small, left + wide - float(self.text.size(high, small).width()), below),
        ]
        if middle:
            half = float(self.text.size(middle, small).width()) / 2
            lines.append(Line(middle, small, left + wide / 2 - half, below))
        ramp = (left, top + 20 * size, left + wide, top + 28 * size)
        return lines, ramp, self._plate(lines, left + wide, size)

    def _column(
        self, title: str, names: list[str], head: Style, small: Style, top: float, size: float
    ) -> tuple[list[Line], Box | None, Box]:
        lines = [Line(title, head, MARGIN, top)]
        for i, name in enumerate(names):
            lines.append(Line(name, small, MARGIN, top + (i + 1) * ROW * size, i))
        return lines, None, self._plate(lines, 0.0, size)

    def _in_lines(
        self, title: str, names: list[str], head: Style, small: Style, width: float, height: float, size: float,
        room: float,
    ) -> tuple[list[Line], Box | None, Box] | None:  # fmt: skip
        """Title and names one after the other, in as many lines as they need along the lower edge."""
        x, row = MARGIN, 0
        placed: list[tuple[str, Style, float, int, int]] = []
        for category, text in enumerate([title, *names], start=-1):
            style = small if category >= 0 else head
            wide = float(self.text.size(text, style).width()) + (SWATCH * size if category >= 0 else 0.0)
            if x > MARGIN and x + wide > width - MARGIN:
                x, row = MARGIN, row + 1
            placed.append((text, style, x, row, category))
            x += wide + 10 * size
        tall = (row + 1) * ROW * size
        if tall > min(room, LINES_SHARE * height):
            return None
        top = height - 0.5 * MARGIN - tall
        lines = [Line(text, style, at, top + row * ROW * size, i) for text, style, at, row, i in placed]
        return lines, None, self._plate(lines, 0.0, size)

    def _plate(self, lines: list[Line], right: float, size: float) -> Box:
        ends = [self._box(line)[2] + (SWATCH * size if line.category >= 0 else 0.0) for line in lines]
        bottom = max(self._box(line)[3] for line in lines)
        return lines[0].x - 7.0, lines[0].y - 4.0, max(right, *ends) + 7.0, bottom + 4.0


def _ramp(painter: QPainter, box: Box, theme: Theme, by: str = "") -> None:
    left, top, right, bottom = box
    gradient = QLinearGradient(left, 0, right, 0)
    parts = np.linspace(0, 1, 9, dtype=np.float32)
    for part, colour in zip(parts, along(*scale_of(by, theme, parts)), strict=True):
        gradient.setColorAt(float(part), QColor.fromRgbF(*(float(v) for v in colour)))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 2, 2)
