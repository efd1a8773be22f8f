"""One token back or forward, as keys and buttons ask for it.

Back, the prompt's end is stopped at: only another press, not one held down, cuts into the prompt. Forward, the token
that was stepped back from comes again, as long as it would be drawn in the same way; otherwise one is generated.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from app.session.player import Player
from app.session.session import Session
from app.state import Phase
from engine.records import Sampling
from engine.run import Run

translate = QCoreApplication.translate  # by this name its texts are collected

RELEASED = 0.4  # seconds without a press, after which the next is a press of its own: a key held down repeats sooner


@dataclass
class _Left:
    """What was stepped back from in a run: for each node the one after it, and how tokens were drawn then."""

    run: Run
    after: dict[int, tuple[int, Sampling]] = field(default_factory=dict)
    stopped: bool = False  # at the prompt's end, which was said
    pressed: float = 0.0  # when a press was last stopped there


class Stepping:
    """Steps of the run on screen."""

    def __init__(
        self, session: Session, player: Player, now: Callable[[], float] = time.monotonic,
        recorded: Callable[[], bool] = lambda: False,
    ) -> None:  # fmt: skip
        self._session, self._player, self._now = session, player, now
        self._recorded = recorded  # go to the token that is recorded next, where no model is there
        self._left = _Left(session.run)

    def back(self) -> None:
        """Go to the token before."""
        left, run = self._of_run(), self._session.run
        node = run.current
        if node <= 0:
            return
        if self._stops(left, run):
            return
        left.after[run.nodes[node].parent] = node, run.sampling
        self._player.step_back()

    def forward(self) -> None:
        """Go to the token after, which is generated where there is none to come back to."""
        left, run = self._of_run(), self._session.run
        left.stopped = False
        node, sampling = left.after.get(run.current, (-1, run.sampling))
        comes_back = node >= 0 and (node < run.prompt_tokens or sampling == run.sampling)
        if comes_back and self._session.state.phase is not Phase.GENERATING:
            self._player.go_to(node)
        elif not self._recorded():
            self._player.play(1)

    def _of_run(self) -> _Left:
        if self._left.run is not self._session.run:
            self._left = _Left(self._session.run)
        return self._left

    def _stops(self, left: _Left, run: Run) -> bool:
        """Whether a press goes no further than the prompt's end, and saying so the first time."""
        if run.current != run.prompt_tokens - 1:
            left.stopped = False
            return False
        now, before = self._now(), left.pressed
        left.pressed = now
        if left.stopped:
            if now - before < RELEASED:
                return True
            left.stopped = False
            self._session.settle("run")
            return False
        left.stopped = True
        words = translate("Controller", "This is the end of the prompt. Step back once more to cut into it.")
        self._session.notice("info", words, about="run")
        return True
