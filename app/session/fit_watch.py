"""Whether a fit goes on: a mapper that says nothing and does not compute either is told of, and what can be done.

The mapper cannot be asked, as the engine is: while numba compiles or runs, it holds the interpreter's lock for longer
than anybody would wait. But it computes all the time then, so its processor time is a sign of life; a process that was
stopped, or that waits for what never comes, has neither. Time is counted in turns of the window's own clock, as in
`app.session.pulse`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from app.notice import About
from app.session import pulse
from app.session.session import Session

ABOUT: About = "silent fit"
LEAST = 0.02  # seconds of the processor in a turn; a thread that only waits takes less, a starved one more


class FitWatch(QObject):
    """Of one fit at a time. `seconds_used` tells the processor time that the mapper has taken; None: it is unknown."""

    def __init__(self, session: Session, seconds_used: Callable[[], float | None], parent: QObject | None) -> None:
        super().__init__(parent)
        self._session = session
        self._seconds_used = seconds_used
        self._used = 0.0
        self._still = 0  # turns without a sign of life
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.turn)

    def begin(self) -> None:
        """The mapper was asked for a fit."""
        self.end()
        self._used = self._seconds_used() or 0.0
        self._timer.start(round(pulse.TURN * 1000))

    def end(self) -> None:
        """The fit is over, or was given up."""
        self._timer.stop()
        self.heard()

    def heard(self) -> None:
        """The mapper has said something."""
        self._still = 0
        if self._is_told:
            self._is_told = False
            self._session.settle(ABOUT)

    def turn(self) -> None:
        """A turn of the clock has passed."""
        used = self._seconds_used()
        if used is None or used - self._used >= LEAST:
            self._used = used or 0.0
            self.heard()
            return
        self._used = used
        self._still += 1
        if self._still * pulse.TURN >= pulse.LIMIT and not self._is_told:
            self._is_told = True
            words = QCoreApplication.translate(
                "Maps",
                "The map layout has made no progress for {seconds} seconds: its process may be stopped, or hang. Wait, "
                "or start the fit again; the layout shown stays.",
            )
            self._session.notice(
                "warning", words.format(seconds=f"{pulse.LIMIT:.0f}"), actions=("fit_again",), about=ABOUT
            )
