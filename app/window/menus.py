"""What menus and palette hold besides the table of actions: views, workspaces, themes, models, recent files."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from app.session import left_runs
from app.translation import theme_title
from app.window import actions
from app.window.palette import Command
from viz import theme as themes

if TYPE_CHECKING:
    from app.window.view_host import ViewHost
    from app.window.window import MainWindow

SHOW = "show "  # begins the object names of the views' entries


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def complete(window: MainWindow) -> None:
    """Add views, themes, workspaces and recent files to the menus."""
    menus = window.header.menus
    group = QActionGroup(window)
    chosen = menus["view"].addMenu(_tr("Theme"))
    chosen.setObjectName("themes")
    for name in themes.names():
        action = QAction(theme_title(name), group)
        action.setCheckable(True)
        action.setData(name)
        action.triggered.connect(lambda _=False, name=name: window.set_theme(name))
        chosen.addAction(action)
    first = menus["workspace"].actions()[0]
    for workspace in window.header.workspace_actions.values():
        menus["workspace"].insertAction(first, workspace)
        window.addAction(workspace)
    menus["workspace"].insertSeparator(first)
    window.header.recent.setTitle(_tr("Recent runs"))
    menus["file"].insertMenu(window.actions_made.by_id["save"], window.header.recent)
    fill_recent(window)


def add_views(window: MainWindow, hosts: Mapping[str, ViewHost]) -> None:
    """An entry for each of these views in the menu, among those that are there."""
    menu = window.header.menus["view"]
    toggle = window.controls.dock.toggleViewAction()
    if toggle not in menu.actions():
        _insert(menu, menu.actions()[1] if len(menu.actions()) > 1 else None, toggle)
    entries = {action.objectName(): action for action in menu.actions() if action.objectName().startswith(SHOW)}
    for name, host in hosts.items():
        action = entries[SHOW + name] = QAction(host.windowTitle(), window)
        action.setObjectName(SHOW + name)
        action.setCheckable(True)
        action.setToolTip(host.view_class.tip)
        host.visibilityChanged.connect(lambda _=False, action=action, host=host: action.setChecked(not host.isHidden()))
        action.triggered.connect(
            lambda checked, name=name, host=host: window.docks.show_view(name) if checked else host.close()
        )
    below = menu.actions()[menu.actions().index(toggle) + 1 :]
    after = next((action for action in below if action not in entries.values()), None)
    for name in window.docks.hosts:
        _insert(menu, after, entries[SHOW + name])


def _insert(menu: QMenu, before: QAction | None, action: QAction) -> None:
    if before is None:
        menu.addAction(action)
    else:
        menu.insertAction(before, action)


def mark_theme(window: MainWindow) -> None:
    """Tick the theme shown."""
    for action in window.findChildren(QAction):
        if action.data() in themes.names():
            action.setChecked(action.data() == window.settings.theme)


def fill_recent(window: MainWindow) -> None:
    """List the runs opened or saved last."""
    recent = window.header.recent
    recent.clear()
    for name, path in _recent_runs(window):
        action = recent.addAction(name)
        action.setToolTip(path)
        action.triggered.connect(partial(window.files.open, path))
    recent.setEnabled(not recent.isEmpty())


def _recent_runs(window: MainWindow) -> list[tuple[str, str]]:
    """(name, path) of the runs opened or saved last, then of those that were left unsaved."""
    found = [(Path(path).name, path) for path in window.settings.recent]
    for kept in left_runs.left():
        words, when = left_runs.told(kept)
        at = QDateTime.fromSecsSinceEpoch(int(when.timestamp())) if when is not None else QDateTime()
        told = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        found.append((_tr("{words} (left unsaved, {when})").format(words=words, when=told), str(kept)))
    return found


def commands(window: MainWindow) -> list[Command]:
    """Everything the palette offers now."""
    found = []
    for row in actions.ROWS:
        action = window.actions_made.by_id[row.id]
        if row.id != "palette":
            keys = action.shortcut().toString()
            found.append(Command(action.text().replace("&", ""), action.trigger, "", keys, action.isEnabled()))
    found += _view_commands(window)
    for action in window.header.workspace_actions.values():
        keys = action.shortcut().toString()
        found += [Command(action.text(), action.trigger, _tr("Workspace"), keys)]
    for name in themes.names():
        text = _tr("Theme: {title}").format(title=theme_title(name))
        found += [Command(text, partial(window.set_theme, name), _tr("Theme"))]
    found += [Command(model.spec, partial(window.picker.choose, model.spec), _tr("Model")) for model in window.models]
    recent = _tr("Recent run")
    found += [Command(name, partial(window.files.open, path), recent) for name, path in _recent_runs(window)]
    return found


def _view_commands(window: MainWindow) -> list[Command]:
    found = []
    for name, host in window.docks.hosts.items():
        show = _tr("Show {title}").format(title=host.windowTitle())
        export = _tr("Export a figure of {title}").format(title=host.windowTitle())
        found += [
            Command(show, partial(window.docks.show_view, name), _tr("View")),
            Command(export, partial(window.show_export, name), _tr("Figure")),
        ]
        if host.toggleViewAction().isChecked():
            found += _option_commands(host)
    return found


def _option_commands(host: ViewHost) -> list[Command]:
    """Switches and choices of a view that stands in the window: what each can be set to that it is not."""
    found = []
    for option in host.view_class.options:
        label, chosen = _of_view(host, option.label), host.chosen(option)
        if option.kind == "switch":
            state = _tr("off") if chosen else _tr("on")
            found.append(_option_command(host, option.name, f"{label}: {state}", not chosen))
        elif option.kind == "choice":
            found += [
                _option_command(host, option.name, f"{label}: {_of_view(host, choice)}", choice)
                for choice in option.choices
                if choice != chosen
            ]
    return found


def _option_command(host: ViewHost, option: str, text: str, value: object) -> Command:
    return Command(f"{host.windowTitle()}: {text}", partial(host.choose, option, value), _tr("Option"))


def _of_view(host: ViewHost, text: str) -> str:
    return QCoreApplication.translate(host.view_class.__name__, text)
