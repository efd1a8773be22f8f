"""The run's tokens in reading order, as chips that wrap over lines: where the run is, what it said, how sure it was.

A chip's colour says how surprising the token was (or another quantity), and a bar under its text says the same by
length, because colour alone is not enough. A rule stands between prompt and generated text; a notch on a chip says
that other tokens were taken at this place too. Only the lines on screen are laid on the painter, so five thousand
tokens scroll like fifty.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QPushButton, QToolTip, QWidget

from engine.run import Run
from viz.charts.badge import draw_badge
from viz.charts.chips_view import ChipRow, ChipsView, SecondRow
from viz.charts.colours import Scale
from viz.charts.legend import draw_legend, legend_width
from viz.charts.numbers import NBSP, bits, fixed, percent
from viz.charts.speech import say_changed
from viz.charts.strip_frame import (
    COLOURS,
    TokenStripFrame,
    beside_of,
    chip_values,
    lit,
    shade_of,
    tokens_shown,
    watch_of,
)
from viz.charts.token_chips import Look
from viz.intents import AskAboutToken, CompareWith, Intent, ReturnTo, StopWhen, ask_labs
from viz.joined import spoken
from viz.lab import QT_TRANSLATE_NOOP, token_questions
from viz.plain import caption, entry, set_tip, show_tip
from viz.plural import plural
from viz.theme import Theme
from viz.token_words import exact
from viz.tokens.feature_words import activation_words, flags_of, legend_words, marked_words, why_words
from viz.ui_state import Option, UiState
from viz.view import option_value


class TokenStripView(ChipsView):
    """Chips over lines; see the module."""

    name = "token_strip"
    title = QT_TRANSLATE_NOOP("TokenStripView", "Tokens")
    subtitle = QT_TRANSLATE_NOOP("TokenStripView", "The text, token by token")
    keywords = (
        QT_TRANSLATE_NOOP("TokenStripView", "tokenizer"),
        QT_TRANSLATE_NOOP("TokenStripView", "surprisal"),
        QT_TRANSLATE_NOOP("TokenStripView", "perplexity"),
        QT_TRANSLATE_NOOP("TokenStripView", "entropy"),
        QT_TRANSLATE_NOOP("TokenStripView", "timeline"),
        QT_TRANSLATE_NOOP("TokenStripView", "branches"),
    )
    area = "bottom"
    order = 10
    tip = QT_TRANSLATE_NOOP(
        "TokenStripView",
        "The text cut into tokens, coloured by how surprising each was to the model; click one to look at it.",
    )
    options = (
        Option(
            "colour",
            QT_TRANSLATE_NOOP("TokenStripView", "Colour by"),
            "choice",
            "surprisal",
            choices=COLOURS,
            tip=QT_TRANSLATE_NOOP(
                "TokenStripView",
                "What a token's colour and bar show. Surprisal is how unlikely the token was, in bits; "
                "the feature is the one chosen in the view of features.",
            ),
        ),
        Option(
            "numbers",
            QT_TRANSLATE_NOOP("TokenStripView", "Numbers"),
            "switch",
            False,
            tip=QT_TRANSLATE_NOOP("TokenStripView", "Write the value under each token."),
        ),
    )
    figure_lines = 400

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: TokenStripFrame | None = None
        self.stop = QPushButton(self.tr("Stop comparing"), self)
        set_tip(self.stop, self.tr("Show the current branch alone (Esc)"))
        self.stop.clicked.connect(lambda: self.send(CompareWith(None)))
        self.stop.hide()

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> TokenStripFrame:
        tokens = tokens_shown(run, ui)
        n = len(tokens.texts)
        if ui.hides_next:
            ui = ui.without_next
        position = n - 1 if ui.position is None else min(max(ui.position, 0), n - 1)
        colour = str(option_value(cls, ui, "colour"))
        shade = shade_of(run, ui, colour)
        values, high = chip_values(tokens, colour, shade)
        beside, highest = beside_of(run, ui, colour, shade)
        numbers = bool(option_value(cls, ui, "numbers")) and len(values) > 0
        return TokenStripFrame(
            tokens, position, lit(tokens, ui), colour, values, max(high, highest), numbers, token_questions(run),
            beside, shade, run.run_id == 0, *watch_of(run, ui),
        )  # fmt: skip

    @classmethod
    def wants(cls, frame: TokenStripFrame) -> Sequence[Intent]:
        asked = [it.questions for it in (frame.shade, frame.watched) if it is not None]
        return (
            *ask_labs(*(question for each in asked for question in each), in_turn=True),
            *(StopWhen(watch) for watch in frame.stop),
        )

    @classmethod
    def figure_wants(cls, frame: TokenStripFrame) -> Sequence[Intent]:
        return tuple(it for it in cls.wants(frame) if not isinstance(it, StopWhen))

    @classmethod
    def lacks(cls, frame: TokenStripFrame) -> bool:
        return frame.of_file and frame.shade is not None and not frame.shade.by_node.known[frame.tokens.nodes].all()

    def paint(self, frame: TokenStripFrame, theme: Theme) -> None:
        before = self.painted
        super().paint(frame, theme)
        self.stop.setVisible(frame.beside is not None and not self.still)
        self._place_button()
        if before is None or before.position != frame.position or before.tokens is not frame.tokens:
            say_changed(self, spoken(self._described(frame.position), self._outstanding()) or self.empty_text())

    def row(self) -> ChipRow | None:
        if self.painted is None:
            return None
        tokens = self.painted.tokens
        beside = self.painted.beside
        second = None if beside is None else SecondRow(beside.tokens, beside.fork)
        return ChipRow(tokens, tokens.texts, tokens.n_prompt, self.painted.numbers, self.painted.position, second)

    # -- painting ------------------------------------------------------------------------------------------------

    def draw_head(self, painter: QPainter, rect: QRectF) -> None:
        if self.painted is not None:
            taken = 0.0 if self.stop.isHidden() or self.still else self.stop.width() + self.em
            self._draw_header(painter, self.painted, rect.adjusted(0, 0, -taken, 0))

    def _place_button(self) -> None:
        """In the upper right corner."""
        self.stop.adjustSize()
        self.stop.resize(self.stop.width(), min(self.stop.height(), round(self.em * self.header)))
        self.stop.move(self.width() - self.stop.width() - round(0.4 * self.em), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def second_look(self, position: int) -> Look:
        frame = self.painted
        if frame is None or frame.beside is None:
            return Look("")
        beside = frame.beside
        value = float(beside.values[position]) if len(beside.values) else float("nan")
        there, scale = bool(np.isfinite(value)), self._scale(frame)
        return Look(
            text=beside.tokens.texts[position],
            fill=scale.colour(value) if there else None,
            share=scale.part(value) if there else None,
            number=self._number(frame.colour, value) if frame.numbers else "",
            hovered=not self.still and position == self.hovered and self.hovered_second,
            generated=position >= beside.tokens.n_prompt,
            second=True,
        )

    def draw_beside(self, painter: QPainter, rows: tuple[QRectF, QRectF]) -> None:
        for row, letter, colour in zip(rows, "AB", (self.colours.path, self.colours.compared), strict=True):
            at = QPointF(row.left(), row.center().y())
            draw_badge(painter, at, letter, colour, self.colours, self.font_of(0.95))

    def look(self, position: int) -> Look:
        return Look("") if self.painted is None else self._look(self.painted, position)

    def empty_text(self) -> str:
        return self.tr("No tokens yet. Write a prompt and press play.")

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
            hovered=not self.still and (position in frame.hovered or self._is_over(position)),
            generated=position >= tokens.n_prompt,
            branches=position in tokens.branches or last_of_more,
            flags=flags_of(frame.watched, position, self.colours),
        )

    def _is_over(self, position: int) -> bool:
        return position == self.hovered and not self.hovered_second

    def _scale(self, frame: TokenStripFrame) -> Scale:
        return Scale(self.colours.ramp, 0.0, frame.high)

    @staticmethod
    def _number(colour: str, value: float) -> str:
        if colour == "feature":
            return fixed(value, 2)
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
        said = QFontMetricsF(painter.font()).elidedText(self._heading(frame), Qt.TextElideMode.ElideRight, room)
        place = QRectF(rect.left(), rect.top(), room, rect.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), said)

    def _legend(self, frame: TokenStripFrame) -> tuple[str, str]:
        """The colour bar's label and upper number."""
        if frame.colour == "probability":
            return self.tr("probability"), percent(1.0)
        if frame.shade is not None:
            return legend_words(frame.shade), fixed(frame.high, 1)
        name = self.tr("surprisal") if frame.colour == "surprisal" else self.tr("entropy of the next token")
        return name, self.tr("{n} bits").format(n=f"{frame.high:z.0f}").replace(" ", NBSP)

    # -- words ---------------------------------------------------------------------------------------------------

    def _heading(self, frame: TokenStripFrame) -> str:
        """What stands above the chips: of two branches which is which, and the token pointed at or looked at."""
        over = self.hovered if self.hovered is not None else frame.position
        said = self._described(over, self.hovered_second)
        if frame.shade is not None and (why := why_words(frame.shade, frame.of_file)):
            said = f"{why} · {said}" if said else why
        if frame.beside is None:
            return said
        names = self.tr("A: {one} · B: {other}").format(
            one=frame.beside.current_name or self.tr("current"), other=frame.beside.name
        )
        return f"{names} · {said}" if said else names

    def _outstanding(self) -> str:
        """The token that the model expected least."""
        tokens = self.painted.tokens if self.painted is not None else None
        if tokens is None or not np.isfinite(tokens.surprisal).any():
            return ""
        at = int(np.nanargmax(np.where(np.isfinite(tokens.surprisal), tokens.surprisal, np.nan)))
        said = self.tr("The most surprising token is {token} at position {position}: {bits} bits")
        return said.format(token=tokens.texts[at], position=at, bits=bits(float(tokens.surprisal[at])))

    def _described(self, position: int, second: bool = False) -> str:
        """One line about a position: its token, probability, surprisal, entropy; `second`: of the compared branch."""
        frame = self.painted
        if frame is None:
            return ""
        tokens = frame.beside.tokens if second and frame.beside is not None else frame.tokens
        if not 0 <= position < len(tokens.texts):
            return ""
        parts = [
            self.tr("position {position} (0 to {last})").format(position=position, last=len(tokens.texts) - 1),
            tokens.texts[position],
            self.tr("prompt") if position < tokens.n_prompt else self.tr("generated"),
        ]
        if frame.shade is not None and (active := activation_words(frame.shade, int(tokens.nodes[position]))):
            parts.append(active)
        if not second and frame.watched is not None and (marked := marked_words(frame.watched, position)):
            parts.append(marked)
        surprisal = float(tokens.surprisal[position])
        if not np.isnan(surprisal):  # infinite where the model forbids the token
            parts.append(self.tr("probability {p}").format(p=percent(2.0**-surprisal)))
        if np.isfinite(surprisal):
            parts.append(self.tr("surprisal {bits} bits").format(bits=bits(surprisal)))
        parts.append(
            self.tr("entropy of the next token {bits} bits").format(bits=bits(float(tokens.entropy[position])))
        )
        if position in tokens.branches:
            parts.append(self.tr("other branches here: {n}").format(n=len(tokens.branches[position])))
        return " · ".join(parts)

    # -- gestures ------------------------------------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        self._open_branches(self.position_at(point), event.globalPosition().toPoint(), self.is_second(point))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() == QContextMenuEvent.Reason.Keyboard
        position = self.painted.position if keyboard and self.painted else self.position_at(event.pos())
        self._open_branches(position, event.globalPos(), not keyboard and self.is_second(event.pos()))

    def _open_branches(self, position: int | None, where: QPoint, second: bool) -> None:
        menu = self.compared_menu() if second else self.branch_menu(position)
        if menu is not None:
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(where)

    def compared_menu(self) -> QMenu | None:
        """What can be done with the branch that is compared; None where there is none."""
        frame = self.painted
        if frame is None or frame.beside is None or not len(frame.tokens.nodes):
            return None
        menu, leaf = QMenu(self), int(frame.beside.tokens.nodes[-1])
        menu.addAction(self.tr("Swap A and B"), functools.partial(self.send, ReturnTo(leaf)))
        menu.addAction(self.tr("Stop comparing"), functools.partial(self.send, CompareWith(None)))
        return menu

    def branch_menu(self, position: int | None) -> QMenu | None:
        """What there is to a position: other ways there (at the end, onwards too), what labs can be asked; or None."""
        if self.painted is None or position is None or not 0 <= position < len(self.painted.tokens.texts):
            return None
        tokens = self.painted.tokens
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Branches at position {position}").format(position=position))
        sections = [
            (self.tr("Instead of {token}").format(token=tokens.texts[position]), tokens.branches.get(position, ()))
        ]
        if position == len(tokens.texts) - 1:
            sections.append((self.tr("Continuation"), tokens.branches.get(position + 1, ())))
        for heading, branches in sections:
            if branches:
                set_tip(menu.addSection(caption(heading)), heading)
            for branch in branches:
                said = plural(self.tr("{token}   ({n} token(s))", "", branch.length), branch.length).format(
                    token=branch.text, n=branch.length
                )
                entry(menu, said, functools.partial(self.send, ReturnTo(branch.node)))
            for branch in branches:
                said = self.tr("Compare with {token}").format(token=branch.text)
                entry(menu, said, functools.partial(self.send, CompareWith(branch.node)))
        asked = [question for question in self.painted.questions if position >= question.first]
        if asked:
            menu.addSeparator()
        for question in asked:
            said = QCoreApplication.translate("Labs", question.text).format(token=tokens.texts[position])
            ask = AskAboutToken(question.name, position, int(tokens.token_ids[position]))
            entry(menu, said, functools.partial(self.send, ask))
        if not menu.actions():
            menu.deleteLater()
            return None
        return menu

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        return super().event(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        position, second = self.position_at(event.pos()), self.is_second(event.pos())
        frame = self.painted
        if frame is None or position is None or not self._described(position, second):
            QToolTip.hideText()
            return
        tokens = frame.beside.tokens if second and frame.beside is not None else frame.tokens
        said = exact(tokens.vocabulary, int(tokens.token_ids[position]))
        show_tip(event.globalPos(), f"{said}\n{self._described(position, second)}", self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.painted is not None and self.painted.beside is not None:
            self.send(CompareWith(None))
        else:
            super().keyPressEvent(event)
