"""Offers recent runs, and any other file, for a path on the map beside that of the run on screen."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from viz import ask_path
from viz.plain import entry

translate = QCoreApplication.translate  # by this name its texts are collected

MOST = 15


def menu(parent: QWidget, recent: Sequence[tuple[str, str]], then: Callable[[str], None]) -> QMenu:
    """A menu of (name, path) runs; `then` is called with the path of the one that is chosen."""
    made = QMenu(parent)
    made.setToolTipsVisible(True)
    made.setAccessibleName(translate("RunPaths", "Show the path of a run"))
    for name, path in recent[:MOST]:
        entry(made, name, functools.partial(then, path))
    if recent:
        made.addSeparator()
    made.addAction(translate("RunPaths", "Another file…"), lambda: _ask(parent, then))
    return made


def offer(parent: QWidget, recent: Sequence[tuple[str, str]], then: Callable[[str], None]) -> None:
    """Show the menu where the pointer is; where there are no recent runs, ask for a file at once."""
    if not recent:
        _ask(parent, then)
        return
    made = menu(parent, recent, then)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    made.popup(QCursor.pos())


def _ask(parent: QWidget, then: Callable[[str], None]) -> None:
    kinds = translate("RunPaths", "Orrery runs (*.orrery)")
    chosen = ask_path.open_file(parent, translate("RunPaths", "Show the path of a run"), kinds)
    if chosen:
        then(chosen)
