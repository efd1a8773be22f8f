"""Playing what is recorded of a run whose model is not there: its tokens come again one by one, as they were written.

With the model this is the player's business; without it the run on screen is gone forward in, along its newest branch.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.session.player import Player
from app.session.session import Session
from engine.run import Run

PACE_MS: Final = 250  # a token, where no speed was asked for


class RecordedPlayback(QObject):
    """Plays with the model where it is there, else what is recorded."""

    ended = Signal()

    def __init__(self, session: Session, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._player = session, player
        self._run: Run | None = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.step)
        session.run_replaced.connect(self.stop)

    @property
    def is_playing(self) -> bool:
        """Whether more is to come."""
        return self._timer.isActive()

    def play(self, n_tokens: int) -> None:
        """Have so many tokens come; again, while they come: no more of them."""
        if self.is_playing:
            self.stop()
        elif self._session.state.can_step_on and not self._has_model():
            self._left = n_tokens
            self.step()
            if self._left > 0:
                self._timer.start(self._player.pace_ms or PACE_MS)
        else:
            self._player.play(n_tokens)

    def forward(self) -> bool:
        """Go to the token that is recorded after the current one; False where the model is there to write it."""
        if self._has_model() or not self._session.state.can_step_on:
            return False
        run = self._session.run
        self._player.go_to(run.nodes[run.current].children[-1])
        return True

    def step(self) -> None:
        """One token more, and an end where none is left."""
        self._left -= 1
        if self._left < 0 or not self.forward() or not self._session.state.can_step_on or self._left == 0:
            self.stop()

    def stop(self) -> None:
        """No more of them."""
        self._left = 0
        if self._timer.isActive():
            self._timer.stop()
            self.ended.emit()

    def _has_model(self) -> bool:
        return self._session.model_is_ready and not self._session.lacks_model
