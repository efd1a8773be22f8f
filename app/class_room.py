"""Joins the lessons of a session to the window that they are shown in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject

from app.presenter_notes import for_class, notes_of
from app.session.lessons import Lessons, Shown
from app.session.session import Session
from app.whole_file import write_whole
from app.window.window import MainWindow
from engine.errors import reason
from viz import ask_path


class ClassRoom(QObject):
    """What a person does about lessons goes to the session, what is said in them comes to the window."""

    def __init__(self, window: MainWindow, lessons: Lessons, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._lessons = window, lessons
        dock = window.lessons
        lessons.step_changed.connect(self._show)
        lessons.listed.connect(self._list)
        lessons.gestures.playing.connect(dock.show_playing)
        session.camera_wanted.connect(window.look_from)
        dock.list_wanted.connect(self._list)
        dock.chosen.connect(lessons.open)
        dock.file_wanted.connect(self._open_file)
        dock.jumped.connect(lessons.go_to)
        dock.closed.connect(self._close)
        window.lesson_asked.connect(self._do)
        window.lesson_kept.connect(self._keep)
        self._session = session

    def resume(self) -> None:
        """Show in a new window the lesson that is given, in its language."""
        if self._lessons.lesson is not None:
            self._list()
            shown = self._lessons.shown
            self._show(shown)
            self._window.presenter.show_notes(*notes_of(shown))
            self._window.presenter.show_step(*for_class(shown))

    def _list(self, *_: object) -> None:
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
            "reveal": self._lessons.reveal,
            "close": self._close,
            "get_model": self._lessons.get_model,
        }[what]()

    def _close(self) -> None:
        self._lessons.close()
        self._window.show_lesson(None)

    def _open_file(self) -> None:
        title, kinds = self.tr("Open a lesson"), self.tr("Lessons (*.md)")
        if path := ask_path.open_file(self._window, title, kinds):
            self._lessons.open_file(Path(path))

    # -- writing one ---------------------------------------------------------------------------------------------

    def _keep(self) -> None:
        """Show the state on screen as a step, to be copied or added to a lesson's file."""
        from app.window.panels.keep_step import KeepStep  # when it is wanted, as the glossary
        from viz.lessons.kept_step import step_text

        docks, session = self._window.docks, self._session
        seen = [name for name, host in docks.hosts.items() if host.is_seen]
        camera = docks.turned_camera_of("meaning_space") if "meaning_space" in seen else None
        heading = self.tr("A heading")
        text = step_text(session.run, session.ui, docks.current, seen, camera, heading)
        panel = KeepStep(text, self._window)
        panel.file_chosen.connect(self._append)
        panel.show()

    def _append(self, path: Path, step: str) -> None:
        """Add a step to a lesson's file; one that is not there is begun."""
        from viz.lessons.kept_step import appended  # as above

        try:
            before = path.read_text(encoding="utf-8") if path.exists() else ""
            why = write_whole(path, appended(before, step).encode())
        except (OSError, ValueError) as error:
            why = reason(error)
        if why:
            words = self.tr("The step could not be added to {path} ({why}). Choose another folder or file name.")
            self._session.notice("error", words.format(path=path, why=why), about="save")
            return
        self._session.settle("save")
        self._session.notice("info", self.tr("The step was added to {path}.").format(path=path))
