"""What the menus hold besides the table of actions: views, workspaces, themes, recent files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.translation import theme_title
from app.window.header import Header
from app.window.view_groups import ViewGroup, view_groups
from app.window.view_host import ViewHost
from viz import theme as themes
from viz.plain import caption, set_tip

translate = QCoreApplication.translate  # by this name its texts are collected

SHOW = "show "  # begins the object names of the views' entries


@dataclass(frozen=True)
class Offered:
    """What there is to choose from, and what choosing it does."""

    actions: Mapping[str, QAction]  # those of the table, by id
    workspaces: Sequence[QAction]
    hosts: Callable[[], Mapping[str, ViewHost]]  # the views' docks, by name and in their order
    models: Callable[[], Sequence[str]]
    recent_runs: Callable[[], Sequence[tuple[str, str]]]  # name and path each
    show_view: Callable[[str], object]
    set_theme: Callable[[str], object]
    export: Callable[[str], object]  # asks for a figure of a view
    save_data: Callable[[str], object]  # of a view
    copy_table: Callable[[str], object]
    choose_model: Callable[[str], object]
    open_run: Callable[[str], object]  # the file at a path


class Menus(QObject):
    """Adds views, themes, workspaces and recent files to the menus of a header."""

    def __init__(self, header: Header, show_controls: QAction, offered: Offered, window: QWidget) -> None:
        super().__init__(window)
        self._menus, self._recent = header.menus, header.recent
        self._show_controls = show_controls
        self._offered = offered
        self._window = window
        self._views: dict[str, QAction] = {}  # by the views' names
        self._entries: list[QAction] = []  # what stands in the menu for them: themselves, and menus of laboratories
        self._of_labs: dict[str, tuple[QAction, QMenu]] = {}
        self._line = QAction(window)
        self._line.setSeparator(True)
        self._themes = self._theme_actions()
        self._add_workspaces()
        self._recent.setTitle(translate("Menus", "Recent runs"))
        self._menus["file"].insertMenu(offered.actions["save"], self._recent)
        self.fill_recent()

    def _theme_actions(self) -> dict[str, QAction]:
        group = QActionGroup(self._window)
        menu = self._menus["view"].addMenu(translate("Menus", "Theme"))
        menu.setObjectName("themes")
        made = {}
        for name in themes.names():
            action = made[name] = QAction(theme_title(name), group)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, name=name: self._offered.set_theme(name))
            menu.addAction(action)
        return made

    def _add_workspaces(self) -> None:
        menu = self._menus["workspace"]
        first = menu.actions()[0]
        for action in self._offered.workspaces:
            menu.insertAction(first, action)
            self._window.addAction(action)
        menu.insertSeparator(first)

    def add_views(self, hosts: Mapping[str, ViewHost]) -> None:
        """An entry for each of these views in the menu, among those that are there.

        Those of a laboratory stand in a menu of its own; where it has one only, that stands alone.
        """
        for name, host in hosts.items():
            self._views[name] = self._view_action(name, host)
        menu, toggle = self._menus["view"], self._show_controls
        if toggle not in menu.actions():
            _insert(menu, menu.actions()[1] if len(menu.actions()) > 1 else None, toggle)
        for entry in self._entries:
            menu.removeAction(entry)
        below = menu.actions()[menu.actions().index(toggle) + 1 :]
        after = below[0] if below else None
        self._entries = [*self._by_laboratory()]
        for entry in self._entries:
            _insert(menu, after, entry)

    def _by_laboratory(self) -> Iterator[QAction]:
        """What the menu lists, with a line below the views of no laboratory."""
        own, *groups = view_groups({name: host.view_class for name, host in self._offered.hosts().items()})
        yield from (self._views[name] for name in own.views)
        yield self._line
        for group in groups:
            yield self._menu_of(group) if group.is_menu else self._views[group.views[0]]

    def _menu_of(self, group: ViewGroup) -> QAction:
        """The entry that opens a laboratory's own menu, with its views in it."""
        if group.laboratory not in self._of_labs:
            menu = QMenu(group.title, self._window)
            menu.setToolTipsVisible(True)
            menu.setObjectName(f"views of {group.laboratory}")
            entry = QAction(group.title, self._window)
            entry.setMenu(menu)  # `menu.menuAction()` is deleted for Python while the menu is still there
            self._of_labs[group.laboratory] = entry, menu
        entry, menu = self._of_labs[group.laboratory]
        for name in group.views:
            menu.addAction(self._views[name])
        return entry

    def _view_action(self, name: str, host: ViewHost) -> QAction:
        action = QAction(host.title, self._window)
        action.setObjectName(SHOW + name)
        action.setCheckable(True)
        set_tip(action, host.tip)
        action.setChecked(not host.isHidden())
        host.visibilityChanged.connect(lambda: action.setChecked(not host.isHidden()))
        action.triggered.connect(lambda checked: self._offered.show_view(name) if checked else host.close())
        return action

    def mark_theme(self, shown: str) -> None:
        """Tick the theme shown."""
        for name, action in self._themes.items():
            action.setChecked(name == shown)

    def fill_recent(self) -> None:
        """List the runs opened or saved last."""
        self._recent.clear()
        for name, path in self._offered.recent_runs():
            action = self._recent.addAction(caption(name))
            set_tip(action, path)
            action.triggered.connect(partial(self._offered.open_run, path))
        self._recent.setEnabled(not self._recent.isEmpty())


def _insert(menu: QMenu, before: QAction | None, action: QAction) -> None:
    if before is None:
        menu.addAction(action)
    else:
        menu.insertAction(before, action)
