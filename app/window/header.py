"""The row at the top: menus, the workspaces as buttons, and the way into the command palette.

When the window is too narrow (or the text too large) for all of it, the palette's button loses its words first, then
the workspaces become one button with a menu; nothing is ever cut off.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QMenuBar,
    QPushButton,
    QToolButton,
    QWidget,
)

from app.widgets.basics import bind, describe, flat_button
from app.window import actions
from app.window.action_row import Row
from app.window.action_set import ActionSet
from app.window.dock import kept_from_shortcuts
from app.window.workspaces import WORKSPACES
from viz.plain import set_tip

KEYS = 9  # workspaces that have a key: Ctrl+0 is the text's usual size


class Header(QWidget):
    """`workspace_chosen(name)`. `menus` holds the menus by the names of the table."""

    workspace_chosen = Signal(str)

    def __init__(self, made: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.bar = QMenuBar()
        self.bar.setNativeMenuBar(False)
        self.menus: dict[str, QMenu] = {}
        for identifier, text in actions.MENUS:
            self.menus[identifier] = self.bar.addMenu(self._translated(text))
            self.menus[identifier].setToolTipsVisible(True)
            made.fill(self.menus[identifier], identifier)
        self.recent = QMenu(self)
        self.recent.setToolTipsVisible(True)
        self.strip = QWidget()
        self.buttons: dict[str, QPushButton] = {}
        self.workspace_actions: dict[str, QAction] = {}
        self._group = QActionGroup(self)
        self._make_workspaces()
        self.folded = QToolButton()
        self.folded.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.folded.setMenu(self._workspace_menu)
        describe(self.folded, self.tr("Workspace"))
        self.search = self._search_button(made.by_id["palette"])
        self.theme_button = flat_button("theme", self.tr("Next theme"))
        bind(self.theme_button, made.by_id["next_theme"])
        self._lay_out()

    @staticmethod
    def _translated(text: str) -> str:
        return Row("", text).translated()

    def _make_workspaces(self) -> None:
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        exclusive = QButtonGroup(self)
        self._workspace_menu = QMenu(self)
        for number, workspace in enumerate(WORKSPACES, start=1):
            title, tip = workspace.translated(), workspace.translated_tip()
            action = QAction(title, self)
            action.setCheckable(True)
            keys = f"Ctrl+{number}" if number <= KEYS else ""
            action.setShortcut(keys)
            set_tip(action, tip)
            action.triggered.connect(lambda _=False, chosen=workspace.name: self.workspace_chosen.emit(chosen))
            self._group.addAction(action)
            self._workspace_menu.addAction(action)
            self.workspace_actions[workspace.name] = action
            button = QPushButton(title)
            button.setObjectName("workspace")
            button.setCheckable(True)
            describe(button, self.tr("Workspace {title}").format(title=title), f"{tip}  ({keys})" if keys else tip)
            button.clicked.connect(action.trigger)
            exclusive.addButton(button)
            row.addWidget(button)
            self.buttons[workspace.name] = button

    def _search_button(self, action: QAction) -> QPushButton:
        button = QPushButton()
        button.setObjectName("search")
        button.setProperty("iconName", "search")
        button.setProperty("iconPixels", 16)
        bind(button, action)
        describe(button, action.text())
        set_tip(button, f"{action.text()}  (Ctrl+K)")
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 5, 10, 5)
        row.setSpacing(6)
        row.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self.strip)
        row.addWidget(self.folded)
        row.addStretch(1)
        row.addWidget(self.search)
        row.addWidget(self.theme_button)

    def show_workspace(self, identifier: str) -> None:
        """Mark the workspace that is shown."""
        if identifier in self.buttons:
            self.buttons[identifier].setChecked(True)
            self.workspace_actions[identifier].setChecked(True)
            self.folded.setText(f"{self.workspace_actions[identifier].text()} ▾")

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for any window: what does not fit folds away."""
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold away what does not fit."""
        super().resizeEvent(event)
        self.fold()

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys from playback while they go from workspace to workspace."""
        return kept_from_shortcuts(event, buttons=True) or super().event(event)

    def fold(self) -> None:
        """Choose the roomiest form that fits the width."""
        words = self.tr("Find a command…  Ctrl+K")
        menus = sum(self.bar.actionGeometry(action).width() + 2 for action in self.bar.actions())
        menus = max(menus, self.bar.sizeHint().width())  # a menu that had no room yet has no place either
        self.bar.setMinimumWidth(menus)
        fixed = menus + self.theme_button.sizeHint().width() + 60
        strip = self.strip.sizeHint().width()
        long = self.search.fontMetrics().horizontalAdvance(words) + 56
        self.search.setText(words if fixed + strip + long <= self.width() else "")
        short = fixed + strip + 40 <= self.width()
        self.strip.setVisible(short)
        self.folded.setVisible(not short)
