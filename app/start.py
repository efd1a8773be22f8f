"""Opens the window: everything a person sees first comes before the engine is even started."""

from __future__ import annotations

import argparse
import gc
import sys

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app import translation
from app.controller import Controller
from app.settings import Settings
from app.window import MainWindow


def run(args: argparse.Namespace) -> int:
    """Show the window, then start the engine; returns the exit status when the window closes."""
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(sys.argv[:1])
    application.setApplicationName("Orrery")
    application.setOrganizationName("Orrery")
    application.setApplicationDisplayName("Orrery")
    session = open_session(args)
    status = application.exec()
    session.close()
    return status


def open_session(args: argparse.Namespace) -> Controller:
    """The window and its controller, with the engine to be started as soon as the window has been painted."""
    settings = Settings.load()
    application = QCoreApplication.instance()
    if application is not None:
        translation.install(application, settings.language)
    window = MainWindow(settings)
    controller = Controller(window, window.first_ui_state())
    window.show()
    QTimer.singleShot(0, lambda: begin(controller, window, args))
    return controller


def begin(controller: Controller, window: MainWindow, args: argparse.Namespace) -> None:
    """Start the engine with the asked model, and the asked prompt or file."""
    gc.freeze()  # what is there stays: going through it again and again would hold a picture up for a tenth of a second
    path = getattr(args, "file", None)
    if path is not None:
        controller.open_run(path)
    if args.prompt is not None:
        window.set_prompt(args.prompt)
    play = None if path is not None else window.prompt_as_asked()
    controller.start(args.model or window.model_chosen_last(), args.device, args.dtype, play)
