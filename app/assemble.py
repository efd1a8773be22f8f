"""Makes a window and joins its parts: what each action of the table does, what the menus and the palette offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt, SignalInstance
from PySide6.QtGui import QAction

from app.session import left_runs
from app.settings import Settings
from app.window import actions, help_panels
from app.window.menus import Menus, Offered
from app.window.palette_commands import commands
from app.window.window import MainWindow
from app.window.workspaces import STUDIO
from viz.intents import RedoBoard, RunBefore, UndoBoard
from viz.view import View

if TYPE_CHECKING:
    from app.preferences.dialog import Preferences


def make_window(settings: Settings, views: Mapping[str, type[View]] | None = None) -> MainWindow:
    """A window of `views` (None: all there are), with everything in it joined."""
    window = MainWindow(settings, views)
    offered = offer(window)
    menus = Menus(window.header, window.controls.dock.toggleViewAction(), offered, window)
    menus.add_views(window.docks.hosts)
    menus.mark_theme(settings.theme)
    window.views_added.connect(menus.add_views)
    window.appearance.changed.connect(lambda: menus.mark_theme(settings.theme))
    window.document.changed.connect(menus.fill_recent)
    if settings.is_first:
        greet(window)
    window.help_asked.connect(partial(open_view_help, window))
    window.actions_made.bind(methods(window, lambda: window.palette_popup.open_with(commands(offered))))
    return window


def greet(window: MainWindow) -> None:
    """Ask what a person would like to do first, or once more where they ask for it."""
    from app.window.welcome import Welcome  # on the first start alone

    made = window.findChild(Welcome)
    if made is None:
        made = Welcome(window)
        made.chosen.connect(partial(begin, window))
        window.put_below_header(made)
    made.show()


def begin(window: MainWindow, way: str) -> None:
    """Go where a person said they would like to begin."""
    if way == "explore":
        window.show_workspace("explore")
        window.controls.edit_prompt()
    elif way == "teach":
        window.actions_made.by_id["lesson_open"].trigger()
    elif way == "figure":
        window.show_workspace(STUDIO)


def offer(window: MainWindow) -> Offered:
    """What menus and palette offer, and which part of the window does it."""
    return Offered(
        actions=window.actions_made.by_id,
        workspaces=tuple(window.header.workspace_actions.values()),
        hosts=lambda: window.docks.hosts,
        models=lambda: [model.spec for model in window.models],
        recent_runs=lambda: recent_runs(window.settings),
        show_view=window.docks.show_view,
        set_theme=window.appearance.choose_theme,
        export=window.show_export,
        save_data=window.save_data.emit,
        copy_table=window.copy_table.emit,
        choose_model=window.picker.choose,
        open_run=window.document.open,
    )


def _of_view_in_front(window: MainWindow, asked: SignalInstance) -> None:
    """Ask for something of the view that a person looks at most likely; where none is seen there is nothing to ask."""
    if name := window.docks.in_front():
        asked.emit(name)


def methods(window: MainWindow, open_palette: Callable[[], object]) -> dict[str, Callable[[], object]]:
    """A method for every row of `app.window.actions`."""
    return {
        "open": window.document.open,
        "save": window.document.save,
        "save_as": window.document.save_as,
        "export": window.show_export,
        "save_data": partial(_of_view_in_front, window, window.save_data),
        "copy_table": partial(_of_view_in_front, window, window.copy_table),
        "read_table": window.read_table,
        "film": window.show_film,
        "preferences": partial(show_preferences, window),
        "quit": window.close,
        "run_prompt": window.run_prompt,
        "play": window.play_or_pause,
        "step": window.step.emit,
        "step_back": window.step_back.emit,
        "stop": window.stop.emit,
        "random_seed": window.controls.sampling.draw_seed,
        "run_before": lambda: window.intent.emit(RunBefore()),
        "undo": lambda: window.intent.emit(UndoBoard()),
        "redo": lambda: window.intent.emit(RedoBoard()),
        "edit_prompt": window.controls.edit_prompt,
        "palette": open_palette,
        "bigger": lambda: window.appearance.change_scale(1),
        "smaller": lambda: window.appearance.change_scale(-1),
        "normal_size": lambda: window.appearance.set_scale(1.0),
        "next_region": partial(window.go_to_region, True),
        "last_region": partial(window.go_to_region, False),
        "full_screen": partial(toggle_full_screen, window),
        "present": window.presenter.toggle,
        "next_theme": window.appearance.next_theme,
        "reset_workspace": window.docks.reset,
        "models": window.open_models,
        "open_folder": window.picker.open_folder,
        "open_gguf": window.picker.open_gguf,
        "load_again": window.load_again.emit,
        "type_it_once": window.type_it_once.emit,
        "get_model": window.get_model.emit,
        "check_reference": window.check_reference.emit,
        "try_again": window.try_again.emit,
        "restart_engine": window.restart_engine.emit,
        "fit_again": window.fit_again.emit,
        "lesson_open": window.show_lessons,
        "lesson_next": lambda: window.lesson_asked.emit("next"),
        "lesson_back": lambda: window.lesson_asked.emit("back"),
        "lesson_play": lambda: window.lesson_asked.emit("play"),
        "lesson_reveal": lambda: window.lesson_asked.emit("reveal"),
        "lesson_again": lambda: window.lesson_asked.emit("again"),
        "lesson_close": lambda: window.lesson_asked.emit("close"),
        "lesson_model": lambda: window.lesson_asked.emit("get_model"),
        "lesson_keep": window.lesson_kept.emit,
        "shortcuts": lambda: help_panels.show_shortcuts(window, with_shortcuts(window)),
        "glossary": partial(open_glossary, window),
        "welcome": partial(greet, window),
        "view_help": partial(open_view_help, window),
        "about": lambda: help_panels.show_about(window),
    }


def with_shortcuts(window: MainWindow) -> list[QAction]:
    """The actions that have a shortcut: those of the table, then the workspaces."""
    made = [window.actions_made.by_id[row.id] for row in actions.ROWS]
    return [action for action in (*made, *window.header.workspace_actions.values()) if action.shortcuts()]


def show_preferences(window: MainWindow, page: int | None = None) -> Preferences:
    """Open the window's preferences, made when they are first asked for, at a page where one is named."""
    from app.preferences.dialog import Preferences  # when they are wanted: the first picture does not wait for them

    made = window.findChild(Preferences)
    if made is None:
        load_again = window.actions_made.by_id["load_again"]
        made = Preferences(window.settings, lambda: models_on_disk(window), load_again, window)
        made.changed.connect(window.change_setting)
        made.removed.connect(lambda: window.preference_changed.emit("storage"))
    if page is not None:
        made.tabs.setCurrentIndex(page)
    made.open_in_front()
    return made


def open_glossary(window: MainWindow, term: str = "") -> None:
    """Open the glossary, made when it is first asked for, at one of its terms."""
    from app.window.glossary_panel import show_glossary  # when it is wanted, as the preferences

    show_glossary(window, term)


def open_view_help(window: MainWindow, view: str = "") -> None:
    """Say what a view is about: the one that is named, else the one that the keyboard or the pointer is in."""
    from app.window.view_help import ViewHelp  # when it is wanted, as the preferences

    name = view or window.docks.asked_about()
    if name in window.views:
        made = window.findChild(ViewHelp) or ViewHelp(window, partial(open_glossary, window))
        made.show_view(window.views[name], window.appearance.theme)
        made.show()
        made.raise_()
        made.activateWindow()


def models_on_disk(window: MainWindow) -> list[str]:
    """What the engine is asked for to load each model that is on this computer."""
    return [model.spec for model in window.models if model.on_disk]


def toggle_full_screen(window: MainWindow) -> None:
    """The whole screen, or a window again."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
    window.actions_made.by_id["full_screen"].setChecked(window.isFullScreen())


def recent_runs(settings: Settings) -> list[tuple[str, str]]:
    """(name, path) of the runs opened or saved last, then of those that were left unsaved."""
    found = [(Path(path).name, path) for path in settings.recent]
    for kept in left_runs.left():
        words, when = left_runs.told(kept)
        at = QDateTime.fromSecsSinceEpoch(int(when.timestamp())) if when is not None else QDateTime()
        told = QLocale().toString(at, QLocale.FormatType.ShortFormat)
        text = QCoreApplication.translate("Menus", "{words} (not saved, {when})")
        found.append((text.format(words=words, when=told), str(kept)))
    return found
