"""What each action of the table does: its id joined to a method of the window or of one of its parts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.window import help_panels
from viz.intents import RedoBoard, RunBefore, UndoBoard

if TYPE_CHECKING:
    from app.window.window import MainWindow


def methods(window: MainWindow) -> dict[str, Callable[[], object]]:
    """A method for every row of `app.window.actions`."""
    return {
        "open": window.files.open,
        "save": window.files.save,
        "save_as": window.files.save_as,
        "export": window.show_export,
        "preferences": lambda: show_preferences(window),
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
        "palette": window.open_palette,
        "bigger": lambda: window.change_scale(1),
        "smaller": lambda: window.change_scale(-1),
        "normal_size": lambda: window.set_scale(1.0),
        "full_screen": lambda: toggle_full_screen(window),
        "next_theme": window.next_theme,
        "reset_workspace": window.docks.reset,
        "models": window.open_models,
        "open_folder": window.picker.open_folder,
        "open_gguf": window.picker.open_gguf,
        "load_again": window.load_again.emit,
        "get_model": window.get_model.emit,
        "check_reference": window.check_reference.emit,
        "restart_engine": window.restart_engine.emit,
        "shortcuts": lambda: help_panels.show_shortcuts(window),
        "about": lambda: help_panels.show_about(window),
    }


def show_preferences(window: MainWindow) -> None:
    """Open the dialog."""
    from app.preferences import dialog  # when they are wanted: the first picture does not wait for them

    dialog.show(window)


def toggle_full_screen(window: MainWindow) -> None:
    """The whole screen, or a window again."""
    if window.isFullScreen():
        window.showNormal()
    else:
        window.showFullScreen()
    window.actions_made.by_id["full_screen"].setChecked(window.isFullScreen())


def expect_opengl(window: QWidget) -> None:
    """Make the window fit for OpenGL before it is shown: Qt would have to make it anew for the first 3D view.

    Only where a graphics card draws: without one the maps are drawn apart, and the window stays Qt's own.
    """
    if "viz.map.meaning_space_view" in sys.modules:
        from viz.visuals.renderer import may_be_card, renderer

        if may_be_card() and renderer() == "card":
            from PySide6.QtOpenGLWidgets import QOpenGLWidget

            QOpenGLWidget(window).hide()
