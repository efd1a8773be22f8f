"""The run's tokens in reading order, as chips that wrap over lines: where the run is, what it said, how sure it was.

A chip's colour says how surprising the token was (or another quantity), and a bar under its text says the same by
length, because colour alone is not enough. A rule stands between prompt and generated text; a notch on a chip says
that other tokens were taken at this place too. Only the lines on screen are laid on the painter, so five thousand
tokens scroll like fifty.
"""

from __future__ import annotations

import functools
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QPoint, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QScrollBar, QToolTip, QWidget

from engine.run import Run
from viz.charts.colours import Scale
from viz.charts.flow import Flow, flow
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import NBSP, bits, percent
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.charts.strip_data import COLOURS, TokenStripFrame, chip_values, lit, strip_tokens
from viz.charts.token_chips import ChipStyle, Look, draw_chip, draw_divider
from viz.intents import Hover, LookAt, ReturnTo
from viz.theme import Theme
from viz.token_text import exact
from viz.ui_state import Option, UiState
from viz.view import option_value


class TokenStripView(PaintedView):
    """Chips over lines; see the module."""

    name = "token_strip"
    title = "Tokens"
    area = "bottom"
    order = 10
    tip = "The tokens of the run: click or drag to look at one, colour by surprise."
    options = (
        Option(
            "colour",
            "Colour by",
            "choice",
            "surprisal",
            choices=COLOURS,
            tip="What a chip's colour and bar show. Surprisal is how unlikely the token was, in bits.",
        ),
        Option("numbers", "Numbers", "switch", False, tip="Write the value under each token."),
    )
    figure_lines = 400

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: TokenStripFrame | None = None
        self._flow: Flow | None = None
        self._flow_key: tuple[Any, ...] = ()
        self._widths: dict[str, float] = {}
        self._widths_of: tuple[Any, ...] = ()
        self._shrunk = 1.0
        self._hover: int | None = None
        self._in_view: tuple[int, int] = (-1, -1)
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setAccessibleName(self.tr("Scroll the tokens"))
        self._bar.valueChanged.connect(self.update)
        self._bar.hide()

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> TokenStripFrame:
        tokens = strip_tokens(run)
        n = len(tokens.texts)
        position = n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
        colour = str(option_value(cls, ui, "colour"))
        values, high = chip_values(tokens, colour)
        numbers = bool(option_value(cls, ui, "numbers")) and len(values) > 0
        return TokenStripFrame(tokens, position, lit(tokens, ui), colour, values, high, numbers)

    def paint(self, frame: TokenStripFrame, theme: Theme) -> None:
        before = self.painted
        super().paint(frame, theme)
        self._lay_out()
        newest = (frame.position, len(frame.tokens.texts))
        if newest != self._in_view:
            self._in_view = newest
            self._scroll_to(frame.position)
        if before is None or before.position != frame.position or before.tokens is not frame.tokens:
            say_changed(self, self._described(frame.position))

    # -- geometry ------------------------------------------------------------------------------------------------

    def _style(self) -> ChipStyle:
        numbers = self.painted is not None and self.painted.numbers
        size = self._shrunk
        return ChipStyle(self.em * size, self.font_of(size), self.font_of(0.72 * size), numbers)

    def _area(self, rect: QRectF) -> QRectF:
        """Where the chips go: `rect` without margins, header and scroll bar."""
        em = self.em
        bar = 0 if self.still else self._bar.sizeHint().width()
        return rect.adjusted(em * 0.6, em * 2.0, -em * 0.4 - bar, -em * 0.3)

    def _laid_out(self, frame: TokenStripFrame, width: float) -> Flow:
        """The chips' places for a width; kept until texts, width or font change."""
        tokens, style = frame.tokens, self._style()
        face = (style.font.key(), style.numbers)
        key = (tokens, width, face)
        if self._flow is None or key != self._flow_key:
            if face != self._widths_of:
                self._widths, self._widths_of = {}, face
            widths = self._widths
            for text in tokens.texts:
                if text not in widths:
                    widths[text] = style.width(text)
            divider = tokens.n_prompt if tokens.n_prompt < len(tokens.texts) else -1
            listed = [widths[text] for text in tokens.texts]
            self._flow = flow(listed, width, style.line_height, style.gap, divider, style.em * 0.9)
            self._flow_key = key
        return self._flow

    def _lay_out(self) -> None:
        """Set the scroll bar to the lines there are."""
        area, frame = self._area(QRectF(self.rect())), self.painted
        if frame is None or area.width() <= 0:
            return
        lines = self._laid_out(frame, area.width())
        over = max(lines.height - area.height(), 0.0)
        self._bar.setVisible(over > 0 and not self.still)
        self._bar.setRange(0, round(over))
        self._bar.setPageStep(max(round(area.height()), 1))
        self._bar.setSingleStep(round(lines.line_height))
        wide = self._bar.sizeHint().width()
        self._bar.setGeometry(self.width() - wide, round(area.top()), wide, max(round(area.height()), 1))

    def _scroll_to(self, position: int) -> None:
        if self._flow is None or position < 0:
            return
        top = self._flow.line_of(position) * self._flow.line_height
        room = self._area(QRectF(self.rect())).height() - self._flow.line_height
        if not top - room <= self._bar.value() <= top:
            self._bar.setValue(round(top if self._bar.value() > top else top - max(room, 0.0)))

    def position_at(self, point: QPoint, nearest: bool = False) -> int | None:
        """The position whose chip is at `point` of the widget (`nearest`: the closest one)."""
        area = self._area(QRectF(self.rect()))
        if self.painted is None or self._flow is None or not (nearest or area.contains(point.toPointF())):
            return None
        place = point.toPointF() - area.topLeft()
        return self._flow.at(place.x(), place.y() + self._bar.value(), nearest)

    def chip_rect(self, position: int) -> QRectF:
        """Where a position's chip is on the widget (possibly scrolled out of sight)."""
        area = self._area(QRectF(self.rect()))
        if self.painted is None:
            return QRectF()
        return self._chip_in(area, self._laid_out(self.painted, area.width()), position)

    def _chip_in(self, area: QRectF, lines: Flow, position: int) -> QRectF:
        style = self._style()
        y = area.top() + lines.line_of(position) * lines.line_height - self._bar.value()
        left, wide = float(lines.lefts[position]), float(lines.widths[position])
        return QRectF(area.left() + left, y + style.em * 0.1, min(wide, area.width()), style.height)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        frame = self.painted
        if frame is None:
            return
        area = self._area(rect)
        if self.still:
            self._fit_all(frame, area)
        self._draw_header(
            painter, frame, QRectF(area.left(), rect.top(), rect.right() - area.left() - self.em * 0.6, self.em * 2)
        )
        if not frame.tokens.texts:
            self._draw_empty(painter, area)
            return
        lines = self._laid_out(frame, area.width())
        scroll = self._bar.value()
        painter.save()
        painter.setClipRect(area.adjusted(-4, 0, 4, 4))
        for line in lines.lines_between(scroll, scroll + area.height()):
            for position in lines.members(line):
                self._draw_position(painter, frame, self._chip_in(area, lines, position), position)
        painter.restore()

    def _fit_all(self, frame: TokenStripFrame, area: QRectF) -> None:
        """For a figure: chips as large as leaves every token in the picture, down to where text cannot be read."""
        self._shrunk = 2.6
        while self._laid_out(frame, area.width()).height > area.height() and self._shrunk * self.em > 4:
            self._shrunk *= 0.93

    def _draw_position(self, painter: QPainter, frame: TokenStripFrame, rect: QRectF, position: int) -> None:
        style, tokens = self._style(), frame.tokens
        if position == tokens.n_prompt > 0:
            draw_divider(painter, rect.left() - style.em * 0.55, rect.top(), style, self.colours)
        draw_chip(painter, rect, self._look(frame, position), style, self.colours)

    def _look(self, frame: TokenStripFrame, position: int) -> Look:
        tokens = frame.tokens
        value = float(frame.values[position]) if len(frame.values) else float("nan")
        there = bool(np.isfinite(value))
        scale = self._scale(frame)
        last_of_more = position == len(tokens.texts) - 1 and position + 1 in tokens.branches
        return Look(
            text=tokens.texts[position],
            fill=scale.colour(value) if there else None,
            share=scale.part(value) if there else None,
            number=self._number(frame.colour, value) if frame.numbers else "",
            current=position == frame.position,
            hovered=not self.still and (position in frame.hovered or position == self._hover),
            generated=position >= tokens.n_prompt,
            branches=position in tokens.branches or last_of_more,
        )

    def _scale(self, frame: TokenStripFrame) -> Scale:
        return Scale(self.colours.ramp, 0.0, frame.high)

    @staticmethod
    def _number(colour: str, value: float) -> str:
        return percent(value) if colour == "probability" else bits(value)

    def _draw_header(self, painter: QPainter, frame: TokenStripFrame, rect: QRectF) -> None:
        painter.setFont(self.font_of(0.9))
        room = rect.width()
        if len(frame.values):
            label, high = self._legend(frame)
            low = self._number(frame.colour, 0.0) if frame.colour == "probability" else "0"
            wide = legend_width(painter.font(), label, low, high, 90)
            if wide < room * 0.6:
                draw_legend(painter, rect, self._scale(frame), label, low, high, self.colours)
                room -= wide + self.em
        painter.setPen(QColor(self.colours.text))
        said = QFontMetricsF(painter.font()).elidedText(
            self._described(self._hover if self._hover is not None else frame.position),
            Qt.TextElideMode.ElideRight,
            room,
        )
        place = QRectF(rect.left(), rect.top(), room, rect.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said)

    def _legend(self, frame: TokenStripFrame) -> tuple[str, str]:
        """The colour bar's label and upper number."""
        if frame.colour == "probability":
            return self.tr("probability"), percent(1.0)
        name = self.tr("surprisal") if frame.colour == "surprisal" else self.tr("entropy of the next")
        return name, self.tr("{n} bits").format(n=f"{frame.high:.0f}").replace(" ", NBSP)

    def _draw_empty(self, painter: QPainter, area: QRectF) -> None:
        painter.setFont(self.font_of(1.0))
        painter.setPen(QColor(self.colours.muted))
        said = self.tr("No tokens yet. Write a prompt and press play.")
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), said)

    # -- words ---------------------------------------------------------------------------------------------------

    def _described(self, position: int) -> str:
        """One line about a position: its token, probability, surprisal and entropy."""
        frame = self.painted
        if frame is None or not 0 <= position < len(frame.tokens.texts):
            return ""
        tokens = frame.tokens
        parts = [
            self.tr("{position} of {last}").format(position=position, last=len(tokens.texts) - 1),
            tokens.texts[position],
            self.tr("prompt") if position < tokens.n_prompt else self.tr("generated"),
        ]
        surprisal = float(tokens.surprisal[position])
        if np.isfinite(surprisal):
            parts.append(self.tr("probability {p}").format(p=percent(2.0**-surprisal)))
            parts.append(self.tr("surprisal {bits} bits").format(bits=bits(surprisal)))
        parts.append(self.tr("entropy of the next {bits} bits").format(bits=bits(float(tokens.entropy[position]))))
        if position in tokens.branches:
            parts.append(self.tr("other branches here: {n}").format(n=len(tokens.branches[position])))
        return " · ".join(parts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def look_at(self, position: int) -> None:
        """Look at a position; the last one is followed from then on."""
        if self.painted is not None and self.painted.tokens.texts:
            last = len(self.painted.tokens.texts) - 1
            position = min(max(position, 0), last)
            if position != self.painted.position:
                self.send(LookAt(None if position == last else position))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = self.position_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and position is not None:
            self.look_at(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scrubbing = bool(event.buttons() & Qt.MouseButton.LeftButton)
        position = self.position_at(event.position().toPoint(), nearest=scrubbing)
        if scrubbing and position is not None:
            self.look_at(position)
        self._hover_over(position)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover_over(None)

    def _hover_over(self, position: int | None) -> None:
        if position == self._hover or self.painted is None:
            return
        self._hover = position
        tokens = self.painted.tokens
        if position is None:
            self.send(Hover())
        else:
            self.send(Hover(token_id=int(tokens.token_ids[position]), node=int(tokens.nodes[position])))
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._open_branches(self.position_at(event.position().toPoint()), event.globalPosition().toPoint())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        position = self.painted.position if keyboard and self.painted else self.position_at(event.pos())
        self._open_branches(position, event.globalPos())

    def _open_branches(self, position: int | None, where: QPoint) -> None:
        menu = self.branch_menu(position)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def branch_menu(self, position: int | None) -> QMenu | None:
        """The other ways at a position (and, at the end, onwards) as a menu; None where there are none."""
        if self.painted is None or position is None or position < 0:
            return None
        tokens = self.painted.tokens
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Branches at position {position}").format(position=position))
        sections = [
            (self.tr("Instead of {token}").format(token=tokens.texts[position]), tokens.branches.get(position, ()))
        ]
        if position == len(tokens.texts) - 1:
            sections.append((self.tr("Onwards"), tokens.branches.get(position + 1, ())))
        for heading, branches in sections:
            if branches:
                menu.addSection(heading)
            for branch in branches:
                said = self.tr("{token}   ({n} tokens)").format(token=branch.text, n=branch.length)
                menu.addAction(said, functools.partial(self.send, ReturnTo(branch.node)))
        if not menu.actions():
            menu.deleteLater()
            return None
        return menu

    def wheelEvent(self, event: QWheelEvent) -> None:
        pixels = event.pixelDelta().y() or event.angleDelta().y() * self._bar.singleStep() / 120
        self._bar.setValue(self._bar.value() - round(pixels))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay_out()
        if self.painted is not None:
            self._scroll_to(self.painted.position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        frame = self.painted
        if frame is None or frame.position < 0 or self._flow is None:
            super().keyPressEvent(event)
            return
        here = frame.position
        targets = {
            Qt.Key.Key_Left: here - 1,
            Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: self._flow.beside(here, -1),
            Qt.Key.Key_Down: self._flow.beside(here, 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(frame.tokens.texts) - 1,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None:
            super().keyPressEvent(event)
        else:
            self.look_at(target)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.position_at(event.pos())
            if position is None or self.painted is None:
                QToolTip.hideText()
            else:
                tokens = self.painted.tokens
                said = exact(tokens.vocabulary, int(tokens.token_ids[position]))
                QToolTip.showText(event.globalPos(), f"{said}\n{self._described(position)}", self)
            return True
        return super().event(event)
