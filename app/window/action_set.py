"""Makes the QActions of the table, once per window, and keeps their icons and their being enabled up to date."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.look import icons, style
from app.state import RunState
from app.window import actions
from viz.plain import set_tip
from viz.theme import Theme


class ActionSet(QObject):
    """`by_id` holds the actions; `bind` gives each the method of its id."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.by_id: dict[str, QAction] = {}
        for row in actions.ROWS:
            action = QAction(row.translated(), window)
            action.setObjectName(row.id)
            action.setShortcuts([QKeySequence(keys) for keys in row.shortcuts])
            set_tip(action, row.translated_tip() or row.translated())
            action.setCheckable(row.checkable)
            window.addAction(action)
            self.by_id[row.id] = action

    def bind(self, methods: Mapping[str, Callable[[], object]]) -> None:
        """Say what each action does. Raises ValueError where a row has no method, or a method no row."""
        unmatched = sorted(set(self.by_id) ^ set(methods))
        if unmatched:
            raise ValueError(f"actions and methods do not match: {', '.join(unmatched)}")
        for identifier, method in methods.items():
            self.by_id[identifier].triggered.connect(_caller(method))

    def trigger_by_keys(self, keys: str) -> None:
        """Do what these keys stand for, where it can be done now."""
        for action in self.by_id.values():
            if action.isEnabled() and keys in [shortcut.toString() for shortcut in action.shortcuts()]:
                action.trigger()
                return

    def show_state(self, state: RunState) -> None:
        """Enable what can be done now."""
        for row in actions.ROWS:
            self.by_id[row.id].setEnabled(actions.allowed(row, state))

    def show_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours. Menus on macOS carry none, as is the custom there."""
        faded = style.mix(theme.text, theme.surface, 0.6)
        for row in actions.ROWS:
            if row.icon:
                self.by_id[row.id].setIcon(icons.icon(row.icon, theme.muted, faded))
            self.by_id[row.id].setIconVisibleInMenu(sys.platform != "darwin")

    def fill(self, menu: QMenu, name: str) -> None:
        """Add the rows of a menu, with a line between its groups."""
        last = None
        for row in actions.ROWS:
            if row.menu == name:
                if last is not None and row.group != last:
                    menu.addSeparator()
                menu.addAction(self.by_id[row.id])
                last = row.group


def _caller(method: Callable[[], object]) -> Callable[[bool], None]:
    """Drop the `checked` that Qt passes."""

    def call(checked: bool = False) -> None:
        method()

    return call
