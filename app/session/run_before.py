"""The run that was on screen before this one, kept at hand so that a Run pressed too early costs nothing.

Work that no file holds is written where the menu of recent runs finds it, however many runs follow. A large run is let
go from memory as soon as a file holds it, and read from there when it is wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from app.session import left_runs
from app.session.chosen import Chosen
from app.session.leaving import Leaving
from app.session.session import Session
from engine.files.run_file import load_run
from engine.run import Run

LARGEST = 96 * 2**20  # bytes of a run that stays in memory: the window's is not for the engine's work


@dataclass(frozen=True)
class Kept:
    """A run, or the file to read it from; `path` is the document of a person's that holds it as it is."""

    held: Run | Path
    path: Path | None


class RunBefore(QObject):
    """Holds at most one run at hand, and has work written that gives way."""

    def __init__(self, session: Session, chosen: Chosen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen = chosen
        self._kept: Kept | None = None
        self.passing: Callable[[Run], bool] = lambda _: (
            False
        )  # whether a run may be made again at any time, as lessons do
        self.leaving = Leaving(self)
        self.leaving.left.connect(self._on_left)

    def put_aside(self) -> None:
        """The run on screen gives way to another."""
        run = self._session.run
        if not run.nodes:
            return
        if self.passing(run):  # what was on screen before the lesson stays at hand
            self.leave()
            return
        saved, path = self._chosen.saved()
        self._kept = Kept(run, path if saved else None)
        if saved and path is not None and left_runs.n_bytes(run) > LARGEST:
            self._kept = Kept(path, path)
        self._session.set_state(has_before=True)
        self.leave()

    def leave(self) -> None:
        """Have the run on screen written, where it is work that no file holds."""
        saved, _ = self._chosen.saved()
        if self._session.by_hand and not saved:
            self.leaving.leave(self._session.run)

    def take(self) -> tuple[Run, Path | None] | None:
        """The run at hand and the document that holds it, None where there is none.

        Raises what `load_run` does, where it is in a file that cannot be read any more.
        """
        kept = self._kept
        if kept is None:
            return None
        if isinstance(kept.held, Run):
            return kept.held, kept.path
        run = load_run(kept.held)
        if kept.path is None:
            self.leaving.opened(run, kept.held)
        return run, kept.path

    def _on_left(self, run: Run, file: Path | None) -> None:
        kept = self._kept
        if kept is None or kept.held is not run:
            return
        large = left_runs.n_bytes(run) > LARGEST
        if file is not None and large:
            self._kept = Kept(file, None)
        elif file is None:
            told = QCoreApplication.translate(
                "RunBefore", "The previous run is in no file, and could not be kept: go back to it and save it."
            )
            self._session.notice("warning", told, actions=("run_before",))
