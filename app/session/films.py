"""Films from the window: one at a time, made by `main.py film` in a process of its own: the window stays usable.

The process is given the run as it is and a spec; it says on its standard output how far it is, and ends with its
standard input, which closes with the window whatever happens to that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer

from app.session.chosen import Chosen
from app.session.session import Session
from app.state import FILM
from engine.errors import InputRefused, OrreryError, reason
from engine.files.run_file import save_run
from viz.figures.spec import Panel, Source
from viz.films.spec import GENERATION, FilmSpec

translate = QCoreApplication.translate  # by this name its texts are collected

RUN = "film.orrery"  # the run on screen, beside the spec
MAIN = Path(__file__).resolve().parents[2] / "main.py"
PATIENCE = 4000  # milliseconds in which a process that is to end has to


class Films(QObject):
    """Writes films of views as a person sees them now; `program` is what runs Python's files."""

    def __init__(
        self, session: Session, chosen: Chosen, parent: QObject | None = None, program: Callable[[], str] | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._chosen = session, chosen
        self._program = program or (lambda: sys.executable)
        self._process: QProcess | None = None
        self._folder: TemporaryDirectory[str] | None = None  # with the run and the spec
        self._ending: dict[QProcess, TemporaryDirectory[str] | None] = {}  # told to end, with the folder of each
        self._path, self._rest = Path(), ""

    def film(self, path: str, film: FilmSpec) -> None:
        """Write a film; one that is being made is given up for it. A panel that names a view alone is as seen.

        One that says more is kept as it is, with its own run.
        """
        self.cancel()
        self._session.settle("film")
        try:
            spec = self._as_seen(film)
            self._folder = TemporaryDirectory(prefix="orrery-film-")
            self._start(Path(path), spec, Path(self._folder.name))
        except (OrreryError, OSError) as error:
            self._fail(str(error) if isinstance(error, OrreryError) else reason(error))

    def cancel(self) -> None:
        """Write nothing after all: the process ends by itself, and takes its half file along."""
        process, folder = self._process, self._folder
        self._process = self._folder = None
        self._session.works.end(FILM)
        if process is None:
            return
        for signal in (process.finished, process.readyReadStandardOutput, process.errorOccurred):
            signal.disconnect()
        self._ending[process] = folder
        process.finished.connect(lambda: self._let_go(process))
        process.closeWriteChannel()
        QTimer.singleShot(PATIENCE, process, process.kill)

    def _let_go(self, process: QProcess) -> None:
        folder = self._ending.pop(process, None)
        if folder is not None:
            folder.cleanup()
        process.deleteLater()

    def close(self) -> None:
        """End what is being made, and wait for it."""
        self.cancel()
        for process in tuple(self._ending):
            if not process.waitForFinished(PATIENCE):
                process.kill()
                process.waitForFinished(PATIENCE)

    def _as_seen(self, film: FilmSpec) -> FilmSpec:
        """The film with those of its panels as the window shows them that say no more than which view they are."""
        from viz.figures.panel_state import panel_of  # not before: the first window does not wait for it

        ui = self._session.ui
        going = any(motion.kind == GENERATION for motion in film.motion)
        panels = tuple(
            replace(panel_of(panel.view, ui, self._chosen.camera(panel.view), fixed=not going), compare=None)
            if panel == Panel(panel.view)
            else panel
            for panel in film.figure.panel
        )
        return replace(film, figure=replace(film.figure, panel=panels))

    def _start(self, path: Path, film: FilmSpec, folder: Path) -> None:
        from viz.films.spec_file import text_of

        if not self._session.run.nodes:
            raise InputRefused(translate("Films", "There is no run to film yet. Write a prompt and press play."))
        save_run(self._session.run.snapshot(), folder / RUN)
        figure = film.figure if film.figure.run.is_given else replace(film.figure, run=Source(file=RUN))
        (folder / "film.toml").write_text(text_of(replace(film, out="", figure=figure)), encoding="utf-8")
        device, dtype = self._chosen.model_place()
        arguments = [
            str(MAIN), "film", str(folder / "film.toml"), "--outside", "--out", str(path), "--overwrite",
            "--device", device or "auto", "--dtype", dtype or "auto", "--follow",
        ]  # fmt: skip
        self._path, self._rest = path, ""
        self._process = process = QProcess(self)
        process.readyReadStandardOutput.connect(self._hear)
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._not_started)
        self._session.works.tell(FILM, self._doing(), 0, 0)
        process.start(self._program(), arguments)

    def _doing(self) -> str:
        return translate("Films", "Making the film {name}").format(name=self._path.name)

    def _hear(self) -> None:
        """So many pictures of all are there."""
        if self._process is None:
            return
        said = self._rest + bytes(self._process.readAllStandardOutput().data()).decode("utf-8", "replace")
        *lines, self._rest = said.split("\n")
        for line in lines:
            numbers = line.split()[:2]
            if len(numbers) == 2 and all(number.isdecimal() for number in numbers):
                self._session.works.tell(FILM, self._doing(), int(numbers[0]), int(numbers[1]))

    def _end(self, status: int, _: QProcess.ExitStatus) -> None:
        """The process is over: the film is there, or it has said why not."""
        process, self._process = self._process, None
        if process is None:
            return
        why = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip().splitlines()
        process.deleteLater()
        self._clean()
        self._session.works.end(FILM)
        if status == 0 and self._path.exists():
            said = translate("Films", "The film was saved: {path}").format(path=self._path)
            self._session.notice("info", said)
        else:
            self._fail(why[-1] if why else translate("Films", "Its process ended. Try again."))

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart and self._process is not None:
            words = self._process.errorString()
            QTimer.singleShot(0, self._process.deleteLater)
            self._process = None
            self._fail(words)

    def _fail(self, sentence: str) -> None:
        self._clean()
        self._session.works.end(FILM)
        words = translate("Films", "The film was not written. {why}").format(why=sentence)
        self._session.notice("error", words, about="film")

    def _clean(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
