"""The rows of the board of interventions as widgets: a slider each, and everything else that can be said of a part.

A row never changes the board: it sends up the row it wants to become. What the program shows in it is never sent.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from engine.adjustable import Adjustable
from engine.errors import InputRefused
from engine.records import ModelInfo
from viz.board import Board, Row, positions_of, shown_positions, shown_scale, strength_of
from viz.charts.colours import mixed
from viz.in_language import in_language
from viz.labs.ablation.scale_slider import ScaleSlider
from viz.plain import Label, set_tip
from viz.theme import Theme
from viz.theme import theme as theme_called

TINY = 400  # pixels of width below which positions and order cannot be edited in the row
RETURNS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)  # nobody has gone anywhere
LONGEST_MODE = 86
LONGER = 70  # pixels that names of ways take more
NARROW = 780  # pixels of width below which a row takes two lines


class RowWidget(QWidget):
    """One intervention."""

    wanted = Signal(object, str)  # Row, gesture
    moved = Signal(int)  # by so many places
    solo = Signal()
    removed = Signal()
    reshaped = Signal()  # it takes one line now, or two
    chosen = Signal()  # clicked, or one of its controls has come to have the keyboard
    refused = Signal(str)  # a sentence

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: Row | None = None
        self.colours: Theme = theme_called("dark")
        self._counts = True
        self._lit = False
        self.on = QCheckBox()
        self.site = Label()
        self.site.setObjectName("dockTitle")
        self.site.setMinimumWidth(self.site.fontMetrics().horizontalAdvance("L00.attention") + 6)  # sliders line up
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("name"))
        self.slider = ScaleSlider()
        self.value = QLineEdit()
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.value.setFixedWidth(60)
        self.mode = QComboBox()
        self.mode.addItems([self.tr("scale"), self.tr("mean")])
        self.mode.setMinimumContentsLength(4)
        self.mode.setMaximumWidth(LONGEST_MODE)
        self._scale_or_mean = self.tr(
            "Scale: multiply this component's output by the number. Mean: replace its output by its average "
            "over a sample text."
        )
        self.where = QLineEdit()
        self.where.setFixedWidth(70)
        self.at = Label(self.tr("at positions"))
        self.at.setObjectName("muted")
        set_tip(
            self.where,
            self.tr(
                "Positions it applies to: all, last (the selected one), generated (those after the prompt), or a list "
                "such as 3,5-8"
            ),
        )
        self.only = self._button("S", self.tr("Solo: only this row is applied"))
        self.only.setCheckable(True)
        self.up, self.down = self._button("↑", self.tr("Move up")), self._button("↓", self.tr("Move down"))
        self.drop = self._button("×", self.tr("Remove from the list"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(10, 4, 8, 4)
        self._grid.setHorizontalSpacing(7)
        self._grid.setVerticalSpacing(2)
        self._narrow: bool | None = None
        self._connect()
        self._arrange(False)

    @staticmethod
    def _button(text: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("flat")
        button.setText(text)
        set_tip(button, tip)
        button.setFixedWidth(26)
        return button

    def _connect(self) -> None:
        self.on.clicked.connect(lambda on: self._want(on=on))
        self.slider.chosen.connect(lambda scale, gesture: self._want(gesture, scale=scale, mean=False))
        self.value.editingFinished.connect(self._typed_scale)
        self.where.editingFinished.connect(self._typed_positions)
        self.name.editingFinished.connect(lambda: self._want(name=self.name.text().strip()))
        self.mode.activated.connect(self._want_mode)
        self.only.clicked.connect(self.solo)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.drop.clicked.connect(self.removed)
        for part in self._parts():
            if not isinstance(part, Label):  # which passes a click on
                part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A control that is used means its row."""
        is_reached = isinstance(event, QFocusEvent) and event.gotFocus() and event.reason() not in RETURNS
        if is_reached or event.type() == QEvent.Type.MouseButtonPress:
            self.chosen.emit()
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the controls means the row too."""
        self.chosen.emit()
        event.accept()

    # -- layout --------------------------------------------------------------------------------------------------

    def _arrange(self, narrow: bool) -> None:
        """One line, or two where there is no room."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        grid = self._grid
        for widget in self._parts():
            grid.removeWidget(widget)
        ends = [self.at, self.where, self.only, self.up, self.down]
        parts = [self.on, self.site, self.name, self.value, self.mode, *ends]
        if narrow:
            for column, widget in enumerate((*parts, self.drop)):
                grid.addWidget(widget, 0, column)
            grid.addWidget(self.slider, 1, 0, 1, 11)
        else:
            for column, widget in enumerate((self.on, self.site, self.name, self.slider, *parts[3:], self.drop)):
                grid.addWidget(widget, 0, column)
        self.name.setVisible(not narrow)
        self.where.setFixedWidth(52 if narrow else 70)
        self.value.setFixedWidth(48 if narrow else 60)
        self.mode.setMaximumWidth(82 if narrow else LONGEST_MODE)
        for column in range(12):
            grid.setColumnStretch(column, 0)
        grid.setColumnStretch(1 if narrow else 3, 1)
        self.name.setMaximumWidth(120)
        self.reshaped.emit()

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.on, self.site, self.name, self.slider, self.value, self.mode, self.at, self.where, self.only,
            self.up, self.down, self.drop,
        )  # fmt: skip

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines where one is too short."""
        super().resizeEvent(event)
        self._fit_to(self.row)

    def _fit_to(self, row: Row | None) -> None:
        """Ways of acting have longer names than scale and mean."""
        named = row is not None and row.site is None and self.mode.count() > 0
        self._arrange(self.width() < NARROW + (LONGER if named else 0))

    # -- showing -------------------------------------------------------------------------------------------------

    def show_row(self, row: Row, counts: bool, why: str, theme: Theme, lit: bool) -> None:
        """Show a row; `counts`: it is in the plan; `why`: this model has no such part; `lit`: views show it."""
        self._counts, self._lit = counts and not why, lit
        self.colours = theme
        self.slider.show_theme(theme)
        if row != self.row:
            self._show(row)
        self.row = row
        ready = not row.mean and not why
        for widget in (self.slider, self.value):
            widget.setEnabled(ready and row.dial.low < row.dial.high)
        self.site.setEnabled(self._counts)
        set_tip(self, why)
        self.update()

    def _show(self, row: Row) -> None:
        part = in_language(row.label)
        self.site.setText(part)
        set_tip(self.site, self._kind(row))
        named: tuple[tuple[QWidget, str], ...] = (
            (self.on, self.tr("{part} is modified")), (self.name, self.tr("Name of {part}")),
            (self.slider, self.tr("Scale of {part}")), (self.value, self.tr("Exact scale of {part}")),
            (self.mode, self.tr("How {part} is modified")), (self.where, self.tr("Positions where {part} is modified")),
            (self.only, self.tr("Solo {part}")), (self.up, self.tr("Move {part} up")),
            (self.down, self.tr("Move {part} down")), (self.drop, self.tr("Remove {part} from the list")),
        )  # fmt: skip
        for widget, text in named:
            widget.setAccessibleName(text.format(part=part))
        self.on.setChecked(row.on)
        self.only.setChecked(row.solo)
        if (row.scale, row.dial) != (self.slider.scale, self.slider.dial):
            self.slider.show_dial(row.dial)
            self.slider.show_scale(row.scale)
        self._show_mode(row)
        for line, text in (
            (self.value, shown_scale(row.scale)), (self.where, shown_positions(row.where)), (self.name, row.name),
        ):  # fmt: skip
            if not (line.hasFocus() and line.isModified()):
                line.setText(text)

    def _kind(self, row: Row) -> str:
        """What a row is about, for a tooltip; of an intervention of a laboratory with what it does at its strength."""
        if isinstance(row.subject, Adjustable):
            return f"{in_language(row.subject.description)}\n{in_language(row.effect)}"
        words = {
            "neuron": self.tr("Neuron {index} of layer {layer}"), "head": self.tr("Head {index} of layer {layer}"),
            "attention": self.tr("The attention of layer {layer}"), "mlp": self.tr("The MLP of layer {layer}"),
        }  # fmt: skip
        return words[row.subject.kind].format(index=row.subject.index, layer=row.subject.layer)

    def _show_mode(self, row: Row) -> None:
        names = [self.tr("scale"), self.tr("mean")]
        if isinstance(row.subject, Adjustable):
            names = [in_language(name) for name in row.subject.modes]
        with QSignalBlocker(self.mode):
            if [self.mode.itemText(at) for at in range(self.mode.count())] != names:
                self.mode.clear()
                self.mode.addItems(names)
            self.mode.setCurrentIndex(row.subject.mode if isinstance(row.subject, Adjustable) else int(row.mean))
        set_tip(self.mode, self._scale_or_mean if row.site is not None else self.tr("How it acts on the model"))
        self.mode.setEnabled(len(names) > 1)
        self.mode.setVisible(bool(names))
        self._fit_to(row)

    def _want_mode(self, index: int) -> None:
        if self.row is not None and isinstance(self.row.subject, Adjustable):
            self._want(subject=self.row.subject.with_mode(index))
        else:
            self._want(mean=index == 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card, with a bar at its left end while the row counts, and framed where views show its component."""
        theme = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.accent if self._lit else theme.border), 1.4 if self._lit else 1))
        painter.setBrush(mixed(theme.raised, theme.surface, 0.35 if self._counts else 0.85))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 7, 7)
        if self._counts:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.fan))
            painter.drawRoundedRect(3, 8, 4, self.height() - 16, 2, 2)
        painter.end()

    # -- what a person does --------------------------------------------------------------------------------------

    def _want(self, gesture: str = "", **changes: Any) -> None:
        if self.row is not None:
            wanted = replace(self.row, **changes)
            if wanted != self.row:
                self.wanted.emit(wanted, f"{gesture} {self.row.label}" if gesture else "")

    def _typed_scale(self) -> None:
        if self.row is not None:
            subject = self.row.subject
            self._typed(self.value, lambda text: {"scale": strength_of(text, subject), "mean": False})

    def _typed_positions(self) -> None:
        self._typed(self.where, lambda text: {"where": positions_of(text)})

    def _typed(self, line: QLineEdit, read: Callable[[str], dict[str, Any]]) -> None:
        """Take what was typed over, or say what is wrong with it and put back what was there."""
        row = self.row
        if row is None or not line.isModified():
            return
        line.setModified(False)
        try:
            changes = read(line.text())
        except InputRefused as error:
            self.refused.emit(in_language(str(error)))
            line.setText(shown_scale(row.scale) if line is self.value else shown_positions(row.where))
            return
        self._want(**changes)
        line.setText(shown_scale(row.scale) if line is self.value else shown_positions(row.where))
        if self.row is not None:
            line.setText(shown_scale(self.row.scale) if line is self.value else shown_positions(self.row.where))


class BoardRows(QScrollArea):
    """All rows, scrolled where they do not fit."""

    edited = Signal(object, str)  # Board, gesture
    chosen = Signal(object)  # what the row changes
    reshaped = Signal()  # the rows are higher or lower than they were
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.board = Board()
        self.rows: list[RowWidget] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Interventions"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        body = QWidget()
        body.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._column.addStretch(1)
        self.setWidget(body)
        body.setAutoFillBackground(False)

    def show_board(self, board: Board, info: ModelInfo | None, theme: Theme, lit: frozenset[Hashable]) -> None:
        """Show these rows, keeping the widgets that are there. `lit`: components that views show."""
        self.board = board
        while len(self.rows) > len(board.rows):
            gone = self.rows.pop()
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(board.rows):
            self._add()
        for widget, row in zip(self.rows, board.rows, strict=True):
            why = in_language(row.why_not(info)) if info is not None else ""
            widget.show_row(row, board.active(row), why, theme, row.target in lit)
        for index, widget in enumerate(self.rows):
            widget.up.setEnabled(index > 0)
            widget.down.setEnabled(index < len(self.rows) - 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out of the rows what a very narrow window has no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        for row in self.rows:
            for part in (row.at, row.where, row.up, row.down):
                part.setVisible(self.viewport().width() > TINY)

    def tall(self) -> int:
        """Pixels that all rows take."""
        return sum(widget.sizeHint().height() + 5 for widget in self.rows)

    def _add(self) -> None:
        widget, index = RowWidget(), len(self.rows)
        widget.wanted.connect(lambda row, gesture: self.edited.emit(self.board.with_row(index, row), gesture))
        widget.moved.connect(lambda by: self.edited.emit(self.board.moved(index, index + by), ""))
        widget.solo.connect(lambda: self.edited.emit(self.board.soloed(index), ""))
        widget.removed.connect(lambda: self.edited.emit(self.board.without(index), ""))
        widget.refused.connect(self.refused)
        widget.reshaped.connect(self.reshaped)
        widget.chosen.connect(lambda: self.chosen.emit(self.board.rows[index].subject))
        self._column.insertWidget(index, widget)
        self.rows.append(widget)
        self._fit()


def buttons(*made: QWidget) -> QHBoxLayout:
    """A row of controls, left to right."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(6)
    for widget in made:
        line.addWidget(widget)
    return line
