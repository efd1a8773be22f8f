"""How one Hello/Bye panel is drawn: its picture on the token axis, and its label beside (or, where narrow, above)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from engine.labs.hello_bye.records import HelloByeFound
from viz.charts.colours import Scale, mixed
from viz.charts.heatmap import Colouring, image_of
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import percent
from viz.labs.hello_bye.axis import (
    CENTRE,
    LEFT,
    RIGHT,
    Columns,
    draw_label,
    label_height,
    shown_columns,
    word_colour,
)
from viz.labs.hello_bye.labels import amount
from viz.labs.hello_bye.panels import Panel, thinned
from viz.theme import Theme
from viz.token_text import written

WRAP = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
NOTE = 0.75  # em of small print
READABLE = 0.72  # em below which text is left out rather than made smaller
AGAIN = "↻"  # the likeliest next token is the one that goes on with the word


def _tr(text: str) -> str:
    return QCoreApplication.translate("HelloBye", text)


@dataclass(frozen=True)
class Brush:
    """What drawing needs of a view."""

    painter: QPainter
    theme: Theme
    em: float
    font_of: Callable[[float, bool], QFont]
    columns: Columns

    def write(self, rect: QRectF, flags: int, text: str, size: float, colour: str, bold: bool = False) -> None:
        """One piece of text."""
        self.painter.setFont(self.font_of(size, bold))
        self.painter.setPen(QColor(colour))
        self.painter.drawText(rect, flags, text)


def draw_message(brush: Brush, title: str, text: str, rect: QRectF) -> None:
    """In place of pictures: the view's name in large letters, and why there is nothing."""
    em, theme = brush.em, brush.theme
    room = rect.adjusted(em * 2, em * 0.5, -em * 2, -em * 0.5)
    size = 2.2 if rect.height() > em * 9 else 1.0
    high = height_of(brush, text, room.width(), 1.1) + em * (size + 0.8)
    top = max(room.top(), room.center().y() - high / 2)
    brush.write(QRectF(room.left(), top, room.width(), em * size * 1.3), CENTRE, title, size, theme.text, bold=True)
    below = QRectF(room.left(), top + em * size * 1.4, room.width(), room.bottom() - top - em * size * 1.4)
    flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap)
    brush.write(below, flags, text, 1.1, theme.muted)


def draw_panel(
    brush: Brush, panel: Panel, found: HelloByeFound, area: QRectF, label: QRectF, below_title: float = 0.0
) -> None:
    """A panel's picture in `area` (which lies on the columns) and its label in `label`."""
    if panel.values is None:
        _draw_nothing(brush, area)
    elif panel.kind == "next":
        draw_next(brush, found, area)
    else:
        _draw_picture(brush, panel, panel.values, area)
    draw_text(brush, panel, label, below_title)


def _draw_nothing(brush: Brush, area: QRectF) -> None:
    """Hatched: there is no picture, and the label says why."""
    brush.painter.fillRect(area, QColor(brush.theme.raised))
    brush.painter.fillRect(area, QBrush(QColor(brush.theme.border), Qt.BrushStyle.BDiagPattern))


def _draw_picture(
    brush: Brush, panel: Panel, values: np.ndarray[tuple[int, ...], np.dtype[np.float32]], area: QRectF
) -> None:
    painter, theme, em = brush.painter, brush.theme, brush.em
    rows = max(1, int(area.height() * max(painter.transform().m22(), 1.0)))
    image = image_of(thinned(values, rows), Colouring(theme.diverging, "", panel.high, signed=True))
    painter.drawImage(area, image)
    painter.setPen(QPen(QColor(theme.border), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(area)
    n = values.shape[0]
    side = QRectF(area.left() - em * 6, area.top(), em * 5.7, em * 1.1)
    brush.write(side, RIGHT, panel.rows, 0.75, theme.muted)
    brush.write(side.translated(0, em), RIGHT, f"{n:,}", 0.75, theme.muted)


def draw_text(brush: Brush, panel: Panel, label: QRectF, below_title: float = 0.0) -> None:
    """Title, sentences and legend of a panel, from the top of `label` down; `below_title` is left free under it.

    The sentence comes first: what the colours leave out is said at length only where both fit.
    """
    em, theme = brush.em, brush.theme
    title = QRectF(label.left(), label.top(), label.width(), em * 1.35)
    draw_title(brush, f"{panel.number}  {panel.title}", title)
    room = label.adjusted(0, em * 1.45 + below_title, 0, 0)
    if panel.values is not None and panel.kind == "picture":
        room.setBottom(_draw_scale(brush, panel, label))
    note = _bars_said() if panel.kind == "next" else panel.beyond
    needed = height_of(brush, note, label.width(), NOTE) if note else 0.0
    if needed and height_of(brush, panel.sentence, label.width(), READABLE) + needed <= room.height():
        brush.write(QRectF(room.left(), room.bottom() - needed, room.width(), needed), WRAP, note, NOTE, theme.muted)
        room.setBottom(room.bottom() - needed)
    write_fitting(brush, panel.sentence, room, theme.text)


def draw_title(brush: Brush, text: str, line: QRectF, largest: float = 0.95) -> None:
    """A title in bold, smaller where it would not fit, elided where it never does."""
    size = largest
    while size > READABLE and QFontMetricsF(brush.font_of(size, True)).horizontalAdvance(text) > line.width():
        size -= 0.05
    metrics = QFontMetricsF(brush.font_of(size, True))
    said = metrics.elidedText(text, Qt.TextElideMode.ElideRight, line.width())
    brush.write(line, LEFT, said, size, brush.theme.text, bold=True)


def height_of(brush: Brush, text: str, width: float, size: float) -> float:
    """Room that wrapped text needs."""
    metrics = QFontMetricsF(brush.font_of(size, False))
    return metrics.boundingRect(QRectF(0, 0, width, 10000), WRAP, text).height()


def write_fitting(brush: Brush, text: str, room: QRectF, colour: str, largest: float = 1.0) -> None:
    """Wrapped text as large as the room allows; where even small text does not fit, its end is left out."""
    said, size = fitting(brush, text, room, largest)
    brush.write(room, WRAP, said, size, colour)


def fitting(brush: Brush, text: str, room: QRectF, largest: float) -> tuple[str, float]:
    """What of `text` fits, and how large: all of it, whole sentences, or as many words of the first as fit."""

    def fits(said: str, size: float) -> bool:
        return height_of(brush, said, room.width(), size) <= room.height()

    size = largest
    while size > READABLE and not fits(text, size):
        size -= 0.05
    said = text
    while not fits(said, size) and ". " in said.removesuffix(" …"):
        said = f"{said.removesuffix(' …').rpartition('. ')[0]}. …"
    while not fits(said, size) and " " in said.removesuffix(" …"):
        said = f"{said.removesuffix(' …').rpartition(' ')[0]} …"
    return said, size


def _draw_scale(brush: Brush, panel: Panel, label: QRectF) -> float:
    """The colour bar at the bottom; where it begins."""
    em, painter, theme = brush.em, brush.painter, brush.theme
    painter.setFont(brush.font_of(NOTE, False))
    low, high = amount(-panel.high), amount(panel.high)
    line = QRectF(label.left(), label.bottom() - em * 1.1, label.width(), em * 1.1)
    bar = em * 5
    said, wide = panel.legend, legend_width(painter.font(), panel.legend, low, high, bar)
    if wide > line.width():
        said, wide = "", legend_width(painter.font(), "", low, high, bar)
    box = QRectF(line.left() - em * 0.4, line.top(), min(wide, line.width()), line.height())
    draw_legend(painter, box, Scale(theme.diverging, -panel.high, panel.high), said, low, high, theme, bar)
    return line.top()


def _bars_said() -> str:
    return _tr(
        "Bar: how probable it is that the word goes on. Line at the switch: what really follows. Below: the likeliest "
        "next token, ↻ where that is the repetition."
    )


# -- panel 7 -----------------------------------------------------------------------------------------------------


def draw_next(brush: Brush, found: HelloByeFound, area: QRectF) -> None:
    """Bars: how probable the word's going on is after each token; under them the likeliest next token."""
    em, painter, theme, columns = brush.em, brush.painter, brush.theme, brush.columns
    texts = [_likeliest(found, position) for position in range(columns.n)]
    font = brush.font_of(0.88, False)
    tall, sideways = label_height(texts, columns, font, area.height() * 0.45)
    bars = QRectF(area.left(), area.top(), area.width(), area.height() - tall - em * 0.2)
    _draw_levels(brush, bars)
    for position in range(columns.n):
        value = float(found.repeat[position])
        gap = columns.cell * 0.14
        if np.isfinite(value):
            high = bars.height() * value
            bar = QRectF(columns.x(position) + gap, bars.bottom() - high, columns.cell - 2 * gap, high)
            painter.fillRect(bar, word_colour(found, position, theme))
    _draw_truth(brush, found, bars)
    painter.setFont(font)
    for position in shown_columns(columns, font, sideways):
        box = QRectF(columns.x(position), bars.bottom() + em * 0.1, columns.cell, tall)
        muted = texts[position] == AGAIN
        draw_label(painter, texts[position], box, sideways, QColor(theme.muted if muted else theme.text), True)


def _likeliest(found: HelloByeFound, position: int) -> str:
    if found.next_ids[position, 0] == found.repeat_ids[position]:
        return AGAIN
    return written(found.next_raws[position][0])


def _draw_levels(brush: Brush, bars: QRectF) -> None:
    em, painter, theme = brush.em, brush.painter, brush.theme
    for share in (0.0, 0.5, 1.0):
        y = bars.bottom() - bars.height() * share
        painter.setPen(QPen(mixed(theme.border, theme.surface, 0.2), 1))
        painter.drawLine(QPointF(bars.left(), y), QPointF(bars.right(), y))
        side = QRectF(bars.left() - em * 6, y - em * 0.6, em * 5.7, em * 1.2)
        brush.write(side, RIGHT, percent(share), 0.75, theme.muted)


def _draw_truth(brush: Brush, found: HelloByeFound, bars: QRectF) -> None:
    """At the switch, what really follows: an open bar beside the one that repeats."""
    at = found.switch - 1
    if not 0 <= at < brush.columns.n or not np.isfinite(found.actual[at]):
        return
    y = bars.bottom() - bars.height() * float(found.actual[at])
    brush.painter.setPen(QPen(QColor(brush.theme.accent), max(brush.em * 0.16, 1.5)))
    brush.painter.drawLine(QPointF(brush.columns.x(at), y), QPointF(brush.columns.x(at + 1), y))
