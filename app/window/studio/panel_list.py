"""The panels of a figure: which there are, in which order, and what each takes of the grid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.widgets.basics import describe, heading, spin
from app.window.view_groups import view_groups
from viz.figures.sheet import letters_of
from viz.figures.spec import AUTO, MOST_COLUMNS, FigureSpec, Panel
from viz.plain import caption, entry
from viz.view import View


class PanelList(QWidget):
    """`changed(spec, what)`: the figure as it is to be now. `added(view)` asks for a panel, `taken(index)` for what the
    view shows now in place of what the panel shows."""

    changed = Signal(object, str)
    added = Signal(str)
    taken = Signal(int)
    chosen = Signal(int)

    def __init__(self, views: Mapping[str, type[View]]) -> None:
        super().__init__()
        self._views = views
        self._spec = FigureSpec()
        self.looked_at = ""  # the view that was seen last, offered first
        self.list = QListWidget()
        self.add = QPushButton(self.tr("Add a view"))
        self.up, self.down = QPushButton(self.tr("Up")), QPushButton(self.tr("Down"))
        self.remove = QPushButton(self.tr("Remove"))
        self.take = QPushButton(self.tr("Show what is on screen now"))
        self.title = QLineEdit()
        self.across = spin(1, MOST_COLUMNS, self.tr("Columns that the panel takes"))
        self.tall = spin(1, MOST_COLUMNS, self.tr("Rows that the panel takes"))
        describe(self.list, self.tr("Panels"))
        describe(self.add, self.tr("Add a view"), self.tr("A panel that shows what the view shows now"))
        describe(self.up, self.tr("Move the panel up"))
        describe(self.down, self.tr("Move the panel down"))
        describe(self.remove, self.tr("Remove the panel"))
        words = self.tr("Token, layer, head, camera and options as they are in the view now")
        describe(self.take, self.tr("Show what is on screen now"), words)
        describe(self.title, self.tr("Title of the panel"), self.tr("The view's own, another, or none"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Panels")))
        column.addWidget(self.add)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        for button in (self.up, self.down, self.remove):
            row.addWidget(button)
        column.addLayout(row)
        column.addWidget(heading(self.tr("This panel")))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Columns"), self.across)
        form.addRow(self.tr("Rows"), self.tall)
        column.addLayout(form)
        column.addWidget(self.take)

    def _connect(self) -> None:
        self.add.clicked.connect(self._offer)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self.take.clicked.connect(lambda: self.taken.emit(self.list.currentRow()))
        self.list.currentRowChanged.connect(self._on_row)
        self.title.textEdited.connect(lambda text: self._set("title", text))
        self.across.valueChanged.connect(lambda value: self._set("across", value))
        self.tall.valueChanged.connect(lambda value: self._set("down", value))

    # -- showing -------------------------------------------------------------------------------------------------

    def show_spec(self, spec: FigureSpec) -> None:
        """Show a figure's panels; the same one stays chosen."""
        row = min(max(self.list.currentRow(), 0), len(spec.panel) - 1)
        self._spec = spec
        names = [self._name(spec, index) for index in range(len(spec.panel))]
        if [self.list.item(index).text() for index in range(self.list.count())] != names:
            self.list.blockSignals(True)
            self.list.clear()
            self.list.addItems(names)
            self.list.setCurrentRow(row)
            self.list.blockSignals(False)
        self._show_panel()

    def _name(self, spec: FigureSpec, index: int) -> str:
        panel = spec.panel[index]
        view = self._views.get(panel.view)
        title = view.translated_title() if view is not None else panel.view
        return f"{letters_of(spec)[index]}  {title}".strip()

    def choose(self, index: int) -> None:
        """Choose a panel; -1 for none."""
        self.list.setCurrentRow(index)

    def _on_row(self, row: int) -> None:
        self._show_panel()
        self.chosen.emit(row)

    def _show_panel(self) -> None:
        row = self.list.currentRow()
        there = 0 <= row < len(self._spec.panel)
        for widget in (self.remove, self.take, self.title, self.across, self.tall):
            widget.setEnabled(there)
        self.up.setEnabled(there and row > 0)
        self.down.setEnabled(there and row < len(self._spec.panel) - 1)
        panel = self._spec.panel[row] if there else Panel()
        for box, value in ((self.across, panel.across), (self.tall, panel.down)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        view = self._views.get(panel.view)
        own = view.translated_title() if view is not None else ""
        self.title.setPlaceholderText(self.tr("none") if panel.title == "" else own)
        if self.title.text() != (wanted := "" if panel.title == AUTO else panel.title):
            self.title.setText(wanted)

    # -- changing ------------------------------------------------------------------------------------------------

    def _offer(self) -> None:
        menu = self.menu()
        menu.exec(self.add.mapToGlobal(QPoint(0, self.add.height())))
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be added: the view that was seen last, and all as the menu View lists them."""
        menu = QMenu(self)
        if self.looked_at in self._views:
            words = self.tr("{title}, as it is now").format(title=self._views[self.looked_at].translated_title())
            entry(menu, words, lambda: self.added.emit(self.looked_at))
            menu.addSeparator()
        own, *groups = view_groups(self._views)
        self._offer_views(menu, own.views)
        menu.addSeparator()
        for group in groups:
            self._offer_views(menu.addMenu(caption(group.title)) if group.is_menu else menu, group.views)
        return menu

    def _offer_views(self, menu: QMenu, names: Sequence[str]) -> None:
        for name in names:
            entry(menu, self._views[name].translated_title(), lambda name=name: self.added.emit(name))  # type: ignore[misc]

    def _move(self, by: int) -> None:
        row = self.list.currentRow()
        self.list.blockSignals(True)
        self.list.setCurrentRow(row + by)
        self.list.blockSignals(False)
        self.changed.emit(self._spec.moved(row, row + by), "")

    def _remove(self) -> None:
        self.changed.emit(self._spec.without(self.list.currentRow()), "")

    def _set(self, name: str, value: object) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._spec.panel):
            panel = replace(self._spec.panel[row], **{name: value})  # type: ignore[arg-type]
            self.changed.emit(self._spec.with_panel(row, panel), f"panel {row} {name}")
