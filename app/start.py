"""Opens the window: everything a person sees first comes before anything else is even imported.

The window is made with the views that can be seen at once. After its first picture the engine is started, in its own
process, and while that loads torch, the other views are added.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app import assemble, qt_messages, screen, translation
from app.collector import Collector
from app.interrupt import Interrupt
from app.settings import Settings
from app.window import docks
from app.window.window import MainWindow
from viz import glyphs, registry
from viz.charts import roles

if TYPE_CHECKING:
    from app.controller import Controller

PATIENCE_MS = 2000  # after which the engine is started though nothing was painted: the window may be minimised


def run(args: argparse.Namespace) -> int:
    """Show the window, then start the engine; returns the exit status when the window closes."""
    if not os.environ.get("QT_QPA_PLATFORM") and not screen.there_is_one():
        sys.stderr.write(f"{screen.what_is_missing()}\n")
        return 1
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    messages = qt_messages.Messages()
    application = QApplication(sys.argv[:1])
    roles.install()
    messages.opened()
    glyphs.use_fonts()
    application.setApplicationName("Orrery")
    application.setOrganizationName("Orrery")
    application.setApplicationDisplayName("Orrery")
    sessions: list[Controller] = []
    window = make_window(getattr(args, "language", None) or "")
    picture = FirstPicture(window, lambda: sessions.append(open_session(args, window)))

    def close() -> bool:  # the window there is by then
        return (sessions[0].window if sessions else window).close()

    interrupt = Interrupt(close, application)
    window.show()
    status = application.exec()
    interrupt.end()
    picture.stop()
    for session in sessions:
        session.close()
    return status


class FirstPicture(QObject):
    """Calls back once, when a window has been painted for the first time."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__()  # a window may be replaced by one in another language, and this be stopped later
        self._then: Callable[[], None] | None = then
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._tell)
        self._timer.start(PATIENCE_MS)
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's hook."""
        if event.type() == QEvent.Type.Paint and self._then is not None:
            self._timer.start(0)  # when what was painted is on screen
        return False

    def _tell(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def stop(self) -> None:
        """Call nobody any more."""
        self._timer.stop()
        self._then = None


def make_window(language: str = "") -> MainWindow:
    """The window with the views that can be seen first, in this language, "" for that of the settings."""
    settings = Settings.load()
    application = QCoreApplication.instance()
    if application is not None:
        trouble = translation.install(application, language or settings.language)
        settings.problem = settings.problem or trouble
    first = registry.views_in(docks.needed_first(settings, registry.files()))
    return assemble.make_window(settings, first or registry.all_views())


def open_session(args: argparse.Namespace, window: MainWindow | None = None) -> Controller:
    """A controller, which starts the engine in the next turn of the event loop, and the window where none is given."""
    from app.controller import Controller  # after the first picture: it brings multiprocessing and all messages along

    if window is None:
        window = make_window()
        window.show()
    made = window
    controller = Controller(made, made.first_ui_state())
    made.closing.connect(Collector(made).stop)
    controller.language_chosen.connect(lambda: change_language(controller))
    QTimer.singleShot(0, made, lambda: begin(controller, made, args))
    return controller


def change_language(controller: Controller) -> None:
    """Let the window speak the language that was chosen."""
    from app import language  # when it is wanted: the first picture does not wait for it

    language.change(controller)


def begin(controller: Controller, window: MainWindow, args: argparse.Namespace) -> None:
    """Start the engine with the asked model, and the asked prompt or file; then add what was not needed before."""
    path = getattr(args, "file", None)
    if args.prompt is not None:
        window.set_prompt(args.prompt)
    device, dtype = window.model_place()
    place = (args.device or device, args.dtype or dtype)
    if path is None:
        plays = window.settings.run_at_start or args.prompt is not None
        model = args.model or window.model_at_start()
        controller.loader.start(model, *place, window.prompt_as_asked() if plays and model is not None else None)
    else:
        controller.loader.start(None, *place, None)
        show_file(controller, window, path, args.model, place)
    QTimer.singleShot(0, controller, lambda: complete(controller, controller.window))


def show_file(
    controller: Controller, window: MainWindow, path: Path, model: str | None, place: tuple[str, str]
) -> None:
    """Show a run file. Only a model that was asked for is fetched; else one that is on this disk is loaded."""
    shown = controller.documents.show(path)
    if shown and not model:
        controller.documents.see_to_model(place)
    elif shown:
        controller.documents.load(str(model), place, fetch=True)
    else:
        controller.loader.load(model or window.model_at_start() or "", *place, fetch=bool(model))


def complete(controller: Controller, window: MainWindow) -> None:
    """Add the views that could not be seen yet."""
    window.add_views(registry.all_views())
    controller.session.set_ui(options=window.first_ui_state().options)
    gc.freeze()  # what is there stays: going through it again and again would hold a picture up for a tenth of a second
