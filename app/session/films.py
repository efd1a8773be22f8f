"""Films from the window: one at a time, made by `main.py film`, which is given the run as it is and a spec."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from app.session.chosen import Chosen
from app.session.file_maker import FileMaker
from app.session.session import Session
from app.state import FILM
from engine.errors import InputRefused, OrreryError, reason
from engine.files.run_file import save_run
from viz import lab
from viz.figures.spec import Panel, Source
from viz.films.spec import GENERATION, FilmSpec
from viz.registry import all_views

translate = QCoreApplication.translate  # by this name its texts are collected

RUN = "film.orrery"  # the run on screen, beside the spec


class Films(QObject):
    """Writes films of views as a person sees them now; `program` is what runs Python's files."""

    def __init__(
        self, session: Session, chosen: Chosen, parent: QObject | None = None, program: Callable[[], str] | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._chosen = session, chosen
        self._maker = FileMaker(self, program)
        self._maker.told.connect(self._hear)
        self._maker.made.connect(self._end)
        self._maker.failed.connect(self._fail)
        self._doing = ""  # what is said of the film while it is made

    def film(self, path: str, film: FilmSpec) -> None:
        """Write a film; one that is being made is given up for it. A panel that names a view alone is as seen.

        One that says more is kept as it is, with its own run.
        """
        self.cancel()
        self._session.settle("film")
        try:
            spec = self._as_seen(film)
            self._start(Path(path), spec, self._maker.folder("orrery-film-"))
        except (OrreryError, OSError) as error:
            self._fail(str(error) if isinstance(error, OrreryError) else reason(error))

    def cancel(self) -> None:
        """Write nothing after all."""
        self._session.works.end(FILM)
        self._maker.cancel()

    def close(self) -> None:
        """End what is being made, and wait for it."""
        self._session.works.end(FILM)
        self._maker.close()

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

        run, figure = self._session.run, film.figure
        if run.nodes:
            save_run(run.snapshot(), folder / RUN)
            figure = figure if figure.run.is_given else replace(figure, run=Source(file=RUN))
        elif not figure.run.is_given and _needs_a_run(film):
            raise InputRefused(translate("Films", "There is no run to film yet. Write a prompt and press play."))
        (folder / "film.toml").write_text(text_of(replace(film, out="", figure=figure)), encoding="utf-8")
        device, dtype = self._chosen.model_place()
        arguments = [
            "film", str(folder / "film.toml"), "--outside", "--out", str(path), "--overwrite",
            "--device", device or "auto", "--dtype", dtype or "auto", "--follow",
        ]  # fmt: skip
        self._doing = translate("Films", "Making the film {name}").format(name=path.name)
        self._hear(0, 0)
        self._maker.start(path, arguments)

    def _hear(self, done: int, of: int) -> None:
        """So many pictures of all are there."""
        self._session.works.tell(FILM, self._doing, done, of)

    def _end(self, path: str) -> None:
        self._session.works.end(FILM)
        self._session.notice("info", translate("Films", "The film was saved: {path}").format(path=path))
        if self._maker.is_still:
            words = translate(
                "Films",
                "Nothing moves in this film: what its motions change is not seen in these views. Choose others.",
            )
            self._session.notice("warning", words, about="film")

    def _fail(self, why: str) -> None:
        self._maker.cancel()  # where what it is given could not be written
        self._session.works.end(FILM)
        why = why or translate("Films", "Its process ended. Try again.")
        words = translate("Films", "The film was not written. {why}").format(why=why)
        self._session.notice("error", words, about="film")


def _needs_a_run(film: FilmSpec) -> bool:
    """Whether it shows a text: small nets, tables and points of laboratories are there without."""
    if any(motion.kind == GENERATION for motion in film.motion):
        return True
    return not all(_shows_without(panel) for panel in film.figure.panel)


def _shows_without(panel: Panel) -> bool:
    view = all_views().get(panel.view)
    own = panel.space is not None and lab.own_points(panel.space.space) is not None
    return own or (view is not None and (view.figure_needs == "engine" or panel.view in lab.views_in("from_scratch")))
