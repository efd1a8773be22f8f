"""A way through a whole window: every view of every workspace, painted and in front, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.window.view_host import ViewHost
from app.window.window import MainWindow
from app.window.workspaces import WORKSPACES, places
from viz.view import View


@dataclass(frozen=True)
class Stop:
    """One view in one workspace."""

    workspace: str
    host: ViewHost

    @property
    def view(self) -> View:
        assert self.host.view is not None
        return self.host.view

    def __str__(self) -> str:
        return f"{self.workspace}: {self.host.view_class.name}"


def settle() -> None:
    """Let layouts and pictures that wait be done."""
    for _ in range(3):
        QApplication.processEvents()


def tour(qtbot: QtBot, window: MainWindow, each_once: bool = False) -> Iterator[Stop]:
    """Every view of every workspace as it is meant to be; `each_once`: not again in a later workspace."""
    seen: set[str] = set()
    for workspace in WORKSPACES:
        window.show_workspace(workspace.name)
        window.docks.reset()
        for name in places(workspace, window.views).shown:
            if each_once and name in seen:
                continue
            seen.add(name)
            host = window.docks.hosts[name]
            window.docks.show_view(name)
            qtbot.waitUntil(lambda host=host: host.view is not None and not host.is_outdated)  # type: ignore[misc]
            settle()
            if host.view is not None:
                yield Stop(workspace.name, host)
