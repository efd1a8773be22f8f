"""Joins the lessons of a session to the window that they are shown in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QFileDialog

from app.session.lessons import Lessons, Shown
from app.session.session import Session
from app.window.window import MainWindow


class ClassRoom(QObject):
    """What a person does about lessons goes to the session, what is said in them comes to the window."""

    def __init__(self, window: MainWindow, lessons: Lessons, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._lessons = window, lessons
        dock = window.lessons
        lessons.step_changed.connect(self._show)
        lessons.listed.connect(lambda _: self._list())
        lessons.gestures.playing.connect(dock.show_playing)
        session.camera_wanted.connect(window.look_from)
        dock.list_wanted.connect(self._list)
        dock.chosen.connect(lessons.open)
        dock.file_wanted.connect(self._open_file)
        dock.jumped.connect(lessons.go_to)
        dock.closed.connect(self._close)
        window.lesson_asked.connect(self._do)

    def _list(self) -> None:
        self._lessons.set_language(self._window.settings.language or QLocale().name())
        given = self._lessons.lesson
        self._window.lessons.show_entries(self._lessons.entries(), given.name if given is not None else "")

    def _show(self, shown: Shown | None) -> None:
        self._window.show_lesson(shown)

    def _do(self, what: str) -> None:
        {
            "next": self._lessons.next,
            "back": self._lessons.back,
            "play": self._lessons.play,
            "again": self._lessons.again,
            "close": self._close,
            "get_model": self._lessons.get_model,
        }[what]()

    def _close(self) -> None:
        self._lessons.close()
        self._window.show_lesson(None)

    def _open_file(self) -> None:
        title, kinds = self.tr("Open a lesson"), self.tr("Lessons (*.md)")
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", kinds)
        if path:
            self._lessons.open_file(Path(path))
