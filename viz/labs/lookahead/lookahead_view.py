"""The look-ahead tree, drawn: what may come within the next tokens, with what share of it is shown.

It is the tree that the map shows, with the same settings: a slider for the share of probability, and how many tokens
deep. A click or Enter continues the text with a whole continuation, the right button or P pins it.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, Qt
from PySide6.QtGui import QAction, QColor, QFontMetricsF, QGuiApplication, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from engine.run import Run
from viz import ahead_words
from viz.ahead import DEPTH, SHARE, VIEW
from viz.charts.painted import PaintedView
from viz.charts.speech import say_changed
from viz.intents import Hover, Intent, PinAhead, SaveTable, SetOption, TakeToken, ask_labs
from viz.joined import sentences, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.lookahead import table
from viz.labs.lookahead.drawing import LINE, TreeDrawing
from viz.labs.lookahead.lookahead_frame import LookaheadFrame, fewer, lookahead_frame
from viz.labs.lookahead.tree_area import TreeArea
from viz.labs.lookahead.tree_layout import TreeLayout, tree_layout
from viz.number_boxes import WholeBox
from viz.plain import Label, set_tip, show_tip
from viz.theme import Theme
from viz.ui_state import UiState

SMALLEST = 0.8  # of the type, in a figure: what has no room then is left out
LOW, LOWEST = 14.0, 8.5  # em: of the height of a low dock, and of a slit
SIDE = 30.0  # em: of the width of what stands beside the tree in a low dock
WIDEST = 16_777_215  # pixels: Qt's own


class LookaheadView(PaintedView):
    """The drawn tree; see the module."""

    name = "lookahead"
    title = QT_TRANSLATE_NOOP("LookaheadView", "Look-ahead tree")
    tab = QT_TRANSLATE_NOOP("LookaheadView", "Look-ahead")
    subtitle = QT_TRANSLATE_NOOP("LookaheadView", "What may come within the next tokens")
    keywords = (
        QT_TRANSLATE_NOOP("LookaheadView", "beam search"),
        QT_TRANSLATE_NOOP("LookaheadView", "continuations"),
        QT_TRANSLATE_NOOP("LookaheadView", "future"),
        QT_TRANSLATE_NOOP("LookaheadView", "probability tree"),
    )
    area = "bottom"
    order = 25
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 19.0
    tip = QT_TRANSLATE_NOOP(
        "LookaheadView",
        "The most likely continuations of the text, several tokens deep, with their probabilities; click one to "
        "continue the text with it.",
    )

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.painted: LookaheadFrame | None = None
        self._hovering = False
        save = QAction(self.tr("Save the continuations as a table (CSV)…"), self)
        save.triggered.connect(lambda _checked=False: self._save())
        self.addAction(save)
        self.bar = QWidget()
        self.slider = QSlider(Qt.Orientation.Horizontal, self.bar)
        self.slider.setRange(round(100 * SHARE.low), round(100 * SHARE.high))
        self.slider.setMinimumWidth(90)
        self.slider.setAccessibleName(self.tr("Share of what may come that is shown"))
        self.slider.valueChanged.connect(lambda value: self.send(SetOption(VIEW, SHARE.name, value / 100)))
        self.asked = Label(parent=self.bar)
        self.steps = WholeBox(self.bar)
        self.steps.setRange(int(DEPTH.low), int(DEPTH.high))
        self.steps.setAccessibleName(self.tr("How many tokens ahead"))
        set_tip(self.steps, self.tr("How many tokens deep the look-ahead tree is."))
        self.steps.valueChanged.connect(lambda value: self.send(SetOption(VIEW, DEPTH.name, value)))
        self.within = Label(self.tr("tokens ahead"), self.bar)
        self.side = QWidget(self)  # what stands above the tree, or beside it in a low dock
        self.hint = Label(parent=self.side)
        self.hint.setWordWrap(True)
        self.area_ = TreeArea(self)
        self.area_.hovered.connect(self._point_at)
        self.area_.taken.connect(self.take)
        self.area_.pinned.connect(self.pin)
        self.area_.menu_wanted.connect(self._open_menu)
        self.setFocusProxy(self.area_)
        self._lay_in()

    def _lay_in(self) -> None:
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.asked, self.slider, self.steps, self.within):
            row.addWidget(part, 3 * int(part is self.slider))
        row.addStretch(1)
        for part in (self.asked, self.steps, self.within):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        side = QVBoxLayout(self.side)
        side.setContentsMargins(8, 3, 8, 0)
        side.setSpacing(3)
        side.addWidget(self.bar)
        side.addWidget(self.hint)
        side.addStretch(0)
        self.rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self.rows.setContentsMargins(0, 2, 0, 0)
        self.rows.setSpacing(2)
        self.rows.addWidget(self.side)
        self.rows.addWidget(self.area_, 1)

    # -- frame and paint -----------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> LookaheadFrame:
        return lookahead_frame(run, ui)

    @classmethod
    def wants(cls, frame: LookaheadFrame) -> Sequence[Intent]:
        """The next level, where the tree is not whole."""
        return ask_labs(frame.tree.question)

    @classmethod
    def lacks(cls, frame: LookaheadFrame) -> bool:
        return frame.tree.growing and frame.tree.of_file

    def paint(self, frame: LookaheadFrame, theme: Theme) -> None:
        super().paint(frame, theme)
        with QSignalBlocker(self.slider), QSignalBlocker(self.steps):
            self.slider.setValue(round(100 * frame.limits.share))
            self.steps.setValue(frame.limits.depth)
        share = ahead_words.asked(frame.limits.share)
        self.asked.setText(self.tr("Show {share} of what may come").format(share=share))
        said = self.said(frame)
        self.hint.setText(said)
        self.area_.setVisible(bool(len(frame.tree)) and not self.still)
        self._give_room()
        self.area_.show_frame(frame, theme)
        say_changed(self, said)

    def said(self, frame: LookaheadFrame) -> str:
        """What is shown of what may come, what is missing, and what the probabilities are."""
        if not frame.has_text:
            return self.tr("No prediction yet. Write a prompt and press play.")
        if not len(frame.tree):
            return self.tr("This run's file holds no next tokens, so there is nothing to look ahead from.")
        parts = (ahead_words.masses(frame.tree), ahead_words.state(frame.tree), ahead_words.with_what(frame.plan))
        return sentences(*parts)

    def _give_room(self) -> None:
        """In a low dock settings and words stand beside the tree; where there is no room for that it has it all."""
        em, has_tree = self.em, self.painted is not None and len(self.painted.tree) > 0
        low, wide = self.height() < LOW * em, self.width() > 3 * SIDE * em
        beside = low and wide and has_tree
        self.rows.setDirection(QBoxLayout.Direction.RightToLeft if beside else QBoxLayout.Direction.TopToBottom)
        self.side.setMaximumWidth(round(SIDE * em) if beside else WIDEST)
        self.side.setVisible(not self.still and has_tree and (beside or not low))
        self.hint.setVisible(not (beside and self.height() < LOWEST * em))
        self.within.setVisible(self.side.maximumWidth() == WIDEST and self.width() > 45 * em)
        self.slider.setMaximumWidth(round(30 * em))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    # -- figures -------------------------------------------------------------------------------------------------

    def finish_figure(self) -> None:
        super().finish_figure()
        for part in (self.side, self.area_):
            part.hide()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """In a figure everything is drawn; in the window the tree's own part draws it."""
        frame = self.painted
        if frame is not None and not len(frame.tree):
            painter.setFont(self.font_of())
            painter.setPen(QColor(self.colours.muted))
            centred = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(rect.adjusted(self.em, 0, -self.em, 0), centred, self.said(frame))
        elif frame is not None and self.still:
            self._draw_still(painter, rect, frame)

    def _draw_still(self, painter: QPainter, rect: QRectF, frame: LookaheadFrame) -> None:
        """What is shown in words, and the whole tree below."""
        words = QRectF(rect.left() + self.em, rect.top() + 0.4 * self.em, rect.width() - 2 * self.em, rect.height())
        painter.setFont(self.font_of(0.9))
        painter.setPen(QColor(self.colours.muted))
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        metrics, said, fitting = QFontMetricsF(painter.font()), self.said(frame), frame
        while True:
            below = metrics.boundingRect(words, flags, said).bottom()
            room = QRectF(words.left(), below + self.em, words.width(), rect.bottom() - below - 1.5 * self.em)
            size, layout = self._fitted(fitting, room)
            if layout is not None or len(fitting.tree) <= 1:
                break
            fitting = self._less(fitting, room)
            left_out = self.tr("There is room for the {n} most likely of {all} continuations here.")
            said = sentences(self.said(frame), left_out.format(n=len(fitting.tree), all=len(frame.tree)))
        painter.drawText(words, flags, said)
        painter.save()
        painter.translate(room.topLeft())
        layout = layout or self._laid_out(fitting, size)
        TreeDrawing(painter, fitting, layout, self.colours, self.font_of(size)).draw()
        painter.restore()

    def _less(self, frame: LookaheadFrame, room: QRectF) -> LookaheadFrame:
        """A level less where the tree is too wide, else a continuation less."""
        deep, count = int(frame.tree.levels.max()), len(frame.tree)
        if self._laid_out(frame, SMALLEST).width > room.width() and deep > 1:
            return fewer(frame, deep - 1, count)
        return fewer(frame, deep, count - 1)

    def _fitted(self, frame: LookaheadFrame, room: QRectF) -> tuple[float, TreeLayout | None]:
        """The size of the type, and the layout in which the whole tree fits; None where none does."""
        size = 1.0
        while size >= SMALLEST:
            layout = self._laid_out(frame, size)
            if layout.width <= room.width() and layout.lines * LINE * self.em * size <= room.height():
                return size, layout
            size *= 0.93
        return SMALLEST, None

    def _laid_out(self, frame: LookaheadFrame, size: float) -> TreeLayout:
        font = self.font_of(size)
        measure = QFontMetricsF(font).horizontalAdvance
        return tree_layout(frame.tree, frame.texts, frame.after, float(font.pixelSize()), measure)

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point_at(self, row: int) -> None:
        """Tell what a continuation is, here and, by its token, in other views."""
        frame = self.painted
        if frame is None or not 0 <= row < len(frame.tree):
            if self._hovering:
                self._hovering = False
                QToolTip.hideText()
                self.send(Hover())
            return
        self._hovering = True
        facts = ahead_words.facts(frame.vocabulary, frame.tree, row)
        below = self.area_.box_of(row).bottomLeft().toPoint()
        said = "\n".join((*facts, ahead_words.what_to_do(frame.tree, row)))
        show_tip(self.area_.viewport().mapToGlobal(below), said, self.area_)
        say_changed(self.area_, spoken(*facts))
        self.send(Hover(token_id=frame.tree.paths[row][-1]))

    def take(self, row: int) -> None:
        """Continue the text with a continuation."""
        frame = self.painted
        if frame is not None and 0 <= row < len(frame.tree):
            first, *rest = frame.tree.paths[row]
            self.send(TakeToken(frame.tree.node, first, tuple(rest)))

    def pin(self, row: int) -> None:
        """Keep a continuation, or let it go."""
        frame = self.painted
        if frame is not None and 0 <= row < len(frame.tree):
            self.send(PinAhead(frame.tree.node, frame.tree.paths[row]))

    def _open_menu(self, row: int, where: QPoint) -> None:
        menu = self.menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(where)

    def menu(self, row: int) -> QMenu:
        """What can be done with a continuation, and with all of them."""
        menu, frame = QMenu(self), self.painted
        if frame is not None and 0 <= row < len(frame.tree):
            menu.addAction(self.tr("Continue the text with this"), functools.partial(self.take, row))
            pinned = bool(frame.tree.pinned[row])
            menu.addAction(self.tr("Unpin") if pinned else self.tr("Pin"), functools.partial(self.pin, row))
            text = ahead_words.continuation(frame.vocabulary, frame.tree, row)
            menu.addAction(self.tr("Copy the text"), lambda: QGuiApplication.clipboard().setText(text))
            menu.addSeparator()
        menu.addActions(self.actions())
        return menu

    def _save(self) -> None:
        if self.painted is not None:
            self.send(SaveTable(self.tr("look-ahead"), table.COLUMNS, table.rows(self.painted)))
