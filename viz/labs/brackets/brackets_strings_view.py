"""The strings of one cell of the error surface on which the net is worst; a click opens one in the test bench.

Where the net itself is the loaded model, the click also runs the string in every other view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from engine.labs.brackets.questions import BracketSurface, WorstStrings
from engine.labs.brackets.records import Reading, Readings, Surface
from engine.questions import Refused
from engine.run import Run
from viz.charts.numbers import percent
from viz.charts.painted import LEFT, RIGHT
from viz.charts.speech import say_changed
from viz.intents import Intent, StartRun, ask_labs
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.brackets import chosen_net as choice
from viz.labs.brackets.bars import bracket_font, draw_stack
from viz.labs.brackets.heading import draw_heading, draw_instead
from viz.labs.brackets.pointed import PointedView
from viz.labs.brackets.same_frame import same_frame
from viz.labs.brackets.words import net_words
from viz.plural import plural
from viz.theme import Theme
from viz.ui_state import UiState


@dataclass(frozen=True)
class StringsFrame:
    """The worst strings of a cell."""

    net: str
    cell: tuple[int, int] | None
    question: WorstStrings | None  # to be asked
    readings: tuple[Reading, ...]
    why_not: str
    chosen: str  # the string in the bench
    loaded: bool


def worst_cell(surface: Surface) -> tuple[int, int] | None:
    """The shortest cell whose prefixes are mostly wrong, else the one with the largest share of wrong ones."""
    wrong = np.nan_to_num(surface.wrong) * (surface.counts > 0)
    if wrong.max() <= 0:
        return None
    mostly = np.argwhere(wrong >= min(0.5, float(wrong.max())))
    length, depth = mostly[np.lexsort((mostly[:, 1], mostly[:, 0]))[0]].tolist()
    return int(length), int(depth)


class BracketsStringsView(PointedView):
    """The list; see the module."""

    name = "brackets_strings"
    title = QT_TRANSLATE_NOOP("BracketsStringsView", "Brackets: worst strings")
    tab = QT_TRANSLATE_NOOP("BracketsStringsView", "Worst strings")
    subtitle = QT_TRANSLATE_NOOP("BracketsStringsView", "Where the small model is most wrong")
    keywords = (
        QT_TRANSLATE_NOOP("BracketsStringsView", "adversarial examples"),
        QT_TRANSLATE_NOOP("BracketsStringsView", "failures"),
    )
    area = "right"
    order = 61
    figure_needs = "engine"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "BracketsStringsView",
        "The strings with the selected length and depth on which the small model is most wrong; click one to try it.",
    )
    figure_lines = 480

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: StringsFrame | None = None
        self._hover: int | None = None

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> StringsFrame:
        net, cell = choice.net_of(ui), choice.cell_of(ui)
        if cell is None:
            known = (it for asked, it in run.findings.items() if isinstance(asked, BracketSurface) and asked.net == net)
            surface = next((it for it in known if isinstance(it, Surface)), None)
            cell = worst_cell(surface) if surface is not None else None
        question = WorstStrings(*cell, net) if cell is not None else None
        found = run.findings.get(question) if question is not None else None
        shown = choice.shown(run, ui)
        return StringsFrame(
            net, cell, question if found is None else None,
            found.readings if isinstance(found, Readings) else (),
            found.sentence if isinstance(found, Refused) else "",
            shown.reading.string if shown.reading is not None else "", choice.is_loaded(run, net),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: StringsFrame) -> Sequence[Intent]:
        return ask_labs(frame.question)

    @classmethod
    def figure_wants(cls, frame: StringsFrame) -> Sequence[Intent]:
        """Where nobody has chosen a cell, the errors of all, of which the worst is shown."""
        return ask_labs(BracketSurface(frame.net)) if frame.cell is None else cls.wants(frame)

    def nothing_to_see(self, frame: StringsFrame) -> str:
        return "" if frame.readings else self._heading(frame)

    def paint(self, frame: StringsFrame, theme: Theme) -> None:
        if theme is self.colours and same_frame(frame, self.painted):
            return
        super().paint(frame, theme)
        say_changed(self, self._heading(frame))

    # -- painting ------------------------------------------------------------------------------------------------

    def row_rect(self, rect: QRectF, row: int) -> QRectF:
        """Where a string is painted in `rect`."""
        em = self.em
        top = rect.top() + em * 3.6
        high = min(max((rect.bottom() - top) / 10.2, em * 1.5), em * 2.4)
        return QRectF(rect.left() + em * 0.6, top + row * high, rect.width() - em * 1.2, high)

    def under(self, point: QPointF) -> int | None:
        """The string under a point."""
        frame = self.painted
        if frame is None:
            return None
        rows = range(len(frame.readings))
        return next((row for row in rows if self.row_rect(QRectF(self.rect()), row).contains(point)), None)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame, em = self.painted, self.em
        if frame is None:
            return
        line = draw_heading(self, painter, rect, self._heading(frame))
        if not frame.readings:
            waits = (
                self.tr("Looking for the worst strings …") if frame.cell else self.tr("Select a cell of the error map.")
            )
            draw_instead(self, painter, rect, frame.why_not or waits)
            return
        painter.setFont(self.font_of(0.85))
        painter.setPen(QColor(self.colours.muted))
        columns = line.translated(0, em * 1.5)
        painter.drawText(columns, LEFT, self.tr("string"))
        painter.drawText(columns, RIGHT, self.tr("what comes next · invalid"))
        for row, reading in enumerate(frame.readings):
            where = self.row_rect(rect, row)
            if where.bottom() <= rect.bottom() + 1:
                self._draw_row(painter, where, reading, frame, row)

    def _draw_row(self, painter: QPainter, where: QRectF, reading: Reading, frame: StringsFrame, row: int) -> None:
        em, last = self.em, len(reading.probs) - 1
        if reading.string == frame.chosen or (row == self._hover and not self.still):
            colour = self.colours.accent if reading.string == frame.chosen else self.colours.path
            painter.setPen(QPen(QColor(colour), max(em * 0.1, 1.2)))
            painter.drawRoundedRect(where.adjusted(-em * 0.3, 1, em * 0.3, -1), 3, 3)
        bar_wide, number = min(em * 9, where.width() * 0.2), em * 4.6
        painter.setFont(bracket_font(self.font(), em * 1.05))
        room = where.width() - bar_wide - number - em
        painter.setPen(QColor(self.colours.text))
        fitted = QFontMetricsF(painter.font()).elidedText(reading.string, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRectF(where.left(), where.top(), room, where.height()), LEFT, fitted)
        bar = QRectF(
            where.right() - number - bar_wide, where.top() + where.height() * 0.2, bar_wide, where.height() * 0.6
        )
        draw_stack(painter, bar, reading, last, self.colours, lying=True)
        painter.setFont(self.font_of(0.95))
        wrong = bool(reading.wrong[last])
        painter.setPen(QColor(self.colours.error if wrong else self.colours.text))
        painter.drawText(where, RIGHT, ("✗ " if wrong else "") + percent(float(reading.illegal_mass[last])))

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: StringsFrame) -> str:
        if frame.cell is None or not frame.readings:
            return net_words(frame.net)
        wrong = sum(bool(reading.wrong[-1]) for reading in frame.readings)
        return plural(
            self.tr("{n} bracket(s), depth {d}: the worst for {net}, {wrong} of {all} wrong", "", frame.cell[0]),
            frame.cell[0],
        ).format(n=frame.cell[0], d=frame.cell[1], net=net_words(frame.net), wrong=wrong, all=len(frame.readings))

    # -- gestures ------------------------------------------------------------------------------------------------

    def _open(self, row: int) -> None:
        frame = self.painted
        if frame is None or not 0 <= row < len(frame.readings):
            return
        string = frame.readings[row].string
        self.send(choice.choose(choice.AT, len(string)))
        self.send(choice.choose(choice.STRING, string))
        if frame.loaded:
            self.send(StartRun(string))

    def pick(self, thing: int, point: QPointF) -> None:
        self._open(thing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step, frame = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key())), self.painted
        if step is None or frame is None or not frame.readings:
            super().keyPressEvent(event)
            return
        strings = [reading.string for reading in frame.readings]
        now = strings.index(frame.chosen) if frame.chosen in strings else -1 if step > 0 else len(strings)
        self._open(min(max(now + step, 0), len(strings) - 1))
