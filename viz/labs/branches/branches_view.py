"""All branches of the run as a drawn tree: a line each, with its name, its numbers, and the tokens at every fork.

A click or Enter goes to a branch. Ticking “B” shows it beside the current one, here and wherever texts are shown. The
rows are a table of Qt's, whose keyboard, scrolling, editing and screen reader they need; the tree is drawn in its last
column.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import ClassVar

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QFrame,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from engine.run import LONGEST_NAME, Run
from viz.after_resize import AfterResize
from viz.charts.rank_table import put_on
from viz.charts.speech import say_changed
from viz.intents import AskLab, CompareWith, HandOver, Hover, Intent, NameBranch, ReturnTo, SaveTable
from viz.joined import sentences, spoken
from viz.lab import QT_TRANSLATE_NOOP
from viz.labs.branches import table, words
from viz.labs.branches.branch_model import BITS, COMPARE, MEAN, NAME, NUMBERS, TOKENS, TREE, BranchModel
from viz.labs.branches.branches_frame import BranchesFrame, branches_frame
from viz.labs.branches.drawing import RowDelegate, em_of, measure_in, small_of
from viz.labs.branches.tree_layout import tree_layout
from viz.plain import Label, set_tip
from viz.text_box import TextBox
from viz.theme import Theme
from viz.ui_state import UiState
from viz.view import View

ROW = 1.95  # em of a row's height
NAMES = (15.0, 10.0, 7.5)  # em of the names' column, at most
TIGHT, TIGHTER, TIGHTEST = 75.0, 42.0, 30.0  # em of width below which numbers give way to the tree
DETAILS, ROOMY = 5.5, 20.0  # em: of the continuation's height, and of the view's from which on it is shown
ZOOMS = (0.5, 3.0)  # of the type
LOW, ROWS = 9.0, 5.0  # em of the view's height, and of its rows', below which nothing stands above them
SENTENCE = 26.0  # em of width below which a hint does not stand beside buttons, but above them
CLOSER = 1.15
HEADING = 16  # pixels around the words of a heading
SMALLEST = 6  # pixels of the type of a figure


class BranchTable(QTableView):
    """The table, which takes a few keys for itself."""

    key_pressed = Signal(object)  # Qt.Key
    zoomed = Signal(float)
    left = Signal()

    KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_C, Qt.Key.Key_S, Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus,
            Qt.Key.Key_0, Qt.Key.Key_Space)  # fmt: skip
    wanted: ClassVar[frozenset[Qt.Key]] = frozenset(KEYS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Those of the view, then Qt's own."""
        plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if plain and Qt.Key(event.key()) in self.wanted:
            event.accept()
            self.key_pressed.emit(Qt.Key(event.key()))
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the type grows and shrinks."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoomed.emit(CLOSER if event.angleDelta().y() > 0 else 1 / CLOSER)
            event.accept()
            return
        super().wheelEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self.left.emit()


class Above(QWidget):
    """What stands above the rows, as high as the view makes it.

    Were its height asked for by the width, the dock would give the view a height by what stands there, and what stands
    there depends on the view's height: both changed each other until the stack was full.
    """

    def hasHeightForWidth(self) -> bool:
        return False


class BranchesView(View):
    """The overview; see the module."""

    name = "branches"
    title = QT_TRANSLATE_NOOP("BranchesView", "Branches")
    subtitle = QT_TRANSLATE_NOOP("BranchesView", "Every continuation that was tried")
    keywords = (
        QT_TRANSLATE_NOOP("BranchesView", "tree"),
        QT_TRANSLATE_NOOP("BranchesView", "forks"),
        QT_TRANSLATE_NOOP("BranchesView", "compare branches"),
        QT_TRANSLATE_NOOP("BranchesView", "side by side"),
        QT_TRANSLATE_NOOP("BranchesView", "log-probability"),
        QT_TRANSLATE_NOOP("BranchesView", "perplexity"),
    )
    area = "bottom"
    order = 20
    gives_next_away = True
    figure_needs = "model"
    figure_seconds = 1.0
    tip = QT_TRANSLATE_NOOP(
        "BranchesView",
        "The tree of all continuations of this text: the tokens chosen at each fork with their probabilities; click a "
        "branch to go there, or compare it with the current one.",
    )
    figure_lines: ClassVar[int] = 460  # logical height a figure is laid out at

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.painted: BranchesFrame | None = None
        self.still = self.transparent = False
        self._theme: Theme | None = None
        self._zoom = 1.0
        self._shown: tuple[object, ...] = ()  # what the continuation below was shown for
        self.model = BranchModel(self)
        self.delegate = RowDelegate(self)
        self.hint = Label(parent=self)
        self.hint.setWordWrap(True)
        save = QAction(self.tr("Save the branches as a table (CSV)…"), self)
        save.triggered.connect(lambda _checked=False: self._save())
        self.addAction(save)
        self.swap = self._button(self.tr("Swap"), self.tr("Go to B; what is A now becomes B (S)"), self._swap)
        self.stop = self._button(
            self.tr("Stop comparing"),
            self.tr("Show the current branch alone (Esc)"),
            functools.partial(self._compare, None),
        )
        self.compute = self._button(
            self.tr("Compute with the loaded model"),
            self.tr("Let the model that made this run compute what a file does not store"),
            functools.partial(self.send, HandOver()),
        )
        self.buttons = (self.compute, self.swap, self.stop)
        self.table = self._made_table()
        self.text = TextBox(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setAccessibleName(self.tr("The branch's continuation"))
        self._lay_in()
        self.setFocusProxy(self.table)

    def _button(self, text: str, tip: str, then: object) -> QPushButton:
        button = QPushButton(text, self)
        set_tip(button, tip)
        button.clicked.connect(then)
        button.hide()
        return button

    def _lay_in(self) -> None:
        self.above = Above(self)
        self.beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.above)
        self.beside.setContentsMargins(6, 2, 6, 0)
        self.beside.addWidget(self.hint, 1)
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        for button in self.buttons:
            self.row.addWidget(button)
        self.beside.addLayout(self.row)
        self.beside.setAlignment(self.row, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.above)
        column.addWidget(self.table, 1)
        column.addWidget(self.text)

    def _made_table(self) -> BranchTable:
        made = BranchTable(self)
        made.setModel(self.model)
        made.setItemDelegate(self.delegate)
        made.setAccessibleName(self.tr("Branches of the run"))
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        made.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        made.setMinimumHeight(48)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.setMouseTracking(True)
        made.setTabKeyNavigation(False)
        made.verticalHeader().hide()
        made.verticalHeader().setMinimumSectionSize(8)
        made.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        made.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        made.horizontalHeader().setMinimumSectionSize(8)
        made.horizontalHeader().setHighlightSections(False)
        made.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        made.customContextMenuRequested.connect(self._open_menu)
        made.clicked.connect(self._clicked)
        made.activated.connect(self._clicked)
        made.entered.connect(lambda index: self._point_at(index.row()))
        made.left.connect(lambda: self._point_at(-1))
        made.key_pressed.connect(self._key)
        made.zoomed.connect(self.zoom)
        AfterResize(made.viewport(), self._lay_out)  # it has another width once its scroll bar comes or goes
        made.selectionModel().currentRowChanged.connect(lambda *_: self._point_at(-1, anew=True))
        self.model.renamed.connect(self._rename)
        self.model.ticked.connect(lambda row, on: self._compare(row if on else None))
        return made

    # -- frame and paint -----------------------------------------------------------------------------------------

    @classmethod
    def frame(cls, run: Run, ui: UiState) -> BranchesFrame:
        return branches_frame(run, ui)

    @classmethod
    def wants(cls, frame: BranchesFrame) -> Sequence[Intent]:
        """One fork after the other: a newer question would end the one before."""
        return () if frame.question is None else (AskLab(frame.question, in_turn=True),)

    def paint(self, frame: BranchesFrame, theme: Theme) -> None:
        before, selected = self.painted, self._selected_leaf()
        self.painted, self._theme = frame, theme
        put_on(self, theme)
        self.model.show(frame)
        self.delegate.frame, self.delegate.theme = frame, theme
        self._say(frame)
        self.table.setVisible(bool(frame.worth))
        self._lay_out()
        if frame.worth and (before is None or self.table.currentIndex().row() < 0 or before.current != frame.current):
            row = frame.current if before is None or before.current != frame.current else frame.tree.row_of(selected)
            self.table.setCurrentIndex(self.model.index(max(row, 0), NAME))
        self._show_text()
        self.table.viewport().update()

    def _selected_leaf(self) -> int:
        row = self.table.currentIndex().row()
        branches = self.painted.tree.branches if self.painted is not None else ()
        return branches[row].leaf if 0 <= row < len(branches) else -1

    def _say(self, frame: BranchesFrame, fit: int = 0) -> None:
        """What can be done, and why numbers are missing; for a screen reader, what is current.

        `fit`: how many branches a figure has room for, 0 for all.
        """
        missing = words.not_known(frame)
        narrow = self.width() < TIGHTER * em_of(self.font()) and (frame.compared >= 0 or bool(missing))
        said = [words.hint(frame, self.still or narrow), missing]
        if fit:
            said.append(self.tr("The first {n} of {all} are shown.").format(n=fit, all=len(frame.worth)))
        self.hint.setText(sentences(*said))
        comparing = frame.compared >= 0 and not self.still
        self.compute.setVisible(bool(missing) and frame.of_file and not self.still)
        self.swap.setVisible(comparing)
        self.stop.setVisible(comparing)
        self._give_room()
        rows = [words.row_facts(frame, row) for row in (frame.current, frame.compared) if row >= 0]
        say_changed(self, spoken(*rows) or words.hint(frame))

    def _give_room(self) -> None:
        """In a low dock rows are worth more than a hint: keys and menu do what the buttons do, tips tell the rest."""
        em, frame = em_of(self.font()), self.painted
        several = frame is not None and len(frame.worth) > 1
        self._place_buttons(em)
        needed = self.beside.heightForWidth(self.width())
        low = several and self.height() < max(LOW * em, needed + ROWS * em) and not self.still
        self.above.setFixedHeight(max(needed, 0))
        self.above.setVisible(not low)
        self.text.setFixedHeight(round(DETAILS * em))
        self.text.setVisible(bool(frame and frame.worth) and not self.still and self.height() >= ROOMY * em)

    def _place_buttons(self, em: float) -> None:
        """Put the buttons beside the hint, or where that would be left a word a line, below it."""
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        wide = sum(button.sizeHint().width() + 0.5 * em for button in self.buttons if not button.isHidden())
        stacked = wide > 0 and self.width() - wide < SENTENCE * em
        self.beside.setDirection(below if stacked else beside)
        self.row.setDirection(below if wide > self.width() - em else beside)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 80)

    @property
    def em(self) -> float:
        """Pixel height of the table's type."""
        return em_of(self.table.font())

    def _lay_out(self) -> None:
        """Sizes of rows and columns for the type and the width there are."""
        frame = self.painted
        if frame is None or not frame.worth:
            return
        em, measure = self.em, measure_in(self.table.font())
        small = measure_in(small_of(self.table.font()))
        self.table.verticalHeader().setDefaultSectionSize(round(ROW * em))
        width = float(self._room)
        narrow = width / em
        self.table.setColumnHidden(COMPARE, self.still)
        self.table.setColumnHidden(TOKENS, narrow < TIGHTEST)
        self.table.setColumnHidden(BITS, narrow < TIGHTER)
        self.table.setColumnHidden(MEAN, narrow < TIGHT)
        taken = sum(self._fit_column(column, measure) for column in (COMPARE, *NUMBERS))
        names = max(measure(branch.name) for branch in frame.tree.branches) * 1.06 + 3.0 * em
        numbers = functools.partial(words.numbers, frame)
        for most in NAMES:  # the tree has more need of the room than long names
            wide = round(min(names, most * em))
            layout = tree_layout(frame, width - taken - wide, em, measure, small, numbers)
            if layout.width <= width - taken - wide:
                break
        self.table.setColumnWidth(NAME, wide)
        self.delegate.layout = layout
        self.table.setColumnWidth(TREE, round(layout.width))

    @property
    def _is_cut(self) -> bool:
        """Whether the tree is wider than its room."""
        shown = [column for column in range(TREE + 1) if not self.table.isColumnHidden(column)]
        return sum(map(self.table.columnWidth, shown)) > self._room

    @property
    def _room(self) -> int:
        """Pixels of width for the columns. A figure is never shown, so that its table has none of its own yet."""
        return self.width() if self.still else self.table.viewport().width()

    def _fit_column(self, column: int, measure: Callable[[str], float]) -> int:
        """Make a column as wide as its texts; how wide it is, 0 where it is hidden."""
        wide = 2.4 * self.em
        if column != COMPARE:
            texts = [str(self.model.index(row, column).data()) for row in range(self.model.rowCount())]
            texts.append(str(self.model.headerData(column, Qt.Orientation.Horizontal)))
            wide = max(map(measure, texts)) + 0.6 * self.em + HEADING
        self.table.setColumnWidth(column, round(wide))
        return 0 if self.table.isColumnHidden(column) else round(wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._set_type()

    def zoom(self, factor: float) -> None:
        """Make the type of the tree larger or smaller; 0: as it was."""
        low, high = ZOOMS
        self._zoom = 1.0 if factor == 0 else min(max(self._zoom * factor, low), high)
        self._set_type()

    def _set_type(self) -> None:
        font = self.font()
        font.setPixelSize(max(int(em_of(self.font()) * self._zoom + 1e-6), SMALLEST))
        self.table.setFont(font)
        self.model.font = font
        self._lay_out()

    def finish_figure(self) -> None:
        """All branches, as large as they fit."""
        self.still = True
        for side in (self.table.setVerticalScrollBarPolicy, self.table.setHorizontalScrollBarPolicy):
            side(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = self.painted
        if frame is None or not frame.worth:
            return
        self.table.clearSelection()
        self.text.hide()
        em = em_of(self.font())
        room = self.height() - 4.0 * em  # without hint and heading
        self._zoom = min(1.0, max(room / (ROW * em * len(frame.worth)), SMALLEST / em))
        self._set_type()
        while self._is_cut and self.em > SMALLEST:
            self._zoom = min(self._zoom * 0.95, (self.em - 1) / em)
            self._set_type()
        fit = int(room / round(ROW * self.em))
        self._say(frame, fit if fit < len(frame.worth) else 0)

    # -- the text of one branch ----------------------------------------------------------------------------------

    def _show_text(self) -> None:
        """The continuation of the branch pointed at, or of the selected one."""
        frame = self.painted
        row = self.delegate.pointed if self.delegate.pointed >= 0 else self.table.currentIndex().row()
        if frame is None or not 0 <= row < len(frame.worth):
            self.text.clear()
            return
        shown = (frame.worth[row], words.row_facts(frame, row))
        if shown != self._shown:
            self._shown = shown
            self.text.setPlainText(f"{shown[1]}\n{frame.worth[row].text}")

    # -- gestures ------------------------------------------------------------------------------------------------

    def _point_at(self, row: int, anew: bool = False) -> None:
        """A row is pointed at, or none; `anew`: another row was selected, which is what counts then."""
        frame = self.painted
        if frame is None or (row == self.delegate.pointed and not anew):
            return
        if row == self.delegate.pointed:
            self._show_text()
            return
        self.delegate.pointed = row
        if 0 <= row < len(frame.worth):
            branch = frame.tree.branches[row]
            self.send(Hover(node=branch.leaf))
        else:
            self.send(Hover())
        self._show_text()
        self.table.viewport().update()

    def _clicked(self, index: QModelIndex) -> None:
        if index.isValid() and index.column() != COMPARE:
            self.go(index.row())

    def go(self, row: int) -> None:
        """Go to a branch; the compared one changes places with the current one then."""
        frame = self.painted
        if frame is None or not 0 <= row < len(frame.worth) or (row == frame.current and frame.at_end):
            return
        self.send(ReturnTo(frame.tree.branches[row].leaf))

    def _swap(self) -> None:
        if self.painted is not None and self.painted.compared >= 0:
            self.go(self.painted.compared)

    def _compare(self, row: int | None) -> None:
        frame = self.painted
        if frame is not None and row != frame.current:
            self.send(CompareWith(None if row is None else frame.tree.branches[row].leaf))

    def _rename(self, row: int, name: str) -> None:
        frame = self.painted
        if frame is None or not 0 <= row < len(frame.worth):
            return
        branch = frame.tree.branches[row]
        typed = " ".join(name.split())[:LONGEST_NAME]
        if typed != branch.name:
            self.send(NameBranch(branch.leaf, typed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape and S where a button or the text has the focus, as their tips say; the table takes its own."""
        if not event.modifiers() and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_S):
            self._key(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key) -> None:
        frame, row = self.painted, self.table.currentIndex().row()
        if frame is None:
            return
        if key == Qt.Key.Key_Escape:
            self._compare(None)
        elif key in (Qt.Key.Key_C, Qt.Key.Key_Space) and row >= 0:
            self._compare(None if row == frame.compared else row)
        elif key == Qt.Key.Key_S:
            self._swap()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_Space):
            self.zoom({Qt.Key.Key_Minus: 1 / CLOSER, Qt.Key.Key_0: 0.0}.get(key, CLOSER))

    def _open_menu(self, where: QPoint) -> None:
        index = self.table.indexAt(where)
        row = index.row() if index.isValid() else self.table.currentIndex().row()
        menu = self.menu(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.viewport().mapToGlobal(where))

    def menu(self, row: int) -> QMenu:
        """What can be done with a branch, and with all of them."""
        menu, frame = QMenu(self), self.painted
        if frame is not None and 0 <= row < len(frame.worth):
            self._add_of_branch(menu, frame, row)
        if frame is not None and frame.worth:
            if frame.compared >= 0:
                menu.addAction(self.tr("Swap A and B"), self._swap)
                menu.addAction(self.tr("Stop comparing"), functools.partial(self._compare, None))
            menu.addSeparator()
        menu.addActions(self.actions())
        return menu

    def _add_of_branch(self, menu: QMenu, frame: BranchesFrame, row: int) -> None:
        branch = frame.tree.branches[row]
        go = menu.addAction(self.tr("Go to this branch"), functools.partial(self.go, row))
        go.setEnabled(row != frame.current or not frame.at_end)
        compare = menu.addAction(self.tr("Compare with the current branch"), functools.partial(self._compare, row))
        compare.setEnabled(row not in (frame.current, frame.compared))
        name = self.model.index(row, NAME)
        menu.addAction(self.tr("Rename…"), functools.partial(self._edit, name))
        if branch.named:
            menu.addAction(self.tr("Remove the name"), functools.partial(self.send, NameBranch(branch.leaf, "")))
        text = frame.worth[row].text
        menu.addAction(self.tr("Copy the continuation"), lambda: QGuiApplication.clipboard().setText(text))

    def _edit(self, index: QModelIndex) -> None:
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def _save(self) -> None:
        if self.painted is not None:
            self.send(SaveTable(self.tr("branches"), table.COLUMNS, table.rows(self.painted)))
