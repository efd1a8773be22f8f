"""The run that was on screen before this one, kept at hand so that a Run pressed too early costs nothing."""

from __future__ import annotations

from pathlib import Path

from app.session import left_runs
from app.session.chosen import Chosen
from app.session.session import Session
from engine.run import Run

LARGEST = 96 * 2**20  # bytes of a run that stays at hand: the window's memory is not for the engine's work


class RunBefore:
    """Holds at most one run, with the file that holds it as it is."""

    def __init__(self, session: Session, chosen: Chosen) -> None:
        self._session = session
        self._chosen = chosen
        self._kept: tuple[Run, Path | None] | None = None

    def put_aside(self) -> None:
        """The run on screen gives way to another: it is kept at hand, until the next one gives way."""
        run = self._session.run
        if run.nodes:
            saved, path = self._chosen.saved()
            self._kept = (run, path if saved else None) if left_runs.n_bytes(run) <= LARGEST else None
            self._session.set_state(has_before=self._kept is not None)

    def take(self) -> tuple[Run, Path | None] | None:
        """The run at hand and its file, None where there is none."""
        return self._kept
